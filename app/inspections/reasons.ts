import type { Reason } from "~/platform/refusal";

/** Every refusal of this domain. Each has its text in app/i18n, in both languages, or it does not compile. */
export const INSPECTION_REASONS = [
  "period_reversed",
  "period_in_future",
  "sample_empty",
  "sample_size_invalid",
  "rectify_days_invalid",
  "seed_invalid",
  "inspection_not_possible",
  "inspection_own_unit",
  "inspection_own_answer",
  "finding_missing",
  "finding_note_missing",
  "review_too_early",
  "review_opened_before",
  "review_year_invalid",
  "review_published",
  "review_not_finished",
  "review_decision_missing",
  "decision_not_for_this",
  "review_ground_missing",
  "lapse_in_future",
  "same_person_decided",
  "items_missing",
] as const;

export type InspectionReason = (typeof INSPECTION_REASONS)[number];

export function because(code: InspectionReason, field?: string, params?: Reason["params"]): Reason {
  return { code, ...(field === undefined ? {} : { field }), ...(params === undefined ? {} : { params }) };
}
