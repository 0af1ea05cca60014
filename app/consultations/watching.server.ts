import { holds, isStaff, type Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";

/** States that nobody outside the office may know of. */
const HIDDEN = ["preparing", "in_review"];

/** Whether this person may follow the consultation live: everyone once it is approved, its own staff before. */
export async function mayWatchConsultation(actor: Actor, slug: string, { db }: Pick<Deps, "db">): Promise<boolean> {
  const found = await db.client.consultation.findUnique({ where: { slug }, select: { state: true, unitCode: true } });
  if (!found) return false;
  return !HIDDEN.includes(found.state) || isStaffOf(actor, found.unitCode);
}

/** Whether this person may follow the desk of a unit. */
export function mayWatchDesk(actor: Actor, unit: string): boolean {
  return isStaff(actor) && isStaffOf(actor, unit);
}

export async function unitOfConsultation(slug: string, { db }: Pick<Deps, "db">): Promise<string | null> {
  const found = await db.client.consultation.findUnique({ where: { slug }, select: { unitCode: true } });
  return found?.unitCode ?? null;
}

/** Consultations that opened or closed by the clock alone after `since` (exclusive) until now (inclusive). */
export async function turnedByClock(since: Date, { db, now }: Deps): Promise<string[]> {
  const days = { gt: plainDateOf(since), lte: plainDateOf(now) };
  const closing = { gte: plainDateOf(since), lt: plainDateOf(now) };
  const found = await db.client.consultation.findMany({
    where: { state: "approved", OR: [{ opensOn: days }, { closesOn: closing }] },
    select: { slug: true },
  });
  return found.map(({ slug }) => slug);
}

function isStaffOf(actor: Actor, unit: string): boolean {
  return holds(actor, "handling_officer", unit) || holds(actor, "reviewer", unit) || holds(actor, "approver", unit);
}
