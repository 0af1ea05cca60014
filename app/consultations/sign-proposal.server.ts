import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import type { Json } from "~/timeline/event";
import { decideProposal, insertExtension } from "./consultation-store.server";
import { notifyOfExtension } from "./notify-commenters.server";
import { performAct, staleRefusal, type ActContext, type ActInput } from "./perform-act.server";
import { extensionRefusals } from "./period";
import { remarkRefusals } from "./remark-rules";
import { keepRemark } from "./remark.server";
import { withdrawConsultation } from "./withdraw-consultation.server";

/**
 * The approver, who is not the person that proposed, signs the extension or the withdrawal; that moment it is public.
 * Refusals: no proposal waits, an extension that no longer gives more time.
 */
export function signProposal(actor: Actor, input: ActInput & { remark?: string | null }, deps: Deps) {
  return performAct(actor, "sign_proposal", input, deps, {
    reasons: ({ facts }) => [
      ...remarkRefusals(input.remark),
      ...(facts.proposal?.act === "extend" ? extensionRefusals(facts.proposal, facts, deps.now) : []),
    ],
    write: async (context) => {
      const proposal = context.facts.proposal!;
      const decision = { decidedById: accountIdOf(actor), decidedAt: deps.now, isApproved: true };
      if (!(await decideProposal(context.tx, proposal.id, decision)))
        throw await staleRefusal(context.tx, context.facts.slug);
      const written = await (proposal.act === "extend"
        ? extend(context, actor, deps)
        : withdrawConsultation(context, actor, deps));
      const remark = await keepRemark(context, actor, "sign_proposal", input.remark, deps.now);
      return { payload: { proposal: proposal.id, ...written, ...remark } };
    },
    event: ({ proposal }) => (proposal?.act === "extend" ? "consultation.extended" : "consultation.withdrawn"),
  });
}

async function extend({ tx, facts }: ActContext, actor: Actor, { now }: Deps): Promise<{ [key: string]: Json }> {
  const { closesOn, reason } = facts.proposal!;
  const [from, to] = [facts.closesOn!, closesOn!];
  await insertExtension(tx, {
    consultationId: facts.id,
    fromClosesOn: from,
    toClosesOn: to,
    reason,
    approvedById: accountIdOf(actor) ?? "",
    at: now,
  });
  return { from, to, notices: await notifyOfExtension(tx, facts, to, now) };
}
