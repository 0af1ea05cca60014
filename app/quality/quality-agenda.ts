import type { Actor } from "~/accounts/actor";
import { mayAct } from "./permissions";
import { isDue, refusals, type Act, type CaseFacts } from "./reinterpretation";

/** What somebody has to do next about the quality of an interpretation; the names are those of the desk's agenda. */
export type QualityTask =
  "report_quality" | "decide_report" | "order_reinterpretation" | "reinterpret" | "recheck_interpretation";

const TASK_OF: Partial<Record<Act, QualityTask>> = {
  report: "report_quality",
  approve_report: "decide_report",
  order: "order_reinterpretation",
  begin_answer: "reinterpret",
  recheck: "recheck_interpretation",
};

/** What this person has to do about it now. Nobody is asked to decide on their own. */
export function qualityTask(facts: CaseFacts, actor: Actor): QualityTask | null {
  for (const [act, task] of Object.entries(TASK_OF) as [Act, QualityTask][])
    if (isDue(act, facts) && mayAct(actor, act, facts) && refusals(act, facts, actor).length === 0) return task;
  return null;
}
