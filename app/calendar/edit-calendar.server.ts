import { accountIdOf, type Actor } from "~/accounts/actor";
import { accountNames } from "~/accounts/queries.server";
import { calendarYearReasons, mayEditCalendar, type CalendarYearInput } from "~/calendar/calendar-year";
import { findSavedYear, replaceYear, type StoredYear } from "~/calendar/store.server";
import type { Deps } from "~/platform/db.server";
import { Refused, refuseAsNotFound, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";

export interface CalendarEdit extends CalendarYearInput {
  /** When the year that was edited from had been saved; null when it had not been. */
  savedAt: string | null;
}

/**
 * Saves the arrangement of one year as a whole, as published or not yet; for supervisors of the open-government office
 * and system administrators. Due dates are counted anew from then on. Refusals: those of `calendarYearReasons`;
 * `stale` (409) when somebody saved the year meanwhile.
 */
export async function editCalendar(actor: Actor, input: CalendarEdit, deps: Deps): Promise<void> {
  if (!mayEditCalendar(actor)) throw refuseAsNotFound();
  requireNone(calendarYearReasons(input));
  const { savedAt, ...year } = input;
  await transact(deps, async (tx, record) => {
    const saved = await findSavedYear(tx, year.year);
    if ((saved?.changedAt.toISOString() ?? null) !== savedAt) throw await staleRefusal(deps, saved);
    await replaceYear(tx, year, { changedById: accountIdOf(actor), changedAt: deps.now });
    record({
      kind: "calendar.changed",
      subject: { kind: "calendar", id: String(year.year) },
      actor,
      payload: { isPublished: year.isPublished, rest: daysOf(year.rest), work: daysOf(year.work) },
    });
  });
}

function daysOf(days: readonly { day: string }[]): string[] {
  return days.map(({ day }) => day).sort();
}

async function staleRefusal(deps: Deps, saved: StoredYear | null): Promise<Refused> {
  const names = await accountNames(deps, [saved?.changedById ?? null]);
  const by = names.get(saved?.changedById ?? "") ?? "—";
  return new Refused([{ code: "stale", params: { by, at: saved?.changedAt.toISOString() ?? "—" } }], 409);
}
