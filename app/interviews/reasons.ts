import type { Reason } from "~/platform/refusal";

/** Every refusal of this domain. Each has its text in app/i18n, in both languages. */
type InterviewReason =
  | "interview_no_right"
  | "interview_not_possible"
  | "interview_same_person"
  | "interview_cancelled"
  | "interview_begun"
  | "questions_closed"
  | "questions_without_end"
  | "begins_in_past"
  | "begins_invalid"
  | "guest_missing"
  | "question_missing"
  | "question_too_long"
  | "question_gist_missing"
  | "question_ended"
  | "question_not_shown"
  | "question_not_answered"
  | "answer_missing"
  | "answer_unchanged"
  | "correction_note_needed"
  | "decline_ground_missing"
  | "decline_reason_missing";

/** A table with a text for each of them. */
export type InterviewReasonTexts<T> = Record<InterviewReason, T>;

export function because(code: InterviewReason, field?: string, params?: Reason["params"]): Reason {
  return { code, ...(field === undefined ? {} : { field }), ...(params === undefined ? {} : { params }) };
}
