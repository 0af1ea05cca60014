import { accountIdOf, holds, type Actor } from "~/accounts/actor";
import { accountNames } from "~/accounts/queries.server";
import type { Deps, Reading } from "~/platform/db.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { keepSetting } from "~/platform/settings.server";
import { transact } from "~/timeline/transact.server";
import { findClockChanges, insertClockChange, listToRecount } from "./clock-changes-store.server";
import { changedLengths, lengthRefusals, lengthsOf, type ChangedLength } from "./clock-lengths";
import { clockSettings } from "./clock-settings.server";
import type { MessageKind } from "./message";
import { EVENTS } from "./path";
import { insertStep } from "./step-store.server";

/** The open-government office keeps the clocks. */
export function maySetClocks(actor: Actor): boolean {
  return holds(actor, "supervisor");
}

/**
 * Changes the lengths of the clocks, with the reason. What a message was given when its clock began stays with it; the
 * day by which it must be dispatched is counted anew, and each message that this moves says so in its path. Refusals:
 * `not_found` (404) without the right, those of `lengthRefusals`.
 */
export async function setClocks(
  actor: Actor,
  { lengths, reason }: { lengths: Record<string, number>; reason: string },
  deps: Deps,
): Promise<{ recounted: number }> {
  if (!maySetClocks(actor)) throw refuseAsNotFound();
  return transact(deps, async (tx, record) => {
    const before = lengthsOf(await clockSettings({ db: { client: tx } }));
    requireNone(lengthRefusals(before, lengths));
    const changed = changedLengths(before, lengths);
    for (const { field, before: was, after } of changed) {
      await keepSetting(tx, `messages.${field}`, String(after), deps.now);
      const subject = { kind: "setting", id: `messages.${field}` };
      record({ kind: "setting.changed", subject, actor, payload: { value: after, before: was } });
    }
    const numbers = await listToRecount(tx, kindsToRecount(changed));
    for (const number of numbers) {
      const [act, byId] = ["recount" as const, accountIdOf(actor)];
      await insertStep(tx, { messageNumber: number, act, at: deps.now, byId, unitCode: null, text: reason });
      const payload = { settings: changed.map(({ field }) => field) };
      record({ kind: EVENTS.recount, subject: { kind: "message", id: number }, actor, payload });
    }
    await insertClockChange(tx, {
      lengths: JSON.stringify(changed),
      reason,
      recounted: numbers.length,
      changedById: accountIdOf(actor) ?? "",
      changedAt: deps.now,
    });
    return { recounted: numbers.length };
  });
}

/** The lengths that are part of running clocks: all others are kept by each message. */
function kindsToRecount(changed: readonly ChangedLength[]): MessageKind[] {
  return changed.flatMap(({ name, kind }) => (name === "dispatchDays" && kind ? [kind] : []));
}

export interface ClockChange {
  id: number;
  at: Date;
  by: string;
  reason: string;
  recounted: number;
  lengths: ChangedLength[];
}

/** What the clocks are set to, and what was changed of them, the latest first. */
export async function clockLengths(
  deps: Reading,
): Promise<{ lengths: Record<string, number>; changes: ClockChange[] }> {
  const rows = await findClockChanges(deps.db.client);
  const names = await accountNames(
    deps,
    rows.map(({ changedById }) => changedById),
  );
  return {
    lengths: lengthsOf(await clockSettings(deps)),
    changes: rows.map(({ id, changedAt, changedById, reason, recounted, lengths }) => ({
      ...{ id, at: changedAt, by: names.get(changedById) ?? "", reason, recounted },
      lengths: JSON.parse(lengths) as ChangedLength[],
    })),
  };
}
