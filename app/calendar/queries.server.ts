import type { Client } from "~/platform/db.server";
import { findCalendar } from "./calendar-store.server";
import type { Calendar } from "./working-days";

/** The calendar as it stands now; inside a transaction, as that sees it. */
export function currentCalendar(client: Client): Promise<Calendar> {
  return findCalendar(client);
}
