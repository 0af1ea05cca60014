import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";

/** A form that was refused: which one, why, and what was typed. */
export interface RefusedAct {
  act: string;
  reasons: ReasonToTell[];
  errors: Record<string, string>;
  values: Record<string, string | undefined>;
  /** All values of each field, for those that may stand more than once. */
  lists: Record<string, string[]>;
  /** Files that were set aside. */
  kept: { id: string; name: string; size: number }[];
}

/** What the page shows of a refused form; without fields it could not be read. */
export function refusedAct(
  reasons: ReasonToTell[],
  fields: Record<string, string[]> = {},
  kept: RefusedAct["kept"] = [],
): RefusedAct {
  const values = Object.fromEntries(Object.entries(fields).map(([name, [first]]) => [name, first]));
  return { act: values.act ?? "", reasons, errors: reasonsByField(reasons, "zh-CN"), values, lists: fields, kept };
}
