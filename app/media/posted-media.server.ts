import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import type { PostedForm } from "~/platform/posted-form.server";
import type { Reason } from "~/platform/refusal";
import { FILE_FIELDS } from "./forms";
import { keepPosted, uploadState } from "./receive-upload.server";

/**
 * Sets the form's files aside as arrived ones and writes their ids into the fields beside them, so that a refused form
 * still has them. A file chosen anew takes the place of the one before. What cannot be set aside is said.
 */
export async function takePostedFiles(actor: Actor, form: PostedForm, deps: Deps): Promise<Reason[]> {
  const reasons: Reason[] = [];
  for (const file of form.files.splice(0)) {
    if (!(FILE_FIELDS as readonly string[]).includes(file.field)) {
      reasons.push({ code: "unknown_field", params: { name: file.field.slice(0, 50) } });
      form.files.push(file);
      continue;
    }
    try {
      form.fields[`${file.field}Upload`] = [(await keepPosted(actor, file, deps)).id];
    } catch (error) {
      log().error({ err: error }, "an uploaded file could not be set aside");
      reasons.push({ code: "file_not_kept", field: file.field, params: { name: file.fileName } });
    }
  }
  return reasons;
}

/** The files of a refused form that are there whole. */
export async function arrivedUploads(actor: Actor, values: Record<string, string | undefined>, deps: Deps) {
  const arrived: Record<string, { id: string; fileName: string; size: number }> = {};
  for (const field of FILE_FIELDS) {
    const id = values[`${field}Upload`];
    const state = id ? await uploadState(actor, id, deps).catch(() => null) : null;
    if (state && state.offset === state.size) arrived[field] = state;
  }
  return arrived;
}
