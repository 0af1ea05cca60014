import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { incomingFolder } from "~/platform/files.server";
import { randomId } from "~/platform/ids.server";
import { log } from "~/platform/log.server";
import { discardFiles, type PostedFile } from "~/platform/posted-form.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { MAX_UPLOAD_BYTES } from "./media-file";
import { findUpload, insertUpload, takeExpired, type UploadRecord } from "./media-store.server";
import { unitsToAddFor } from "./permissions";
import { because } from "./reasons";

/** An interrupted upload may be taken up again this long. */
const KEPT_FOR = 24 * 3600 * 1000;
const MAX_NAME = 100;

export interface UploadState {
  id: string;
  fileName: string;
  size: number;
  /** How many bytes are there; the next part begins here. */
  offset: number;
}

/**
 * Begins a file that arrives in parts. Refusals: `not_found` for whoever may not add media, `upload_size` for a length
 * that is no length or more than is taken.
 */
export async function beginUpload(
  actor: Actor,
  { fileName, size }: { fileName: string; size: number },
  { db, now }: Deps,
): Promise<UploadState> {
  const accountId = uploaderId(actor);
  if (!Number.isSafeInteger(size) || size < 1 || size > MAX_UPLOAD_BYTES) {
    throw new Refused([because("upload_size", "file", { maximum: MAX_UPLOAD_BYTES / 1_048_576 })]);
  }
  const id = randomId();
  await mkdir(incomingFolder(), { recursive: true });
  await (await open(pathOfUpload(id), "wx", 0o600)).close();
  const name = [...fileName].slice(-MAX_NAME).join("");
  await insertUpload(db.client, rowOf(id, accountId, name, size, now));
  return { id, fileName: name, size, offset: 0 };
}

/** How far a file is. Refusal: `not_found` for what is not this person's, is over, or was never begun. */
export async function uploadState(actor: Actor, id: string, { db, now }: Deps): Promise<UploadState> {
  const upload = await findUpload(db.client, id, uploaderId(actor), now);
  if (!upload) throw refuseAsNotFound();
  const found = await stat(pathOfUpload(id)).catch(() => null);
  if (!found) throw refuseAsNotFound();
  return { id, fileName: upload.fileName, size: upload.size, offset: Math.min(found.size, upload.size) };
}

const beingWritten = new Set<string>();

export interface Part {
  offset: number;
  bytes: AsyncIterable<Uint8Array>;
}

/**
 * Adds a part where the file ends. What arrived before the connection broke stays, and the answer says how far it is.
 * A part that begins elsewhere, or comes while another is being written, changes nothing. What is longer than was
 * announced is cut off.
 */
export async function addPart(actor: Actor, id: string, part: Part, deps: Deps): Promise<UploadState> {
  const state = await uploadState(actor, id, deps);
  if (part.offset !== state.offset || beingWritten.has(id)) return state;
  beingWritten.add(id);
  try {
    await write(state, part.bytes);
  } finally {
    beingWritten.delete(id);
  }
  return uploadState(actor, id, deps);
}

async function write({ id, size, offset }: UploadState, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(pathOfUpload(id), "r+");
  let at = offset;
  try {
    for await (const chunk of bytes) {
      const room = chunk.subarray(0, size - at);
      await handle.write(room, 0, room.length, at);
      at += room.length;
      if (at >= size) break;
    }
  } catch (error) {
    // The connection broke, or the disk is full: the sender asks how far it is and goes on from there.
    log().info({ err: error, upload: id });
  } finally {
    await handle.sync();
    await handle.close();
  }
}

/** A file that came whole with a form waits like one that came in parts, so that a refused form keeps it. */
export async function keepPosted(actor: Actor, file: PostedFile, { db, now }: Deps): Promise<UploadState> {
  const accountId = uploaderId(actor);
  const id = randomId();
  try {
    await rename(file.path, pathOfUpload(id));
  } catch (error) {
    await discardFiles([file]);
    throw error;
  }
  await insertUpload(db.client, rowOf(id, accountId, file.fileName, file.size, now));
  return { id, fileName: file.fileName, size: file.size, offset: file.size };
}

/** Removes what was begun and never finished. */
export async function sweepMediaUploads({ db, now }: Deps): Promise<void> {
  for (const id of await takeExpired(db.client, now)) await rm(pathOfUpload(id), { force: true });
}

export function pathOfUpload(id: string): string {
  if (!/^[0-9a-z]{16}$/.test(id)) throw refuseAsNotFound();
  return join(incomingFolder(), `media-${id}`);
}

function rowOf(id: string, accountId: string, fileName: string, size: number, now: Date): UploadRecord {
  return { id, accountId, fileName, size, createdAt: now, expiresAt: new Date(now.getTime() + KEPT_FOR) };
}

function uploaderId(actor: Actor): string {
  const accountId = accountIdOf(actor);
  if (accountId === null || unitsToAddFor(actor).length === 0) throw refuseAsNotFound();
  return accountId;
}
