import { formatCount, formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DataTable } from "~/ui/data-table";
import type { PublicComment } from "../comment";
import { CommentThread } from "./comment-thread";
import { OfficialText, Paragraphs } from "~/ui/official-text";
import { OutcomeBadge } from "./outcome-badge";
import { MixedText } from "~/ui/mixed-text";
import { WholeText } from "~/ui/whole-text";

export interface RowFacts extends PublicComment {
  position: number;
  clauseName: string | null;
  outcomeClauseName: string | null;
}

interface RowsProps {
  caption: string;
  rows: RowFacts[];
  /** The address at which a changed clause is read. */
  place: (clauseId: string) => string;
  /** The address of a clause in the draft that people commented on. */
  draftAt: (clauseId: string) => string;
}

/** 序号｜反馈人｜意见｜采纳情况｜理由: a row for every comment, whether its words are public or not. */
export function OutcomeRows({ caption, rows, place, draftAt }: RowsProps) {
  const language = useLanguage();
  const { rows: texts } = useStrings().outcome;
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ number }) => number}
      rowId={({ number }) => `comment-${number}`}
      columns={[
        { key: "position", header: texts.position, kind: "tight", cell: (row) => formatCount(row.position, language) },
        { key: "name", header: texts.name, cell: (row) => <From row={row} /> },
        { key: "words", header: texts.words, cell: (row) => <Words row={row} place={place} draftAt={draftAt} /> },
        { key: "outcome", header: texts.outcome, cell: (row) => <Outcome row={row} place={place} /> },
        { key: "reason", header: texts.reason, cell: (row) => <Reason row={row} /> },
      ]}
    />
  );
}

interface RowProps {
  row: RowFacts;
}

function From({ row: { number, channel, words } }: RowProps) {
  const language = useLanguage();
  const { outcome, consultationTerms } = useStrings();
  const { rows: texts } = outcome;
  return (
    <>
      <p>
        {words ? (
          <bdi>
            <MixedText text={words.name ?? texts.unnamed} />
          </bdi>
        ) : (
          texts.hiddenName
        )}
      </p>
      <p className="comment-meta">{consultationTerms.channels[channel]}</p>
      <p className="comment-meta">
        <a href={`#comment-${number}`}>{texts.number(formatCount(number, language))}</a>
      </p>
    </>
  );
}

type WordsProps = RowProps & Pick<RowsProps, "place" | "draftAt">;

function Words({ row, place, draftAt }: WordsProps) {
  return (
    <>
      <RowThread row={row} place={place} draftAt={draftAt} />
      {row.words ? <Said words={row.words} /> : <Hidden row={row} />}
    </>
  );
}

/** The line of the row: on which clause, which comment, how answered, what it changed. */
function RowThread({ row, place, draftAt }: WordsProps) {
  const { number, words, clauseName, outcome, outcomeClauseId, outcomeClauseName } = row;
  const clauseId = words?.clauseId;
  return (
    <CommentThread
      number={number}
      clause={clauseId && clauseName ? { name: clauseName, href: draftAt(clauseId) } : null}
      outcome={outcome}
      change={outcomeClauseId ? { name: outcomeClauseName ?? outcomeClauseId, href: place(outcomeClauseId) } : null}
    />
  );
}

function Said({ words }: { words: NonNullable<RowFacts["words"]> }) {
  const { rows: texts } = useStrings().outcome;
  const language = useLanguage();
  return (
    <>
      <div lang={language === "en" ? "zh-CN" : undefined}>
        <Paragraphs text={words.body} />
        {words.suggestion && (
          <>
            <p lang={language}>{texts.suggestion}</p>
            <Paragraphs text={words.suggestion} />
          </>
        )}
      </div>
    </>
  );
}

function Hidden({ row: { display, erasure, gist, withheldGround } }: RowProps) {
  const language = useLanguage();
  const { outcome, consultationTerms: terms } = useStrings();
  const { rows: texts } = outcome;
  if (erasure) {
    const ground = erasure.ground ? terms.erasureGrounds[erasure.ground] : "";
    return (
      <p className="comment-erased">
        <strong>{texts.hidden.erased}</strong>{" "}
        <WholeText text={texts.erased(formatInstant(erasure.at, language), ground)} />
      </p>
    );
  }
  return (
    <>
      {gist && (
        <p>
          {texts.gist}
          <OfficialText zh={gist} />
        </p>
      )}
      <p className="hint">{texts.hidden[display]}</p>
      {withheldGround && <p className="hint">{texts.withheldOn(terms.withheldGrounds[withheldGround])}</p>}
    </>
  );
}

function Outcome({ row, place }: RowProps & Pick<RowsProps, "place">) {
  const { rows: texts } = useStrings().outcome;
  const { outcome, outcomeClauseId, outcomeClauseName } = row;
  if (!outcome) return <>{texts.undecided}</>;
  return (
    <>
      <OutcomeBadge outcome={outcome} />
      {outcomeClauseId && (
        <p>
          <a href={place(outcomeClauseId)}>
            <MixedText text={texts.place(outcomeClauseName ?? outcomeClauseId)} />
          </a>
        </p>
      )}
    </>
  );
}

function Reason({ row: { reason, outcome } }: RowProps) {
  const { rows: texts } = useStrings().outcome;
  const language = useLanguage();
  if (!reason) return <>{outcome ? texts.noReason : null}</>;
  return (
    <div lang={language === "en" ? "zh-CN" : undefined}>
      <Paragraphs text={reason} />
    </div>
  );
}
