import { formatInstant } from "~/i18n/format";
import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ActButton } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Dialog } from "~/ui/dialog";
import { href } from "~/ui/href";
import { OnlyChinese } from "~/ui/only-chinese";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import type { Display, WithheldGround } from "../comment";
import { MAX_REASON } from "../forms";
import { Paragraphs } from "~/ui/official-text";

export interface ControlFacts {
  display: Display;
  consent: { isGiven: boolean; withdrawnAt: Date | null };
  withheld: { ground: WithheldGround | null; reason: string | null } | null;
  objection: { at: Date; decidedAt: Date | null; isUpheld: boolean | null; reason: string | null } | null;
  isErased: boolean;
}

interface Props {
  code: string;
  facts: ControlFacts;
  reasons: ReasonToTell[];
  typed: { text?: string };
}

/** What the author may still do: take back consent, object once, have everything erased. */
export function OwnControls(props: Props) {
  if (props.facts.isErased) return null;
  return (
    <>
      <Consent {...props} />
      {props.facts.withheld && <Objection {...props} />}
      <Erasure {...props} />
    </>
  );
}

function Consent({ code, facts }: Props) {
  const language = useLanguage();
  const { receipts } = useStrings();
  const { consent: texts } = receipts;
  const { consent } = facts;
  const canWithdraw = consent.isGiven && !consent.withdrawnAt;
  return (
    <Section id="consent" title={texts.title}>
      <p>{saidOf(facts, texts, consent.withdrawnAt ? formatInstant(consent.withdrawnAt, language) : "")}</p>
      <Withheld facts={facts} />
      {canWithdraw && (
        <form method="post" action={href(`/receipts/${code}`)}>
          <p className="hint">{texts.withdrawNote}</p>
          <p className="actions">
            <ActButton act="withdraw_consent">{texts.withdraw}</ActButton>
          </p>
        </form>
      )}
    </Section>
  );
}

type ConsentTexts = ReturnType<typeof useStrings>["receipts"]["consent"];

function saidOf({ consent, withheld, display }: ControlFacts, texts: ConsentTexts, withdrawnAt: string): string {
  if (withdrawnAt) return texts.withdrawn(withdrawnAt);
  if (withheld) return texts.withheld;
  if (!consent.isGiven) return texts.none;
  return display === "shown" ? texts.shown : texts.awaiting;
}

function Withheld({ facts: { withheld } }: Pick<Props, "facts">) {
  const { receipts, consultationTerms } = useStrings();
  if (!withheld) return null;
  return (
    <>
      {withheld.ground && (
        <p>
          {receipts.consent.withheldGround}
          {consultationTerms.withheldGrounds[withheld.ground]}
        </p>
      )}
      {withheld.reason && (
        <OnlyChinese>
          <Paragraphs text={withheld.reason} />
        </OnlyChinese>
      )}
    </>
  );
}

function Objection({ code, facts: { objection }, reasons, typed }: Props) {
  const language = useLanguage();
  const { objection: texts } = useStrings().receipts;
  if (objection) return <ObjectionSaid objection={objection} />;
  return (
    <Section id="objection" title={texts.title}>
      <form method="post" action={href(`/receipts/${code}`)} className="form">
        <TextArea
          name="text"
          label={texts.text}
          hint={texts.hint}
          error={reasonsByField(reasons, language).text}
          defaultValue={typed.text}
          limit={MAX_REASON}
          required
        />
        <ActButton act="object">{texts.submit}</ActButton>
      </form>
    </Section>
  );
}

function ObjectionSaid({ objection }: { objection: NonNullable<ControlFacts["objection"]> }) {
  const language = useLanguage();
  const { objection: texts } = useStrings().receipts;
  const { at, decidedAt, isUpheld, reason } = objection;
  return (
    <Section id="objection" title={texts.title}>
      <p>{decidedAt ? (isUpheld ? texts.upheld : texts.refused) : texts.sent(formatInstant(at, language))}</p>
      {reason && (
        <OnlyChinese>
          <p>{texts.reason}</p>
          <Paragraphs text={reason} />
        </OnlyChinese>
      )}
    </Section>
  );
}

function Erasure({ code, reasons }: Props) {
  const { erase: texts } = useStrings().receipts;
  const language = useLanguage();
  const error = reasonsByField(reasons, language).confirm;
  return (
    <Section id="erase" title={texts.title}>
      <p>{texts.text}</p>
      <Dialog open={texts.open} label={texts.title} isOpen={error !== undefined}>
        <form method="post" action={href(`/receipts/${code}`)} className={error ? "form field-wrong" : "form"}>
          {error && <p className="field-error">{error}</p>}
          <Choice type="checkbox" id="confirm" name="confirm" value="yes" label={texts.confirm} isChecked={false} />
          <ActButton act="erase" kind="danger">
            {texts.submit}
          </ActButton>
        </form>
      </Dialog>
    </Section>
  );
}
