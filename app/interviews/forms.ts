import { z } from "zod";
import { choice, optionalNumeral, optionalPattern, optionalText, requiredText, yesNo } from "~/forms/fields";
import { DECLINE_GROUNDS } from "./question";

export const MAX_QUESTION = 500;
export const MAX_ANSWER = 5_000;
const MAX_TITLE = 100;
const MAX_SUMMARY = 2_000;
const MAX_GUEST = 200;
const MAX_NAME = 50;
const MAX_REASON = 500;

/** A day and a time of day in Asia/Shanghai, as a field of the type datetime-local posts it. */
const beginsAt = z
  .string("begins_invalid")
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "begins_invalid")
  .transform((text) => new Date(`${text}:00+08:00`))
  .refine((instant) => !Number.isNaN(instant.getTime()), "begins_invalid");

const written = {
  title: requiredText(MAX_TITLE, "required"),
  titleEn: optionalText(MAX_TITLE),
  summary: requiredText(MAX_SUMMARY, "required"),
  summaryEn: optionalText(MAX_SUMMARY),
  guest: requiredText(MAX_GUEST, "guest_missing"),
  guestEn: optionalText(MAX_GUEST),
  beginsAt,
};

export const newInterviewForm = z.strictObject({ unit: z.string("choose").min(1, "choose"), ...written });

/** POST /interviews/:slug/questions. */
export const questionForm = z.strictObject({
  body: requiredText(MAX_QUESTION, "question_missing", "question_too_long"),
  name: optionalText(MAX_NAME, "name_too_long"),
  publish: yesNo("publish_unknown"),
  key: optionalPattern(/^[A-Za-z0-9_-]{16,64}$/, "key_invalid"),
});

const version = optionalNumeral();
const number = z
  .string("not_found")
  .regex(/^[1-9]\d{0,8}$/, "not_found")
  .transform(Number);
const reason = requiredText(MAX_REASON, "decline_reason_missing");

/** What the desk's page of an interview posts. */
export const interviewActForm = z.discriminatedUnion(
  "act",
  [
    z.strictObject({ act: z.literal("edit"), version, ...written }),
    z.strictObject({ act: z.literal("submit"), version }),
    z.strictObject({ act: z.literal("return"), version }),
    z.strictObject({ act: z.literal("announce"), version }),
    z.strictObject({ act: z.literal("cancel"), version, reason: requiredText(MAX_REASON, "reason_missing") }),
    z.strictObject({ act: z.literal("end"), version }),
    z.strictObject({ act: z.literal("close"), version }),
    z.strictObject({ act: z.literal("show"), number, gist: optionalText(MAX_QUESTION) }),
    z.strictObject({
      act: z.literal("decline"),
      number,
      ground: choice(DECLINE_GROUNDS, "choice_unknown", "decline_ground_missing"),
      reason,
    }),
    z.strictObject({ act: z.literal("answer"), number, text: requiredText(MAX_ANSWER, "answer_missing") }),
    z.strictObject({
      act: z.literal("correct"),
      number,
      text: requiredText(MAX_ANSWER, "answer_missing"),
      note: requiredText(MAX_REASON, "correction_note_needed"),
    }),
  ],
  "not_a_choice",
);

export type InterviewActForm = z.output<typeof interviewActForm>;

/** On the receipt of a question, on a shared computer. */
export const leaveForm = z.strictObject({ act: z.literal("leave", "choice_unknown") });
