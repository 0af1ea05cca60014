import type { Client, Tx } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma.server/client";
import type { SqlTx } from "~/platform/sql-transaction.server";
import type { AttachmentOwner, AttachmentRecord } from "./attachment";

export interface StoredAttachment extends AttachmentRecord {
  consultationId: string | null;
  commentNumber: number | null;
  stepId: number | null;
  paperId: number | null;
  messageNumber: string | null;
  policyId: string | null;
  isPublic: boolean;
  stagedUntil: Date | null;
}

const SHOWN = { id: true, fileName: true, mediaType: true, size: true } as const;

export interface NewAttachment extends AttachmentRecord {
  sha256: string;
  stagedUntil: Date;
  createdAt: Date;
}

export async function insertAttachments(client: Client, attachments: NewAttachment[]): Promise<void> {
  await client.attachment.createMany({ data: attachments.map(({ name, ...file }) => ({ ...file, fileName: name })) });
}

export async function findAttachment(client: Client, id: string): Promise<StoredAttachment | null> {
  const row = await client.attachment.findUnique({ where: { id } });
  return row && { ...row, name: row.fileName };
}

export async function listAttachments(
  client: Client,
  owner: AttachmentOwner,
  { onlyPublic = false }: { onlyPublic?: boolean } = {},
): Promise<AttachmentRecord[]> {
  const rows = await client.attachment.findMany({
    where: { ...owner, ...(onlyPublic ? { isPublic: true } : {}) },
    select: SHOWN,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(recordOf);
}

export async function findStaged(client: Client, ids: readonly string[], now: Date): Promise<AttachmentRecord[]> {
  if (ids.length === 0) return [];
  const rows = await client.attachment.findMany({
    where: { id: { in: [...ids] }, stagedUntil: { gt: now } },
    select: SHOWN,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(recordOf);
}

/** Gives staged files their owner; how many there were. A file is claimed once. */
export function claimStaged(tx: SqlTx, ids: readonly string[], owner: AttachmentOwner, now: Date): Promise<number> {
  const {
    consultationId = null,
    commentNumber = null,
    stepId = null,
    paperId = null,
    messageNumber = null,
    policyId = null,
  } = owner as Partial<StoredAttachment>;
  return tx.$executeRaw`
    UPDATE "Attachment" SET "consultationId" = ${consultationId}, "commentNumber" = ${commentNumber},
      "stepId" = ${stepId}, "paperId" = ${paperId}, "messageNumber" = ${messageNumber},
      "policyId" = ${policyId}, "stagedUntil" = NULL
    WHERE id IN (${Prisma.join([...ids])}) AND "stagedUntil" > ${now}`;
}

export async function setPublic(tx: Tx, owner: AttachmentOwner, isPublic: boolean): Promise<void> {
  await tx.attachment.updateMany({ where: owner, data: { isPublic } });
}

/** Removes the rows of an owner; the ids say which files are to go after the commit. */
export async function deleteOf(tx: Tx, owner: AttachmentOwner): Promise<string[]> {
  const rows = await tx.attachment.findMany({ where: owner, select: { id: true } });
  await tx.attachment.deleteMany({ where: owner });
  return rows.map(({ id }) => id);
}

/** Removes one row of an owner; false when it is not that owner's. */
export async function deleteOne(tx: Tx, id: string, owner: AttachmentOwner): Promise<boolean> {
  const { count } = await tx.attachment.deleteMany({ where: { id, ...owner } });
  return count === 1;
}

export async function deleteExpired(client: Client, now: Date): Promise<string[]> {
  const rows = await client.attachment.findMany({
    where: { stagedUntil: { lte: now } },
    select: { id: true },
    take: 500,
  });
  const ids = rows.map(({ id }) => id);
  // Asked again while deleting: a form may have claimed one in between.
  await client.attachment.deleteMany({ where: { id: { in: ids }, stagedUntil: { lte: now } } });
  const left = await client.attachment.findMany({ where: { id: { in: ids } }, select: { id: true } });
  return ids.filter((id) => !left.some((row) => row.id === id));
}

function recordOf({
  fileName,
  ...row
}: {
  id: string;
  fileName: string;
  mediaType: string;
  size: number;
}): AttachmentRecord {
  return { ...row, name: fileName };
}
