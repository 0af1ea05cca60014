import { reasonsByField } from "~/i18n/reasons";
import type { RefusedAct } from "./message-bench";

/** Several forms of the page have a field of the same name: its id says whose it is. */
export function fieldId(act: string, name: string): string {
  return `${act}-${name}`;
}

export interface FieldMaker {
  (name: string, given?: string | null): { name: string; id: string; defaultValue?: string; error?: string };
  all: (name: string) => string[];
}

/** Makes the fields of one act's form; what was typed into it comes back when it was refused. */
export function fieldsOf(act: string, refused: RefusedAct | undefined): FieldMaker {
  const own = refused?.act === act ? refused : undefined;
  const errors = reasonsByField(own?.reasons ?? [], "zh-CN");
  const make = (name: string, given?: string | null) => ({
    name,
    id: fieldId(act, name),
    defaultValue: own ? own.values[name]?.[0] : (given ?? undefined),
    error: errors[name],
  });
  return Object.assign(make, { all: (name: string) => own?.values[name] ?? [] });
}
