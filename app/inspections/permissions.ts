import { holds, rightsOf, type Actor, type Role } from "~/accounts/actor";
import type { ReviewAct } from "./attribute-review";
import type { SpotAct } from "./spot-check";

const WHO: Record<SpotAct | ReviewAct, "supervisor" | "leader" | "unit"> = {
  find: "supervisor",
  rectify: "unit",
  close: "supervisor",
  send_back: "supervisor",
  decide: "unit",
  approve: "leader",
  decline: "leader",
};

const WORKING: readonly Role[] = ["handling_officer", "reviewer", "approver"];

/** Whether the actor has the right to the act. State and the different people are asked of the rules. */
export function mayAct(actor: Actor, act: SpotAct | ReviewAct, { unitCode }: { unitCode: string }): boolean {
  const who = WHO[act];
  return who === "unit" ? holds(actor, "handling_officer", unitCode) : holds(actor, who);
}

/** Draws samples, opens and publishes reviews: the open-government office. */
export function mayInspect(actor: Actor): boolean {
  return holds(actor, "supervisor");
}

/** What a leader decided on paper is entered and verified by two people of the office. */
export function mayRecordPaper(actor: Actor): boolean {
  return holds(actor, "supervisor");
}

/** Samples, findings and unfinished reviews are seen by the office and by leaders. */
export function maySeeInspections(actor: Actor): boolean {
  return holds(actor, "supervisor") || holds(actor, "leader");
}

/** A unit's own people see what is asked of their unit. */
export function maySeeUnit(actor: Actor, unitCode: string): boolean {
  return unitsOf(actor).includes(unitCode);
}

export function unitsOf(actor: Actor): string[] {
  return [...new Set(rightsOf(actor).flatMap(({ role, unit }) => (WORKING.includes(role) ? [unit] : [])))];
}

/** Works in the unit that is checked, and does not check on behalf of that same unit. */
export function isCheckedUnit(actor: Actor, unitCode: string): boolean {
  return maySeeUnit(actor, unitCode) && !holds(actor, "supervisor", unitCode);
}
