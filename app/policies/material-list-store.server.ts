import { startOfDay } from "~/calendar/plain-date";
import type { Client } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import { materialRecord, WITH_DOCUMENT, type MaterialRecord } from "./material-store.server";

/** Never without its document: a material is public only where the document is. */
const PUBLIC: Prisma.InterpretationWhereInput = { state: "released", policy: { state: "released" } };
const NEWEST: Prisma.InterpretationOrderByWithRelationInput[] = [{ releasedAt: "desc" }, { id: "desc" }];

/** One page of the materials that the public may know of, and how many there are. */
export async function findPublicMaterials(
  client: Client,
  { q, unit, kind, year }: { q: string; unit: string; kind: string; year: string },
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: MaterialRecord[]; total: number }> {
  const all: Prisma.InterpretationWhereInput[] = [PUBLIC];
  if (unit) all.push({ policy: { unitCode: unit } });
  if (kind) all.push({ kind });
  if (year) all.push({ releasedAt: { gte: startOfDay(`${year}-01-01`), lt: startOfDay(`${Number(year) + 1}-01-01`) } });
  if (q)
    all.push({
      OR: [
        { title: { contains: q } },
        { titleEn: { contains: q } },
        { summary: { contains: q } },
        { policy: { title: { contains: q } } },
      ],
    });
  const where = { AND: all };
  const total = await client.interpretation.count({ where });
  const paging = { skip: (page - 1) * pageSize, take: pageSize };
  const rows = await client.interpretation.findMany({ where, include: WITH_DOCUMENT, orderBy: NEWEST, ...paging });
  return { rows: rows.map(materialRecord), total };
}

export async function findLatestMaterials(client: Client, take: number): Promise<MaterialRecord[]> {
  const rows = await client.interpretation.findMany({ where: PUBLIC, include: WITH_DOCUMENT, orderBy: NEWEST, take });
  return rows.map(materialRecord);
}

export async function yearsOfMaterials(client: Client): Promise<{ first: Date | null; last: Date | null }> {
  const { _min, _max } = await client.interpretation.aggregate({
    where: PUBLIC,
    _min: { releasedAt: true },
    _max: { releasedAt: true },
  });
  return { first: _min.releasedAt, last: _max.releasedAt };
}
