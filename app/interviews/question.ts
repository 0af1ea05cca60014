import type { Reason } from "~/platform/refusal";
import { isBlank } from "~/forms/words";
import { because } from "./reasons";

export const QUESTION_STATES = ["pending", "shown", "answered", "declined"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** Why a question is not shown or not answered; its sender reads the reason. `cancelled` is given by the platform. */
export const DECLINE_GROUNDS = ["off_topic", "repeated", "personal_matter", "unsuitable", "out_of_time"] as const;
export type DeclineGround = (typeof DECLINE_GROUNDS)[number] | "cancelled";

export interface QuestionFacts {
  state: QuestionState;
  consentsToPublish: boolean;
}

/**
 * Why the question cannot be shown like this: it has its end, or its sender does not consent and the officer has not
 * said in his own words what is asked.
 */
export function showReasons({ state, consentsToPublish }: QuestionFacts, gist: string | null): Reason[] {
  if (state === "answered" || state === "declined") return [because("question_ended")];
  return !consentsToPublish && isBlank(gist) ? [because("question_gist_missing", "gist")] : [];
}

export function declineReasons({ state }: QuestionFacts, reason: string): Reason[] {
  return [
    ...(state === "answered" || state === "declined" ? [because("question_ended")] : []),
    ...(isBlank(reason) ? [because("decline_reason_missing", "reason")] : []),
  ];
}

export function answerReasons({ state }: QuestionFacts, text: string): Reason[] {
  if (state === "pending") return [because("question_not_shown")];
  if (state !== "shown") return [because("question_ended")];
  return isBlank(text) ? [because("answer_missing", "text")] : [];
}

/** What was read by thousands is corrected by a further version that says what changed. */
export function correctReasons({ state }: QuestionFacts, before: string | null, text: string, note: string): Reason[] {
  if (state !== "answered" || before === null) return [because("question_not_answered")];
  return [
    ...(isBlank(text) ? [because("answer_missing", "text")] : []),
    ...(text === before ? [because("answer_unchanged", "text")] : []),
    ...(isBlank(note) ? [because("correction_note_needed", "note")] : []),
  ];
}
