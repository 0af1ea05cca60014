import { formatDay } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { Section } from "~/ui/section";
import type { MessageBenchFacts } from "../desk-shown";
import type { Resolution } from "../message";
import { Paragraphs } from "./said";

const { bench: texts } = deskMessages;

/** What waits for its second person, as the public, the sender and the unit will see it. */
export function BenchPreview({ bench: { draft } }: { bench: MessageBenchFacts }) {
  const { messages, messageTerms } = useStrings();
  if (!draft?.isInReview) return null;
  const { kind, text, resolution, promisedOn, display, publicTitle, publicBody, publicReply, correctionNote } = draft;
  const isShown = display !== "none";
  return (
    <Section id="preview" title={kind === "correction" ? texts.correction : texts.review} lead={texts.preview}>
      <Section title={texts.asSender} level={3}>
        <p className="hint">
          {messageTerms.resolutions[resolution as Resolution]}
          {promisedOn && ` ${messages.receipt.promised(formatDay(promisedOn, "zh-CN"))}`}
        </p>
        {correctionNote && (
          <p>
            {messages.receipt.correctionNote}
            {correctionNote}
          </p>
        )}
        <Paragraphs text={text} />
      </Section>
      <Section title={texts.asPublic} level={3}>
        {isShown ? (
          <>
            <p>
              <strong>{publicTitle}</strong>
            </p>
            <Paragraphs text={publicBody ?? ""} />
            <Paragraphs text={publicReply ?? ""} />
          </>
        ) : (
          <p>{texts.publicNothing}</p>
        )}
      </Section>
      <Section title={texts.asUnit} level={3}>
        <p>{messageTerms.displays[display as keyof typeof messageTerms.displays]}</p>
        <p className="hint">{draft.author}</p>
      </Section>
    </Section>
  );
}
