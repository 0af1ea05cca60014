import type { Client, Tx } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma.server/client";
import type { SqlTx } from "~/platform/sql-transaction.server";
import { SEALED_SUBJECT, type NewNotice, type NoticeChannel } from "./notice";

export interface StoredNotice {
  id: number;
  kind: string;
  channel: string;
  recipient: string;
  language: string;
  subjectKind: string;
  subjectId: string;
  unitCode: string;
  params: string;
  createdAt: Date;
  nextTryAt: Date | null;
  attempts: number;
  sentAt: Date | null;
  lastError: string | null;
  doneById: string | null;
  doneAt: Date | null;
}

/** Plain SQL, so that a comment's receipt costs the hot path little. */
export async function insertNotices(
  tx: SqlTx,
  notices: (NewNotice & { channel: NoticeChannel })[],
  now: Date,
): Promise<void> {
  const rows = notices.map(
    ({ kind, channel, contact, language, subject, unitCode, params }) =>
      Prisma.sql`(${kind}, ${channel}, ${contact?.trim() ?? ""}, ${language}, ${subject.kind}, ${subject.id},
        ${unitCode}, ${JSON.stringify(params)}, ${now})`,
  );
  await tx.$executeRaw`
    INSERT INTO "Notice" (kind, channel, recipient, language, "subjectKind", "subjectId", "unitCode", params, "createdAt")
    VALUES ${Prisma.join(rows)}`;
}

export function findDue(
  client: Client,
  at: Date,
  { attempts, take }: { attempts: number; take: number },
): Promise<StoredNotice[]> {
  return client.notice.findMany({
    where: {
      channel: { in: ["email", "sms"] },
      sentAt: null,
      attempts: { lt: attempts },
      OR: [{ nextTryAt: null }, { nextTryAt: { lte: at } }],
    },
    orderBy: { id: "asc" },
    take,
  });
}

/** Takes a notice for one try; false when another process was quicker. */
export async function claim(client: Client, notice: StoredNotice, until: Date): Promise<boolean> {
  const { count } = await client.notice.updateMany({
    where: { id: notice.id, attempts: notice.attempts, sentAt: null },
    data: { attempts: notice.attempts + 1, nextTryAt: until },
  });
  return count === 1;
}

export async function markSent(client: Client, id: number, at: Date): Promise<void> {
  await client.notice.update({ where: { id }, data: { sentAt: at, nextTryAt: null, lastError: null } });
}

export async function markFailed(client: Client, id: number, error: string, nextTryAt: Date): Promise<void> {
  await client.notice.update({ where: { id }, data: { lastError: error.slice(0, 300), nextTryAt } });
}

export interface NoticeFilter {
  /** Null: of all units. */
  unitCodes: string[] | null;
  channel?: NoticeChannel;
  /** Neither sent nor told. */
  isOpen?: boolean;
}

export async function listNotices(
  client: Client,
  filter: NoticeFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ items: StoredNotice[]; total: number }> {
  const where = whereOf(filter);
  const total = await client.notice.count({ where });
  const items = await client.notice.findMany({
    where,
    orderBy: { id: "desc" },
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return { items, total };
}

export function countNotices(client: Client, filter: NoticeFilter): Promise<number> {
  return client.notice.count({ where: whereOf(filter) });
}

function whereOf({ unitCodes, channel, isOpen }: NoticeFilter) {
  return {
    subjectKind: { not: SEALED_SUBJECT },
    ...(unitCodes ? { unitCode: { in: unitCodes } } : {}),
    ...(channel ? { channel } : {}),
    ...(isOpen ? { sentAt: null, doneAt: null } : {}),
  };
}

export function findNotice(client: Client, id: number): Promise<StoredNotice | null> {
  return client.notice.findUnique({ where: { id } });
}

/** False when it was recorded already. */
export async function markDone(tx: Tx, id: number, doneById: string, at: Date): Promise<boolean> {
  const { count } = await tx.notice.updateMany({ where: { id, doneAt: null }, data: { doneById, doneAt: at } });
  return count === 1;
}
