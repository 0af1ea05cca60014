import type { PlainDate } from "~/calendar/plain-date";
import type { Reading } from "~/platform/db.server";
import { firstMaterialOn } from "~/policies/published-packages.server";
import { readRound, roundsSince, type Round } from "./round";
import { findRounds, type RoundRecord } from "./round-store.server";

/**
 * The rounds that have opened, newest first: from the half year in which the first material was published, and at least
 * from the first round about which something was decided. Each with what was decided.
 */
export async function openedRounds(
  { db }: Reading,
  today: PlainDate,
): Promise<{ rounds: Round[]; decided: Map<string, RoundRecord> }> {
  const decided = await findRounds(db.client);
  const begins = [...decided.keys()].flatMap((key) => readRound(key)?.from ?? []);
  const first = await firstMaterialOn({ db });
  const earliest = [...begins, ...(first === null ? [] : [first])].toSorted()[0] ?? null;
  return { rounds: roundsSince(earliest, today), decided };
}
