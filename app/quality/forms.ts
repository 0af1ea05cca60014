import { z } from "zod";
import { choice, numeral, optionalText, requiredText } from "~/forms/fields";
import type { Act } from "./reinterpretation";
import { ELEMENTS, MARKS, OUTCOMES, type Element, type Sheet } from "./sheet";

export const MAX_WORDS = 5_000;
export const MOST_DAYS = 60;

const KINDS = ["text", "qa", "chart", "case", "expert", "media", "press_conference"] as const;

const marks = Object.fromEntries(
  ELEMENTS.map((element) => [element, choice(MARKS, "choice_unknown", "mark_missing")]),
) as Record<Element, ReturnType<typeof choice<typeof MARKS>>>;

function acting<const A extends Act | "set_days", S extends z.ZodRawShape>(act: A, shape: S) {
  return z.strictObject({ act: z.literal(act, { error: "choice_unknown" }), ...shape });
}

const outcome = choice(OUTCOMES, "choice_unknown", "quality_outcome_missing");
const note = optionalText(MAX_WORDS);
const findings = requiredText(MAX_WORDS, "findings_missing");
const better = requiredText(MAX_WORDS, "better_missing");

export const checkForm = acting("check", {
  ...marks,
  outcome,
  note,
  important: choice(["yes", "no"], "choice_unknown", "important_missing").transform((answer) => answer === "yes"),
});
export const recheckForm = acting("recheck", { ...marks, outcome, note });
/** A second check on paper: its sheet is copied by whoever verifies it. */
export const paperRecheckFields = { ...marks, outcome };
export const reportForm = acting("report", { findings, better });
export const approveReportForm = acting("approve_report", { reason: optionalText(MAX_WORDS) });
export const declineReportForm = acting("decline_report", { reason: requiredText(MAX_WORDS, "reason_missing") });
export const orderForm = acting("order", { ground: requiredText(MAX_WORDS, "findings_missing"), better });
export const beginAnswerForm = acting("begin_answer", { kind: choice(KINDS) });
export const answerForm = acting("answer", { note: requiredText(MAX_WORDS, "reason_missing") });
export const setDaysForm = acting("set_days", { days: numeral() });

/** The marks out of a posted sheet. */
export function sheetOf(posted: Sheet): Sheet {
  return Object.fromEntries(ELEMENTS.map((element) => [element, posted[element]])) as Sheet;
}
