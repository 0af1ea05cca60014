import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import { dueOn } from "~/calendar/working-days";
import type { Deps } from "~/platform/db.server";
import { findMaterials } from "./material-store.server";
import { keepRemark, performPolicyAct, type PolicyActInput } from "./perform-policy-act.server";
import { insertForm } from "./policy-store.server";
import { because } from "./reasons";

/** House policy: the working days a unit has to explain a document that the office calls for. */
const CALLED_FOR_DAYS = 10;

/**
 * 点题解读: the open-government office calls for the interpretation of a released document that has none
 * (穗政务公开办〔2019〕57号). Refusals: `called_for_before`, `interpreted_already`.
 */
export function callForInterpretation(actor: Actor, input: PolicyActInput & { reason: string }, deps: Deps) {
  return performPolicyAct(actor, "call_for", input, deps, {
    reasons: async ({ tx, facts }) => {
      const materials = await findMaterials(tx, facts.id);
      const isInterpreted = materials.some(({ state }) => state === "released");
      return [
        ...(facts.calledForAt ? [because("called_for_before")] : []),
        ...(isInterpreted ? [because("interpreted_already")] : []),
      ];
    },
    write: async (context) => {
      const { tx, facts } = context;
      const due = dueOn(plainDateOf(deps.now), CALLED_FOR_DAYS, await currentCalendar(tx));
      const form = await insertForm(tx, { policyId: facts.id, kind: "text", dueOn: due, origin: "called_for" });
      const remark = await keepRemark(context, actor, "call_for", input.reason, deps.now);
      return {
        data: {
          calledForAt: deps.now,
          calledForById: accountIdOf(actor),
          calledForReason: input.reason,
          isInterpreted: true,
        },
        payload: { form, dueOn: due, ...remark },
      };
    },
    event: "policy.called_for",
  });
}
