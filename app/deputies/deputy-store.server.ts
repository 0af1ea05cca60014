import type { Right, Role } from "~/accounts/actor";
import type { PlainDate } from "~/calendar/plain-date";
import type { Client, Tx } from "~/platform/db.server";
import type { OtherArrangement } from "./deputy";

export interface DeputyRecord {
  id: number;
  principalId: string;
  deputyId: string;
  fromOn: PlainDate;
  untilOn: PlainDate;
  startsAt: Date;
  endsAt: Date;
  arrangedById: string;
  arrangedAt: Date;
  endedById: string | null;
  endedAt: Date | null;
}

export async function insertDeputy(
  tx: Tx,
  deputy: Omit<DeputyRecord, "id" | "endedById" | "endedAt">,
): Promise<{ id: number }> {
  return tx.deputy.create({ data: deputy, select: { id: true } });
}

export function findDeputy(client: Client, id: number): Promise<DeputyRecord | null> {
  return client.deputy.findUnique({ where: { id } });
}

/** False when somebody ended it before. */
export async function endDeputyRow(tx: Tx, id: number, endedById: string, now: Date): Promise<boolean> {
  const { count } = await tx.deputy.updateMany({
    where: { id, endedAt: null, endsAt: { gt: now } },
    data: { endsAt: now, endedById, endedAt: now },
  });
  return count === 1;
}

/** Arrangements that are in force or still to come, for either of these people. */
export async function findOthers(client: Client, ids: string[], now: Date): Promise<OtherArrangement[]> {
  const rows = await client.deputy.findMany({
    where: { OR: [{ principalId: { in: ids } }, { deputyId: { in: ids } }], endsAt: { gt: now } },
    include: { principal: { include: { rights: true } } },
  });
  return rows.map(({ principal, principalId, deputyId, fromOn, untilOn }) => ({
    ...{ principalId, deputyId, fromOn, untilOn, rights: rightsOf(principal.rights) },
  }));
}

/** The last arrangements of these principals or deputies, or of everyone; those in force or to come stand first. */
export async function listDeputies(client: Client, ids: string[] | null, limit: number): Promise<DeputyRecord[]> {
  return client.deputy.findMany({
    where: ids ? { OR: [{ principalId: { in: ids } }, { deputyId: { in: ids } }] } : {},
    orderBy: [{ endsAt: "desc" }, { id: "desc" }],
    take: limit,
  });
}

function rightsOf(rights: { role: string; unitCode: string }[]): Right[] {
  return rights.map(({ role, unitCode }) => ({ role: role as Role, unit: unitCode }));
}
