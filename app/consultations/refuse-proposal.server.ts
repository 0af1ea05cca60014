import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { decideProposal } from "./consultation-store.server";
import { performAct, staleRefusal, type ActInput } from "./perform-act.server";
import { reasonRefusals } from "./remark-rules";
import { keepRemark } from "./remark.server";

/** The approver does not sign the extension or withdrawal, and says why. Nothing was public, so nothing is. */
export function refuseProposal(actor: Actor, input: ActInput & { reason: string | null }, deps: Deps) {
  return performAct(actor, "refuse_proposal", input, deps, {
    reasons: () => reasonRefusals(input.reason),
    write: async (context) => {
      const proposal = context.facts.proposal!;
      const decision = { decidedById: accountIdOf(actor), decidedAt: deps.now, isApproved: false };
      if (!(await decideProposal(context.tx, proposal.id, decision)))
        throw await staleRefusal(context.tx, context.facts.slug);
      const remark = await keepRemark(context, actor, "refuse_proposal", input.reason, deps.now);
      return { payload: { proposal: proposal.id, proposed: proposal.act, ...remark } };
    },
    event: () => "consultation.proposal_refused",
  });
}
