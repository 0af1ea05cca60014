import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, readFile, rm, stat, truncate } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { accountIdOf, type Actor } from "~/accounts/actor";
import { stripMetadata } from "~/attachments/strip-metadata.server";
import type { Deps } from "~/platform/db.server";
import { keepFile, removeFile } from "~/platform/files.server";
import { randomId } from "~/platform/ids.server";
import { log } from "~/platform/log.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { readCaptions } from "./captions";
import { inspectMedia } from "./inspect-media.server";
import { MAX_CAPTIONS_BYTES, MAX_STILL_BYTES, mediaRefusals, type MediaShape } from "./media-file";
import { deleteUploads, insertMedia } from "./media-store.server";
import { mayAddMedia } from "./permissions";
import { pathOfUpload, uploadState, type UploadState } from "./receive-upload.server";
import { because } from "./reasons";

export interface NewMediaInput {
  unit: string;
  title: string;
  /** Ids of files that have arrived whole. */
  file: string | null;
  still: string | null;
  captions: string | null;
  transcript: string | null;
  textAlternative: string | null;
}

/**
 * Takes an arrived file into the unit's media. Refusals: `not_found` without the right; everything that is wrong with
 * the file, its poster or still and its captions, and everything that is missing, at once; `file_not_kept` when the
 * store fails, and then the files still wait.
 */
export async function addMedia(actor: Actor, input: NewMediaInput, deps: Deps): Promise<{ id: string }> {
  if (!mayAddMedia(actor, input.unit)) throw refuseAsNotFound();
  const reasons: Reason[] = [];
  const collect = collectorOf(reasons);
  const file = await collect(() => arrived(actor, input.file, "file", deps));
  const shape = file && (await collect(() => inspectMedia(pathOfUpload(file.id), file.fileName, "file")));
  const still = input.still ? await collect(() => readStill(actor, input.still!, deps)) : null;
  const captions = input.captions ? await collect(() => readUploadedCaptions(actor, input.captions!, deps)) : null;
  const { title, transcript, textAlternative } = input;
  if (shape) {
    const facts = { ...shape, title, transcript, textAlternative };
    // What was given but refused is not missing as well.
    const given = { hasStill: Boolean(input.still), captions: input.captions };
    reasons.push(...mediaRefusals({ ...facts, ...given }));
  }
  requireNone(reasons);
  const place = await keep(file!, shape!, still);
  const common = { unitCode: input.unit, title, fileName: file!.fileName, captions, transcript, textAlternative };
  const used = [input.file, input.still, input.captions].filter((id) => id !== null);
  try {
    await transact(deps, async (tx, record) => {
      const origin = { uploadedById: accountIdOf(actor)!, createdAt: deps.now };
      await insertMedia(tx, { ...shape!, ...place, ...common, ...origin });
      await deleteUploads(tx, used);
      const payload = { unit: input.unit, kind: shape!.kind, sha256: place.sha256 };
      record({ kind: "media.added", subject: { kind: "media", id: place.id }, actor, payload });
    });
  } catch (error) {
    for (const id of [place.id, place.stillId]) if (id) await removeFile(id);
    throw error;
  }
  for (const id of used) await rm(pathOfUpload(id), { force: true });
  return { id: place.id };
}

type Collect = <T>(work: () => Promise<T>) => Promise<T | null>;

function collectorOf(reasons: Reason[]): Collect {
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 422) throw error;
      reasons.push(...error.reasons);
      return null;
    }
  };
}

async function arrived(actor: Actor, id: string | null, field: string, deps: Deps): Promise<UploadState> {
  if (!id) throw new Refused([because("media_missing", field)]);
  const state = await uploadState(actor, id, deps).catch(() => null);
  if (!state || state.offset < state.size) throw new Refused([because("media_gone", field)]);
  return state;
}

interface Still {
  file: UploadState;
  shape: MediaShape;
}

async function readStill(actor: Actor, id: string, deps: Deps): Promise<Still> {
  const file = await arrived(actor, id, "still", deps);
  const shape = await inspectMedia(pathOfUpload(file.id), file.fileName, "still");
  if (shape.kind !== "picture" || shape.isAnimated || shape.size > MAX_STILL_BYTES) {
    throw new Refused([because("still_type", "still", { maximum: MAX_STILL_BYTES / 1_048_576 })]);
  }
  return { file, shape };
}

async function readUploadedCaptions(actor: Actor, id: string, deps: Deps): Promise<string> {
  const file = await arrived(actor, id, "captions", deps);
  if (file.size > MAX_CAPTIONS_BYTES) throw new Refused([because("captions_not_text", "captions")]);
  const text = decoded(await readFile(pathOfUpload(file.id)));
  if (text === null) throw new Refused([because("captions_not_text", "captions")]);
  const { captions, reasons } = readCaptions(text);
  requireNone(reasons);
  return captions;
}

function decoded(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

interface Place {
  id: string;
  size: number;
  sha256: string;
  stillId: string | null;
  stillType: string | null;
  stillSize: number | null;
}

/** The arrived files stay until the row is written; what goes into the store are copies. */
async function keep(file: UploadState, shape: MediaShape, still: Still | null): Promise<Place> {
  const kept: string[] = [];
  try {
    const main = await keepCopy(file, shape);
    kept.push(main.id);
    const second = still && (await keepCopy(still.file, still.shape));
    const stillType = still?.shape.mediaType ?? null;
    return { ...main, stillId: second?.id ?? null, stillType, stillSize: second?.size ?? null };
  } catch (error) {
    log().error({ err: error }, "an uploaded file could not be kept");
    for (const id of kept) await removeFile(id).catch(() => undefined);
    throw new Refused([{ code: "file_not_kept", field: "file", params: { name: file.fileName } }]);
  }
}

/** A picture without what people do not know is in it, and without what stands behind its end. */
async function keepCopy({ id: uploadId, fileName }: UploadState, { kind, mediaType, size }: MediaShape) {
  const id = randomId();
  const path = `${pathOfUpload(uploadId)}.copy`;
  try {
    await copyFile(pathOfUpload(uploadId), path);
    if (kind === "picture") {
      await truncate(path, size);
      await stripMetadata({ field: "file", fileName, claimedType: "", path, size, sha256: "" }, mediaType);
    }
    const kept = { id, size: (await stat(path)).size, sha256: await digestOf(path) };
    await keepFile(path, id);
    return kept;
  } finally {
    await rm(path, { force: true });
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
