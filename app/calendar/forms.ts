import { z } from "zod";

import { CALENDAR_YEARS, readDays, type CalendarYearInput } from "~/calendar/calendar-year";
import { isPlainDate, type PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";

const MOST_TEXT = 10_000;
const LONGEST_TRIAL = 250;

/** One year of the calendar, as the office's page posts it. */
export const calendarYearForm = z.strictObject({
  act: z.literal("save", "not_a_choice"),
  year: z.coerce.number("year_out_of_range").int("year_out_of_range"),
  rest: z.string("required").max(MOST_TEXT, "too_long"),
  work: z.string("required").max(MOST_TEXT, "too_long"),
  source: z.string("required").max(MOST_TEXT, "too_long"),
  isPublished: z.enum(["yes", "no"], "choose"),
  savedAt: z.string("required").max(50, "invalid"),
});

/** The year of the form with its lines read, and the lines that could not be. */
export function readCalendarYear(form: z.output<typeof calendarYearForm>): {
  input: CalendarYearInput & { savedAt: string | null };
  reasons: Reason[];
} {
  const [rest, work] = [readDays(form.rest, "rest"), readDays(form.work, "work")];
  const { year, source, savedAt } = form;
  return {
    input: {
      ...{ year, rest: rest.days, work: work.days, source: source.trim() },
      isPublished: form.isPublished === "yes",
      savedAt: savedAt === "" ? null : savedAt,
    },
    reasons: [...rest.reasons, ...work.reasons],
  };
}

/** The year asked for in the address; undefined when it is none of the calendar's. */
export function yearParam(text: string | null): number | undefined {
  const year = /^\d{4}$/.test(text ?? "") ? Number(text) : NaN;
  return year >= CALENDAR_YEARS.from && year <= CALENDAR_YEARS.to ? year : undefined;
}

/** A count to try out, as the address has it; undefined when it is incomplete. */
export function trialParams(params: URLSearchParams): { received: PlainDate; days: number } | undefined {
  const received = params.get("received");
  const text = params.get("days") ?? "";
  const days = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  const isInRange = days >= 0 && days <= LONGEST_TRIAL;
  return isPlainDate(received) && yearParam(received.slice(0, 4)) && isInRange ? { received, days } : undefined;
}
