import type { Database } from "~/platform/db.server";
import { changedSince, headOf } from "./kept-months-store.server";
import { monthOf } from "./months";

interface Kept {
  /** The last event of the timeline that what is kept here knows of. */
  seq: number;
  /** Under a name and a month, such as `totals 2026-11`. */
  months: Map<string, { under: string; value: unknown }>;
}

/** Whoever was away for longer begins anew. */
const MOST_EVENTS = 2_000;

const kept = new WeakMap<Database, Kept>();

/**
 * What was derived from the messages of each month, in the order of the months. Every change of a message stands in the
 * timeline, in the same transaction; so the timeline tells, at each reading and whichever process made the change, which
 * months have to be derived again. Nothing here can be older than the database. `under` names what
 * else it was derived from, such as the day or the calendar.
 */
export async function keptMonths<T>(
  db: Database,
  { name, under = "" }: { name: string; under?: string },
  months: readonly string[],
  derive: (missing: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<(T | undefined)[]> {
  const known = await current(db);
  const { seq } = known;
  const keyOf = (month: string) => `${name} ${month}`;
  const before = new Map(months.map((month) => [month, known.months.get(keyOf(month))]));
  const valueOf = (month: string) => before.get(month)?.value as T | undefined;
  const missing = months.filter((month) => before.get(month)?.under !== under);
  if (missing.length === 0) return months.map(valueOf);
  const derived = await derive(missing);
  // Who looked at the timeline meanwhile may have found a change that was not there yet when this was derived.
  if (known.seq === seq) {
    for (const month of missing) known.months.set(keyOf(month), { under, value: derived.get(month) });
  }
  return months.map((month) => (missing.includes(month) ? derived.get(month) : valueOf(month)));
}

async function current(db: Database): Promise<Kept> {
  const known = kept.get(db);
  const head = await headOf(db.client);
  if (!known || head < known.seq || head - known.seq > MOST_EVENTS) {
    const fresh = { seq: head, months: new Map() };
    kept.set(db, fresh);
    return fresh;
  }
  if (head === known.seq) return known;
  const changed = new Set((await changedSince(db.client, known.seq)).map(monthOf));
  for (const key of [...known.months.keys()]) {
    if (changed.has(key.slice(-MONTH_LENGTH))) known.months.delete(key);
  }
  known.seq = Math.max(known.seq, head);
  return known;
}

const MONTH_LENGTH = "2026-11".length;
