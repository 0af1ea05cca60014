import type { Actor } from "~/accounts/actor";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { Deps } from "~/platform/db.server";
import { releaseReasons } from "~/reviews/read-sheet.server";
import { submission } from "~/reviews/stage-setting.server";
import { packageRefusals } from "./package-facts.server";
import { keepRemark, performPolicyAct, type PolicyActInput } from "./perform-policy-act.server";
import { determinationRefusals } from "./preparing";
import { packageReviewed } from "./release-texts.server";

type WithRemark = PolicyActInput & { remark?: string | null };

// 同步审签: plan, materials and document go to the reviewer and the approver together, and come back together.

/** The handling officer sends the whole package to the reviewer, or where two people review to the approver. Refusals: all that is missing, the gate. */
export function submitPolicy(actor: Actor, input: WithRemark, deps: Deps) {
  return performPolicyAct(actor, "submit", input, deps, {
    reasons: ({ tx, facts }) => packageRefusals(tx, facts, deps.now),
    write: async (context) => {
      const { passedById, payload } = await submission(context.tx, context.facts.unitCode, actor);
      const remark = await keepRemark(context, actor, "submit", input.remark, deps.now);
      return { data: { passedById }, payload: { ...payload, ...remark } };
    },
    event: "policy.submitted",
  });
}

/** The reviewer, who is not the person that submitted, passes the package on to the approver. */
export function passPolicy(actor: Actor, input: WithRemark, deps: Deps) {
  return performPolicyAct(actor, "pass", input, deps, {
    write: async (context) => ({ payload: await keepRemark(context, actor, "pass", input.remark, deps.now) }),
    event: "policy.passed",
  });
}

/** Back to the handling officer, with the reason; also after signing, as long as it is not released. */
export function returnPolicy(actor: Actor, input: PolicyActInput & { reason: string }, deps: Deps) {
  return performPolicyAct(actor, "return", input, deps, {
    write: async (context) => ({ payload: await keepRemark(context, actor, "return", input.reason, deps.now) }),
    event: "policy.returned",
  });
}

/**
 * The approver, a third person, signs the package and determines the disclosure attribute. What was complete at
 * submission is asked again. Refusals: the gate; `register_entry_holds_text`; the release sheet where the district made it
 * compulsory, and always a review that said no.
 */
export function approvePolicy(
  actor: Actor,
  input: WithRemark & { determinedAttribute: DisclosureAttribute },
  deps: Deps,
) {
  const { determinedAttribute } = input;
  return performPolicyAct(actor, "approve", input, deps, {
    reasons: async ({ tx, facts }) => [
      ...(await packageRefusals(tx, { ...facts, proposedAttribute: determinedAttribute }, deps.now)),
      ...(determinedAttribute === "proactive"
        ? (await releaseReasons(tx, await packageReviewed(tx, facts, deps.now))).reasons
        : []),
      ...determinationRefusals(determinedAttribute, { clauses: facts.texts.length, files: facts._count.attachments }),
    ],
    write: async (context) => {
      const remark = await keepRemark(context, actor, "approve", input.remark, deps.now);
      return { data: { determinedAttribute }, payload: { determinedAttribute, ...remark } };
    },
    event: "policy.approved",
  });
}
