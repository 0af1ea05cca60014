import type { StoredState } from "./consultation";

export type SheetPart = "draft" | "outcome";

/** What is signed next, or was signed last: until the approval the draft, from then on the outcome. */
export function sheetPartOf(state: StoredState): SheetPart {
  return state === "preparing" || state === "in_review" ? "draft" : "outcome";
}

/** Whether the sheet is being filled: what it is about is not public yet. */
export function isSheetOpen(state: StoredState): boolean {
  return state === "preparing" || state === "in_review" || state === "approved" || state === "outcome_in_review";
}
