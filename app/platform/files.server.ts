import { createReadStream } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { env } from "./env.server";
import type { ByteRange, FileStore } from "./file-store.server";
import { folderStore } from "./folder-store.server";
import { s3Place, s3Store } from "./s3-store.server";

/** With a bucket, files still arrive in a folder of this machine before they are checked and kept. */
const ARRIVING_FOR_BUCKET = "data/incoming";

let current: FileStore | undefined;

function store(): FileStore {
  return (current ??= storeOf(env().STORAGE_URL));
}

function storeOf(url: string): FileStore {
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env();
  const folder = uploadsFolder();
  return folder === null ? s3Store(s3Place(url, { accessKeyId, secretAccessKey })) : folderStore(folder);
}

/** Where uploaded files stand under their random ids; null when they stand in a bucket. */
export function uploadsFolder(): string | null {
  const { STORAGE_URL } = env();
  if (!STORAGE_URL.startsWith("file:")) return null;
  const path = STORAGE_URL.replace(/^file:(\/\/)?/, "");
  return isAbsolute(path) ? path : resolve(path);
}

export function incomingFolder(): string {
  const folder = uploadsFolder();
  return folder === null ? resolve(ARRIVING_FOR_BUCKET) : join(folder, "incoming");
}

/** Takes an incoming file into the store, whole or not at all. */
export function keepFile(incomingPath: string, id: string): Promise<void> {
  return store().keep(incomingPath, id);
}

/** Fails before the first byte when the file is not there. */
export function openFile(id: string, range?: ByteRange): Promise<Readable> {
  return store().open(id, range);
}

export function removeFile(id: string): Promise<void> {
  return store().remove(id);
}

/** Removes what arrived for a form that was never finished. */
export async function sweepIncoming(olderThan: Date): Promise<void> {
  const folder = incomingFolder();
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const info = await stat(join(folder, name)).catch(() => null);
    if (info && info.mtime < olderThan) await rm(join(folder, name), { force: true });
  }
}

/** Kinds of file that may be attached, by what their bytes say, with the endings that fit. */
const ACCEPTED: Record<string, string[]> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
};

/** The media type that the file's bytes show, when it is accepted and the name's ending fits; otherwise null. */
export async function acceptedType(path: string, fileName: string): Promise<string | null> {
  const { fileTypeFromFile } = await import("file-type");
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (found) return ACCEPTED[found.mime]?.includes(ending) ? found.mime : null;
  return ending === "txt" && (await isPlainText(path)) ? "text/plain" : null;
}

async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      if ((chunk as Buffer).includes(0)) return false;
      decoder.decode(chunk as Buffer, { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
