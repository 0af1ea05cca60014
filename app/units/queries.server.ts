import type { Deps } from "~/platform/db.server";
import { isUnitCode, type Unit, type UnitKind } from "./units";

/** All units in their official order, abolished ones too. */
export async function listUnits({ db }: Pick<Deps, "db">): Promise<Unit[]> {
  const rows = await db.client.unit.findMany({ orderBy: { position: "asc" } });
  return rows.map(unitOf);
}

export async function unitByCode({ db }: Pick<Deps, "db">, code: string): Promise<Unit | null> {
  if (!isUnitCode(code)) return null;
  const row = await db.client.unit.findUnique({ where: { code } });
  return row && unitOf(row);
}

function unitOf({ code, name, nameEn, kind, abolishedOn }: Omit<Unit, "kind"> & { kind: string }): Unit {
  return { code, name, nameEn, kind: kind as UnitKind, abolishedOn };
}
