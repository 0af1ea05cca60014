import { mergeCalendar, type SavedDay } from "./holidays";
import type { PlainDate } from "./plain-date";
import type { Calendar, CalendarEntry } from "./working-days";

/** A year as it was saved, as the timeline has it: days without their names. */
export interface CalendarChange {
  at: Date;
  year: number;
  isPublished: boolean;
  rest: readonly PlainDate[];
  work: readonly PlainDate[];
}

/** What was counted with until a change, and from then on. */
export interface CalendarVersion {
  at: Date;
  before: Calendar;
  after: Calendar;
}

/**
 * The versions that the calendar went through, by its changes from the oldest on. Days are called what they are called
 * in `current`, or were in `base`.
 */
export function calendarVersions(
  base: Calendar,
  changes: readonly CalendarChange[],
  current: Calendar,
): CalendarVersion[] {
  const saved = new Map<number, CalendarChange>();
  let before = base;
  return changes.map((change) => {
    saved.set(change.year, change);
    const years = [...saved.values()];
    const after = mergeCalendar(base, years, years.flatMap(daysOf));
    const version = { at: change.at, before, after };
    before = after;
    return version;
  });

  function daysOf({ rest, work }: CalendarChange): SavedDay[] {
    return [...rest.map((day) => named(day, "rest")), ...work.map((day) => named(day, "work"))];
  }

  function named(day: PlainDate, kind: CalendarEntry["kind"]): SavedDay {
    const known = [current, base].map(({ days }) => days[day]).find((entry) => entry?.kind === kind);
    return { day, kind, name: known?.name ?? "" };
  }
}
