import type { Actor } from "~/accounts/actor";
import type { AttachmentRecord } from "~/attachments/attachment";
import { attachmentById } from "~/attachments/queries.server";
import type { Deps } from "~/platform/db.server";
import { subjectOfPaper } from "~/reviews/paper.server";
import { findMaterial } from "./material-store.server";
import { maySeeDesk } from "./permissions";
import { isPublic } from "./policy-package";
import { findPolicy, findPolicyById } from "./policy-store.server";

/** The file, if it belongs to a document that whoever asks may read. Null otherwise, as for what does not exist. */
export async function readablePolicyFile(id: string, actor: Actor, deps: Deps): Promise<AttachmentRecord | null> {
  const file = await attachmentById(deps, id);
  if (file && file.paperId !== null) return (await isPaperOfDesk(file.paperId, actor, deps)) ? file : null;
  if (!file?.policyId) return null;
  const policy = await findPolicyById(deps.db.client, file.policyId);
  if (!policy) return null;
  return (isPublic(policy) && file.isPublic) || maySeeDesk(actor, policy) ? file : null;
}

/** The scan of a signature stays with the desk. */
async function isPaperOfDesk(id: number, actor: Actor, deps: Deps): Promise<boolean> {
  const subject = await subjectOfPaper(deps, id);
  const { client } = deps.db;
  const material = subject?.kind === "interpretation" ? await findMaterial(client, subject.id) : null;
  const slug = subject?.kind === "policy" ? subject.id : material?.policy.slug;
  const policy = slug === undefined ? null : await findPolicy(client, slug);
  return policy !== null && maySeeDesk(actor, policy);
}
