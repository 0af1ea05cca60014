import type { ReactNode } from "react";
import { formatDay, formatInstant } from "~/i18n/format";
import { reasonsByField } from "~/i18n/reasons";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ActButton } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { href } from "~/ui/href";
import { OnlyChinese } from "~/ui/only-chinese";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { WholeText } from "~/ui/whole-text";
import { MAX_BODY, MAX_REASON } from "../forms";
import type { MessageAct } from "../message";
import { RESULTS } from "../rating";
import type { OwnMessage } from "../shown";
import { Paragraphs } from "./said";

interface Props {
  code: string;
  own: OwnMessage;
  refused?: { reasons: Parameters<typeof reasonsByField>[0]; typed: Record<string, string | undefined> };
}

/** What the sender can do now: answer a question, rate, have it handled again, take it back, take back consent. */
export function OwnActs(props: Props) {
  const { own } = props;
  const isOffered = (act: MessageAct) => own.offers.includes(act);
  return (
    <>
      <Questions {...props} isOffered={isOffered("answer")} />
      {isOffered("rate") && <Rating {...props} />}
      {isOffered("reopen") && <Reopening {...props} />}
      {!own.isErased && <Consent {...props} isOffered={isOffered("withdraw_consent")} />}
      {isOffered("withdraw") && <Withdrawal {...props} />}
      {isOffered("erase") && <Erasure {...props} />}
    </>
  );
}

/** The form of one act; what was typed into it comes back when it was refused. */
function ActForm({
  code,
  act,
  label,
  kind,
  children,
}: {
  code: string;
  act: MessageAct;
  label: string;
  kind?: "primary" | "danger";
  children?: ReactNode;
}) {
  return (
    <form method="post" action={href(`/receipts/${code}`)} className="form" noValidate>
      {children}
      <p className="actions">
        <ActButton act={act} kind={kind}>
          {label}
        </ActButton>
      </p>
    </form>
  );
}

function useField({ refused }: Props) {
  const errors = reasonsByField(refused?.reasons ?? [], useLanguage());
  return (name: string) => ({ name, error: errors[name], defaultValue: refused?.typed[name] });
}

function Questions({ code, own, refused, isOffered }: Props & { isOffered: boolean }) {
  const language = useLanguage();
  const { receipt } = useStrings().messages;
  const field = useField({ code, own, refused });
  if (own.questions.length === 0) return null;
  return (
    <Section id="question" title={receipt.question}>
      {own.questions.map((question) => (
        <div key={String(question.askedAt)}>
          <OnlyChinese>
            <Paragraphs text={question.text} />
          </OnlyChinese>
          {question.answer && (
            <p>
              {receipt.answered}
              <bdi>{question.answer}</bdi>
            </p>
          )}
          {question.answeredAt === null && (
            <p className="hint">
              <WholeText text={receipt.questionUntil(formatDay(question.endsOn, language))} />
            </p>
          )}
        </div>
      ))}
      {isOffered && (
        <ActForm code={code} act="answer" label={receipt.sendAnswer} kind="primary">
          <TextArea {...field("text")} label={receipt.answer} rows={5} limit={MAX_BODY} required />
        </ActForm>
      )}
    </Section>
  );
}

function Rating(props: Props) {
  const { messages, messageTerms } = useStrings();
  const { receipt } = messages;
  const field = useField(props);
  return (
    <Section id="rate" title={receipt.rate}>
      <ActForm code={props.code} act="rate" label={receipt.sendRating} kind="primary">
        <RadioGroup
          {...field("satisfied")}
          label={receipt.rate}
          options={[
            { value: "yes", label: receipt.satisfied },
            { value: "no", label: receipt.notSatisfied },
          ]}
          required
          inline
        />
        <RadioGroup
          {...field("result")}
          label={receipt.result}
          options={RESULTS.map((result) => ({ value: result, label: messageTerms.results[result] }))}
          required
        />
        <TextArea {...field("words")} label={receipt.words} hint={receipt.wordsHint} rows={3} limit={MAX_REASON} />
      </ActForm>
    </Section>
  );
}

function Reopening(props: Props) {
  const language = useLanguage();
  const { receipt } = useStrings().messages;
  const field = useField(props);
  const { reopenableUntil } = props.own;
  return (
    <Section id="reopen" title={receipt.reopen}>
      {reopenableUntil && (
        <p>
          <WholeText text={receipt.reopenText(formatDay(reopenableUntil, language))} />
        </p>
      )}
      <ActForm code={props.code} act="reopen" label={receipt.sendReopen}>
        <TextArea {...field("reason")} id="reason" label={receipt.reopenReason} rows={4} limit={MAX_REASON} required />
      </ActForm>
    </Section>
  );
}

function Withdrawal(props: Props) {
  const { receipt } = useStrings().messages;
  return (
    <Section id="withdraw" title={receipt.withdraw}>
      <ActForm code={props.code} act="withdraw" label={receipt.sendWithdraw} kind="danger">
        <p>{receipt.withdrawText}</p>
        <TextArea name="reason" id="withdraw-reason" label={receipt.withdrawReason} rows={2} limit={MAX_REASON} />
      </ActForm>
    </Section>
  );
}

function Consent({ code, own, isOffered }: Props & { isOffered: boolean }) {
  const language = useLanguage();
  const { receipt } = useStrings().messages;
  const { isGiven, withdrawnAt } = own.consent;
  const said = withdrawnAt
    ? receipt.consentWithdrawn(formatInstant(withdrawnAt, language))
    : isGiven && !own.isSealed
      ? receipt.consentYes
      : receipt.consentNo;
  return (
    <Section id="consent" title={receipt.consent}>
      <p>{said}</p>
      {isOffered && <ActForm code={code} act="withdraw_consent" label={receipt.withdrawConsent} />}
    </Section>
  );
}

function Erasure(props: Props) {
  const { receipt } = useStrings().messages;
  const error = useField(props)("confirm").error;
  return (
    <Section id="erase" title={receipt.erase}>
      <ActForm code={props.code} act="erase" label={receipt.sendErase} kind="danger">
        <p>{receipt.eraseText}</p>
        {error && <p className="field-error">{error}</p>}
        <Choice type="checkbox" id="confirm" name="confirm" value="yes" label={receipt.confirm} isChecked={false} />
      </ActForm>
    </Section>
  );
}
