import { accountNames } from "~/accounts/queries.server";
import { daysOfYear, writeDays } from "~/calendar/calendar-year";
import type { YearDraft, YearState, YearSummary } from "~/calendar/year-summary";
import { listCalendarYears, loadCalendar } from "~/calendar/load-calendar.server";
import { plainDateOf, yearOf } from "~/calendar/plain-date";
import type { Calendar } from "~/calendar/working-days";
import type { Deps } from "~/platform/db.server";

/** The years around today that have a calendar or will need one, the latest first. For staff. */
export async function listYearSummaries(deps: Deps): Promise<YearSummary[]> {
  const [calendar, saved] = await Promise.all([loadCalendar(deps), listCalendarYears(deps)]);
  const names = await accountNames(
    deps,
    saved.map((year) => year.changedById),
  );
  const next = yearOf(plainDateOf(deps.now)) + 1;
  const years = new Set([next, ...calendar.years, ...saved.map((year) => year.year)]);
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => {
      const row = saved.find((one) => one.year === year);
      const { rest, work } = daysOfYear(calendar, year);
      return {
        ...{ year, rest: rest.length, work: work.length, source: row?.source ?? "" },
        state: stateOf(year, calendar, row !== undefined),
        changedAt: row?.changedAt.toISOString() ?? null,
        changedBy: names.get(row?.changedById ?? "") ?? null,
      };
    });
}

export async function readYearDraft(deps: Deps, year: number): Promise<YearDraft> {
  const [calendar, saved] = await Promise.all([loadCalendar(deps), listCalendarYears(deps)]);
  const row = saved.find((one) => one.year === year);
  const { rest, work } = daysOfYear(calendar, year);
  return {
    ...{ year, rest: writeDays(rest), work: writeDays(work), source: row?.source ?? "" },
    isPublished: calendar.years.includes(year),
    savedAt: row?.changedAt.toISOString() ?? "",
  };
}

function stateOf(year: number, calendar: Calendar, isSaved: boolean): YearState {
  if (calendar.years.includes(year)) return isSaved ? "saved" : "built_in";
  return isSaved ? "unpublished" : "unknown";
}
