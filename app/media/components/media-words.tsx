import { formatCount, formatDate } from "~/i18n/format";
import { reasonText } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskMedia } from "~/i18n/zh-CN/desk-media";
import { ActButton } from "~/ui/button";
import { DataTable, type Column } from "~/ui/data-table";
import { Notice } from "~/ui/notice";
import { fieldsOf, type RefusedForm } from "~/ui/refused-form";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { MAX_ALTERNATIVE, MAX_TRANSCRIPT } from "../media-file";
import type { DeskMedia, WordsVersion } from "../media-rows";
import { MAX_NOTE } from "../media-words";

const { words: texts, add } = deskMedia;

interface WordsProps {
  media: DeskMedia;
  refused: RefusedForm | undefined;
}

/** The words beside a stored file: what waits for a signature, the form, and every version. */
export function MediaWords({ media, refused }: WordsProps) {
  const { mayChangeWords, versions } = media;
  return (
    <>
      <Waiting media={media} />
      {mayChangeWords && <ChangeForm media={media} refused={refused} />}
      {versions.length > 0 && (
        <Section title={texts.versions} id="versions">
          <DataTable
            caption={texts.versions}
            isCaptionHidden
            columns={COLUMNS}
            rows={versions}
            rowKey={({ number }) => number}
          />
        </Section>
      )}
    </>
  );
}

function ChangeForm({ media, refused }: WordsProps) {
  const { kind, captions, transcript, textAlternative, isPublic } = media;
  const field = fieldsOf("change_words", refused);
  const isPicture = kind === "picture";
  return (
    <Section title={texts.title} id="words" lead={texts.lead}>
      <form method="post" noValidate className="form">
        {isPicture ? (
          <TextArea
            {...field("textAlternative", textAlternative)}
            {...{ label: add.textAlternative, hint: add.textAlternativeHint }}
            {...{ rows: 4, limit: MAX_ALTERNATIVE, required: true }}
          />
        ) : (
          <>
            <TextArea
              {...field("captions", captions)}
              {...{ label: texts.captions, hint: texts.captionsHint, rows: 12, required: true }}
            />
            <TextArea
              {...field("transcript", transcript)}
              {...{ label: add.transcript, hint: add.transcriptHint }}
              {...{ rows: 8, limit: MAX_TRANSCRIPT, required: true }}
            />
            <input type="hidden" name="textAlternative" value={textAlternative ?? ""} />
          </>
        )}
        {isPublic && (
          <TextArea
            {...field("note")}
            {...{ label: texts.note, hint: texts.noteHint, rows: 2, limit: MAX_NOTE, required: true }}
          />
        )}
        <ActButton act="change_words">{texts.save}</ActButton>
      </form>
    </Section>
  );
}

function Waiting({ media: { versions, maySignWords, signReasons } }: { media: DeskMedia }) {
  const waiting = versions.find(({ isSigned }) => isSigned === null);
  if (!waiting) return null;
  return (
    <Section title={texts.sign} id="correction">
      <Notice kind="ask" title={texts.waiting(waiting.writtenBy, formatDate(waiting.writtenOn, "zh-CN"))}>
        <p>{texts.waitingNote(waiting.note ?? "")}</p>
        <Words version={waiting} />
      </Notice>
      {maySignWords && signReasons.length > 0 && (
        <Notice kind="warn" title={texts.blocked}>
          {signReasons.map((reason) => (
            <p key={reason.code}>{reasonText(reason, "zh-CN")}</p>
          ))}
        </Notice>
      )}
      {maySignWords && signReasons.length === 0 && (
        <form method="post" className="actions">
          <ActButton act="sign_words" kind="primary">
            {texts.sign}
          </ActButton>
          <ActButton act="refuse_words">{texts.refuse}</ActButton>
        </form>
      )}
    </Section>
  );
}

const COLUMNS: Column<WordsVersion>[] = [
  { key: "number", header: texts.number, kind: "tight", cell: ({ number }) => formatCount(number, "zh-CN") },
  { key: "state", header: texts.state, isRowHeader: true, cell: (version) => <State version={version} /> },
  { key: "written", header: texts.written, cell: ({ writtenBy, writtenOn }) => by(writtenBy, writtenOn) },
  { key: "decided", header: texts.decided, cell: ({ decidedBy, decidedOn }) => by(decidedBy, decidedOn) },
];

function by(name: string | null, day: string | null): string {
  return name !== null && day !== null ? texts.by(name, formatDate(day, "zh-CN")) : "—";
}

function State({ version }: { version: WordsVersion }) {
  const { note } = version;
  return (
    <>
      {texts.states[stateOf(version)]}
      {note && <p className="hint">{note}</p>}
      <Words version={version} />
    </>
  );
}

function stateOf({ number, isCorrection, isSigned }: WordsVersion): keyof typeof texts.states {
  if (number === 1) return "first";
  if (!isCorrection) return "changed";
  return isSigned === null ? "waiting" : isSigned ? "corrected" : "refused";
}

function Words({ version: { number, captions, transcript, textAlternative } }: { version: WordsVersion }) {
  const { media: terms } = useStrings();
  const parts = [
    { label: terms.captions, words: captions },
    { label: terms.transcript, words: transcript },
    { label: terms.textAlternative, words: textAlternative },
  ].filter(({ words }) => words);
  return (
    <details className="media-words">
      <summary>{texts.show(formatCount(number, "zh-CN"))}</summary>
      {parts.map(({ label, words }) => (
        <div key={label}>
          <p className="hint">{label}</p>
          <div className="official-text">
            {words!.split("\n").map((line, index) => (
              <p key={index}>{line}</p>
            ))}
          </div>
        </div>
      ))}
    </details>
  );
}
