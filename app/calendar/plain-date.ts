/**
 * A calendar day in Asia/Shanghai, written "YYYY-MM-DD". Days compare as text. China has kept UTC+8 without
 * summer time since 1992, so the offset is a constant and nothing here depends on the server's own zone.
 */
export type PlainDate = string;

const DAY = 86_400_000;
const SHANGHAI_OFFSET = 8 * 3_600_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** The day an instant falls on in Asia/Shanghai. */
export function plainDateOf(now: Date): PlainDate {
  return fromUtcMidnight(now.getTime() + SHANGHAI_OFFSET);
}

/** Whether the text is a day that exists: 2026-02-29 is not. */
export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== "string" || !PATTERN.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && fromUtcMidnight(at) === text;
}

/** The day that many days later (earlier when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  return fromUtcMidnight(utcMidnight(day) + days * DAY);
}

/** Days from the first to the second, the first not counted; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (utcMidnight(to) - utcMidnight(from)) / DAY;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: PlainDate): number {
  return new Date(utcMidnight(day)).getUTCDay();
}

export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

/** The instant of 00:00 in Asia/Shanghai. */
export function startOfDay(day: PlainDate): Date {
  return new Date(utcMidnight(day) - SHANGHAI_OFFSET);
}

/** The instant of 24:00 in Asia/Shanghai, when a period that ends on this day is over (民法典 第二百零三条). */
export function endOfDay(day: PlainDate): Date {
  return startOfDay(addDays(day, 1));
}

/** Lists count the same days over and over: reading and writing them is most of a count. */
const MOST_KNOWN = 5_000;
const read = new Map<PlainDate, number>();
const written = new Map<number, PlainDate>();

function utcMidnight(day: PlainDate): number {
  const known = read.get(day);
  if (known !== undefined) return known;
  const at = PATTERN.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(at)) throw new RangeError(`Not a day: ${day}`);
  keep(read, day, at);
  return at;
}

/** Of any instant of the day in UTC. */
function fromUtcMidnight(at: number): PlainDate {
  const midnight = Math.floor(at / DAY) * DAY;
  const known = written.get(midnight);
  if (known !== undefined) return known;
  const day = new Date(midnight).toISOString().slice(0, 10);
  keep(written, midnight, day);
  return day;
}

function keep<K, V>(known: Map<K, V>, key: K, value: V): void {
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, value);
}
