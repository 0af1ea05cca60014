import type { Actor } from "~/accounts/actor";
import { keepAttachments } from "~/attachments/keep-attachments.server";
import { removeAttachment } from "~/attachments/queries.server";
import type { Deps } from "~/platform/db.server";
import type { PostedFile } from "~/platform/posted-form.server";
import { Refused } from "~/platform/refusal";
import { performAct, type ActInput } from "./perform-act.server";

interface AttachmentsInput extends ActInput {
  files: PostedFile[];
  /** Ids of files to take away. */
  remove: string[];
}

/** Adds and takes away files of a consultation in preparing; the approval publishes them with it. */
export async function changeAttachments(actor: Actor, { files, remove, ...input }: AttachmentsInput, deps: Deps) {
  const removals: (() => Promise<void>)[] = [];
  const changed = await performAct(actor, "edit", input, deps, {
    write: async ({ tx, facts }) => {
      const owner = { consultationId: facts.id };
      for (const id of remove) {
        const finish = await removeAttachment(tx, id, owner);
        if (!finish) throw new Refused([{ code: "choice_unknown", field: "remove" }]);
        removals.push(finish);
      }
      const added = await keepAttachments(tx, files, owner, { now: deps.now });
      return { payload: { fields: ["attachments"], added: added.map(({ id }) => id), removed: remove } };
    },
    event: () => "consultation.edited",
  });
  for (const finish of removals) await finish();
  return changed;
}
