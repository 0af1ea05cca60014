import type { Client, Database, Tx } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma.server/client";
import { readSql } from "~/platform/sql-transaction.server";
import type { CommentFacts, ErasureGround } from "./comment";

/** A comment with what its own page needs. */
export type OwnComment = Prisma.CommentGetPayload<{ include: typeof WITH_RECEIPT }>;

const WITH_RECEIPT = {
  objection: true,
  response: { select: { text: true } },
  attachments: { select: { id: true, fileName: true, size: true }, orderBy: { createdAt: "asc" } },
  consultation: {
    select: {
      id: true,
      slug: true,
      title: true,
      titleEn: true,
      state: true,
      opensOn: true,
      closesOn: true,
      approvedAt: true,
      outcomeDays: true,
      unitCode: true,
      contactName: true,
      contactPhone: true,
      showComments: true,
      outcomePublishedAt: true,
      withdrawnAt: true,
      withdrawnReason: true,
      decidedAt: true,
      documentNumber: true,
      releaseRevisedDraft: true,
      unit: { select: { name: true, nameEn: true } },
      drafts: { select: { id: true, kind: true, number: true }, orderBy: { number: "asc" } },
    },
  },
} satisfies Prisma.CommentInclude;

export function findOwnComment(client: Client, number: number): Promise<OwnComment | null> {
  return client.comment.findUnique({ where: { number }, include: WITH_RECEIPT });
}

export function findByReceipt(client: Client, receiptHash: string): Promise<OwnComment | null> {
  return client.comment.findUnique({ where: { receiptHash }, include: WITH_RECEIPT });
}

/** The consultation that a step of the dossier belongs to. */
export async function findConsultationIdOfStep(client: Client, stepId: number): Promise<string | null> {
  const step = await client.dossierStep.findUnique({ where: { id: stepId }, select: { consultationId: true } });
  return step?.consultationId ?? null;
}

/** What `POST /track` compares; nothing else is read. */
export function findContactByReceipt(
  client: Client,
  receiptHash: string,
): Promise<{ number: number; contact: string | null } | null> {
  return client.comment.findUnique({ where: { receiptHash }, select: { number: true, contact: true } });
}

export async function listOfAccount(
  client: Client,
  accountId: string,
  { page, pageSize }: { page: number; pageSize: number },
) {
  const where = { accountId };
  const total = await client.comment.count({ where });
  const items = await client.comment.findMany({
    where,
    orderBy: { number: "desc" },
    skip: (page - 1) * pageSize,
    take: pageSize,
    select: {
      number: true,
      receivedAt: true,
      review: true,
      erasedAt: true,
      consultation: {
        select: {
          slug: true,
          title: true,
          titleEn: true,
          state: true,
          opensOn: true,
          closesOn: true,
          approvedAt: true,
        },
      },
    },
  });
  return { items, total };
}

// ---- Published comments -------------------------------------------------------------------------------------------

/** What `publicView` asks of a comment, and nothing that the public must not learn. */
export const PUBLIC_FACTS = {
  number: true,
  channel: true,
  clauseId: true,
  sentenceFrom: true,
  sentenceTo: true,
  quote: true,
  stance: true,
  consentsToPublish: true,
  consentWithdrawnAt: true,
  review: true,
  publishedAt: true,
  publishedBody: true,
  publishedSuggestion: true,
  publishedName: true,
  withheldGround: true,
  gist: true,
  outcome: true,
  outcomeClauseId: true,
  erasedAt: true,
  erasedGround: true,
  response: { select: { text: true } },
} satisfies Prisma.CommentSelect;

/** Whose words are shown, or were shown and are erased: the rows that `publicView` lets through while words are due. */
function shownIn(consultationId: string): Prisma.Sql {
  return Prisma.sql`c."consultationId" = ${consultationId} AND c."consentsToPublish" AND c."consentWithdrawnAt" IS NULL
    AND c."publishedAt" IS NOT NULL AND (c.review = 'published' OR c."erasedAt" IS NOT NULL)`;
}

