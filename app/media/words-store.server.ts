import type { Client, Tx } from "~/platform/db.server";
import type { Words } from "./media-words";
import type { StoredMedia } from "./media-store.server";

export interface WordsRecord extends Words {
  id: number;
  number: number;
  isCorrection: boolean;
  note: string | null;
  writtenById: string;
  writtenAt: Date;
  decidedById: string | null;
  decidedAt: Date | null;
  isSigned: boolean | null;
}

type NewWords = Pick<WordsRecord, keyof Words | "isCorrection" | "note" | "writtenById" | "writtenAt">;

/** Keeps a new version of the words, and before the first change those that came with the file. Its number. */
export async function insertWords(tx: Tx, media: StoredMedia, words: NewWords): Promise<number> {
  const { id: mediaId, captions, transcript, textAlternative } = media;
  const last = await tx.mediaWords.findFirst({ where: { mediaId }, orderBy: { number: "desc" } });
  if (!last) {
    const first = { captions, transcript, textAlternative, isCorrection: false, isSigned: true };
    const origin = { writtenById: media.uploadedById, writtenAt: media.createdAt };
    await tx.mediaWords.create({ data: { mediaId, number: 1, ...first, ...origin } });
  }
  const number = (last?.number ?? 1) + 1;
  await tx.mediaWords.create({ data: { mediaId, number, ...words, isSigned: words.isCorrection ? null : true } });
  return number;
}

export async function replaceWords(tx: Tx, id: string, words: Words): Promise<void> {
  await tx.mediaFile.update({ where: { id }, data: words });
}

export async function decideWords(
  tx: Tx,
  id: number,
  data: Pick<WordsRecord, "decidedById" | "decidedAt" | "isSigned">,
): Promise<void> {
  await tx.mediaWords.update({ where: { id }, data });
}

/** The correction that nobody has signed or refused yet. */
export function findWaitingWords(client: Client, mediaId: string): Promise<WordsRecord | null> {
  return client.mediaWords.findFirst({ where: { mediaId, isSigned: null } });
}

/** Every version of the words, the newest first. */
export function listWords(client: Client, mediaId: string): Promise<WordsRecord[]> {
  return client.mediaWords.findMany({ where: { mediaId }, orderBy: { number: "desc" } });
}

/** The files of these units of which a correction waits that nobody of `notBy` wrote, the oldest first. */
export function findCorrectedMedia(
  client: Client,
  { unitCodes, notBy, q, unit }: { unitCodes: readonly string[]; notBy: readonly string[]; q: string; unit: string },
) {
  return client.mediaFile.findMany({
    where: {
      AND: [
        { unitCode: { in: [...unitCodes] }, words: { some: { isSigned: null, writtenById: { notIn: [...notBy] } } } },
        ...(q ? [{ title: { contains: q } }] : []),
        ...(unit ? [{ unitCode: unit }] : []),
      ],
    },
    select: { id: true, title: true, unitCode: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
