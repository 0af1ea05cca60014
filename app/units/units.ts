import type { PlainDate } from "~/calendar/plain-date";
import type { Language } from "~/i18n/language";

export type UnitKind = "office" | "department" | "street";

export interface Unit {
  code: string;
  name: string;
  nameEn: string;
  kind: UnitKind;
  /** A unit that was abolished keeps its records and takes no new ones. */
  abolishedOn: PlainDate | null;
}

export function unitName(unit: Pick<Unit, "name" | "nameEn">, language: Language): string {
  return language === "en" ? unit.nameEn : unit.name;
}

/** Whether the text, from an address or a form, could be a unit's code at all. */
export function isUnitCode(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 64;
}
