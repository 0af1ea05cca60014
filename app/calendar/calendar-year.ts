import { holds, type Actor } from "~/accounts/actor";
import { addDays, isPlainDate, weekdayOf, yearOf, type PlainDate } from "~/calendar/plain-date";
import type { SavedDay } from "~/calendar/holidays";
import type { Calendar } from "~/calendar/working-days";
import type { Reason } from "~/platform/refusal";

export interface NamedDay {
  day: PlainDate;
  name: string;
}

/** The arrangement of one year as it is edited: the days of rest, the make-up workdays, and where it was published. */
export interface CalendarYearInput {
  year: number;
  rest: NamedDay[];
  work: NamedDay[];
  source: string;
  isPublished: boolean;
}

export const CALENDAR_YEARS = { from: 2004, to: 2100 } as const;
const LONGEST_NAME = 30;
const LONGEST_SOURCE = 200;
const MOST_DAYS = 100;

/** The office that supervises the district's clocks, and the administrator of settings. */
export function mayEditCalendar(actor: Actor): boolean {
  return holds(actor, "supervisor", "office") || holds(actor, "system_admin");
}

/**
 * Why a year cannot be saved: `year_out_of_range`, `day_outside_year`, `day_twice`, `days_too_many`, `day_name_length`,
 * `make_up_day_on_weekday` (it works anyway), `source_missing`, `source_too_long`, and `rest_days_missing`, since a
 * published year without days of rest would count holidays as working days.
 */
export function calendarYearReasons(input: CalendarYearInput): Reason[] {
  const { year, rest, work, source, isPublished } = input;
  const reasons: Reason[] = [];
  const isInRange = Number.isInteger(year) && year >= CALENDAR_YEARS.from && year <= CALENDAR_YEARS.to;
  if (!isInRange) reasons.push({ code: "year_out_of_range", field: "year", params: CALENDAR_YEARS });
  if (isPublished && rest.length === 0) reasons.push({ code: "rest_days_missing", field: "rest" });
  if (source.trim() === "") reasons.push({ code: "source_missing", field: "source" });
  if (source.length > LONGEST_SOURCE) {
    reasons.push({ code: "source_too_long", field: "source", params: { limit: LONGEST_SOURCE } });
  }
  return [...reasons, ...dayReasons("rest", rest, year), ...dayReasons("work", work, year), ...repeated(rest, work)];
}

/** Reads one day or one range on each line: "2027-02-05..2027-02-11 春节", or "2027-02-20 春节". */
export function readDays(text: string, field: "rest" | "work"): { days: NamedDay[]; reasons: Reason[] } {
  const days: NamedDay[] = [];
  const reasons: Reason[] = [];
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    if (line.trim() === "") return;
    const read = readLine(line.trim());
    if (read) days.push(...read);
    else reasons.push({ code: "day_line_unreadable", field, params: { line: index + 1 } });
  });
  return { days, reasons };
}

/** Writes days the way `readDays` reads them, neighbours with the same name as a range. */
export function writeDays(days: readonly NamedDay[]): string {
  const ranges: { from: PlainDate; to: PlainDate; name: string }[] = [];
  for (const { day, name } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = ranges.at(-1);
    if (last && last.name === name && addDays(last.to, 1) === day) last.to = day;
    else ranges.push({ from: day, to: day, name });
  }
  return ranges.map(({ from, to, name }) => `${from === to ? from : `${from}..${to}`} ${name}`).join("\n");
}

/** The year as the calendar has it, to begin editing from. */
export function daysOfYear(calendar: Calendar, year: number): { rest: NamedDay[]; work: NamedDay[] } {
  const days = Object.entries(calendar.days)
    .filter(([day]) => yearOf(day) === year)
    .map(([day, { kind, name }]): SavedDay => ({ day, kind, name }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const named = (kind: SavedDay["kind"]) =>
    days.filter((one) => one.kind === kind).map(({ day, name }) => ({ day, name }));
  return { rest: named("rest"), work: named("work") };
}

function readLine(line: string): NamedDay[] | undefined {
  const [, from = "", to = from, name = ""] =
    /^(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?\s+(\S.*)$/.exec(line) ?? [];
  if (!isPlainDate(from) || !isPlainDate(to) || to < from || addDays(from, MOST_DAYS) < to) return undefined;
  const days: NamedDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push({ day, name });
  return days;
}

function dayReasons(field: "rest" | "work", days: readonly NamedDay[], year: number): Reason[] {
  if (days.length > MOST_DAYS) return [{ code: "days_too_many", field, params: { limit: MOST_DAYS } }];
  return days.flatMap(({ day, name }): Reason[] => {
    if (!isPlainDate(day) || yearOf(day) !== year) return [{ code: "day_outside_year", field, params: { day } }];
    const isLong = name.trim() === "" || name.length > LONGEST_NAME;
    if (isLong) return [{ code: "day_name_length", field, params: { day, limit: LONGEST_NAME } }];
    const isWeekday = weekdayOf(day) % 6 !== 0;
    return field === "work" && isWeekday ? [{ code: "make_up_day_on_weekday", field, params: { day } }] : [];
  });
}

function repeated(rest: readonly NamedDay[], work: readonly NamedDay[]): Reason[] {
  const seen = new Set<PlainDate>();
  const reasons: Reason[] = [];
  for (const [field, days] of [
    ["rest", rest],
    ["work", work],
  ] as const) {
    for (const { day } of days) {
      if (seen.has(day)) reasons.push({ code: "day_twice", field, params: { day } });
      seen.add(day);
    }
  }
  return reasons;
}
