import { accountIdOf, type Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, requireNone, type Reason } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { mayAct } from "./permissions";
import { findingRefusals, spotRefusals, type Finding, type SpotAct } from "./spot-check";
import { changeSpotItem, lockSpotItem } from "./spot-check-store.server";

/** The office records what it found; anything but 准确 is a rectification notice to the unit, with its clock. */
export function recordFinding(
  actor: Actor,
  { item, finding, note }: { item: number; finding: Finding; note: string | null },
  deps: Deps,
) {
  const found = { finding, note, foundById: accountIdOf(actor), foundAt: deps.now };
  return actOnItem(actor, "find", item, deps, {
    reasons: findingRefusals({ finding, note }),
    write: (tx) => changeSpotItem(tx, item, found),
    event: "spot_check.found",
    payload: { finding },
  });
}

/** The unit says how it was put right. */
export function answerFinding(actor: Actor, { item, answer }: { item: number; answer: string }, deps: Deps) {
  const answered = { answer, answeredById: accountIdOf(actor), answeredAt: deps.now, returnReason: null };
  return actOnItem(actor, "rectify", item, deps, {
    write: (tx) => changeSpotItem(tx, item, answered),
    event: "spot_check.answered",
  });
}

/** The office, but not whoever answered, ends it. */
export function closeFinding(actor: Actor, { item }: { item: number }, deps: Deps) {
  return actOnItem(actor, "close", item, deps, {
    write: (tx) => changeSpotItem(tx, item, { closedById: accountIdOf(actor), closedAt: deps.now }),
    event: "spot_check.closed",
  });
}

/** What was not put right goes back with the reason; the clock runs on from the notice. */
export function sendFindingBack(actor: Actor, { item, reason }: { item: number; reason: string }, deps: Deps) {
  return actOnItem(actor, "send_back", item, deps, {
    write: (tx) => changeSpotItem(tx, item, { answeredById: null, answeredAt: null, returnReason: reason }),
    event: "spot_check.sent_back",
  });
}

interface Steps {
  reasons?: Reason[];
  write: (tx: Tx) => Promise<void>;
  event: string;
  payload?: { finding: Finding };
}

function actOnItem(
  actor: Actor,
  act: SpotAct,
  id: number,
  deps: Deps,
  { reasons = [], write, event, payload }: Steps,
): Promise<void> {
  return transact(deps, async (tx, record) => {
    const item = await lockSpotItem(tx, deps.db.engine, id);
    if (!item || !mayAct(actor, act, item)) throw refuseAsNotFound();
    const subject = { kind: "spot_check", id: String(item.spotCheckId) };
    const asked = await withCounterparts(tx, actor, subject);
    requireNone([...spotRefusals(act, item, asked), ...reasons]);
    await write(tx);
    record({ kind: event, subject, actor, payload: { item: id, document: item.policy.slug, ...payload } });
  });
}
