import type { Readable } from "node:stream";
import type { Deps, Tx } from "~/platform/db.server";
import { openFile, removeFile } from "~/platform/files.server";
import type { AttachmentOwner, AttachmentRecord } from "./attachment";
import {
  deleteOf,
  deleteOne,
  findAttachment,
  listAttachments,
  setPublic,
  type StoredAttachment,
} from "./attachment-store.server";

/** A file with what it belongs to; whoever asks must then be checked against that. Null when it is only set aside. */
export async function attachmentById(deps: Pick<Deps, "db">, id: string): Promise<StoredAttachment | null> {
  const found = await findAttachment(deps.db.client, id);
  return found && !found.stagedUntil ? found : null;
}

export function attachmentsOf(
  { db }: Pick<Deps, "db">,
  owner: AttachmentOwner,
  options: { onlyPublic?: boolean } = {},
): Promise<AttachmentRecord[]> {
  return listAttachments(db.client, owner, options);
}

export function showAttachments(tx: Tx, owner: AttachmentOwner, isPublic: boolean): Promise<void> {
  return setPublic(tx, owner, isPublic);
}

/** Removes the rows in the caller's transaction. The answer removes the files: call it after the commit. */
export async function removeAttachments(tx: Tx, owner: AttachmentOwner): Promise<() => Promise<void>> {
  const ids = await deleteOf(tx, owner);
  return async () => {
    for (const id of ids) await removeFile(id);
  };
}

/** The same for one file; null when it does not belong to this owner. */
export async function removeAttachment(
  tx: Tx,
  id: string,
  owner: AttachmentOwner,
): Promise<(() => Promise<void>) | null> {
  return (await deleteOne(tx, id, owner)) ? () => removeFile(id) : null;
}

/** The bytes. Always handed over as a download, whatever its kind: nothing uploaded is ever opened inside the site. */
export function downloadHeaders({ name, mediaType, size }: AttachmentRecord): Record<string, string> {
  return {
    "Content-Type": mediaType,
    "Content-Length": String(size),
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)}`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
  };
}

export function openAttachment({ id }: AttachmentRecord): Promise<Readable> {
  return openFile(id);
}
