import { holds, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { keptMonths } from "./kept-months.server";
import { countAnsweredByMonth, countAnsweredSeen, countAssisted, countHidden } from "./message-store.server";
import { unitsOf } from "./permissions";
import { receivedMonths } from "./public-store.server";

/** How many answered messages the actor finds at the desk: from the counts of the months, less the few that are hidden. */
export async function countAnswered(actor: Actor, deps: Deps): Promise<number> {
  const { client } = deps.db;
  const isOffice = holds(actor, "supervisor");
  if (!isOffice && holds(actor, "leader")) return countAnsweredSeen(client, actor);
  const units = unitsOf(actor);
  const months = await receivedMonths(client);
  const kept = await keptMonths(deps.db, { name: "answered" }, months, (missing) =>
    countAnsweredByMonth(client, missing),
  );
  const own = kept.flatMap((month) => month ?? []).filter(({ unit }) => isOffice || units.includes(unit ?? ""));
  const assisted = isOffice ? 0 : await countAssisted(client, units);
  return own.reduce((total, { count }) => total + count, 0) + assisted - (await countHidden(client, actor));
}
