import { holds, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { Refused, refuseAsNotFound } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { findNotice, markDone } from "./store.server";

/**
 * An officer records that a person without mail or gateway was told by phone or letter (待电话告知). Refusals:
 * `not_found` without the right or the notice, `stale` (409) when a colleague recorded it first.
 */
export async function recordCall(actor: Actor, id: number, deps: Deps): Promise<void> {
  const notice = await findNotice(deps.db.client, id);
  if (!notice || notice.channel !== "phone" || actor.kind !== "person") throw refuseAsNotFound();
  if (!mayTell(actor, notice.unitCode)) throw refuseAsNotFound();
  await transact(deps, async (tx, record) => {
    if (!(await markDone(tx, id, actor.accountId, deps.now))) throw new Refused([{ code: "already_told" }], 409);
    record({ kind: "notice.told", subject: { kind: "notice", id: String(id) }, actor, payload: { unit: notice.unitCode } });
  });
}

export function mayTell(actor: Actor, unitCode: string): boolean {
  return holds(actor, "handling_officer", unitCode) || holds(actor, "reviewer", unitCode);
}
