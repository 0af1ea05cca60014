import type { Client, Deps } from "~/platform/db.server";
import { acceptedType, keepFile, removeFile } from "~/platform/files.server";
import { randomId } from "~/platform/ids.server";
import { log } from "~/platform/log.server";
import { discardFiles, type PostedFile } from "~/platform/posted-form.server";
import { Refused, type Reason } from "~/platform/refusal";
import type { SqlTx } from "~/platform/sql-transaction.server";
import { MAX_FILES, type AttachmentOwner, type AttachmentRecord } from "./attachment";
import {
  claimStaged,
  deleteExpired,
  findStaged,
  insertAttachments,
  type NewAttachment,
} from "./attachment-store.server";
import { stripMetadata } from "./strip-metadata.server";

const STAGED_FOR = 24 * 3600 * 1000;

/**
 * Sets files aside for a form that is not accepted yet: they wait a day under a random id that only the form's page
 * names. A file whose bytes are not what its name says is dropped and said; so is one that could not be kept.
 */
export async function stageUploads(
  { db, now }: Deps,
  files: PostedFile[],
): Promise<{ staged: AttachmentRecord[]; reasons: Reason[] }> {
  if (files.length === 0) return { staged: [], reasons: [] };
  const { accepted, reasons } = await checkFiles(files);
  const stagedUntil = new Date(now.getTime() + STAGED_FOR);
  const { staged, lost } = await place(db.client, accepted, { createdAt: now, stagedUntil });
  return { staged, reasons: [...reasons, ...lost] };
}

/** Gives the staged files their owner. Refusals: `too_many_files`, `upload_gone` when one is no longer there. */
export async function claimUploads(
  tx: SqlTx,
  ids: readonly string[],
  owner: AttachmentOwner,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  if (ids.length > MAX_FILES) throw new Refused([tooMany()]);
  if ((await claimStaged(tx, ids, owner, now)) !== new Set(ids).size) {
    throw new Refused([{ code: "upload_gone", field: "attachment" }]);
  }
}

/** The staged files that are still there, for the form's page. */
export function stagedUploads({ db, now }: Deps, ids: readonly string[]): Promise<AttachmentRecord[]> {
  return findStaged(db.client, ids.slice(0, 2 * MAX_FILES), now);
}

/** Removes what was set aside for a form that was never finished. */
export async function sweepUploads({ db, now }: Deps): Promise<void> {
  for (const id of await deleteExpired(db.client, now)) await removeFile(id);
}

interface Checked {
  file: PostedFile;
  mediaType: string;
}

async function checkFiles(files: PostedFile[]): Promise<{ accepted: Checked[]; reasons: Reason[] }> {
  const accepted: Checked[] = [];
  const reasons: Reason[] = files.length > MAX_FILES ? [tooMany()] : [];
  for (const file of files.slice(0, MAX_FILES)) {
    const mediaType = await acceptedType(file.path, file.fileName);
    if (mediaType) accepted.push({ file, mediaType });
    else reasons.push({ code: "file_type", field: file.field, params: { name: file.fileName } });
  }
  await discardFiles(files.filter((file) => !accepted.some((one) => one.file === file)));
  return { accepted, reasons };
}

async function place(
  client: Client,
  files: Checked[],
  common: Pick<NewAttachment, "createdAt" | "stagedUntil">,
): Promise<{ staged: AttachmentRecord[]; lost: Reason[] }> {
  const attachments: NewAttachment[] = [];
  const lost: Reason[] = [];
  for (const { file, mediaType } of files) {
    const id = randomId();
    try {
      const { size, sha256 } = await stripMetadata(file, mediaType);
      await keepFile(file.path, id);
      attachments.push({ id, name: file.fileName, mediaType, size, sha256, ...common });
    } catch (error) {
      log().error({ err: error }, "an uploaded file could not be kept");
      lost.push({ code: "file_not_kept", field: file.field, params: { name: file.fileName } });
      await discardFiles([file]);
    }
  }
  if (attachments.length > 0) await insertAttachments(client, attachments);
  return { staged: attachments.map(({ id, name, mediaType, size }) => ({ id, name, mediaType, size })), lost };
}

function tooMany(): Reason {
  return { code: "too_many_files", field: "attachment", params: { maximum: MAX_FILES } };
}
