import { holds, type Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { answeredWhere } from "./answered-store.server";
import { NOBODY, type DeskFilter } from "./desk-filter";
import { keptMonths } from "./kept-months.server";
import {
  countAnsweredByMonth,
  countAnsweredSeen,
  countAssisted,
  countHidden,
  type AnsweredTally,
} from "./message-store.server";
import { unitsOf } from "./permissions";
import { receivedMonths } from "./public-store.server";

/**
 * How many answered messages the actor finds at the desk under a filter without words: from the counts of the months,
 * less the few that are hidden. Those of one officer are few, and counted.
 */
export async function countAnswered(actor: Actor, filter: DeskFilter, deps: Deps): Promise<number> {
  const { client } = deps.db;
  const today = plainDateOf(deps.now);
  const where = answeredWhere(filter, today);
  const isOffice = holds(actor, "supervisor");
  if (filter.officer || (!isOffice && holds(actor, "leader"))) return countAnsweredSeen(client, actor, where);
  const units = unitsOf(actor);
  const months = await receivedMonths(client);
  const kept = await keptMonths(deps.db, { name: "answered", under: today }, months, (missing) =>
    countAnsweredByMonth(client, missing, today),
  );
  const own = kept
    .flatMap((month) => month ?? [])
    .filter((tally) => (isOffice || units.includes(tally.unit ?? "")) && fits(tally, filter));
  const assisted = isOffice ? 0 : await countAssisted(client, units, where);
  return own.reduce((total, { count }) => total + count, 0) + assisted - (await countHidden(client, actor, where));
}

function fits(tally: AnsweredTally, { unit, kind, state }: DeskFilter): boolean {
  return (
    (unit === "" || (tally.unit ?? NOBODY) === unit) &&
    (kind === "" || tally.kind === kind) &&
    (state === "" || tally.state === state)
  );
}
