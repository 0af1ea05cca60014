import type { CalendarYearInput } from "~/calendar/calendar-year";
import type { SavedDay } from "~/calendar/holidays";
import type { Client, Tx } from "~/platform/db.server";

export interface StoredYear {
  year: number;
  isPublished: boolean;
  source: string;
  changedById: string | null;
  changedAt: Date;
}

export async function listSavedYears(client: Client): Promise<StoredYear[]> {
  return client.calendarYear.findMany({ orderBy: { year: "asc" } });
}

export async function findSavedYear(client: Client, year: number): Promise<StoredYear | null> {
  return client.calendarYear.findUnique({ where: { year } });
}

export async function listSavedDays(client: Client): Promise<SavedDay[]> {
  const rows = await client.calendarDay.findMany({ orderBy: { day: "asc" } });
  return rows.map(({ day, kind, name }) => ({ day, kind: kind as SavedDay["kind"], name }));
}

/** Puts the year in place of whatever was saved of it. */
export async function replaceYear(
  tx: Tx,
  input: CalendarYearInput,
  change: { changedById: string | null; changedAt: Date },
): Promise<void> {
  const { year, isPublished, source } = input;
  await tx.calendarDay.deleteMany({ where: { day: { gte: `${year}-01-01`, lte: `${year}-12-31` } } });
  const days = [
    ...input.rest.map((day) => ({ ...day, kind: "rest", ...change })),
    ...input.work.map((day) => ({ ...day, kind: "work", ...change })),
  ];
  if (days.length > 0) await tx.calendarDay.createMany({ data: days });
  const fields = { isPublished, source, ...change };
  await tx.calendarYear.upsert({ where: { year }, create: { year, ...fields }, update: fields });
}
