import type { Reason } from "~/platform/refusal";

/** Every refusal of this domain. Each has its text in app/i18n, in both languages, or it does not compile. */
export const REVIEW_REASONS = [
  // the sheet
  "secrecy_check_missing",
  "secrecy_check_outdated",
  "secrecy_not_cleared",
  "secrecy_check_same_person",
  "personal_check_missing",
  "personal_check_outdated",
  "personal_not_cleared",
  "hits_open",
  "outside_check_missing",
  "outside_check_failed",
  "check_result_missing",
  "check_note_missing",
  "hit_missing",
  "hit_gone",
  "override_reason_missing",
  "review_text_too_long",
  "outside_check_off",
  // terms
  "terms_missing",
  "term_too_long",
  "term_without_right",
  "title_without_name",
  "too_many_terms",
  // paper
  "paper_number_missing",
  "paper_scan_missing",
  "paper_stated_in_future",
  "paper_signer_unknown",
  "paper_act_unknown",
  "paper_settled",
  "paper_same_person",
  "paper_own_signature",
  "paper_reason_missing",
  "paper_waits",
  "paper_words_missing",
  "paper_before_submission",
] as const;

export type ReviewReason = (typeof REVIEW_REASONS)[number];

export function because(code: ReviewReason, field?: string, params?: Reason["params"]): Reason {
  return { code, ...(field === undefined ? {} : { field }), ...(params === undefined ? {} : { params }) };
}
