import type { Actor } from "~/accounts/actor";
import { claimUploads } from "~/attachments/keep-attachments.server";
import { removeAttachment } from "~/attachments/queries.server";
import { textRefusals } from "~/disclosure/attribute";
import type { Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { performPolicyAct, type PolicyActInput } from "./perform-policy-act.server";

interface FilesInput extends PolicyActInput {
  /** Ids of files set aside by `stageUploads`. */
  uploads: string[];
  /** Ids of files to take away. */
  remove: string[];
}

/**
 * Adds and takes away the document's attachments while it is prepared; the release publishes them with it. Refusals:
 * `register_entry_only`, `secrecy_review_missing`: nothing is uploaded before the secrecy review.
 */
export async function changePolicyFiles(actor: Actor, { uploads, remove, ...input }: FilesInput, deps: Deps) {
  const removals: (() => Promise<void>)[] = [];
  const changed = await performPolicyAct(actor, "edit", input, deps, {
    reasons: ({ facts }) => {
      const { proposedAttribute: attribute, secrecyReview } = facts;
      return uploads.length > 0 ? textRefusals({ attribute, secrecyReview }, "attachment") : [];
    },
    write: async ({ tx, facts }) => {
      const owner = { policyId: facts.id };
      for (const id of remove) {
        const finish = await removeAttachment(tx, id, owner);
        if (!finish) throw new Refused([{ code: "choice_unknown", field: "remove" }]);
        removals.push(finish);
      }
      await claimUploads(tx, uploads, owner, deps.now);
      return { payload: { fields: ["attachments"], added: uploads, removed: remove } };
    },
    event: "policy.edited",
  });
  for (const finish of removals) await finish();
  return changed;
}
