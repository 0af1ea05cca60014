import { inTransaction, type Deps } from "~/platform/db.server";
import { insertReadings, type Reading } from "./reader-store.server";

export type { Reading };

/** Adds to the readings of a day. They are figures, no acts: nothing of them stands in the timeline. */
export function addReadings({ db }: Pick<Deps, "db">, readings: readonly Reading[]): Promise<void> {
  return inTransaction(db, (tx) => insertReadings(tx, readings));
}
