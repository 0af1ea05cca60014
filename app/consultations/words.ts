import type { Reason } from "~/platform/refusal";
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

const LINE_ENDS = /\r\n?/g;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Text as it is counted and kept: one kind of line end, no blank edges. Browsers post CRLF for each line break. */
export function tidyText(text: string): string {
  return text.replace(LINE_ENDS, "\n").trim();
}

/** Characters as people count them: code points, so that an emoji or a rare character is one. */
export function countCharacters(text: string): number {
  return [...text].length;
}

/** Nothing that can be seen: empty, white space, zero-width characters. */
export function isBlank(text: string | null | undefined): boolean {
  return !text || !VISIBLE.test(text);
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

/** A text of n code points has between n and 2n units: most lengths are settled without counting. */
export function isTooLong(text: string | null, maximum: number): boolean {
  if (!text || text.length <= maximum) return false;
  const tidy = tidyText(text);
  return tidy.length > 2 * maximum || countCharacters(tidy) > maximum;
}
