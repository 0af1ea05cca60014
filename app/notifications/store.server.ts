import type { Client, Tx } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma.server/client";
import type { SqlTx } from "~/platform/sql-transaction.server";
import type { NewNotice, NoticeChannel } from "./notice";

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

export async function listNotices(
  client: Client,
  where: { unitCodes: string[] | null; channel?: string; isOpen?: boolean },
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ items: StoredNotice[]; total: number }> {
  const filter = {
    ...(where.unitCodes ? { unitCode: { in: where.unitCodes } } : {}),
    ...(where.channel ? { channel: where.channel } : {}),
    ...(where.isOpen ? { sentAt: null, doneAt: null } : {}),
  };
  const [items, total] = await Promise.all([
    client.notice.findMany({ where: filter, orderBy: { id: "desc" }, skip: (page - 1) * pageSize, take: pageSize }),
    client.notice.count({ where: filter }),
  ]);
  return { items, total };
}

export function findNotice(client: Client, id: number): Promise<StoredNotice | null> {
  return client.notice.findUnique({ where: { id } });
}

/** False when it was recorded already. */
export async function markDone(tx: Tx, id: number, doneById: string, at: Date): Promise<boolean> {
  const { count } = await tx.notice.updateMany({ where: { id, doneAt: null }, data: { doneById, doneAt: at } });
  return count === 1;
}
