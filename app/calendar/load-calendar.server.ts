import { builtInCalendar, mergeCalendar } from "~/calendar/holidays";
import { listSavedDays, listSavedYears, type StoredYear } from "~/calendar/store.server";
import type { Calendar } from "~/calendar/working-days";
import type { Database, Deps } from "~/platform/db.server";
import { onCommitted } from "~/timeline/transact.server";

interface Kept {
  calendar: Promise<Calendar>;
  loadedAt: number;
}

/** An edit is seen at once; after a minute even when word of another process's was lost. */
const KEPT_MS = 60_000;

let kept = new WeakMap<Database, Kept>();

// Dropped and not updated: a load that began before the commit finishes into the map that was left behind.
onCommitted((events) => {
  if (events.some((event) => event.kind === "calendar.changed")) kept = new WeakMap();
});

/** The calendar to count with: the built-in arrangements and the office's years over them. */
export function loadCalendar(deps: Deps): Promise<Calendar> {
  const before = kept.get(deps.db);
  const age = deps.now.getTime() - (before?.loadedAt ?? 0);
  if (before && age >= 0 && age < KEPT_MS) return before.calendar;
  const loading = { calendar: readCalendar(deps), loadedAt: deps.now.getTime() };
  const map = kept.set(deps.db, loading);
  loading.calendar.catch(() => map.get(deps.db) === loading && map.delete(deps.db));
  return loading.calendar;
}

/** The years the office saved, for the page that lists them. */
export function listCalendarYears(deps: Deps): Promise<StoredYear[]> {
  return listSavedYears(deps.db.client);
}

async function readCalendar({ db }: Deps): Promise<Calendar> {
  const years = await listSavedYears(db.client);
  return years.length === 0 ? builtInCalendar : mergeCalendar(builtInCalendar, years, await listSavedDays(db.client));
}
