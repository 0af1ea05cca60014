import type { Actor } from "~/accounts/actor";
import { currentCalendar } from "~/calendar/queries.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { submission } from "~/reviews/stage-setting.server";
import { performAct, type ActInput } from "./perform-act.server";
import { preparedReasons } from "./prepared-facts.server";
import { remarkRefusals } from "./remark-rules";
import { keepRemark } from "./remark.server";

/** The handling officer sends what is prepared to the reviewer, or where two people review to the approver. Refusals: all that is missing, the period guard. */
export function submitConsultation(actor: Actor, input: ActInput & { remark?: string | null }, deps: Deps) {
  return performAct(actor, "submit", input, deps, {
    reasons: async ({ tx, facts }) => [
      ...(await preparedReasons(tx, facts, "submit", plainDateOf(deps.now), await currentCalendar(tx))),
      ...remarkRefusals(input.remark),
    ],
    write: async (context) => {
      const { opensOn, closesOn, draftId, unitCode } = context.facts;
      const { passedById, payload } = await submission(context.tx, unitCode, actor);
      return {
        data: { passedById },
        payload: {
          ...payload,
          opensOn,
          closesOn,
          draftId,
          ...(await keepRemark(context, actor, "submit", input.remark, deps.now)),
        },
      };
    },
    event: () => "consultation.submitted",
  });
}
