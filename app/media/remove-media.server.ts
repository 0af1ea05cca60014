import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { removeFile } from "~/platform/files.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { deleteUnused, findMedia } from "./media-store.server";
import { mayAddMedia } from "./permissions";
import { because } from "./reasons";

/** Takes a file out of the unit's media. Refusals: `not_found` without the right, `media_in_use` while something shows it. */
export async function removeMedia(actor: Actor, id: string, deps: Deps): Promise<void> {
  const media = await findMedia(deps.db.client, id);
  if (!media || !mayAddMedia(actor, media.unitCode)) throw refuseAsNotFound();
  await transact(deps, async (tx, record) => {
    if (!(await deleteUnused(tx, id))) throw new Refused([because("media_in_use")]);
    const payload = { unit: media.unitCode, sha256: media.sha256 };
    record({ kind: "media.removed", subject: { kind: "media", id }, actor, payload });
  });
  for (const file of [id, media.stillId]) if (file) await removeFile(file);
}
