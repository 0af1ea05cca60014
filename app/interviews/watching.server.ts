import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { isPublic } from "./interview";
import { begunBetween, findInterview } from "./interview-store.server";
import { maySeeDesk } from "./permissions";

/** Whether this person may follow the interview live: everyone once it is announced, its own staff before. */
export async function mayWatchInterview(actor: Actor, slug: string, { db }: Pick<Deps, "db">): Promise<boolean> {
  const found = await findInterview(db.client, slug);
  return found !== null && (isPublic(found.state) || maySeeDesk(actor, found));
}

export async function unitOfInterview(slug: string, { db }: Pick<Deps, "db">): Promise<string | null> {
  return (await findInterview(db.client, slug))?.unitCode ?? null;
}

/** Interviews that became live by the clock alone after `since` (exclusive) until now (inclusive). */
export function begunByClock(since: Date, { db, now }: Deps): Promise<string[]> {
  return begunBetween(db.client, since, now);
}
