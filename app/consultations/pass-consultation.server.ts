import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { remarkRefusals } from "./remark-rules";
import { keepRemark } from "./remark.server";
import { performAct, type ActInput } from "./perform-act.server";

/**
 * The reviewer, who is not the person that submitted, passes the consultation or its outcome on to the approver.
 * A remark may go along.
 */
export function passConsultation(actor: Actor, input: ActInput & { remark?: string | null }, deps: Deps) {
  return performAct(actor, "pass", input, deps, {
    reasons: () => remarkRefusals(input.remark),
    write: async (context) => ({ payload: await keepRemark(context, actor, "pass", input.remark, deps.now) }),
    event: ({ state }) => (state === "outcome_in_review" ? "consultation.outcome_passed" : "consultation.passed"),
  });
}
