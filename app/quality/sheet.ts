import { isBlank } from "~/forms/words";
import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

/** What is looked at, in the order of the sheet: the package, what the material says, how it says it. */
export const PARTS = {
  package: ["three_sync", "several_forms"],
  content: [
    ...(["background", "goals", "clause_by_clause", "scope", "procedures"] as const),
    ...(["time_limits", "terms", "changes", "benefits"] as const),
  ],
  style: ["plain_words", "own_words"],
} as const;
export type Part = keyof typeof PARTS;
export type Element = (typeof PARTS)[Part][number];

/**
 * 政策解读 explains background and aims, goes through what concerns the public clause by clause, and tells where, how and
 * by when things are done; it neither copies nor shortens the document (国办发〔2019〕54号 第(十)条; 穗府办函〔2017〕313号).
 */
export const ELEMENTS: readonly Element[] = Object.values(PARTS).flat();

export const MARKS = ["yes", "partly", "no", "not_applicable"] as const;
export type Mark = (typeof MARKS)[number];
export type Sheet = Record<Element, Mark>;

export const OUTCOMES = ["good", "passable", "weak"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** These apply to every interpretation, whatever the document is about. */
export const ALWAYS: readonly Element[] = ["three_sync", "clause_by_clause", "plain_words", "own_words"];

/** Why a check cannot be kept: an outcome has to follow from its sheet, and a weak one says what is weak. */
export function sheetRefusals({
  sheet,
  outcome,
  note,
}: {
  sheet: Sheet;
  outcome: Outcome;
  note: string | null;
}): Reason[] {
  const marks = Object.values(sheet);
  const hasGap = marks.includes("no") || marks.includes("partly");
  return [
    ...ALWAYS.filter((element) => sheet[element] === "not_applicable").map((one) => because("element_applies", one)),
    ...(outcome === "good" && marks.includes("no") ? [because("good_has_gap", "outcome")] : []),
    ...(outcome === "weak" && !hasGap ? [because("weak_without_gap", "outcome")] : []),
    ...(outcome === "weak" && isBlank(note) ? [because("quality_note_missing", "note")] : []),
  ];
}

/** Reads a sheet as it is kept; an element that came later has no mark. */
export function readSheet(json: string): Partial<Sheet> {
  return JSON.parse(json) as Partial<Sheet>;
}
