import { holds, rightsOf, type Actor, type Role } from "~/accounts/actor";
import type { Act } from "./reinterpretation";

const WHO: Record<Act, "supervisor" | "leader" | "unit"> = {
  check: "supervisor",
  report: "supervisor",
  approve_report: "leader",
  decline_report: "leader",
  order: "supervisor",
  begin_answer: "unit",
  answer: "unit",
  recheck: "supervisor",
};

const WORKING: readonly Role[] = ["handling_officer", "reviewer", "approver"];

/** Whether the actor has the right to the act. State and the different people are asked of `refusals`. */
export function mayAct(actor: Actor, act: Act, { unitCode }: { unitCode: string }): boolean {
  const who = WHO[act];
  return who === "unit" ? holds(actor, "handling_officer", unitCode) : holds(actor, who);
}

/** The sheets stay with the open-government office and the leaders it reports to. */
export function maySeeQuality(actor: Actor): boolean {
  return holds(actor, "supervisor") || holds(actor, "leader");
}

/** The order is for the unit's people; the office follows it. */
export function maySeeOrder(actor: Actor, unitCode: string): boolean {
  return isOfUnit(actor, unitCode) || holds(actor, "supervisor");
}

function isOfUnit(actor: Actor, unitCode: string): boolean {
  return rightsOf(actor).some(({ role, unit }) => unit === unitCode && WORKING.includes(role));
}

/** Works in the unit that is checked, and does not check on behalf of that same unit. */
export function isCheckedUnit(actor: Actor, unitCode: string): boolean {
  return isOfUnit(actor, unitCode) && !holds(actor, "supervisor", unitCode);
}

/** How many working days an order gives belongs to the office. */
export function maySetDays(actor: Actor): boolean {
  return holds(actor, "supervisor");
}

/** What a leader decided on paper is entered and verified by two people of the office. */
export function mayRecordPaper(actor: Actor): boolean {
  return holds(actor, "supervisor");
}
