import { daysBetween, isPlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

export type TimeUnit = "day" | "month" | "year";

export interface ChartTime {
  unit: TimeUnit;
  /** 2026-11-27 · 2026-11 · 2026. */
  key: string;
  /** Its place on the line, counted in its own unit. */
  at: number;
}

const EPOCH = "1970-01-01";

/** A day, a month or a year as people write them in a table: 2026-01-05, 2026/1/5, 2026年1月5日, 2026-01, 2026年1月, 2026年. */
export function readTime(cell: string): ChartTime | null {
  const plain = cell.normalize("NFKC").replace(/\s/g, "");
  const [, year, month, day] = /^(\d{4})(?:[-/年](?:(\d{1,2})(?:[-/月](?:(\d{1,2})日?)?)?)?)?$/.exec(plain) ?? [];
  if (!year || /[-/]$/.test(plain)) return null;
  if (!month) return { unit: "year", key: year, at: Number(year) };
  const key = `${year}-${month.padStart(2, "0")}`;
  if (!isPlainDate(`${key}-01`)) return null;
  if (!day) return { unit: "month", key, at: Number(year) * 12 + Number(month) };
  const whole = `${key}-${day.padStart(2, "0")}`;
  return isPlainDate(whole) ? { unit: "day", key: whole, at: daysBetween(EPOCH, whole) } : null;
}

/** Why a first column is no course of time: what is neither day, month nor year, two kinds of them, or one out of order. */
export function timeRefusals(cells: readonly string[]): Reason[] {
  const times = cells.map(readTime);
  const first = times[0];
  for (const [at, time] of times.entries()) {
    const place = { row: at + 2, cell: cells[at] ?? "" };
    if (!time) return [because("table_cell_no_time", "table", place)];
    if (time.unit !== first!.unit) return [because("table_times_mixed", "table", place)];
    if (at > 0 && time.at <= times[at - 1]!.at) return [because("table_times_unordered", "table", place)];
  }
  return [];
}