/** Plain SQL, because two hundred of them stand on the page that most people open. */
export function publishedComments(
  db: Database,
  consultationId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<CommentFacts[]> {
  return readSql<CommentFacts>(
    db,
    Prisma.sql`
      SELECT c.number, c.channel, c."clauseId", c."sentenceFrom", c."sentenceTo", c.quote, c.stance, c."consentsToPublish",
        c."consentWithdrawnAt", c.review, c."publishedAt", c."publishedBody", c."publishedSuggestion", c."publishedName",
        c."withheldGround", c.gist, c.outcome, c."outcomeClauseId", c."erasedAt", c."erasedGround", r.text AS reason
      FROM "Comment" c LEFT JOIN "Response" r ON r.id = c."responseId"
      WHERE ${shownIn(consultationId)}
      ORDER BY c."publishedAt", c.number LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
  );
}

/** How many published comments each clause has; the key is "" for those on the whole draft. */
export async function countPublishedByClause(db: Database, consultationId: string): Promise<Map<string, number>> {
  const groups = await readSql<{ clauseId: string | null; count: number | bigint }>(
    db,
    Prisma.sql`
      SELECT c."clauseId", COUNT(*) AS count FROM "Comment" c WHERE ${shownIn(consultationId)} GROUP BY c."clauseId"`,
  );
  return new Map(groups.map(({ clauseId, count }) => [clauseId ?? "", Number(count)]));
}

/**
 * From the public, through any channel; the answers of bodies asked in writing are counted apart. Their channel stands in
 * the rows, their number in the register: all less those is found without reading a row, of which there may be many.
 */
export async function countReceived(client: Client, consultationId: string): Promise<number> {
  const [row] = await client.$queryRaw<{ count: number | bigint }[]>`
    SELECT (SELECT COUNT(*) FROM "Comment" WHERE "consultationId" = ${consultationId})
      - (SELECT COUNT("commentNumber") FROM "WrittenInquiry" WHERE "consultationId" = ${consultationId}) AS count`;
  return Number(row!.count);
}

export function publicFacts({
  response,
  ...row
}: Prisma.CommentGetPayload<{ select: typeof PUBLIC_FACTS }>): CommentFacts {
  return { ...row, reason: response?.text ?? null } as CommentFacts;
}

// ---- What its author may change -------------------------------------------------------------------------------------

const NOTHING_PUBLISHED = { publishedAt: null, publishedBody: null, publishedSuggestion: null, publishedName: null };

/** False when it was withdrawn before. What the public read is taken out of the record, not only off the page. */
export async function markConsentWithdrawn(tx: Tx, number: number, at: Date): Promise<boolean> {
  const { count } = await tx.comment.updateMany({
    where: { number, consentsToPublish: true, consentWithdrawnAt: null },
    data: { consentWithdrawnAt: at, ...NOTHING_PUBLISHED, version: { increment: 1 } },
  });
  return count === 1;
}

export async function insertObjection(tx: Tx, commentNumber: number, text: string, at: Date): Promise<void> {
  await tx.objection.create({ data: { commentNumber, text, at } });
  await tx.comment.update({ where: { number: commentNumber }, data: { version: { increment: 1 } } });
}

/**
 * Takes out everything a person said or left: words, name, contact, account, and the salt, without which the digest in
 * the timeline says nothing. That it was received, and its outcome, stays. `publishedAt` stays too, so that the public
 * mark stands where the words stood. False when it was erased before.
 */
export async function eraseContent(tx: Tx, number: number, at: Date, ground: ErasureGround): Promise<boolean> {
  const { count } = await tx.comment.updateMany({
    where: { number, erasedAt: null },
    data: {
      ...NOTHING_PUBLISHED,
      publishedAt: undefined,
      body: "",
      suggestion: null,
      name: null,
      contact: null,
      accountId: null,
      salt: "",
      gist: null,
      cluster: null,
      erasedAt: at,
      erasedGround: ground,
      version: { increment: 1 },
    },
  });
  if (count === 1) await tx.objection.updateMany({ where: { commentNumber: number }, data: { text: "" } });
  return count === 1;
}

/** A notice that waits for sending would carry the contact on; one that was sent keeps no address. */
export async function forgetRecipients(tx: Tx, number: number): Promise<void> {
  const where = { subjectKind: "comment", subjectId: String(number) };
  await tx.notice.deleteMany({ where: { ...where, sentAt: null, doneAt: null } });
  await tx.notice.updateMany({ where, data: { recipient: "" } });
}
