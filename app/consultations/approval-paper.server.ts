import type { Deps } from "~/platform/db.server";
import { approvalAmong, verifiedPapersOf, type ApprovalPaper } from "~/reviews/paper.server";
import type { ConsultationRecord } from "./consultation-store.server";
import type { SheetPart } from "./release-part";

type Approved = Pick<ConsultationRecord, "slug" | "approvedAt" | "outcomePublishedAt">;

/** The paper by which the draft, or the outcome, was signed off; null when it was signed here. */
export async function approvalPaperOf(
  { db }: Pick<Deps, "db">,
  { slug, approvedAt, outcomePublishedAt }: Approved,
  part: SheetPart,
): Promise<ApprovalPaper | null> {
  const at = part === "draft" ? approvedAt : outcomePublishedAt;
  if (!at) return null;
  const papers = await verifiedPapersOf({ db }, "consultation", [slug]);
  return approvalAmong(papers.get(slug) ?? [], { part, at });
}
