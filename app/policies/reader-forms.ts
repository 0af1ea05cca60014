import { z } from "zod";
import { choice, optionalIdentifier, optionalPattern, optionalText, requiredText } from "~/forms/fields";

export const UNDERSTOOD = ["yes", "partly", "no"] as const;
export type Understood = (typeof UNDERSTOOD)[number];

export const MAX_RATING_REASON = 1_000;
export const MAX_QUESTION = 2_000;
const MAX_ANSWER = 5_000;
const KEY = /^[A-Za-z0-9_-]{16,64}$/;

/** POST /interpretations/:slug/ratings. */
export const ratingForm = z.strictObject({
  understood: choice(UNDERSTOOD, "choice_unknown", "rating_missing"),
  reason: optionalText(MAX_RATING_REASON),
  key: optionalPattern(KEY, "key_invalid"),
});

/** POST /policies/:slug/questions. */
export const questionForm = z.strictObject({
  text: requiredText(MAX_QUESTION, "question_text_missing"),
  clause: optionalIdentifier("clause_unknown"),
  material: optionalIdentifier("choice_unknown"),
  key: z.string({ error: "key_invalid" }).regex(KEY, { error: "key_invalid" }),
});

/** POST /desk/policies/:slug/questions. */
export const answerForm = z.strictObject({
  act: z.literal("answer_question", { error: "choice_unknown" }),
  question: z
    .string()
    .regex(/^\d{1,9}$/, { error: "number_invalid" })
    .transform(Number),
  outcome: choice(["answered", "declined"]),
  askedAs: optionalText(MAX_QUESTION),
  answer: requiredText(MAX_ANSWER, "answer_missing"),
});
