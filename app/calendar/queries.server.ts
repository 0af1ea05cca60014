import type { Client } from "~/platform/db.server";
import { builtInCalendar, mergeCalendar } from "./holidays";
import { listSavedDays, listSavedYears } from "./store.server";
import type { Calendar } from "./working-days";

/** The calendar as a transaction sees it; pages take the one that `loadCalendar` keeps. */
export async function currentCalendar(client: Client): Promise<Calendar> {
  const years = await listSavedYears(client);
  return years.length === 0 ? builtInCalendar : mergeCalendar(builtInCalendar, years, await listSavedDays(client));
}
