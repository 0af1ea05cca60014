import { holds, type Actor, type Role } from "~/accounts/actor";
import type { MaterialAct } from "./material";
import type { Act, PackageState } from "./policy-package";

type Who = { inUnit: readonly Role[] } | "supervisor" | "leader";

/** Who may do which act. The list is closed: an act that is missing here does not compile. */
const WHO: Record<Act | MaterialAct, Who> = {
  edit: { inUnit: ["handling_officer"] },
  submit: { inUnit: ["handling_officer"] },
  pass: { inUnit: ["reviewer"] },
  return: { inUnit: ["reviewer", "approver"] },
  approve: { inUnit: ["approver"] },
  issue: { inUnit: ["handling_officer"] },
  release: { inUnit: ["handling_officer"] },
  propose_exception: { inUnit: ["handling_officer"] },
  sign_exception: "leader",
  refuse_exception: "leader",
  call_for: "supervisor",
  plan_form: { inUnit: ["handling_officer"] },
  write_material: { inUnit: ["handling_officer"] },
  propose_change: { inUnit: ["handling_officer"] },
  sign_change: { inUnit: ["approver"] },
  refuse_change: { inUnit: ["approver"] },
  answer_question: { inUnit: ["handling_officer"] },
  disclose_anew: "leader",
  reclassify: "leader",
  mark_lapsed: "leader",
  submit_material: { inUnit: ["handling_officer"] },
  pass_material: { inUnit: ["reviewer"] },
  return_material: { inUnit: ["reviewer", "approver"] },
  approve_material: { inUnit: ["approver"] },
  confirm_material: { inUnit: ["handling_officer"] },
  take_down_material: { inUnit: ["approver"] },
};

const UNIT_ROLES = ["handling_officer", "reviewer", "approver"] as const satisfies readonly Role[];

/** Whether the actor has the right to the act. State, turn and the three different people are asked of `refusals`. */
export function mayAct(actor: Actor, act: Act | MaterialAct, { unitCode }: { unitCode: string }): boolean {
  const who = WHO[act];
  if (who === "supervisor" || who === "leader") return holds(actor, who);
  return who.inUnit.some((role) => holds(actor, role, unitCode));
}

/** A new document begins with a handling officer of the unit that drafts it. */
export function mayPrepare(actor: Actor, unitCode: string): boolean {
  return holds(actor, "handling_officer", unitCode);
}

/**
 * The desk's page: the unit's own people in every state; the supervising office from signing on, because it checks
 * attributes and interpretation; leaders and the office also before, where a leader is asked for an exception: the office
 * records what leaders sign on paper.
 */
export function maySeeDesk(
  actor: Actor,
  policy: { unitCode: string; state: PackageState; exception: { isSigned: boolean } | null },
): boolean {
  if (UNIT_ROLES.some((role) => holds(actor, role, policy.unitCode))) return true;
  if ((holds(actor, "leader") || holds(actor, "supervisor")) && policy.exception !== null) return true;
  return holds(actor, "supervisor") && policy.state !== "preparing" && policy.state !== "in_review";
}

/** What is signed on paper is recorded by two people of the unit; what a leader decided, by two of the office. */
export function mayRecordPaper(actor: Actor, { unitCode }: { unitCode: string }, isLeaders: boolean): boolean {
  return isLeaders ? holds(actor, "supervisor") : UNIT_ROLES.some((role) => holds(actor, role, unitCode));
}

/**
 * The clocks of all units' packages. Title, number and days of a document that is interpreted are told to the office and the
 * leaders from 成文日期 on, because then the twenty days run; its text and materials still from signing on.
 */
export function maySeeClocks(actor: Actor): boolean {
  return holds(actor, "supervisor") || holds(actor, "leader");
}
