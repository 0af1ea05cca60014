import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { incomingFolder } from "~/platform/files.server";
import { randomId } from "~/platform/ids.server";

export interface Given {
  fileName: string;
  bytes: Buffer;
}

/** A file as if it had come with a form. */
export async function postedFile(field: string, { fileName, bytes }: Given) {
  await mkdir(incomingFolder(), { recursive: true });
  const path = join(incomingFolder(), randomId());
  await writeFile(path, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { field, fileName, claimedType: "", path, size: bytes.length, sha256 };
}

/** What was built in with `?inline`. */
export function bytesOf(inline: string): Buffer {
  return Buffer.from(inline.slice(inline.indexOf(",") + 1), "base64");
}
