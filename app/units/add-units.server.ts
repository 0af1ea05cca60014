import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { transact } from "~/timeline/transact.server";
import { insertUnits } from "./store.server";
import type { Unit } from "./units";

/** Enters units in the order given, each with its event. */
export async function addUnits(actor: Actor, units: Unit[], deps: Deps): Promise<void> {
  await transact(deps, async (tx, record) => {
    await insertUnits(tx, units);
    for (const { code, kind } of units) {
      record({ kind: "unit.added", subject: { kind: "unit", id: code }, actor, payload: { kind } });
    }
  });
}
