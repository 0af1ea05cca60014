import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import type { PostedFile } from "~/platform/posted-form.server";
import { findClauses } from "./consultation-store.server";
import { cutSource } from "~/drafting/cut-source.server";
import { deskConsultation } from "./desk-queries.server";
import type { WrittenClause } from "~/drafting/draft-text";

/**
 * Cuts the text as decided into clauses. Each keeps the id of the clause it was in the newest draft, so that what
 * changed since, and the comments behind it, can be shown. Refusals: `not_found`, those of `cutSource`.
 */
export async function cutFinalText(
  actor: Actor,
  slug: string,
  text: { source: string | null; file: PostedFile | undefined },
  deps: Deps,
): Promise<WrittenClause[]> {
  const { draftId, revisedDraftId } = await deskConsultation(actor, slug, deps);
  const newest = revisedDraftId ?? draftId;
  return (await cutSource(text, newest ? await findClauses(deps.db.client, newest) : [])).clauses;
}
