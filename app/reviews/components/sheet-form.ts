import { reasonsByField } from "~/i18n/reasons";
import type { Reason } from "~/platform/refusal";

/** A form of the sheet's page that was refused, with what was typed. */
export interface RefusedSheet {
  act: string;
  reasons: Reason[];
  values: Record<string, string | undefined>;
  kept: { id: string; name: string; size: number }[];
}

export interface FormField {
  name: string;
  id: string;
  defaultValue?: string;
  error?: string;
}

export interface SheetForm {
  refused: RefusedSheet | undefined;
  field: (act: string, name: string) => FormField;
}

/** Several forms of the page have a field of the same name: its id says whose it is. */
export function sheetForm(refused: RefusedSheet | undefined): SheetForm {
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  return {
    refused,
    field: (act, name) => {
      const isOwn = refused?.act === act;
      return {
        ...{ name, id: `${act}-${name}` },
        ...(isOwn ? { defaultValue: refused.values[name], error: errors[name] } : {}),
      };
    },
  };
}
