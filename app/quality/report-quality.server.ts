import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import type { PaperSignOff } from "~/reviews/paper.server";
import { performQualityAct } from "./perform-quality-act.server";
import { decideReport, insertReport } from "./quality-store.server";

interface DecisionInput {
  slug: string;
  isApproved: boolean;
  reason: string | null;
  paper?: PaperSignOff;
}

/** 报区领导: a recorded report on an important document whose interpretation is weak. Nothing is ordered without one. */
export function reportQuality(
  actor: Actor,
  { slug, findings, better }: { slug: string; findings: string; better: string },
  deps: Deps,
): Promise<number> {
  return performQualityAct(actor, "report", slug, deps, {
    write: async ({ tx, found }) => {
      const checkId = found.check!.id;
      const reported = { reportedById: accountIdOf(actor)!, reportedAt: deps.now };
      const id = await insertReport(tx, { checkId, findings, better, ...reported });
      return { result: id, payload: { report: id, check: checkId } };
    },
    subject: "quality",
    event: "quality.reported",
  });
}

/**
 * A leader, who neither checked nor reported, decides whether the unit is to interpret anew; here, or on paper that two
 * others recorded.
 */
export function decideQualityReport(
  actor: Actor,
  { slug, isApproved, reason, paper }: DecisionInput,
  deps: Deps,
): Promise<void> {
  return performQualityAct(actor, isApproved ? "approve_report" : "decline_report", slug, deps, {
    write: async ({ tx, found }) => {
      const { id } = found.report!;
      const decided = { decidedById: accountIdOf(paper?.signer ?? actor)!, decidedAt: deps.now };
      await decideReport(tx, id, { isApproved, decisionReason: reason, ...decided });
      return { result: undefined, payload: { report: id } };
    },
    subject: "quality",
    paper,
    event: isApproved ? "quality.report_approved" : "quality.report_declined",
  });
}
