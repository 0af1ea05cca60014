import { formatDay, formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DateText } from "~/ui/date-text";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { OnlyChinese } from "~/ui/only-chinese";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import type { MessageState } from "../message";
import type { OwnMessage, ShownReply } from "../shown";
import { MessageBadge } from "./message-badge";
import { Paragraphs } from "./said";

/** The answers, newest first, with what was promised, referred or merged. */
export function OwnAnswers({ own, state }: { own: OwnMessage; state: MessageState }) {
  return (
    <>
      {own.isSealed && <Sealed />}
      {state === "referred" && <Referral own={own} />}
      {own.mergedInto && <Merged target={own.mergedInto} />}
      <Replies own={own} />
    </>
  );
}

function Sealed() {
  return (
    <Notice>
      <p>{useStrings().messages.receipt.sealed}</p>
    </Notice>
  );
}

function Replies({ own: { replies, promise } }: { own: OwnMessage }) {
  const language = useLanguage();
  const { receipt } = useStrings().messages;
  const [newest, ...earlier] = [...replies].reverse();
  if (!newest) return null;
  return (
    <Section id="reply" title={newest.isCorrection ? receipt.correction : receipt.reply}>
      <Reply reply={newest} />
      {promise && (
        <p>
          {promise.keptAt
            ? receipt.promiseKept(formatInstant(promise.keptAt, language))
            : receipt.promised(formatDay(promise.on, language))}
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{receipt.earlier}</summary>
          {earlier.map((reply) => (
            <Reply key={reply.id} reply={reply} />
          ))}
        </details>
      )}
    </Section>
  );
}

function Reply({ reply }: { reply: ShownReply }) {
  const language = useLanguage();
  const { messages, messageTerms } = useStrings();
  const { receipt, page } = messages;
  const { correctionNote, text, resolution, unit, releasedAt, rating } = reply;
  const name = unit && (language === "en" ? unit.nameEn : unit.name);
  return (
    <div className="message-reply">
      <p className="hint">
        {name && page.replyBy(name)} <DateText instant={releasedAt} /> {messageTerms.resolutions[resolution]}
      </p>
      <OnlyChinese>
        {correctionNote && (
          <p>
            {receipt.correctionNote}
            {correctionNote}
          </p>
        )}
        <Paragraphs text={text} />
      </OnlyChinese>
      {rating && (
        <p>
          {receipt.rated(
            rating.isSatisfied ? receipt.satisfied : receipt.notSatisfied,
            messageTerms.results[rating.result],
          )}
        </p>
      )}
    </div>
  );
}

function Referral({ own: { referral } }: { own: OwnMessage }) {
  const { messages, messageTerms } = useStrings();
  const { receipt } = messages;
  if (!referral) return null;
  return (
    <Section id="referral" title={receipt.referral} lead={messageTerms.referralChannels[referral.channel]}>
      <DefinitionList
        items={[
          { term: receipt.referralName, description: <span lang="zh-CN">{referral.name}</span> },
          { term: receipt.referralContact, description: <span lang="zh-CN">{referral.contact}</span> },
          { term: receipt.referralRule, description: <span lang="zh-CN">{referral.rule}</span> },
        ]}
      />
    </Section>
  );
}

function Merged({ target }: { target: NonNullable<OwnMessage["mergedInto"]> }) {
  const { receipt } = useStrings().messages;
  const title = receipt.merged(target.number);
  return (
    <Section id="merged" title={title}>
      <p>
        {receipt.mergedText} <MessageBadge state={target.state} />
      </p>
      {target.reply && (
        <OnlyChinese>
          <Paragraphs text={target.reply} />
        </OnlyChinese>
      )}
      {target.isPublic && (
        <p>
          <a href={href(`/messages/${target.number}`)}>{title}</a>
        </p>
      )}
    </Section>
  );
}
