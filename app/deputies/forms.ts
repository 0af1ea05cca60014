import { z } from "zod";
import { isPlainDate } from "~/calendar/plain-date";
import { ABSENT_WORKING_DAYS_MAX } from "./deputy";

const person = z.string("choose").min(1, "choose").max(64, "choose");
const day = z.string("not_a_day").refine(isPlainDate, "not_a_day");

/** What the page of deputies posts. */
export const deputiesForm = z.discriminatedUnion(
  "act",
  [
    z.strictObject({ act: z.literal("arrange"), principal: person, deputy: person, fromOn: day, untilOn: day }),
    z.strictObject({ act: z.literal("end"), arrangement: z.string().regex(/^[1-9]\d{0,8}$/, "not_found") }),
    z.strictObject({ act: z.literal("hand_over"), from: person, to: person }),
    z.strictObject({
      act: z.literal("set_absence"),
      days: z
        .string("required")
        .regex(/^\d{1,2}$/, "absence_days_invalid")
        .transform(Number)
        .refine((days) => days >= 1 && days <= ABSENT_WORKING_DAYS_MAX, "absence_days_invalid"),
    }),
  ],
  "not_a_choice",
);

export type DeputiesForm = z.output<typeof deputiesForm>;
