import { plainDateOf } from "~/calendar/plain-date";
import type { Client, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { MediaFile, MediaKind } from "./media-file";

export interface StoredMedia extends MediaFile {
  unitCode: string;
  fileName: string;
  sha256: string;
  stillId: string | null;
  stillType: string | null;
  stillSize: number | null;
  subjectKind: string | null;
  subjectId: string | null;
  isPublic: boolean;
  uploadedById: string;
  createdAt: Date;
}

/** What shows a file, such as { kind: "interpretation", id: its slug }. */
export interface MediaSubject {
  kind: string;
  id: string;
}

const WITH_CORRECTIONS = {
  words: { where: { isCorrection: true, isSigned: true }, orderBy: { number: "desc" as const } },
} satisfies Prisma.MediaFileInclude;

type NewMedia = Omit<StoredMedia, "corrections" | "hasStill" | "subjectKind" | "subjectId" | "isPublic">;

export async function insertMedia(tx: Tx, media: NewMedia): Promise<void> {
  await tx.mediaFile.create({ data: media });
}

export async function findMedia(client: Client, id: string): Promise<StoredMedia | null> {
  const row = await client.mediaFile.findUnique({ where: { id }, include: WITH_CORRECTIONS });
  return row && recordOf(row);
}

export async function listMedia(
  client: Client,
  where: Prisma.MediaFileWhereInput,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ items: StoredMedia[]; total: number }> {
  const rows = await client.mediaFile.findMany({
    where,
    include: WITH_CORRECTIONS,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return { items: rows.map(recordOf), total: await client.mediaFile.count({ where }) };
}

/** Ties files that nothing shows yet to their subject; how many there were. */
export async function setSubject(tx: Tx, ids: readonly string[], unitCode: string, to: MediaSubject): Promise<number> {
  const where = { id: { in: [...ids] }, unitCode, subjectKind: null };
  const { count } = await tx.mediaFile.updateMany({ where, data: { subjectKind: to.kind, subjectId: to.id } });
  return count;
}

export async function clearSubject(tx: Tx, id: string, { kind, id: subjectId }: MediaSubject): Promise<boolean> {
  const data = { subjectKind: null, subjectId: null, isPublic: false };
  const { count } = await tx.mediaFile.updateMany({ where: { id, subjectKind: kind, subjectId }, data });
  return count === 1;
}

export async function setPublic(tx: Tx, { kind, id }: MediaSubject, isPublic: boolean): Promise<void> {
  await tx.mediaFile.updateMany({ where: { subjectKind: kind, subjectId: id }, data: { isPublic } });
}

/** False when something shows it, or somebody was faster. */
export async function deleteUnused(tx: Tx, id: string): Promise<boolean> {
  return (await tx.mediaFile.deleteMany({ where: { id, subjectKind: null } })).count === 1;
}

// ---- Files that are arriving ------------------------------------------------------------------------------------------

export interface UploadRecord {
  id: string;
  accountId: string;
  fileName: string;
  size: number;
  createdAt: Date;
  expiresAt: Date;
}

export async function insertUpload(client: Client, upload: UploadRecord): Promise<void> {
  await client.mediaUpload.create({ data: upload });
}

export function findUpload(client: Client, id: string, accountId: string, now: Date): Promise<UploadRecord | null> {
  return client.mediaUpload.findFirst({ where: { id, accountId, expiresAt: { gt: now } } });
}

export async function deleteUploads(client: Client, ids: readonly string[]): Promise<void> {
  await client.mediaUpload.deleteMany({ where: { id: { in: [...ids] } } });
}

export async function takeExpired(client: Client, now: Date): Promise<string[]> {
  const rows = await client.mediaUpload.findMany({ where: { expiresAt: { lte: now } }, select: { id: true } });
  await deleteUploads(
    client,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id }) => id);
}

function recordOf({ words, ...row }: Prisma.MediaFileGetPayload<{ include: typeof WITH_CORRECTIONS }>): StoredMedia {
  const corrections = words.map(({ decidedAt, note }) => ({ on: plainDateOf(decidedAt!), note: note ?? "" }));
  return { ...row, kind: row.kind as MediaKind, hasStill: row.stillId !== null, corrections };
}
