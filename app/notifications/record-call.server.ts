import { holds, type Actor } from "~/accounts/actor";
import { accountNames } from "~/accounts/queries.server";
import type { Deps } from "~/platform/db.server";
import { Refused, refuseAsNotFound } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { findNotice, markDone } from "./store.server";

/**
 * An officer records that a person without mail or gateway was told by phone or letter (待电话告知). Refusals:
 * `not_found` without the right or the notice, `stale` (409) with who recorded it first, and when.
 */
export async function recordCall(actor: Actor, id: number, deps: Deps): Promise<void> {
  const notice = await findNotice(deps.db.client, id);
  if (!notice || notice.channel !== "phone" || actor.kind !== "person") throw refuseAsNotFound();
  if (!mayTell(actor, notice.unitCode)) throw refuseAsNotFound();
  const isRecorded = await transact(deps, async (tx, record) => {
    if (!(await markDone(tx, id, actor.accountId, deps.now))) return false;
    const payload = { unit: notice.unitCode };
    record({ kind: "notice.told", subject: { kind: "notice", id: String(id) }, actor, payload });
    return true;
  });
  if (!isRecorded) throw await recordedBefore(id, deps);
}

/** Whoever tells people needs their contact: the handling officers of the unit. */
export function mayTell(actor: Actor, unitCode: string): boolean {
  return holds(actor, "handling_officer", unitCode);
}

async function recordedBefore(id: number, { db }: Deps): Promise<Refused> {
  const notice = await findNotice(db.client, id);
  const names = await accountNames({ db }, [notice?.doneById ?? null]);
  const by = names.get(notice?.doneById ?? "") ?? "—";
  return new Refused([{ code: "stale", params: { by, at: notice?.doneAt?.toISOString() ?? "—" } }], 409);
}
