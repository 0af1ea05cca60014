import type { Client } from "~/platform/db.server";
import type { Subject } from "~/timeline/event";
import { deputiesWhoActed } from "~/timeline/queries.server";
import type { Actor } from "./actor";

/**
 * The actor as two-person rules must see them for this subject: what a deputy did about it in the actor's place counts
 * as the actor's own, also after the days of the deputy are over. A verb asks this before its rules.
 */
export async function withCounterparts<A extends Actor>(client: Client, actor: A, subject: Subject): Promise<A> {
  if (actor.kind !== "person") return actor;
  const stoodFor = [actor.accountId, ...(actor.deputyFor ?? []).map(({ accountId }) => accountId)];
  const deputies = await deputiesWhoActed(client, stoodFor, subject);
  if (deputies.length === 0) return actor;
  return { ...actor, counterparts: [...new Set([...(actor.counterparts ?? []), ...deputies])] };
}
