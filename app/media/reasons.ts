import type { Reason } from "~/platform/refusal";

/** Every refusal of this domain. Each has its text in app/i18n, in both languages, or it does not compile. */
export const MEDIA_REASONS = [
  "media_missing",
  "media_gone",
  "media_type",
  "media_ending",
  "media_broken",
  "media_too_large",
  "media_in_use",
  "picture_too_many_dots",
  "media_title_missing",
  "media_text_too_long",
  "poster_missing",
  "still_missing",
  "still_type",
  "captions_missing",
  "captions_not_text",
  "captions_not_vtt",
  "captions_time",
  "captions_without_words",
  "transcript_missing",
  "text_alternative_missing",
  "upload_size",
  // words changed afterwards
  "words_unchanged",
  "words_wait",
  "words_under_review",
  "words_note_missing",
  "no_words_waiting",
  "correction_same_person",
] as const;

export type MediaReason = (typeof MEDIA_REASONS)[number];

export function because(code: MediaReason, field?: string, params?: Reason["params"]): Reason {
  return { code, ...(field === undefined ? {} : { field }), ...(params === undefined ? {} : { params }) };
}
