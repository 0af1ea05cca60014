import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { reasonRefusals } from "./remark-rules";
import { keepRemark } from "./remark.server";
import { performAct, type ActInput } from "./perform-act.server";

/**
 * Reviewer or approver sends the consultation back to its preparation, or the outcome back to its processing, and says
 * why: the officer must know what to change.
 */
export function returnConsultation(actor: Actor, input: ActInput & { reason: string | null }, deps: Deps) {
  return performAct(actor, "return", input, deps, {
    reasons: () => reasonRefusals(input.reason),
    write: async (context) => ({ payload: await keepRemark(context, actor, "return", input.reason, deps.now) }),
    event: ({ state }) => (state === "outcome_in_review" ? "consultation.outcome_returned" : "consultation.returned"),
  });
}
