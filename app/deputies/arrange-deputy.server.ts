import type { Person } from "~/accounts/actor";
import { staffOf } from "~/accounts/queries.server";
import { endOfDay, plainDateOf, startOfDay, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { arrangementReasons, mayArrange } from "./deputy";
import { findOthers, insertDeputy } from "./deputy-store.server";

export interface ArrangeInput {
  principal: string;
  deputy: string;
  fromOn: PlainDate;
  untilOn: PlainDate;
}

/**
 * Lends a person's rights to a deputy (AB角) from one day to another, both included; returns the arrangement's number.
 * From today on it holds from 00:00 of today, but nothing done before was done by a deputy. Refusals: `not_found` (404)
 * for whoever may not arrange it, otherwise those of `arrangementReasons`.
 */
export async function arrangeDeputy(actor: Person, input: ArrangeInput, deps: Deps): Promise<number> {
  const { fromOn, untilOn } = input;
  const staff = await staffOf(deps, null);
  const principal = staff.find(({ accountId }) => accountId === input.principal);
  const deputy = staff.find(({ accountId }) => accountId === input.deputy);
  if (!principal || !deputy || !mayArrange(actor, principal)) throw refuseAsNotFound();
  return transact(deps, async (tx, record) => {
    const others = await findOthers(tx, [principal.accountId, deputy.accountId], deps.now);
    requireNone(arrangementReasons(actor, { principal, deputy, fromOn, untilOn }, others, plainDateOf(deps.now)));
    const ids = { principalId: principal.accountId, deputyId: deputy.accountId };
    const { id } = await insertDeputy(tx, {
      ...ids,
      ...{ fromOn, untilOn, startsAt: startOfDay(fromOn), endsAt: endOfDay(untilOn) },
      ...{ arrangedById: actor.accountId, arrangedAt: deps.now },
    });
    record({
      kind: "deputy.arranged",
      subject: { kind: "account", id: principal.accountId },
      actor,
      payload: { arrangement: id, deputy: deputy.accountId, fromOn, untilOn },
    });
    return id;
  });
}
