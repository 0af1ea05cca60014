import type { Actor } from "~/accounts/actor";
import { unitsWithRole } from "~/accounts/queries.server";
import type { Deps } from "~/platform/db.server";
import { findMessage } from "./message-store.server";
import { isRecused, maySee } from "./permissions";
import { isSender } from "./sender.server";
import { isSealed } from "./message";

/** Whether this person may follow the message live: whoever sees it at a desk, its sender, and everyone unless it is sealed. */
export async function mayWatchMessage(
  actor: Actor,
  number: string,
  holdsReceipt: boolean,
  { db }: Pick<Deps, "db">,
): Promise<boolean> {
  const message = await findMessage(db.client, number);
  if (!message) return false;
  if (isSender(actor, message, { holdsReceipt })) return true;
  if (isRecused(actor, message)) return false;
  return maySee(actor, message) || !isSealed(message);
}

/** The desks that learn of a change: the units that have the message or had it, less those it is about. */
export async function desksOfMessage(number: string, { db }: Pick<Deps, "db">): Promise<string[]> {
  const message = await findMessage(db.client, number);
  if (!message) return [];
  const units = [message.leadUnitCode, ...message.assistingUnits, ...(await unitsWithRole({ db }, "supervisor"))];
  return [...new Set(units.filter((unit) => unit !== null))].filter((unit) => !message.recusedUnits.includes(unit));
}
