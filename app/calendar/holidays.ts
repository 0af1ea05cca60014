// The table and not the functions of the library: those shift by a day where the server runs west of Greenwich.
import arrangements from "chinese-days/dist/chinese-days.json";

import { yearOf, type PlainDate } from "~/calendar/plain-date";
import type { Calendar, CalendarEntry } from "~/calendar/working-days";

/** A year as the office saved it: it replaces the built-in year as a whole. */
export interface SavedYear {
  year: number;
  isPublished: boolean;
}

export type SavedDay = CalendarEntry & { day: PlainDate };

/** The State Council's arrangements that come with the software, from 2004 to the last one announced at its release. */
export const builtInCalendar: Calendar = readArrangements();

/**
 * The built-in arrangements with the office's rows over them. A saved year is taken whole, so that a holiday the office
 * removed does not shine through from below; one saved as not yet published makes its dates provisional.
 */
export function mergeCalendar(base: Calendar, years: readonly SavedYear[], rows: readonly SavedDay[]): Calendar {
  const saved = new Map(years.map((year) => [year.year, year.isPublished]));
  const days: Record<PlainDate, CalendarEntry> = {};
  for (const [day, entry] of Object.entries(base.days)) {
    if (!saved.has(yearOf(day))) days[day] = entry;
  }
  for (const { day, kind, name } of rows) days[day] = { kind, name };
  const kept = base.years.filter((year) => !saved.has(year));
  const published = years.filter((year) => year.isPublished).map((year) => year.year);
  return { days, years: [...kept, ...published].sort((a, b) => a - b) };
}

function readArrangements(): Calendar {
  const days: Record<PlainDate, CalendarEntry> = {};
  for (const [day, label] of Object.entries(arrangements.holidays)) days[day] = { kind: "rest", name: nameIn(label) };
  for (const [day, label] of Object.entries(arrangements.workdays)) days[day] = { kind: "work", name: nameIn(label) };
  return { days, years: Object.keys(days).filter(isNewYearsDay).map(yearOf).sort() };
}

/** New Year's Day rests in every arrangement. The last days of December may stand in the arrangement of the next year. */
function isNewYearsDay(day: PlainDate): boolean {
  return day.endsWith("-01-01");
}

/** A label is "English,中文,days". */
function nameIn(label: string): string {
  return label.split(",")[1] ?? label;
}
