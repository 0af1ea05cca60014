import { addDays, daysBetween, weekdayOf, yearOf, type PlainDate } from "~/calendar/plain-date";

/** What the State Council's yearly arrangement, or the office, says of one day. */
export interface CalendarEntry {
  kind: "rest" | "work";
  name: string;
}

/** The calendar as a value. `years` are those whose arrangement is known; any other year is weekends only. */
export interface Calendar {
  days: Readonly<Record<PlainDate, CalendarEntry>>;
  years: readonly number[];
}

export type DayKind = "working" | "make_up" | "weekend" | "holiday";

/** Days that do not count although they are worked: those after `after`, up to and including `to`. */
export interface Pause {
  after: PlainDate;
  to: PlainDate;
}

/** One line of a count. `number` is null when the day is not counted; day zero, the day received, has "received". */
export interface CountRow {
  day: PlainDate;
  weekday: number;
  kind: DayKind | "received" | "paused";
  name: string;
  number: number | null;
  isProvisional: boolean;
}

/** Weekends rest, unless the arrangement makes them work; weekdays work, unless it makes them rest. */
export function isWorkingDay(day: PlainDate, calendar: Calendar): boolean {
  const kind = dayKind(day, calendar);
  return kind === "working" || kind === "make_up";
}

/**
 * The last day of a period of working days. Day zero is the day received; the first working day after it is day one
 * (民法典 第二百零一条). A period of no days ends on the day received. Throws RangeError for anything but a whole
 * number from 0. Where `isProvisional(received, due)`, the date must be shown as 暂定.
 */
export function dueOn(
  received: PlainDate,
  workingDays: number,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): PlainDate {
  requireCount(workingDays);
  let day = received;
  for (let left = workingDays; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar) && !isPaused(day, pauses)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. Inverse of `dueOn`. */
export function countWorkingDays(from: PlainDate, to: PlainDate, calendar: Calendar): number {
  if (to < from) return -countWorkingDays(to, from, calendar);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

/** The count of `dueOn`, day by day from the day received to the due day, each with why it counts or not. */
export function explainCount(
  received: PlainDate,
  workingDays: number,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): CountRow[] {
  requireCount(workingDays);
  const rows: CountRow[] = [countRow(received, "received", null, calendar)];
  let number = 0;
  for (let day = received; number < workingDays;) {
    day = addDays(day, 1);
    const kind = dayKind(day, calendar);
    const isWorked = kind === "working" || kind === "make_up";
    const isCounted = isWorked && !isPaused(day, pauses);
    if (isCounted) number += 1;
    rows.push(countRow(day, isWorked && !isCounted ? "paused" : kind, isCounted ? number : null, calendar));
  }
  return rows;
}

/**
 * Whether a count over these days uses a year whose arrangement is not published: it was counted with weekends only,
 * and the date must be shown as 暂定.
 */
export function isProvisional(from: PlainDate, to: PlainDate, calendar: Calendar): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (!calendar.years.includes(year)) return true;
  }
  return false;
}

/**
 * The last day of a period of calendar days. The first day is not counted (民法典 第二百零一条); a last day that is
 * a day of rest moves to the next working day (民法典 第二百零三条).
 */
export function dueOnCalendarDays(received: PlainDate, days: number, calendar: Calendar): PlainDate {
  requireCount(days);
  return workingDayFrom(addDays(received, days), calendar);
}

/** The day itself when it is a working day, else the next one. */
export function workingDayFrom(day: PlainDate, calendar: Calendar): PlainDate {
  return isWorkingDay(day, calendar) ? day : dueOn(day, 1, calendar);
}

/**
 * The length of a comment period both ways: `difference` does not count the first day, and is what a legal minimum is
 * held against (民法典 第二百零一条); `inclusive` counts both ends, as many notices do.
 */
export function periodLength(opensOn: PlainDate, closesOn: PlainDate): { difference: number; inclusive: number } {
  const difference = daysBetween(opensOn, closesOn);
  return { difference, inclusive: difference + 1 };
}

function isPaused(day: PlainDate, pauses: readonly Pause[]): boolean {
  return pauses.some(({ after, to }) => after < day && day <= to);
}

function dayKind(day: PlainDate, calendar: Calendar): DayKind {
  const isWeekend = weekdayOf(day) % 6 === 0;
  const entry = calendar.days[day];
  if (entry?.kind === "rest") return "holiday";
  if (!isWeekend) return "working";
  return entry?.kind === "work" ? "make_up" : "weekend";
}

function countRow(day: PlainDate, kind: CountRow["kind"], number: number | null, calendar: Calendar): CountRow {
  const name = kind === "holiday" || kind === "make_up" ? (calendar.days[day]?.name ?? "") : "";
  const provisional = !calendar.years.includes(yearOf(day));
  return { day, weekday: weekdayOf(day), kind, name, number, isProvisional: provisional };
}

function requireCount(days: number): void {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of days: ${days}`);
}
