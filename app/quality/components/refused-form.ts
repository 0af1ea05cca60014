import { reasonsByField } from "~/i18n/reasons";
import type { Reason } from "~/platform/refusal";

/** What was typed into a form that was refused, so that nothing is lost. */
export interface RefusedForm {
  act: string;
  reasons: Reason[];
  values: Record<string, string | undefined>;
}

/** Several forms of the page have a field of the same name: its id says whose it is. */
export function fieldId(act: string, name: string): string {
  return `${act}-${name}`;
}

/** Name, id, value and message of the fields of one form. */
export function fieldsOf(act: string, refused: RefusedForm | undefined) {
  const own = refused?.act === act ? refused : undefined;
  const errors = reasonsByField(own?.reasons ?? [], "zh-CN");
  return (name: string, initial?: string | null) => ({
    name,
    id: fieldId(act, name),
    defaultValue: own?.values[name] ?? initial ?? undefined,
    error: errors[name],
  });
}

/** The reasons with the ids of the fields that they lead to. */
export function reasonsAt({ act, reasons }: RefusedForm): Reason[] {
  return reasons.map(({ field, ...reason }) => (field ? { ...reason, field: fieldId(act, field) } : reason));
}
