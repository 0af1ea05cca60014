import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { roundOf } from "./aids-queries.server";
import { replaceTicks } from "./aids-store.server";
import { TICK_REASON_MAX, type RequestTick } from "./checklist";
import { findAndLock } from "./message-store.server";
import { mayAct } from "./permissions";
import { refusals } from "./refusals";
import { requestsIn } from "./requests";

/**
 * Keeps where the reply answers each request, or why it does not; for whoever writes the reply. Half a list may be
 * kept: handing the reply in asks for all. Refusals: `not_found` (404); a request that is not there; a long reason.
 */
export async function tickRequests(
  actor: Actor,
  { number, ticks }: { number: string; ticks: RequestTick[] },
  deps: Deps,
): Promise<void> {
  await transact(deps, async (tx, record) => {
    const facts = await findAndLock(tx, deps.db.engine, number);
    if (!facts || !mayAct(actor, "draft", facts)) throw refuseAsNotFound();
    const known = new Set(requestsIn(facts).map((request) => request.number));
    requireNone([
      ...refusals("draft", facts, actor, deps.now),
      ...ticks.filter(({ request }) => !known.has(request)).map(() => ({ code: "request_unknown" })),
      ...ticks
        .filter(({ reason }) => [...(reason ?? "")].length > TICK_REASON_MAX)
        .map(({ request }) => ({ code: "too_long", field: `tick-${request}`, params: { maximum: TICK_REASON_MAX } })),
    ]);
    const by = { byId: accountIdOf(actor) ?? "", at: deps.now };
    await replaceTicks(tx, { messageNumber: number, round: roundOf(facts) }, ticks, by);
    const leftOut = ticks.filter(({ paragraph }) => paragraph === null).length;
    record({
      kind: "message.requests_ticked",
      subject: { kind: "message", id: number },
      actor,
      payload: { round: roundOf(facts), ticked: ticks.length, leftOut },
    });
  });
}
