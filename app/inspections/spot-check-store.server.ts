import type { Client, Database, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { PlainDate } from "~/calendar/plain-date";
import type { Finding, ItemFacts } from "./spot-check";

const ISSUED = ["issued", "released", "registered"];

/** The documents issued in a period, by address: what a sample is drawn from. */
export async function findIssued(
  client: Client,
  { unitCode, fromOn, toOn }: { unitCode: string | null; fromOn: PlainDate; toOn: PlainDate },
): Promise<{ id: string; slug: string; unitCode: string }[]> {
  return client.policyDocument.findMany({
    where: {
      state: { in: ISSUED },
      signedOn: { gte: fromOn, lte: toOn },
      ...(unitCode === null ? {} : { unitCode }),
    },
    select: { id: true, slug: true, unitCode: true },
    orderBy: { slug: "asc" },
  });
}

export async function insertSpotCheck(
  tx: Tx,
  data: Prisma.SpotCheckUncheckedCreateInput,
  policyIds: readonly string[],
): Promise<number> {
  const { id } = await tx.spotCheck.create({ data });
  await tx.spotCheckItem.createMany({ data: policyIds.map((policyId) => ({ spotCheckId: id, policyId })) });
  return id;
}

const WITH_DOCUMENT = {
  policy: {
    select: {
      slug: true,
      title: true,
      unitCode: true,
      state: true,
      documentNumber: true,
      signedOn: true,
      releasedAt: true,
      proposedAttribute: true,
      determinedAttribute: true,
      printedAttribute: true,
      attributeReason: true,
      unit: { select: { name: true } },
    },
  },
  spotCheck: { select: { workingDays: true } },
} satisfies Prisma.SpotCheckItemInclude;

type Row = Prisma.SpotCheckItemGetPayload<{ include: typeof WITH_DOCUMENT }>;
export interface SpotItemRecord extends Omit<Row, "finding">, ItemFacts {
  finding: Finding | null;
}

export async function findSpotItem(client: Client, id: number): Promise<SpotItemRecord | null> {
  const row = await client.spotCheckItem.findUnique({ where: { id }, include: WITH_DOCUMENT });
  return row && itemOf(row);
}

/** Finds, locks and reads again: two people at one finding wait for each other. */
export async function lockSpotItem(tx: Tx, engine: Database["engine"], id: number): Promise<SpotItemRecord | null> {
  if (engine === "postgresql") await tx.$queryRaw`SELECT id FROM "SpotCheckItem" WHERE id = ${id} FOR UPDATE`;
  return findSpotItem(tx, id);
}

export async function changeSpotItem(
  tx: Tx,
  id: number,
  data: Omit<Prisma.SpotCheckItemUncheckedUpdateInput, "id" | "finding"> & { finding?: Finding },
): Promise<void> {
  await tx.spotCheckItem.update({ where: { id }, data });
}

const WITH_ITEMS = {
  items: { include: WITH_DOCUMENT, orderBy: { id: "asc" as const } },
} satisfies Prisma.SpotCheckInclude;

export async function findSpotChecks(client: Client, { page, pageSize }: { page: number; pageSize: number }) {
  const total = await client.spotCheck.count();
  const paging = { skip: (page - 1) * pageSize, take: pageSize };
  const rows = await client.spotCheck.findMany({ include: WITH_ITEMS, orderBy: { id: "desc" }, ...paging });
  return { rows: rows.map(({ items, ...row }) => ({ ...row, items: items.map(itemOf) })), total };
}

export async function findSpotCheck(client: Client, id: number) {
  const row = await client.spotCheck.findUnique({ where: { id }, include: WITH_ITEMS });
  if (!row) return null;
  const { items, ...check } = row;
  return { ...check, items: items.map(itemOf) };
}

/** What was found wrong in these units; with null in all, also what nobody has looked at. */
export async function findSpotItems(
  client: Client,
  { unitCodes, isOpen }: { unitCodes: readonly string[] | null; isOpen: boolean },
): Promise<SpotItemRecord[]> {
  const rows = await client.spotCheckItem.findMany({
    where: {
      AND: [
        unitCodes === null
          ? { OR: [{ finding: null }, { finding: { not: "right" } }] }
          : { finding: { not: "right" }, policy: { unitCode: { in: [...unitCodes] } } },
        ...(isOpen ? [{ closedAt: null }] : []),
      ],
    },
    include: WITH_DOCUMENT,
    orderBy: { id: "desc" },
    take: 1_000,
  });
  return rows.map(itemOf);
}

function itemOf(row: Row): SpotItemRecord {
  return {
    ...row,
    unitCode: row.policy.unitCode,
    finding: row.finding as Finding | null,
    isClosed: row.closedAt !== null,
  };
}

export async function accountName(client: Client, id: string): Promise<string> {
  return (await client.account.findUnique({ where: { id }, select: { name: true } }))?.name ?? "";
}
