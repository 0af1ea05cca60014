import { open, type FileHandle } from "node:fs/promises";

/** Reads here and there in a file that may be too long to be read whole. */
export interface ByteSource {
  size: number;
  /** Fewer bytes than asked for where the file ends. */
  read(at: number, length: number): Promise<Buffer>;
}

export async function withBytes<T>(path: string, work: (source: ByteSource) => Promise<T>): Promise<T> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    return await work({ size, read: (at, length) => readAt(handle, at, length) });
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
