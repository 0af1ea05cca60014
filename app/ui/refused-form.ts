import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";

/** What was typed into a form that was refused, so that nothing is lost. */
export interface RefusedForm {
  act: string;
  reasons: ReasonToTell[];
  values: Record<string, string | undefined>;
}

/** Several forms of the page have a field of the same name: its id says whose it is. */
export function fieldId(act: string, name: string): string {
  return `${act}-${name}`;
}

/** Name, id, value and message of the fields of one form. `item` tells apart forms of the same act on one page. */
export function fieldsOf(act: string, refused: RefusedForm | undefined, item?: number) {
  const isOwn = refused?.act === act && (item === undefined || refused.values.item === String(item));
  const errors = reasonsByField(isOwn ? refused.reasons : [], "zh-CN");
  return (name: string, initial?: string | null) => ({
    name,
    id: item === undefined || isOwn ? fieldId(act, name) : `${fieldId(act, name)}-${item}`,
    defaultValue: (isOwn ? refused.values[name] : undefined) ?? initial ?? undefined,
    error: errors[name],
  });
}

/** The reasons with the ids of the fields that they lead to. */
export function reasonsAt({ act, reasons }: RefusedForm): ReasonToTell[] {
  return reasons.map(({ field, ...reason }) => (field ? { ...reason, field: fieldId(act, field) } : reason));
}
