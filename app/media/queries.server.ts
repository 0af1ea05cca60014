import type { Readable } from "node:stream";
import type { Actor } from "~/accounts/actor";
import { accountNames } from "~/accounts/queries.server";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { openFile } from "~/platform/files.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { listUnits } from "~/units/queries.server";
import type { Asked } from "./byte-range";
import { findMedia, listMedia, type StoredMedia } from "./media-store.server";
import type { DeskMedia, MediaRow } from "./media-rows";
import { correctionRefusals } from "./media-words";
import { wordsPapers } from "./paper-words.server";
import { listWords } from "./words-store.server";
import { mayAddMedia, mayReadMedia, maySignWords, unitsToAddFor, unitsWithMedia } from "./permissions";

/** The media of the units where this person works, the newest first, and for which of them new ones may be added. */
export async function mediaList(actor: Actor, paging: { page: number; pageSize: number }, deps: Deps) {
  const names = new Map((await listUnits(deps)).map(({ code, name }) => [code, name]));
  const where = { unitCode: { in: unitsWithMedia(actor) } };
  const { items, total } = await listMedia(deps.db.client, where, paging);
  const rows = items.map((media): MediaRow => {
    const { id, kind, title, size, durationMs, isAnimated, isPublic, createdAt, subjectKind, unitCode } = media;
    const unitName = names.get(unitCode) ?? unitCode;
    const at = createdAt.toISOString();
    return { id, kind, title, size, durationMs, isAnimated, isPublic, unitName, at, isUsed: subjectKind !== null };
  });
  const units = unitsToAddFor(actor).map((code) => ({ code, name: names.get(code) ?? code }));
  return { rows, total, units };
}

/** One file with all that belongs to it. Refusal: `not_found`. */
export async function deskMedia(actor: Actor, id: string, deps: Deps): Promise<DeskMedia> {
  const media = await findMedia(deps.db.client, id);
  if (!media || !mayReadMedia(actor, { ...media, isPublic: false })) throw refuseAsNotFound();
  const { kind, title, mediaType, size, durationMs, width, height, isAnimated, hasStill } = media;
  const { captions, transcript, textAlternative, corrections, isPublic, fileName, unitCode } = media;
  const [asked, versions] = [
    await withCounterparts(deps.db.client, actor, { kind: "media", id }),
    await listWords(deps.db.client, id),
  ];
  const waiting = versions.find(({ isSigned }) => isSigned === null) ?? null;
  const names = await accountNames(
    deps,
    versions.flatMap(({ writtenById, decidedById }) => [writtenById, decidedById]),
  );
  return {
    ...{ id, kind, title, mediaType, size, durationMs, width, height, isAnimated, hasStill },
    ...{ captions, transcript, textAlternative, corrections, isPublic, fileName },
    mayChangeWords: mayAddMedia(actor, unitCode) && waiting === null,
    maySignWords: waiting !== null && maySignWords(actor, unitCode),
    papers: await wordsPapers(actor, media, waiting !== null, deps),
    signReasons: waiting ? correctionRefusals({ waiting }, asked) : [],
    versions: versions.map(
      ({ number, isCorrection, note, writtenById, writtenAt, decidedById, decidedAt, isSigned, ...words }) => ({
        ...{ number, isCorrection, note, isSigned },
        writtenBy: names.get(writtenById) ?? "",
        writtenOn: plainDateOf(writtenAt),
        decidedBy: names.get(decidedById ?? "") ?? null,
        decidedOn: decidedAt && plainDateOf(decidedAt),
        captions: words.captions,
        transcript: words.transcript,
        textAlternative: words.textAlternative,
      }),
    ),
    isUsed: media.subjectKind !== null,
    mayRemove: mayAddMedia(actor, media.unitCode) && media.subjectKind === null,
  };
}

export interface ReadableFile {
  fileId: string;
  mediaType: string;
  size: number;
  /** Changes with the bytes. */
  etag: string;
  fileName: string;
}

/** The bytes of a file or of its poster or still, if whoever asks may read it; null as for what does not exist. */
export async function readableMedia(
  actor: Actor,
  id: string,
  part: "file" | "still",
  deps: Deps,
): Promise<ReadableFile | null> {
  const media = await readable(actor, id, deps);
  if (!media) return null;
  const { mediaType, size, sha256, fileName, stillId, stillType, stillSize } = media;
  const etag = `"${sha256.slice(0, 24)}-${part}"`;
  if (part === "file") return { fileId: id, mediaType, size, etag, fileName };
  if (!stillId || !stillType || stillSize === null) return null;
  return { fileId: stillId, mediaType: stillType, size: stillSize, etag, fileName: "still" };
}

/** The captions as WebVTT, by the same right. */
export async function readableCaptions(actor: Actor, id: string, deps: Deps): Promise<string | null> {
  return (await readable(actor, id, deps))?.captions ?? null;
}

export function openMedia({ fileId }: ReadableFile, range?: Asked): Promise<Readable> {
  return openFile(fileId, range);
}

async function readable(actor: Actor, id: string, { db }: Deps): Promise<StoredMedia | null> {
  const media = await findMedia(db.client, id);
  return media && mayReadMedia(actor, media) ? media : null;
}
