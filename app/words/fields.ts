import { z } from "zod";
import { isPlainDate, type PlainDate } from "~/calendar/plain-date";
import type { ReasonCode } from "~/i18n/reasons";
import { isBlank, isTooLong, tidyText } from "./words";

// Pieces that forms are made of. A message is the code of a reason; its text stands in app/i18n.

/** Text that must be there, with tidy line ends; its length is counted in characters (code points). */
export function requiredText(maximum: number, missing: ReasonCode, tooLong: ReasonCode = "text_too_long") {
  return z
    .string({ error: missing })
    .transform(tidyText)
    .refine((text) => !isBlank(text), { error: missing })
    .check(atMost(maximum, tooLong));
}

/** Text that may be left out; blank is null. */
export function optionalText(maximum: number, tooLong: ReasonCode = "text_too_long") {
  return z
    .string()
    .optional()
    .transform((text) => (isBlank(text) ? null : tidyText(text!)))
    .check(atMost(maximum, tooLong));
}

/** Text that may be left out (null) and may be emptied on purpose (""). */
export function givenText(maximum: number, tooLong: ReasonCode = "text_too_long") {
  return z
    .string()
    .optional()
    .transform((text) => (text === undefined ? null : isBlank(text) ? "" : tidyText(text)))
    .check(atMost(maximum, tooLong));
}

/** One of the list. */
export function choice<const T extends readonly string[]>(
  values: T,
  unknown: ReasonCode = "choice_unknown",
  missing: ReasonCode = "choice_missing",
) {
  return z.enum(values, { error: (issue) => (issue.input === undefined || issue.input === "" ? missing : unknown) });
}

/** One of the list, or nothing: absent and empty are null. */
export function optionalChoice<const T extends readonly string[]>(values: T, unknown: ReasonCode = "choice_unknown") {
  const absent = z.literal("").optional();
  return z
    .union([absent, z.enum(values)], { error: unknown })
    .transform((value) => (value === undefined || value === "" ? null : (value as T[number])));
}

/** `yes` or `no`; no answer is no. */
export function yesNo(unknown: ReasonCode = "choice_unknown") {
  return optionalChoice(["yes", "no"], unknown).transform((answer) => answer === "yes");
}

export function requiredDay(missing: ReasonCode = "day_missing") {
  return z
    .string({ error: missing })
    .refine((text) => text !== "", { error: missing, abort: true })
    .refine(isPlainDate, { error: "day_invalid" satisfies ReasonCode });
}

export function optionalDay() {
  return z
    .string()
    .optional()
    .refine((text) => !text || isPlainDate(text), { error: "day_invalid" satisfies ReasonCode })
    .transform((text): PlainDate | null => text || null);
}

const DIGITS = /^\d{1,9}$/;

/** A whole number in plain ASCII digits: nothing that only resembles one is taken for another record's number. */
export function numeral() {
  return z
    .string({ error: "number_invalid" satisfies ReasonCode })
    .regex(DIGITS, { error: "number_invalid" satisfies ReasonCode })
    .transform(Number);
}

export function optionalNumeral() {
  return z
    .string()
    .optional()
    .refine((text) => !text || DIGITS.test(text), { error: "number_invalid" satisfies ReasonCode })
    .transform((text) => (text ? Number(text) : null));
}

/** A field that may be posted several times. */
export function repeated<T extends z.ZodType>(item: T, most: number) {
  return z
    .array(item)
    .max(most, { error: "number_invalid" satisfies ReasonCode })
    .default([]);
}

const IDENTIFIER = /^[A-Za-z0-9._-]{1,100}$/;

/** An id made by the platform: letters, digits, dot, dash and underscore. */
export function identifier(error: ReasonCode) {
  return z.string({ error }).regex(IDENTIFIER, { error });
}

export function optionalIdentifier(error: ReasonCode) {
  return optionalPattern(IDENTIFIER, error);
}

/** A text of one form, or nothing: blank is null. */
export function optionalPattern(pattern: RegExp, error: ReasonCode) {
  return z
    .string({ error })
    .optional()
    .refine((text) => !text || pattern.test(text), { error })
    .transform((text): string | null => text || null);
}

function atMost(maximum: number, message: ReasonCode): z.core.CheckFn<string | null> {
  return (payload) => {
    const { value } = payload;
    if (value === null || !isTooLong(value, maximum)) return;
    payload.issues.push({ code: "too_big", origin: "string", maximum, input: value, message });
  };
}
