import type { Person } from "~/accounts/actor";
import { staffOf } from "~/accounts/queries.server";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { mayEnd } from "./deputy";
import { endDeputyRow, findDeputy } from "./deputy-store.server";

/**
 * Ends an arrangement before its last day; from this instant on the deputy has own rights only. Refusals: `not_found`
 * (404) without the right, `deputy_over` (409) when it is over already.
 */
export async function endDeputy(actor: Person, id: number, deps: Deps): Promise<void> {
  const staff = await staffOf(deps, null);
  await transact(deps, async (tx, record) => {
    const found = await findDeputy(tx, id);
    const principal = staff.find(({ accountId }) => accountId === found?.principalId) ?? null;
    if (!found || !mayEnd(actor, found.deputyId, principal ?? { accountId: found.principalId, rights: [] })) {
      throw refuseAsNotFound();
    }
    if (!(await endDeputyRow(tx, id, actor.accountId, deps.now))) throw new Refused([{ code: "deputy_over" }], 409);
    record({
      kind: "deputy.ended",
      subject: { kind: "account", id: found.principalId },
      actor,
      payload: { arrangement: id, deputy: found.deputyId },
    });
  });
}
