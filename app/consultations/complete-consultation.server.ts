import type { Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import type { Reason } from "~/platform/refusal";
import { submission } from "~/reviews/stage-setting.server";
import { isBlank, isTooLong, tidyText } from "~/forms/words";
import { findCompletion } from "./completion-store.server";
import { MAX_ACCOUNT } from "./forms";
import { completionRefusals } from "./outcome";
import { performAct, type ActInput } from "./perform-act.server";
import { because } from "./reasons";
import { remarkRefusals } from "./remark-rules";
import { keepRemark } from "./remark.server";

interface CompleteInput extends ActInput {
  /** 公众参与过程, published with the outcome. */
  outcomeProcess: string | null;
  remark?: string | null;
}

/**
 * The handling officer sends the outcome to the reviewer. Refused while the period runs and while one comment is
 * without its end; a consultation without a comment completes too. A revised draft, where there is one, goes along for
 * the approver to publish with the outcome.
 */
export function completeConsultation(actor: Actor, input: CompleteInput, deps: Deps) {
  return performAct(actor, "complete", input, deps, {
    reasons: async ({ tx, facts }) => [
      ...completionRefusals(await findCompletion(tx, facts), deps.now, plainDateOf(deps.now)),
      ...processReasons(input.outcomeProcess),
      ...remarkRefusals(input.remark),
    ],
    write: async (context) => {
      const outcomeProcess = isBlank(input.outcomeProcess) ? null : tidyText(input.outcomeProcess ?? "");
      const remark = await keepRemark(context, actor, "complete", input.remark, deps.now);
      const { revisedDraftId, unitCode } = context.facts;
      const { passedById: outcomePassedById, payload } = await submission(context.tx, unitCode, actor);
      return { data: { outcomeProcess, outcomePassedById }, payload: { revisedDraftId, ...payload, ...remark } };
    },
    event: () => "consultation.outcome_submitted",
  });
}

function processReasons(text: string | null): Reason[] {
  return isTooLong(text, MAX_ACCOUNT) ? [because("text_too_long", "outcomeProcess", { maximum: MAX_ACCOUNT })] : [];
}
