import type { Reason } from "~/platform/refusal";

/** Every refusal of this domain. Each has its text in app/i18n, in both languages, or it does not compile. */
export const QUALITY_REASONS = [
  "quality_not_possible",
  "quality_own_work",
  "quality_of_own_unit",
  "quality_same_person_reported",
  "quality_same_person_ordered",
  "mark_missing",
  "element_applies",
  "good_has_gap",
  "weak_without_gap",
  "quality_note_missing",
  "quality_outcome_missing",
  "important_missing",
  "findings_missing",
  "better_missing",
  "order_still_runs",
  "paper_outcome_differs",
  "unanswered_is_not_met",
  "answer_material_missing",
  "days_invalid",
] as const;

export type QualityReason = (typeof QUALITY_REASONS)[number];

export function because(code: QualityReason, field?: string, params?: Reason["params"]): Reason {
  return { code, ...(field === undefined ? {} : { field }), ...(params === undefined ? {} : { params }) };
}
