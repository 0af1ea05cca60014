import { z } from "zod";
import { isPlainDate } from "~/calendar/plain-date";
import { MAX_PAPER_NUMBER, PAPER_ACTS } from "./paper-signature";
import type { ReviewReason } from "./reasons";
import { TERM_KINDS } from "./screened-term";

export const MAX_NOTE = 2_000;
const MAX_HITS = 500;
const MAX_LIST = 50_000;

function text(maximum: number) {
  return z
    .string()
    .default("")
    .transform((value) => value.trim())
    .check((payload) => {
      if ([...payload.value].length <= maximum) return;
      const message: ReviewReason = "review_text_too_long";
      payload.issues.push({ code: "too_big", origin: "string", maximum, input: payload.value, message });
    });
}

function number(error: ReviewReason) {
  return z
    .string({ error })
    .regex(/^[1-9]\d{0,8}$/, { error })
    .transform(Number);
}

function yesNo(error: ReviewReason) {
  return z.enum(["yes", "no"], { error }).transform((answer) => answer === "yes");
}

/** Its button says which of the two reviews it is. */
export const checkForm = z.strictObject({
  act: z.enum(["check_secrecy", "check_personal"]),
  cleared: yesNo("check_result_missing"),
  note: text(MAX_NOTE).transform((note) => note || null),
});

export const overrideForm = z.strictObject({
  act: z.literal("override"),
  hit: z.array(z.string().max(300)).max(MAX_HITS).default([]),
  reason: text(MAX_NOTE),
});

export const outsideForm = z.strictObject({ act: z.literal("check_outside") });

/** Which of the acts may be signed at the place is asked by the verb. */
export const paperForm = z.strictObject({
  act: z.literal("enter_paper"),
  paperAct: z.enum(PAPER_ACTS, { error: "paper_act_unknown" satisfies ReviewReason }),
  signer: z
    .string({ error: "paper_signer_unknown" satisfies ReviewReason })
    .regex(/^[\w-]{1,60}$/, { error: "paper_signer_unknown" satisfies ReviewReason }),
  number: text(MAX_PAPER_NUMBER),
  statedOn: z.string({ error: "day_missing" }).refine(isPlainDate, { error: "day_invalid" }),
  attachment: z.array(z.literal("")).max(5).default([]),
  kept: z
    .array(z.string().regex(/^[0-9a-z]{16}$/))
    .max(5)
    .default([]),
});

const verifying = { act: z.literal("verify_paper"), paper: number("paper_settled") };

/** A leader's decision on paper: its words are copied by whoever verifies it. */
export const verifyDecisionForm = z.strictObject({
  ...verifying,
  words: text(MAX_NOTE).transform((words) => words || null),
});

export const verifyPaperForm = z.strictObject({
  ...verifying,
  releaseRevisedDraft: z
    .enum(["yes", "no"])
    .optional()
    .transform((answer) => answer === "yes"),
});

export const refusePaperForm = z.strictObject({
  act: z.literal("refuse_paper"),
  paper: number("paper_settled"),
  reason: text(MAX_NOTE),
});

/** Fields of these forms that may be posted several times. */
export const SHEET_REPEATABLE = ["hit", "attachment", "kept"] as const;

export const addTermsForm = z.strictObject({
  act: z.literal("add"),
  kind: z.enum(TERM_KINDS, { error: "choose" }),
  terms: text(MAX_LIST),
});

export const removeTermsForm = z.strictObject({
  act: z.literal("remove"),
  term: z.array(number("terms_missing")).max(MAX_HITS).default([]),
});

const PEOPLE = { two: 2, three: 3, district: null } as const;

export const setPeopleForm = z.strictObject({
  act: z.literal("set_people"),
  unit: z
    .string()
    .max(60)
    .default("")
    .transform((code) => code || null),
  people: z.enum(["two", "three", "district"], { error: "choose" }).transform((choice) => PEOPLE[choice]),
});

export const setSheetForm = z.strictObject({
  act: z.literal("set_sheet"),
  compulsory: z.enum(["yes", "no"], { error: "choose" }).transform((answer) => answer === "yes"),
});
