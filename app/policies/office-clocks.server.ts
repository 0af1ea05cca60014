import type { Actor } from "~/accounts/actor";
import { plainDateOf, startOfDay, yearOf } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import {
  byClock,
  countByUnit,
  countStandings,
  isOfYear,
  packageClocks,
  type ClockKind,
  type Standing,
} from "./package-clocks";
import { maySeeClocks, maySeeDesk } from "./permissions";
import { findClockedPolicies } from "./policy-list-store.server";

export interface ClockFilter {
  unit: string;
  kind: ClockKind | null;
  standing: Standing | null;
  /** Of what was done; null for this year. */
  year: number | null;
}

const YEARS_OFFERED = 5;

/**
 * Misses and near misses of all units: counters and figures by unit for the year and kind chosen, and one page of the
 * clocks that fit the whole filter. Refusal: `not_found` (404) for all but the office and leaders.
 */
export async function officeClocks(
  actor: Actor,
  { unit, kind, standing, year: asked }: ClockFilter,
  { page, pageSize }: { page: number; pageSize: number },
  { db, now }: Deps,
) {
  if (!maySeeClocks(actor)) throw refuseAsNotFound();
  const today = plainDateOf(now);
  const thisYear = yearOf(today);
  const years = Array.from({ length: YEARS_OFFERED }, (_, index) => thisYear - index);
  const year = years.find((offered) => offered === asked) ?? thisYear;
  const calendar = await currentCalendar(db.client);
  const found = await findClockedPolicies(db.client, {
    from: startOfDay(`${year}-01-01`),
    until: startOfDay(`${year + 1}-01-01`),
  });
  const all = found
    .flatMap((facts) => packageClocks(facts, today, calendar))
    .filter((clock) => isOfYear(clock, year) && (kind === null || clock.kind === kind));
  const ofUnit = all.filter(({ unitCode }) => unit === "" || unitCode === unit);
  const rows = ofUnit.filter((clock) => standing === null || clock.standing === standing).toSorted(byClock);
  return {
    ...{ year, years },
    counts: countStandings(ofUnit),
    units: countByUnit(all),
    total: rows.length,
    rows: rows.slice((page - 1) * pageSize, page * pageSize).map((clock) => ({
      ...clock,
      mayOpen: maySeeDesk(actor, { ...clock, exception: null }),
    })),
  };
}
