import { plainDateOf } from "~/calendar/plain-date";
import type { Database } from "~/platform/db.server";
import { addReadings, type Reading } from "~/policies/readings.server";

const COUNTED = /\/(policies|interpretations)\/([a-z0-9-]{1,120})$/;

/** Readings of public pages since the last flush, by page: an address and a number, nothing of who asked. */
const counts = new Map<string, number>();

/** Called for each public page that is sent; only documents and their interpretation are counted. */
export function countReading(url: string): void {
  const path = url.split("?", 1)[0] ?? "";
  if (COUNTED.test(path)) counts.set(path, (counts.get(path) ?? 0) + 1);
}

/** Writes what was counted. A crash loses at most what came since the last time, never more than it says. */
export async function flushReadings(deps: { db: Database; now: Date }): Promise<void> {
  if (counts.size === 0) return;
  const day = plainDateOf(deps.now);
  const readings = [...counts].map(([path, count]): Reading => {
    const [, folder, subjectId = ""] = COUNTED.exec(path) ?? [];
    return { subjectKind: folder === "policies" ? "policy" : "interpretation", subjectId, day, count };
  });
  counts.clear();
  await addReadings(deps, readings);
}
