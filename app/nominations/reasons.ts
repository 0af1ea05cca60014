import type { Reason } from "~/platform/refusal";

/** Every refusal of this domain. Each has its text in app/i18n, in both languages. */
type NominationReason =
  | "nomination_no_right"
  | "nomination_not_possible"
  | "nomination_same_person"
  | "nomination_twice"
  | "nomination_title_missing"
  | "nomination_statement_missing"
  | "nomination_return_reason"
  | "collecting_over"
  | "candidate_missing"
  | "candidate_unknown"
  | "candidate_not_released"
  | "candidate_outside_half"
  | "last_day_past"
  | "last_day_too_late"
  | "last_day_unchanged"
  | "last_day_reason"
  | "round_not_possible"
  | "selection_same_person"
  | "selection_undecided"
  | "selection_gone"
  | "selection_unscored"
  | "selection_choice_missing"
  | "selection_reason_missing"
  | "selection_return_reason"
  | "criteria_number"
  | "criterion_name"
  | "criterion_twice"
  | "weights_not_hundred"
  | "criteria_in_use"
  | "assessor_unknown"
  | "assessor_has_scored"
  | "score_own_unit"
  | "score_not_possible"
  | "marks_invalid";

/** A table with a text for each of them. */
export type NominationReasonTexts<T> = Record<NominationReason, T>;

export function because(code: NominationReason, field?: string, params?: Reason["params"]): Reason {
  return { code, ...(field === undefined ? {} : { field }), ...(params === undefined ? {} : { params }) };
}
