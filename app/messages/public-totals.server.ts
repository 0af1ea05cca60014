import { startOfDay, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { keptMonths } from "./kept-months.server";
import { NO_UNIT } from "./log-query";
import { nextMonth } from "./months";
import { countByDay, countByMonth, receivedMonths, type PublicFilter, type Tally } from "./public-store.server";

/** How many fit, and from where on a page of them has to be read. */
export interface Place {
  total: number;
  /** Only what was received before it has to be looked at, and of that so many are left out. */
  before: Date | null;
  skip: number;
}

/**
 * Where a page of the log stands, from the counts of the months: a count of everything, and a way through everything
 * to a late page, would cost more with every year. Null for a filter that the months cannot answer: words, a street, and the
 * state in which the sender's question waits.
 */
export async function placeInLog(deps: Deps, filter: PublicFilter, skip: number): Promise<Place | null> {
  if (filter.q !== "" || filter.street !== "" || filter.state === "waiting" || filter.state === "assigned") return null;
  const all = await receivedMonths(deps.db.client);
  const months = all.filter((month) => isWithin(month, filter.received));
  const { today } = filter;
  const tallies = await keptMonths(deps.db, { name: "log", under: today }, months, (missing) =>
    countByMonth(deps.db.client, missing, today),
  );
  const counts = tallies.map((month) => (month ?? []).filter((tally) => fits(tally, filter)).reduce(sum, 0));
  const total = counts.reduce((a, b) => a + b, 0);
  const place = walk(months, counts, skip);
  const month = months[place.at];
  if (skip === 0 || month === undefined) return { total, before: null, skip };
  const days = await daysOf(deps, month, filter);
  const inMonth = walk(
    days.map(({ day }) => day),
    days.map(({ count }) => count),
    place.left,
  );
  const next = days[inMonth.at + 1]?.day ?? (place.at < months.length - 1 ? `${months[place.at + 1]}-01` : null);
  return { total, before: next === null ? null : startOfDay(next), skip: inMonth.left };
}

/** From the newest back: in which part the place is, and how many of that part come before it. */
function walk(parts: readonly string[], counts: readonly number[], skip: number): { at: number; left: number } {
  let [at, left] = [parts.length - 1, skip];
  for (; at >= 0 && left >= counts[at]!; at--) left -= counts[at]!;
  return { at, left };
}

/** What fits of the days of one month, as far as there is any. */
async function daysOf(deps: Deps, month: string, filter: PublicFilter): Promise<{ day: PlainDate; count: number }[]> {
  const [tallies = []] = await keptMonths(deps.db, { name: "days", under: filter.today }, [month], (missing) =>
    countByDay(deps.db.client, missing, filter.today),
  );
  const days = new Map<PlainDate, number>();
  for (const { day, ...tally } of tallies) {
    if (fits(tally, filter)) days.set(day, (days.get(day) ?? 0) + tally.count);
  }
  return [...days].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** A filter of days is one of whole months. */
function isWithin(month: string, received: PublicFilter["received"]): boolean {
  if (!received) return true;
  return startOfDay(`${month}-01`) >= received.from && startOfDay(`${nextMonth(month)}-01`) <= received.before;
}

function fits(tally: Tally, { kind, unit, state }: PublicFilter): boolean {
  return (
    (kind === "" || tally.kind === kind) &&
    (unit === "" || (tally.unit ?? NO_UNIT) === unit) &&
    (state === "" || tally.state === state)
  );
}

function sum(total: number, { count }: Tally): number {
  return total + count;
}
