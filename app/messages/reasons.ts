import type { Reason } from "~/platform/refusal";

/** Every refusal of this domain. Each has its text in app/i18n, in both languages, or it does not compile. */
export const MESSAGE_REASONS = [
  // who and when
  "message_no_right",
  "message_not_possible",
  "message_same_person",
  "another_officer_needed",
  "returned_twice",
  "asked_enough",
  "no_question",
  "question_waits",
  "extended_before",
  "extension_too_late",
  "reply_missing",
  "no_correction",
  "correction_waits",
  "reopened_before",
  "reopen_too_late",
  "no_promise",
  "promise_not_kept",
  "may_still_be_reopened",
  "never_public",
  // a table of orders
  "orders_missing",
  "orders_headings_missing",
  "orders_none",
  "order_number_missing",
  // writing
  "message_kind_missing",
  "message_kind_unknown",
  "message_title_short",
  "message_title_long",
  "message_body_missing",
  "message_body_long",
  "message_unit_unknown",
  "message_unit_abolished",
  // dispatch
  "unit_missing",
  "unit_recused",
  "unit_twice",
  "officer_unknown",
  "officer_recused",
  "officer_answered_before",
  "kind_unchanged",
  "merge_missing",
  "merge_itself",
  "merge_not_possible",
  "recusal_missing",
  "recused_already",
  "aside_not_own",
  "nobody_left",
  "proposed_itself",
  // the lengths of the clocks
  "clock_length_invalid",
  "clock_extension_short",
  "clock_dispatch_long",
  "clock_office_first",
  "clocks_unchanged",
  // replying
  "reply_text_missing",
  "promise_day_missing",
  "promise_day_past",
  "public_reply_missing",
  "public_words_missing",
  "no_consent_to_words",
  "correction_note_missing",
  "rated_before",
  "message_erased",
  "message_without_consent",
  "message_consent_withdrawn",
] as const;

export type MessageReason = (typeof MESSAGE_REASONS)[number] | GeneralReason;

/** Codes that say the same in every domain. */
type GeneralReason = "reason_missing" | "ground_missing" | "text_too_long" | "upload_gone" | "stated_in_future";

export function because(code: MessageReason, field?: string, params?: Reason["params"]): Reason {
  return { code, ...(field === undefined ? {} : { field }), ...(params === undefined ? {} : { params }) };
}
