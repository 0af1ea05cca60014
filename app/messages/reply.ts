import type { PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { isBlank } from "~/forms/words";
import { isSealed, type MessageFacts, type Resolution } from "./message";
import { because } from "./reasons";

/** What the public is to read of it: the sender's words, masked; a 典型问答 in the office's own words; or nothing. */
export const DISPLAYS = ["words", "typical", "none"] as const;
export type Display = (typeof DISPLAYS)[number];

export interface ReplyPlan {
  text: string | null;
  resolution: Resolution;
  promisedOn: PlainDate | null;
  display: Display;
  publicTitle: string | null;
  publicBody: string | null;
  publicReply: string | null;
}

type ConsentFacts = Pick<MessageFacts, "kind" | "recusedUnits" | "recusedIds"> & {
  consentsToPublish: boolean;
  consentWithdrawnAt: Date | null;
};

export function hasConsent(message: Pick<ConsentFacts, "consentsToPublish" | "consentWithdrawnAt">): boolean {
  return message.consentsToPublish && message.consentWithdrawnAt === null;
}

/**
 * Why this answer cannot go to the second person: no words, a promise without a day to come, words for the public that
 * are missing, the sender's words without consent, or anything public of what is sealed.
 */
export function replyRefusals(plan: ReplyPlan, message: ConsentFacts, today: PlainDate): Reason[] {
  const reasons: Reason[] = [];
  if (isBlank(plan.text)) reasons.push(because("reply_text_missing", "text"));
  if (plan.resolution === "promised" && !plan.promisedOn) reasons.push(because("promise_day_missing", "promisedOn"));
  if (plan.resolution === "promised" && plan.promisedOn && plan.promisedOn <= today)
    reasons.push(because("promise_day_past", "promisedOn", { today }));
  return [...reasons, ...displayRefusals(plan, message)];
}

/** Asked again of the second person: consent may have been taken back while the reply was being read. */
export function displayRefusals(
  { display, publicTitle, publicBody, publicReply }: Omit<ReplyPlan, "text" | "resolution" | "promisedOn">,
  message: ConsentFacts,
): Reason[] {
  if (display === "none") return [];
  if (isSealed(message)) return [because("never_public", "display")];
  const reasons: Reason[] = [];
  if (display === "words" && !hasConsent(message)) reasons.push(because("no_consent_to_words", "display"));
  if (isBlank(publicTitle) || isBlank(publicBody)) reasons.push(because("public_words_missing", "publicBody"));
  if (isBlank(publicReply)) reasons.push(because("public_reply_missing", "publicReply"));
  return reasons;
}
