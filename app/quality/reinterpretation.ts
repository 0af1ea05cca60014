import { isSamePerson, type Actor } from "~/accounts/actor";
import type { Reason } from "~/platform/refusal";
import { isCheckedUnit, mayAct } from "./permissions";
import { because } from "./reasons";
import type { Outcome } from "./sheet";

/**
 * 重要政策没有采用多种形式解读，或者解读质量不高的，报区领导后请责任单位重新解读 (the district's plan, item (十)): a check, a
 * report, a leader's decision, an order with a clock, new material, and a second check that ends the order.
 */
export const ACTS = [
  "check",
  "report",
  "approve_report",
  "decline_report",
  "order",
  "begin_answer",
  "answer",
  "recheck",
] as const;
export type Act = (typeof ACTS)[number];

export const CASE_STATES = [
  "unchecked",
  "settled",
  "weak",
  "reported",
  "declined",
  "approved",
  "ordered",
  "answered",
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What the rules need to know: the newest check of a document, and what came of it. */
export interface CaseFacts {
  unitCode: string;
  isReleased: boolean;
  /** Whoever wrote, passed or signed what is checked. */
  involvedIds: readonly string[];
  check: { outcome: Outcome; isImportant: boolean; checkedById: string } | null;
  report: { reportedById: string; isApproved: boolean | null } | null;
  order: { orderedById: string; answeredById: string | null; isPast: boolean; releasedAnswers: number } | null;
}

const FROM: Record<Act, readonly CaseState[]> = {
  check: ["unchecked", "settled", "weak", "declined"],
  report: ["weak"],
  approve_report: ["reported"],
  decline_report: ["reported"],
  order: ["approved"],
  begin_answer: ["ordered"],
  answer: ["ordered"],
  recheck: ["answered", "ordered"],
};

/** Follows from the newest check; an order is ended by a newer one, its second check. */
export function caseState({ check, report, order }: Pick<CaseFacts, "check" | "report" | "order">): CaseState {
  if (!check) return "unchecked";
  if (order) return order.answeredById === null ? "ordered" : "answered";
  if (report) return report.isApproved === null ? "reported" : report.isApproved ? "approved" : "declined";
  return check.outcome === "weak" && check.isImportant ? "weak" : "settled";
}

/** Whether the act belongs to the state the document is in; the page offers no other. */
export function isDue(act: Act, facts: CaseFacts): boolean {
  const state = caseState(facts);
  if (!facts.isReleased || !FROM[act].includes(state)) return false;
  return act !== "recheck" || state === "answered" || facts.order?.isPast === true;
}

/**
 * Every reason why this person cannot do this act: the right, the state, and the different people. Nobody checks their
 * own work or their own unit's; a leader never decides on their own report; whoever gave an order does not end it.
 */
export function refusals(act: Act, facts: CaseFacts, actor: Actor): Reason[] {
  return [
    ...(mayAct(actor, act, facts) ? [] : [{ code: "no_right" }]),
    ...stateReasons(act, facts),
    ...personReasons(act, facts, actor),
  ];
}

function stateReasons(act: Act, facts: CaseFacts): Reason[] {
  if (isDue(act, facts)) {
    const isWithoutAnswer = act === "answer" && facts.order?.releasedAnswers === 0;
    return isWithoutAnswer ? [because("answer_material_missing")] : [];
  }
  const isEarly = act === "recheck" && caseState(facts) === "ordered";
  return [isEarly ? because("order_still_runs") : because("quality_not_possible")];
}

function personReasons(act: Act, { unitCode, involvedIds, check, report, order }: CaseFacts, actor: Actor): Reason[] {
  const isOneOf = (...ids: (string | null | undefined)[]) => ids.some((id) => isSamePerson(actor, id ?? null));
  switch (act) {
    case "check":
    case "recheck":
      return [
        ...(isCheckedUnit(actor, unitCode) ? [because("quality_of_own_unit")] : []),
        ...(isOneOf(...involvedIds, order?.answeredById) ? [because("quality_own_work")] : []),
        ...(act === "recheck" && isOneOf(order?.orderedById) ? [because("quality_same_person_ordered")] : []),
      ];
    case "approve_report":
    case "decline_report":
      return isOneOf(report?.reportedById, check?.checkedById) ? [because("quality_same_person_reported")] : [];
    default:
      return [];
  }
}

/** What only the second check knows: an order that was never answered was not met. */
export function recheckRefusals({ order }: Pick<CaseFacts, "order">, outcome: Outcome): Reason[] {
  return order && order.answeredById === null && outcome !== "weak"
    ? [because("unanswered_is_not_met", "outcome")]
    : [];
}
