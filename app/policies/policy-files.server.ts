import type { Actor } from "~/accounts/actor";
import type { AttachmentRecord } from "~/attachments/attachment";
import { attachmentById } from "~/attachments/queries.server";
import type { Deps } from "~/platform/db.server";
import { maySeeDesk } from "./permissions";
import { isPublic } from "./policy-package";
import { findPolicyById } from "./policy-store.server";

/** The file, if it belongs to a document that whoever asks may read. Null otherwise, as for what does not exist. */
export async function readablePolicyFile(id: string, actor: Actor, deps: Deps): Promise<AttachmentRecord | null> {
  const file = await attachmentById(deps, id);
  if (!file?.policyId) return null;
  const policy = await findPolicyById(deps.db.client, file.policyId);
  if (!policy) return null;
  return (isPublic(policy) && file.isPublic) || maySeeDesk(actor, policy) ? file : null;
}
