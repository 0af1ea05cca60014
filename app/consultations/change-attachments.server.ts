import type { Actor } from "~/accounts/actor";
import { claimUploads } from "~/attachments/keep-attachments.server";
import { removeAttachment } from "~/attachments/queries.server";
import type { Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { performAct, type ActInput } from "./perform-act.server";

interface AttachmentsInput extends ActInput {
  /** Ids of files set aside by `stageUploads`. */
  uploads: string[];
  /** Ids of files to take away. */
  remove: string[];
}

/** Adds and takes away files of a consultation in preparing; the approval publishes them with it. */
export async function changeAttachments(actor: Actor, { uploads, remove, ...input }: AttachmentsInput, deps: Deps) {
  const removals: (() => Promise<void>)[] = [];
  const changed = await performAct(actor, "edit", input, deps, {
    write: async ({ tx, facts }) => {
      const owner = { consultationId: facts.id };
      for (const id of remove) {
        const finish = await removeAttachment(tx, id, owner);
        if (!finish) throw new Refused([{ code: "choice_unknown", field: "remove" }]);
        removals.push(finish);
      }
      await claimUploads(tx, uploads, owner, deps.now);
      return { payload: { fields: ["attachments"], added: uploads, removed: remove } };
    },
    event: () => "consultation.edited",
  });
  for (const finish of removals) await finish();
  return changed;
}
