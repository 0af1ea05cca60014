import { startOfDay } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { keptMonths } from "./kept-months.server";
import { nextMonth } from "./months";
import { countByMonth, receivedMonths, type PublicFilter, type Tally } from "./public-store.server";

/** How many fit, and from where on a page of them has to be read. */
export interface Place {
  total: number;
  /** Only what was received before it has to be looked at, and of that so many are left out. */
  before: Date | null;
  skip: number;
}

/**
 * Where a page of the log stands, from the counts of the months: a count of everything, and a way through everything
 * to a late page, would cost more with every year. Null for a filter that the months cannot answer: words, and the state
 * in which the sender's question waits.
 */
export async function placeInLog(deps: Deps, filter: PublicFilter, skip: number): Promise<Place | null> {
  if (filter.q !== "" || filter.state === "waiting" || filter.state === "assigned") return null;
  const all = await receivedMonths(deps.db.client);
  const months = all.filter((month) => isWithin(month, filter.received));
  const { today } = filter;
  const tallies = await keptMonths(deps.db, { name: "log", under: today }, months, (missing) =>
    countByMonth(deps.db.client, missing, today),
  );
  const counts = tallies.map((month) => (month ?? []).filter((tally) => fits(tally, filter)).reduce(sum, 0));
  let [left, before]: [number, string | null] = [skip, null];
  for (let at = months.length - 1; at >= 0 && left >= counts[at]!; at--) {
    left -= counts[at]!;
    before = months[at]!;
  }
  return {
    total: counts.reduce((a, b) => a + b, 0),
    before: before === null ? null : startOfDay(`${before}-01`),
    skip: left,
  };
}

/** A filter of days is one of whole months. */
function isWithin(month: string, received: PublicFilter["received"]): boolean {
  if (!received) return true;
  return startOfDay(`${month}-01`) >= received.from && startOfDay(`${nextMonth(month)}-01`) <= received.before;
}

function fits(tally: Tally, { kind, unit, state }: PublicFilter): boolean {
  return (
    (kind === "" || tally.kind === kind) &&
    (unit === "" || tally.unit === unit) &&
    (state === "" || tally.state === state)
  );
}

function sum(total: number, { count }: Tally): number {
  return total + count;
}
