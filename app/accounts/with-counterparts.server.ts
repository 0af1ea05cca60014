import type { Client } from "~/platform/db.server";
import { deputiesWhoActed } from "~/timeline/queries.server";
import type { Actor } from "./actor";

/**
 * The actor as two-person rules must see them for this subject, or for several of one kind: what a deputy did about it in the actor's place counts
 * as the actor's own, also after the days of the deputy are over. A verb asks this before its rules.
 */
export async function withCounterparts<A extends Actor>(
  client: Client,
  actor: A,
  subject: { kind: string; id: string | readonly string[] },
): Promise<A> {
  if (actor.kind !== "person") return actor;
  const stoodFor = [actor.accountId, ...(actor.deputyFor ?? []).map(({ accountId }) => accountId)];
  const deputies = await deputiesWhoActed(client, stoodFor, subject);
  if (deputies.length === 0) return actor;
  return { ...actor, counterparts: [...new Set([...(actor.counterparts ?? []), ...deputies])] };
}
