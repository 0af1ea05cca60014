import type { Tx } from "~/platform/db.server";
import type { Unit } from "./units";

export async function insertUnits(tx: Tx, units: Unit[]): Promise<void> {
  await tx.unit.createMany({ data: units.map((unit, index) => ({ ...unit, position: index + 1 })) });
}
