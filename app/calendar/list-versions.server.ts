import type { Deps } from "~/platform/db.server";
import type { CommittedEvent } from "~/timeline/transact.server";
import { historyOf } from "~/timeline/queries.server";
import { calendarVersions, type CalendarChange, type CalendarVersion } from "./calendar-versions";
import { builtInCalendar } from "./holidays";
import { listCalendarYears, loadCalendar } from "./load-calendar.server";
import type { PlainDate } from "./plain-date";
import type { Calendar } from "./working-days";

/** Every change makes another calendar, so that what was read for one holds as long as it is used. */
const kept = new WeakMap<Calendar, Promise<CalendarVersion[]>>();

/** The versions that the calendar went through, oldest first: what the timeline has of each year that was saved. */
export async function listCalendarVersions(deps: Deps): Promise<CalendarVersion[]> {
  const calendar = await loadCalendar(deps);
  if (calendar === builtInCalendar) return [];
  const known = kept.get(calendar) ?? readVersions(deps, calendar);
  kept.set(calendar, known);
  known.catch(() => kept.delete(calendar));
  return known;
}

async function readVersions(deps: Deps, calendar: Calendar): Promise<CalendarVersion[]> {
  const years = await listCalendarYears(deps);
  const histories = await Promise.all(years.map(({ year }) => historyOf(deps, { kind: "calendar", id: String(year) })));
  const events = histories.flat().filter(({ kind }) => kind === "calendar.changed");
  return calendarVersions(builtInCalendar, events.sort((a, b) => a.seq - b.seq).map(changeOf), calendar);
}

function changeOf({ at, subject, payload }: CommittedEvent): CalendarChange {
  const { isPublished, rest, work } = payload as { isPublished: boolean; rest: PlainDate[]; work: PlainDate[] };
  return { at: new Date(at), year: Number(subject.id), isPublished, rest, work };
}
