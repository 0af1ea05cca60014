import { loadCalendar } from "~/calendar/load-calendar.server";
import type { PlainDate } from "~/calendar/plain-date";
import type { Calendar } from "~/calendar/working-days";
import type { Database, Deps } from "~/platform/db.server";
import { clockSettings } from "./clock-settings.server";
import { nearestDueOn, type ClockSettings } from "./clocks";
import { isOneOfUnit } from "./holder";
import { changedSince, headOf } from "./kept-months-store.server";
import { OFFICE_HELD, type MessageState } from "./message";
import { listOpen, type OpenMessage } from "./open-work-store.server";

/** What somebody has to do: dispatch it, answer it, or do what was promised. */
export type OpenPart = "office" | "unit" | "promise";

/** An open message with the day of its most urgent clock. */
export interface OpenWork {
  number: string;
  part: OpenPart;
  dueOn: PlainDate | null;
  message: OpenMessage;
}

interface Kept {
  /** The last event of the timeline that what is kept here knows of. */
  seq: number;
  /** What the days were counted with. */
  calendar: Calendar;
  under: string;
  /** The nearest day first. */
  list: readonly OpenWork[];
}

/** Whoever was away for longer begins anew. */
const MOST_EVENTS = 2_000;

/** People who look at their desks between two changes, and the filters they use. */
const MOST_VIEWS = 100;

const kept = new WeakMap<Database, Promise<Kept>>();
const views = new WeakMap<readonly OpenWork[], Map<string, unknown>>();

/**
 * Everything that is open, the nearest day first, and those of one day in the order of their numbers. However many
 * messages there are in all, these are as many as a district has in hand; they are kept in memory, and each reading asks
 * the timeline, in which every change of a message stands, which of them to read again. Nothing here is older than the
 * database, whichever process changed it. Days are counted again when the calendar or the settings change.
 */
export async function openMessages(deps: Deps): Promise<readonly OpenWork[]> {
  const clock = { calendar: await loadCalendar(deps), settings: await clockSettings(deps) };
  // One after the other, so that no reading takes the place of a newer one.
  const before = (kept.get(deps.db) ?? Promise.resolve(null)).catch(() => null);
  const turn = before.then((known) => current(known, deps.db, clock));
  kept.set(deps.db, turn);
  return (await turn).list;
}

/**
 * What follows from exactly this list and from what the name says; a desk looked at again costs no other walk through all
 * that is open. The next change makes another list, and nothing that was derived from this one is found any more.
 */
export function viewOf<T>(list: readonly OpenWork[], name: string, derive: (list: readonly OpenWork[]) => T): T {
  const derived = views.get(list) ?? new Map<string, unknown>();
  if (derived.has(name)) return derived.get(name) as T;
  if (derived.size >= MOST_VIEWS) derived.clear();
  const view = derive(list);
  views.set(list, derived.set(name, view));
  return view;
}

async function current(
  known: Kept | null,
  { client }: Database,
  { calendar, settings }: { calendar: Calendar; settings: ClockSettings },
): Promise<Kept> {
  const seq = await headOf(client);
  const under = JSON.stringify(settings.dispatchDays);
  const dated = (message: OpenMessage): OpenWork => ({
    ...{ number: message.number, part: partOf(message), message },
    dueOn: nearestDueOn(message, calendar, settings),
  });
  if (!known || seq < known.seq || seq - known.seq > MOST_EVENTS) {
    const all = await listOpen(client, null);
    return { seq, calendar, under, list: sorted(all.map(dated)) };
  }
  let { list } = known;
  const changed = seq === known.seq ? new Set<string>() : new Set(await changedSince(client, known.seq));
  if (changed.size > 0) {
    const again = await listOpen(client, [...changed]);
    list = sorted([...list.filter(({ number }) => !changed.has(number)), ...again.map(dated)]);
  }
  if (known.calendar !== calendar || known.under !== under) list = sorted(list.map(({ message }) => dated(message)));
  return { seq, calendar, under, list };
}

/** What has no day stands last. */
function sorted(list: readonly OpenWork[]): OpenWork[] {
  return [...list].sort((a, b) => byDay(a, b) || (a.number < b.number ? -1 : 1));
}

function byDay({ dueOn: a }: OpenWork, { dueOn: b }: OpenWork): number {
  if (a === b) return 0;
  return (a ?? "9999") < (b ?? "9999") ? -1 : 1;
}

function partOf({ state }: OpenMessage): OpenPart {
  if ((OFFICE_HELD as readonly MessageState[]).includes(state)) return "office";
  return isOneOfUnit(state) ? "unit" : "promise";
}
