import { formatDay } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { DateText } from "~/ui/date-text";
import { Quote } from "~/ui/quote";
import { Section } from "~/ui/section";
import type { MessageBenchFacts } from "../desk-shown";
import { Paragraphs } from "./said";

const { bench: texts } = deskMessages;

/** What was asked of the sender and what was answered so far. */
export function BenchReplies({ bench }: { bench: MessageBenchFacts }) {
  return (
    <>
      {bench.questions.length > 0 && (
        <Section id="questions" title={texts.questions}>
          {bench.questions.map((question) => (
            <Question key={String(question.askedAt)} question={question} />
          ))}
        </Section>
      )}
      {bench.replies.length > 0 && (
        <Section id="replies" title={texts.replies}>
          {[...bench.replies].reverse().map((reply) => (
            <Reply key={reply.id} reply={reply} />
          ))}
        </Section>
      )}
    </>
  );
}

function Question({ question }: { question: MessageBenchFacts["questions"][number] }) {
  const { text, askedAt, endsOn, answer, answeredAt } = question;
  return (
    <>
      <p>
        {text} <DateText instant={askedAt} />
      </p>
      {answeredAt === null ? (
        <p className="hint">
          {texts.noAnswer}。{texts.questionUntil(formatDay(endsOn, "zh-CN"))}
        </p>
      ) : (
        <Quote>
          <Paragraphs text={answer ?? ""} />
        </Quote>
      )}
    </>
  );
}

function Reply({ reply }: { reply: MessageBenchFacts["replies"][number] }) {
  const { messages, messageTerms } = useStrings();
  const { correctionNote, text, resolution, promisedOn, releasedAt, author, approver, rating } = reply;
  const { receipt } = messages;
  return (
    <>
      <p className="hint">
        <DateText instant={releasedAt} /> {texts.by(author, approver)} {messageTerms.resolutions[resolution]}
        {promisedOn && ` ${receipt.promised(formatDay(promisedOn, "zh-CN"))}`}
      </p>
      {correctionNote && (
        <p>
          {receipt.correctionNote}
          {correctionNote}
        </p>
      )}
      <Paragraphs text={text} />
      {rating && (
        <p>
          {receipt.rated(
            rating.isSatisfied ? receipt.satisfied : receipt.notSatisfied,
            messageTerms.results[rating.result],
          )}{" "}
          <bdi>{rating.words}</bdi>
        </p>
      )}
    </>
  );
}
