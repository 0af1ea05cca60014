import { z } from "zod";
import {
  choice,
  givenText,
  identifier,
  optionalNumeral,
  optionalText,
  repeated,
  requiredDay,
  requiredText,
  yesNo,
} from "~/forms/fields";
import { MOST_CRITERIA } from "./scoring";

const MAX_TITLE = 100;
export const MAX_STATEMENT = 2_000;
const MAX_CONTACT = 100;
export const MAX_REASON = 500;
const MAX_CRITERIA = 1_000;
const MOST_ASSESSORS = 100;

const version = optionalNumeral();

const written = {
  title: requiredText(MAX_TITLE, "nomination_title_missing"),
  statement: requiredText(MAX_STATEMENT, "nomination_statement_missing"),
  contact: optionalText(MAX_CONTACT),
};

/** POST /desk/nominations/new. */
export const newNominationForm = z.strictObject({ policy: identifier("candidate_missing"), ...written });

/** Fields of the page of a nomination that may stand more than once. */
export const REPEATED_IN_NOMINATION = ["mark"];

/** What the page of a nomination posts. */
export const nominationForm = z.discriminatedUnion(
  "act",
  [
    z.strictObject({ act: z.literal("edit"), version, ...written }),
    z.strictObject({ act: z.literal("submit"), version }),
    z.strictObject({ act: z.literal("pass"), version }),
    z.strictObject({
      act: z.literal("return"),
      version,
      reason: requiredText(MAX_REASON, "nomination_return_reason"),
    }),
    z.strictObject({ act: z.literal("withdraw"), version }),
    z.strictObject({
      act: z.literal("decide"),
      version,
      selected: choice(["yes", "no"], "choice_unknown", "selection_choice_missing"),
      reason: requiredText(MAX_REASON, "selection_reason_missing"),
    }),
    z.strictObject({
      act: z.literal("score"),
      mark: repeated(
        z
          .string()
          .regex(/^\d{1,3}$/, "marks_invalid")
          .transform(Number),
        MOST_CRITERIA,
      ),
      remark: optionalText(MAX_REASON),
    }),
  ],
  "not_a_choice",
);

export type NominationForm = z.output<typeof nominationForm>;

/** Fields of the office's page of a round that may stand more than once. */
export const REPEATED_IN_ROUND = ["assessor"];

/** What the office's page of a round posts. */
export const roundForm = z.discriminatedUnion(
  "act",
  [
    z.strictObject({
      act: z.literal("set_last_day"),
      version,
      lastDay: requiredDay(),
      reason: requiredText(MAX_REASON, "last_day_reason"),
    }),
    z.strictObject({
      act: z.literal("set_scoring"),
      version,
      scored: yesNo(),
      criteria: givenText(MAX_CRITERIA),
    }),
    z.strictObject({
      act: z.literal("name_assessors"),
      version,
      assessor: repeated(identifier("assessor_unknown"), MOST_ASSESSORS),
    }),
    z.strictObject({ act: z.literal("submit_selection"), version }),
    z.strictObject({
      act: z.literal("return_selection"),
      version,
      reason: requiredText(MAX_REASON, "selection_return_reason"),
    }),
    z.strictObject({ act: z.literal("sign"), version }),
    z.strictObject({ act: z.literal("publish"), version }),
  ],
  "not_a_choice",
);

export type RoundForm = z.output<typeof roundForm>;
