import { z } from "zod";
import { ATTRIBUTES, WITHHOLDING_GROUNDS } from "~/disclosure/attribute";
import {
  choice,
  numeral,
  optionalChoice,
  optionalDay,
  optionalPattern,
  optionalText,
  repeated,
  requiredDay,
  requiredText,
} from "~/forms/fields";
import { BASES, DECISIONS } from "./attribute-review";
import { FINDINGS } from "./spot-check";

export const MAX_WORDS = 5_000;
const MOST_ITEMS = 500;
/** Read aloud at a draw and typed: digits and letters. */
const SEED = /^[0-9A-Za-z-]{4,64}$/;
const UNIT = /^[a-z0-9-]{1,60}$/;

function acting<const A extends string, S extends z.ZodRawShape>(act: A, shape: S) {
  return z.strictObject({ act: z.literal(act, { error: "choice_unknown" }), ...shape });
}

const reason = requiredText(MAX_WORDS, "reason_missing");

export const drawForm = acting("draw", {
  unit: optionalPattern(UNIT, "choice_unknown"),
  fromOn: requiredDay(),
  toOn: requiredDay(),
  perUnit: numeral(),
  workingDays: numeral(),
  seed: optionalPattern(SEED, "seed_invalid"),
});
export const findForm = acting("find", {
  item: numeral(),
  finding: choice(FINDINGS, "choice_unknown", "finding_missing"),
  note: optionalText(MAX_WORDS),
});
export const closeForm = acting("close", { item: numeral() });
export const sendBackForm = acting("send_back", { item: numeral(), reason });
export const rectifyForm = acting("rectify", { answer: requiredText(MAX_WORDS, "answer_missing") });

export const openForm = acting("open", { year: numeral(), basis: choice(BASES) });
export const decideForm = acting("decide", {
  decision: choice(DECISIONS, "choice_unknown", "review_decision_missing"),
  toAttribute: optionalChoice(ATTRIBUTES),
  ground: optionalChoice(WITHHOLDING_GROUNDS),
  effectiveOn: optionalDay(),
  reason,
});
export const approveForm = acting("approve", { item: repeated(numeral(), MOST_ITEMS) });
export const declineForm = acting("decline", { item: repeated(numeral(), MOST_ITEMS), reason });
/** A leader's decision on paper: which decisions of units stand on it, and, for a no, its words. */
export const verifyReviewPaperForm = acting("verify_paper", {
  paper: numeral(),
  item: repeated(numeral(), MOST_ITEMS),
  words: optionalText(MAX_WORDS),
});
export const publishForm = acting("publish", {});
export const ITEMS_REPEATABLE = ["item"] as const;
