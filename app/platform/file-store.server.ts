import type { Readable } from "node:stream";

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where the bytes of uploaded files stand: a folder or a bucket. Names, kinds and owners are rows in the database. */
export interface FileStore {
  /** Takes a file of this machine into the store, whole or not at all; the file itself is gone afterwards. */
  keep(path: string, id: string): Promise<void>;
  /** Fails when the file is not there, before the first byte. */
  open(id: string, range?: ByteRange): Promise<Readable>;
  /** What is not there is as good as removed. */
  remove(id: string): Promise<void>;
}

/** Ids are random, so that they need no folder of their own; the first two characters spread them. */
export function keyOf(id: string): string {
  if (!/^[0-9a-z]{16}$/.test(id)) throw new Error("not a file id");
  return `${id.slice(0, 2)}/${id}`;
}
