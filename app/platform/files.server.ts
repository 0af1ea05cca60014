import { createReadStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { env } from "./env.server";

/** Uploaded files stand in one folder under their random id; their names are only rows in the database. */
export function uploadsFolder(): string {
  const path = env().STORAGE_URL.replace(/^file:(\/\/)?/, "");
  return isAbsolute(path) ? path : resolve(path);
}

export function incomingFolder(): string {
  return join(uploadsFolder(), "incoming");
}

function pathOf(id: string): string {
  if (!/^[0-9a-z]{16}$/.test(id)) throw new Error("not a file id");
  return join(uploadsFolder(), id.slice(0, 2), id);
}

/** Moves an incoming file to its place. On the same file system, so that it is there whole or not at all. */
export async function keepFile(incomingPath: string, id: string): Promise<void> {
  const target = pathOf(id);
  await mkdir(join(target, ".."), { recursive: true });
  await rename(incomingPath, target);
}

export function openFile(id: string): Readable {
  return createReadStream(pathOf(id));
}

export async function removeFile(id: string): Promise<void> {
  await rm(pathOf(id), { force: true });
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
