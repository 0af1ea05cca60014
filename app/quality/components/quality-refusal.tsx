import { deskQuality } from "~/i18n/zh-CN/desk-quality";
import { ErrorSummary } from "~/ui/error-summary";
import { fieldId, reasonsAt, type RefusedForm } from "~/ui/refused-form";

const LABELS: Record<string, string> = { ...deskQuality.elements, ...deskQuality.fields };

/** Each line leads to the field of the form that was refused. */
export function QualityRefusal({ refused }: { refused: RefusedForm | undefined }) {
  if (!refused) return null;
  const labels = Object.entries(LABELS).map(([name, label]) => [fieldId(refused.act, name), label] as const);
  return <ErrorSummary reasons={reasonsAt(refused)} labels={Object.fromEntries(labels)} />;
}
