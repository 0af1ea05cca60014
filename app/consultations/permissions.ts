import { holds, type Actor, type Role } from "~/accounts/actor";
import type { Act, ShownState } from "./consultation";

type Who = { inUnit: readonly Role[] } | "supervisor" | "anyone" | "author";

/**
 * Who may do which act. The list is closed: an act that is missing here does not compile. `author` is whoever holds
 * the comment's receipt; receipts prove that, not rights.
 */
const WHO: Record<Act, Who> = {
  edit: { inUnit: ["handling_officer"] },
  submit: { inUnit: ["handling_officer"] },
  pass: { inUnit: ["reviewer"] },
  return: { inUnit: ["reviewer", "approver"] },
  approve: { inUnit: ["approver"] },
  extend: { inUnit: ["handling_officer"] },
  withdraw: { inUnit: ["handling_officer"] },
  sign_proposal: { inUnit: ["approver"] },
  refuse_proposal: { inUnit: ["approver"] },
  revise_draft: { inUnit: ["handling_officer"] },
  complete: { inUnit: ["handling_officer"] },
  record_decision: { inUnit: ["handling_officer"] },
  next_round: { inUnit: ["handling_officer"] },
  hand_over: { inUnit: ["approver"] },
  record_inquiry: { inUnit: ["handling_officer"] },
  record_reply: { inUnit: ["handling_officer"] },
  record_step: { inUnit: ["handling_officer"] },
  enter_comment: { inUnit: ["handling_officer"] },
  publish: { inUnit: ["handling_officer"] },
  withhold: { inUnit: ["handling_officer"] },
  summarise: { inUnit: ["handling_officer"] },
  decide: { inUnit: ["handling_officer"] },
  decide_objection: "supervisor",
  erase: "supervisor",
  post: "anyone",
  object: "author",
  withdraw_consent: "author",
};

const UNIT_ROLES = ["handling_officer", "reviewer", "approver"] as const satisfies readonly Role[];

/** Whether the actor has the right to the act. State, turn and the three different people are asked of `refusals`. */
export function mayAct(actor: Actor, act: Act, { unitCode }: { unitCode: string }): boolean {
  const who = WHO[act];
  if (who === "anyone" || who === "author") return actor.kind !== "system";
  if (who === "supervisor") return holds(actor, "supervisor");
  return who.inUnit.some((role) => holds(actor, role, unitCode));
}

/** A new consultation begins with a handling officer of the unit whose it is. */
export function mayPrepare(actor: Actor, unitCode: string): boolean {
  return holds(actor, "handling_officer", unitCode);
}

/** Whether the actor may know that the consultation exists. */
export function maySee(actor: Actor, consultation: { unitCode: string }, state: ShownState): boolean {
  return isPublicState(state) || worksOn(actor, consultation);
}

/** The desk's page: the unit's own people in every state, the supervising office to read from approval on. */
export function maySeeDesk(actor: Actor, consultation: { unitCode: string }, state: ShownState): boolean {
  return worksOn(actor, consultation) || (holds(actor, "supervisor") && isPublicState(state));
}

/** The words as they were sent, with contact and unmasked numbers: the handling officers of the unit alone. */
export function maySeeUnmasked(actor: Actor, { unitCode }: { unitCode: string }): boolean {
  return holds(actor, "handling_officer", unitCode);
}

/** Whether the actor handles, reviews or approves in the consultation's unit. */
function worksOn(actor: Actor, { unitCode }: { unitCode: string }): boolean {
  return UNIT_ROLES.some((role) => holds(actor, role, unitCode));
}

function isPublicState(state: ShownState): boolean {
  return state !== "preparing" && state !== "in_review";
}
