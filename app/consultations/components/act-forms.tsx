import type { ReactNode } from "react";
import { reasonsByField, reasonText } from "~/i18n/reasons";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import type { Reason } from "~/platform/refusal";
import { ActButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import type { Act } from "../consultation";
import type { Offer } from "../desk-facts";
import { MAX_ACCOUNT, MAX_REASON } from "../forms";

/** What was typed into a form that was refused, so that nothing is lost. */
export interface RefusedForm {
  act: string;
  reasons: Reason[];
  values: Record<string, string | undefined>;
  /** Files that were accepted with it. */
  kept: { id: string; name: string; size: number }[];
}

interface ActFormsProps {
  offers: Offer[];
  version: number;
  isOutcome: boolean;
  hasRevisedDraft: boolean;
  refused: RefusedForm | undefined;
}

const { bench } = deskConsultations;

/** The acts whose forms stand here; editing has a page part of its own. */
const ORDER: readonly Act[] = [
  ...(["submit", "pass", "approve", "return", "sign_proposal", "refuse_proposal", "complete"] as const),
  ...(["record_decision", "next_round", "extend", "withdraw"] as const),
];

/** The acts that this person may do now; where something is missing, all of it instead of a button. */
export function ActForms(props: ActFormsProps) {
  const shown = ORDER.flatMap((act) => props.offers.find((offer) => offer.act === act) ?? []);
  if (shown.length === 0) return <EmptyState title={bench.nothing} />;
  return (
    <>
      {shown.map((offer) => (
        <ActForm key={offer.act} offer={offer} {...props} />
      ))}
    </>
  );
}

function ActForm({ offer, ...props }: ActFormsProps & { offer: Offer }) {
  const { act, reasons, advice } = offer;
  const name = buttonOf(act, props.isOutcome);
  return (
    <Section title={name} level={3} id={`act-${act}`}>
      {advice.length > 0 && <ReasonNotice title={bench.advice} reasons={advice} />}
      {reasons.length > 0 ? (
        <ReasonNotice title={bench.blocked(name)} reasons={reasons} />
      ) : (
        <form method="post" noValidate className="form">
          <input type="hidden" name="version" value={props.version} />
          <ActFields act={act} {...props} />
          <ActButton act={act} kind={kindOf(act)}>
            {name}
          </ActButton>
        </form>
      )}
    </Section>
  );
}

/** Every reason at once, so that nobody has to find them one after the other. */
function ReasonNotice({ title, reasons }: { title: string; reasons: Reason[] }) {
  return (
    <Notice kind="ask" title={title}>
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.field ?? ""}`}>{reasonText(reason, "zh-CN")}</li>
        ))}
      </ul>
    </Notice>
  );
}

function ActFields({ act, isOutcome, hasRevisedDraft, refused }: ActFormsProps & { act: Act }): ReactNode {
  const own = refused?.act === act ? refused : undefined;
  const errors = reasonsByField(own?.reasons ?? [], "zh-CN");
  const field = (name: string) => ({
    name,
    id: fieldId(act, name),
    defaultValue: own?.values[name],
    error: errors[name],
  });
  const remark = (
    <TextArea {...field("remark")} label={bench.remark} hint={bench.remarkHint} rows={2} limit={MAX_REASON} />
  );
  const reason = (hint: string) => (
    <TextArea {...field("reason")} label={bench.reason} hint={hint} required rows={4} limit={MAX_REASON} />
  );
  switch (act) {
    case "return":
      return reason(bench.returnReasonHint);
    case "refuse_proposal":
      return reason(bench.refuseReasonHint);
    case "extend":
      return (
        <>
          <Field {...field("closesOn")} label={bench.newClosesOn} type="date" size="medium" required />
          {reason(bench.publicReasonHint)}
        </>
      );
    case "withdraw":
      return (
        <>
          <p className="hint">{bench.withdrawWarning}</p>
          {reason(bench.publicReasonHint)}
        </>
      );
    case "approve":
      return (
        <>
          {isOutcome && hasRevisedDraft && <ReleaseField {...field("releaseRevisedDraft")} />}
          {remark}
        </>
      );
    case "complete":
      return (
        <>
          <TextArea
            {...field("outcomeProcess")}
            label={bench.outcomeProcess}
            hint={bench.outcomeProcessHint}
            rows={6}
            limit={MAX_ACCOUNT}
          />
          {remark}
        </>
      );
    case "record_decision":
      return (
        <>
          <Field {...field("decidedOn")} label={bench.decidedOn} type="date" size="medium" required />
          <Field {...field("documentNumber")} label={bench.documentNumber} size="medium" />
          <TextArea
            {...field("decidedNote")}
            label={bench.decidedNote}
            hint={bench.decidedNoteHint}
            required
            rows={8}
            limit={MAX_ACCOUNT}
          />
        </>
      );
    case "next_round":
      return <p className="hint">{bench.nextRoundNote}</p>;
    default:
      return remark;
  }
}

function ReleaseField(field: { name: string; id: string; defaultValue?: string; error?: string }) {
  const options = [
    { value: "yes", label: bench.releaseYes },
    { value: "no", label: bench.releaseNo },
  ];
  return <RadioGroup {...field} label={bench.releaseRevisedDraft} options={options} />;
}

/** Several forms of the page have a field of the same name: its id says whose it is. */
export function fieldId(act: string, name: string): string {
  return act === "edit" ? name : `${act}-${name}`;
}

function buttonOf(act: Act, isOutcome: boolean): string {
  const { buttons } = bench;
  if (act === "approve" && isOutcome) return buttons.approveOutcome;
  return act in buttons ? buttons[act as keyof typeof buttons] : act;
}

function kindOf(act: Act) {
  if (act === "withdraw") return "danger";
  return ["submit", "pass", "approve", "sign_proposal", "complete", "record_decision"].includes(act)
    ? "primary"
    : "plain";
}
