import type { Client, Reading } from "~/platform/db.server";
import { isUnitCode, type Unit, type UnitKind } from "./units";

/** All units in their official order, abolished ones too. */
export async function listUnits({ db }: Reading): Promise<Unit[]> {
  const rows = await db.client.unit.findMany({ orderBy: { position: "asc" } });
  return rows.map(unitOf);
}

/** The units that still take new matters, in their official order. */
export async function openUnits(deps: Reading): Promise<Unit[]> {
  return (await listUnits(deps)).filter(({ abolishedOn }) => abolishedOn === null);
}

export async function unitByCode({ db }: Reading, code: string): Promise<Unit | null> {
  if (!isUnitCode(code)) return null;
  const row = await db.client.unit.findUnique({ where: { code } });
  return row && unitOf(row);
}

/** The code of the unit that dispatches: the open-government office. Null in a district without one. */
export async function officeUnit(client: Client): Promise<string | null> {
  const row = await client.unit.findFirst({
    where: { kind: "office", abolishedOn: null },
    orderBy: { position: "asc" },
    select: { code: true },
  });
  return row?.code ?? null;
}

function unitOf({ code, name, nameEn, kind, abolishedOn }: Omit<Unit, "kind"> & { kind: string }): Unit {
  return { code, name, nameEn, kind: kind as UnitKind, abolishedOn };
}
