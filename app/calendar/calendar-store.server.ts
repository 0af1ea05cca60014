import type { Client } from "~/platform/db.server";
import { builtInCalendar, mergeCalendar } from "./holidays";
import type { Calendar } from "./working-days";

/** The arrangements that come with the software with the office's rows over them. */
export async function findCalendar(client: Client): Promise<Calendar> {
  const years = await client.calendarYear.findMany({ select: { year: true, isPublished: true } });
  const days = await client.calendarDay.findMany({ select: { day: true, kind: true, name: true } });
  if (years.length === 0 && days.length === 0) return builtInCalendar;
  return mergeCalendar(
    builtInCalendar,
    years,
    days.map(({ day, kind, name }) => ({ day, kind: kind === "work" ? "work" : "rest", name })),
  );
}
