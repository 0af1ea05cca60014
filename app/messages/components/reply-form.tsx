import { useStrings } from "~/i18n/strings";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { ActButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { RadioGroup } from "~/ui/radio-group";
import { TextArea } from "~/ui/text-area";
import type { MessageBenchFacts } from "../desk-shown";
import { MAX_BODY, MAX_REASON } from "../forms";
import { RESOLUTIONS } from "../message";
import { DISPLAYS } from "../reply";
import { fieldsOf, type FieldMaker } from "./bench-field";
import type { RefusedAct } from "./message-bench";

interface Props {
  act: "submit" | "correct";
  bench: MessageBenchFacts;
  refused?: RefusedAct;
}

const { fields: texts } = deskMessages;

/** The reply and, in the same form, what the public will read: both are released by the second person. */
export function ReplyForm({ act, bench, refused }: Props) {
  const { acts } = useStrings().messageTerms;
  const isDraftRefused = act === "submit" && refused?.act === "draft";
  const field = fieldsOf(act, isDraftRefused ? { ...refused, act } : refused);
  const draft = bench.draft ?? bench.replies.at(-1);
  return (
    <form method="post" noValidate className="form" data-keep={`reply:${bench.number}:${act}`}>
      <input type="hidden" name="version" value={bench.version} />
      {act === "correct" && (
        <TextArea
          {...field("correctionNote")}
          label={texts.correctionNote}
          hint={texts.correctionNoteHint}
          rows={3}
          limit={MAX_REASON}
          required
        />
      )}
      <TextArea
        {...field("text", draft?.text)}
        label={texts.reply}
        hint={texts.replyHint}
        rows={10}
        limit={MAX_BODY}
        required
      />
      <Result field={field} resolution={draft?.resolution} promisedOn={draft?.promisedOn} />
      <Publication field={field} bench={bench} />
      <p className="actions">
        {act === "submit" && <ActButton act="draft">{acts.draft}</ActButton>}
        <ActButton act={act} kind="primary">
          {acts[act]}
        </ActButton>
      </p>
    </form>
  );
}

function Result({
  field,
  resolution,
  promisedOn,
}: {
  field: FieldMaker;
  resolution?: string;
  promisedOn?: string | null;
}) {
  const { resolutions } = useStrings().messageTerms;
  return (
    <>
      <RadioGroup
        {...field("resolution", resolution)}
        label={texts.resolution}
        hint={texts.resolutionHint}
        options={RESOLUTIONS.map((value) => ({ value, label: resolutions[value] }))}
        required
        inline
      />
      <Field {...field("promisedOn", promisedOn)} label={texts.promisedOn} type="date" size="medium" />
    </>
  );
}

function Publication({ field, bench }: { field: FieldMaker; bench: MessageBenchFacts }) {
  const { displays } = useStrings().messageTerms;
  const { draft, suggested, consents, isSealed } = bench;
  if (isSealed) return <input type="hidden" name="display" value="none" />;
  const possible = DISPLAYS.filter((value) => value !== "words" || consents);
  const isDraft = draft !== null;
  return (
    <>
      <RadioGroup
        {...field("display", draft?.display)}
        label={texts.display}
        hint={texts.displayHint}
        options={possible.map((value) => ({ value, label: displays[value] }))}
        required
      />
      <Field
        {...field("publicTitle", isDraft ? draft.publicTitle : consents ? suggested.title : null)}
        label={texts.publicTitle}
      />
      <TextArea
        {...field("publicBody", isDraft ? draft.publicBody : consents ? suggested.body : null)}
        label={texts.publicBody}
        hint={texts.publicBodyHint}
        rows={6}
        limit={MAX_BODY}
      />
      <TextArea
        {...field("publicReply", draft?.publicReply)}
        label={texts.publicReply}
        hint={texts.publicReplyHint}
        rows={6}
        limit={MAX_BODY}
      />
    </>
  );
}
