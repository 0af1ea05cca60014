import { endOfDay, startOfDay } from "~/calendar/plain-date";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { Client, Database, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { Basis, Decision, ReviewItemFacts } from "./attribute-review";

/**
 * The documents of a year by the day that counts. A register entry was never published: its 成文日期 counts. An imported
 * record bears the days that were stated of it; its 成文日期 counts too where none is stated for its publication.
 */
export async function findReviewed(client: Client, year: number, basis: Basis) {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const signed = { signedOn: { gte: from, lte: to } };
  const released = { releasedAt: { gte: startOfDay(from), lt: endOfDay(to) } };
  const stated = { statedReleaseOn: { gte: from, lte: to } };
  const where: Prisma.PolicyDocumentWhereInput[] =
    basis === "signed_on"
      ? [{ state: { in: ["released", "registered", "imported"] }, ...signed }]
      : [
          { state: "released", ...released },
          { state: "registered", ...signed },
          { state: "imported", ...stated },
          { state: "imported", statedReleaseOn: null, ...signed },
        ];
  return client.policyDocument.findMany({
    where: { OR: where },
    select: { id: true, slug: true, determinedAttribute: true, proposedAttribute: true },
    orderBy: [{ unitCode: "asc" }, { signedOn: "asc" }, { slug: "asc" }],
  });
}

export async function insertReview(
  tx: Tx,
  data: Prisma.AttributeReviewUncheckedCreateInput & { basis: Basis },
  documents: readonly { id: string; attribute: string }[],
): Promise<number> {
  const { id } = await tx.attributeReview.create({ data });
  const items = documents.map((document) => ({ reviewId: id, policyId: document.id, attribute: document.attribute }));
  await tx.attributeReviewItem.createMany({ data: items });
  return id;
}

const WITH_DOCUMENT = {
  policy: {
    select: {
      slug: true,
      title: true,
      titleEn: true,
      unitCode: true,
      state: true,
      documentNumber: true,
      signedOn: true,
      validUntil: true,
      attributeGround: true,
      attributeReason: true,
      unit: { select: { name: true, nameEn: true } },
    },
  },
  review: { select: { year: true, publishedAt: true } },
} satisfies Prisma.AttributeReviewItemInclude;

type Row = Prisma.AttributeReviewItemGetPayload<{ include: typeof WITH_DOCUMENT }>;
export interface ReviewItemRecord extends Omit<Row, "decision" | "attribute" | "toAttribute">, ReviewItemFacts {
  decision: Decision | null;
  attribute: DisclosureAttribute;
  toAttribute: DisclosureAttribute | null;
}

export async function findReviewItem(client: Client, id: number): Promise<ReviewItemRecord | null> {
  const row = await client.attributeReviewItem.findUnique({ where: { id }, include: WITH_DOCUMENT });
  return row && itemOf(row);
}

export async function lockReviewItem(tx: Tx, engine: Database["engine"], id: number): Promise<ReviewItemRecord | null> {
  if (engine === "postgresql") await tx.$queryRaw`SELECT id FROM "AttributeReviewItem" WHERE id = ${id} FOR UPDATE`;
  return findReviewItem(tx, id);
}

export async function changeReviewItem(
  tx: Tx,
  id: number,
  data: Omit<Prisma.AttributeReviewItemUncheckedUpdateInput, "id">,
): Promise<void> {
  await tx.attributeReviewItem.update({ where: { id }, data });
}

export async function publishReviewRow(tx: Tx, year: number, data: { publishedById: string; publishedAt: Date }) {
  const { count } = await tx.attributeReview.updateMany({ where: { year, publishedAt: null }, data });
  return count === 1;
}

const WITH_ITEMS = {
  items: { include: WITH_DOCUMENT, orderBy: { id: "asc" as const } },
} satisfies Prisma.AttributeReviewInclude;

type ReviewRow = Prisma.AttributeReviewGetPayload<{ include: typeof WITH_ITEMS }>;
export interface ReviewRecord extends Omit<ReviewRow, "items" | "basis"> {
  basis: Basis;
  items: ReviewItemRecord[];
}

export async function findReview(client: Client, year: number): Promise<ReviewRecord | null> {
  const row = await client.attributeReview.findUnique({ where: { year }, include: WITH_ITEMS });
  return row && reviewOf(row);
}

export async function findReviews(client: Client): Promise<ReviewRecord[]> {
  const rows = await client.attributeReview.findMany({ include: WITH_ITEMS, orderBy: { year: "desc" } });
  return rows.map(reviewOf);
}

/** Year and day of every published result, the newest first. */
export function publishedReviews(client: Client) {
  return client.attributeReview.findMany({
    where: { publishedAt: { not: null } },
    select: { year: true, publishedAt: true },
    orderBy: { year: "desc" },
  });
}

export async function findUnitReviewItems(client: Client, unitCodes: readonly string[]): Promise<ReviewItemRecord[]> {
  const rows = await client.attributeReviewItem.findMany({
    where: { policy: { unitCode: { in: [...unitCodes] } } },
    include: WITH_DOCUMENT,
    orderBy: [{ reviewId: "desc" }, { id: "asc" }],
    take: 1_000,
  });
  return rows.map(itemOf);
}

function reviewOf({ items, basis, ...row }: ReviewRow): ReviewRecord {
  return { ...row, basis: basis as Basis, items: items.map(itemOf) };
}

function itemOf(row: Row): ReviewItemRecord {
  return {
    ...row,
    unitCode: row.policy.unitCode,
    documentState: row.policy.state,
    decision: row.decision as Decision | null,
    attribute: row.attribute as DisclosureAttribute,
    toAttribute: row.toAttribute as DisclosureAttribute | null,
    isApproved: row.approvedAt !== null,
    isPublished: row.review.publishedAt !== null,
  };
}
