import { reasonText, type ReasonToTell } from "~/i18n/reasons";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { fieldId, reasonsAt, type RefusedForm } from "~/ui/refused-form";

const { spot, review, unit } = deskInspections;
const LABELS: Record<string, string> = {
  ...{ unit, fromOn: spot.fromOn, toOn: spot.toOn, perUnit: spot.perUnit, workingDays: spot.workingDays },
  ...{ seed: spot.seed, finding: spot.finding, note: spot.note, answer: spot.answer, reason: spot.reason },
  ...{ year: review.yearField, basis: review.basis, decision: review.decision, toAttribute: review.toAttribute },
  ...{ ground: review.ground, effectiveOn: review.effectiveOn, item: review.approveItems },
};

/** Each line leads to the field of the form that was refused. */
export function InspectionRefusal({ refused }: { refused: RefusedForm | undefined }) {
  if (!refused) return null;
  const labels = Object.entries(LABELS).map(([name, label]) => [fieldId(refused.act, name), label] as const);
  return <ErrorSummary reasons={reasonsAt(refused)} labels={Object.fromEntries(labels)} />;
}

/** Why this person may not do it, instead of a form. */
export function Blocked({ reasons }: { reasons: ReasonToTell[] }) {
  return (
    <Notice kind="ask" title={deskInspections.blocked}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>{reasonText(reason, "zh-CN")}</li>
        ))}
      </ul>
    </Notice>
  );
}
