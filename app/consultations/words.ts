import type { Reason } from "~/platform/refusal";
import { isBlank, isTooLong } from "~/words/words";
import { because } from "./reasons";

export const MAX_BODY = 10_000;
export const MAX_SUGGESTION = 10_000;
export const MAX_NAME = 50;
export const MAX_CONTACT = 200;

/** What a person wrote, before anything is known of where it was sent. */
export interface Words {
  body: string;
  suggestion: string | null;
  name: string | null;
  contact: string | null;
}

/** Why these words cannot be taken, each reason at its field. */
export function wordsRefusals(words: Words): Reason[] {
  const reasons: Reason[] = [];
  if (isBlank(words.body)) reasons.push(because("body_missing", "body"));
  if (isTooLong(words.body, MAX_BODY)) reasons.push(because("body_too_long", "body", { maximum: MAX_BODY }));
  if (isTooLong(words.suggestion, MAX_SUGGESTION))
    reasons.push(because("suggestion_too_long", "suggestion", { maximum: MAX_SUGGESTION }));
  if (isTooLong(words.name, MAX_NAME)) reasons.push(because("name_too_long", "name", { maximum: MAX_NAME }));
  if (isTooLong(words.contact, MAX_CONTACT))
    reasons.push(because("contact_too_long", "contact", { maximum: MAX_CONTACT }));
  return reasons;
}
