import { holds, type Actor, type Role } from "~/accounts/actor";
import type { NominationAct, NominationState } from "./nomination";
import type { RoundAct } from "./selection";

const SECOND_PERSON = ["reviewer", "approver"] as const satisfies readonly Role[];
const UNIT_ROLES = ["handling_officer", ...SECOND_PERSON] as const satisfies readonly Role[];

type Who = { inUnit: readonly Role[] } | "supervisor" | "signer";

/** Who may do which act. The list is closed: an act that is missing here does not compile. */
const WHO: Record<NominationAct | RoundAct, Who> = {
  edit: { inUnit: ["handling_officer"] },
  submit: { inUnit: ["handling_officer"] },
  pass: { inUnit: SECOND_PERSON },
  return: { inUnit: SECOND_PERSON },
  withdraw: { inUnit: ["handling_officer"] },
  set_last_day: "supervisor",
  set_scoring: "supervisor",
  name_assessors: "supervisor",
  decide: "supervisor",
  submit_selection: "supervisor",
  return_selection: "signer",
  sign: "signer",
  publish: "supervisor",
};

/** Whether the actor has the right to the act; `unitCode` is the nominating unit, or the office for acts on a round. */
export function mayAct(actor: Actor, act: NominationAct | RoundAct, { unitCode }: { unitCode: string }): boolean {
  const who = WHO[act];
  if (who === "supervisor") return holds(actor, "supervisor");
  if (who === "signer") return maySign(actor, unitCode);
  return who.inUnit.some((role) => holds(actor, role, unitCode));
}

/** One signature: a district leader, or whoever approves in the open-government office. */
function maySign(actor: Actor, office: string | null): boolean {
  return holds(actor, "leader") || (office !== null && office !== "" && holds(actor, "approver", office));
}

/** What was signed on paper is entered and verified by two people of the office. */
export function mayRecordPaper(actor: Actor): boolean {
  return holds(actor, "supervisor");
}

/** The office's pages of the rounds: those who select and those who sign. */
export function maySeeRounds(actor: Actor, office: string | null): boolean {
  return holds(actor, "supervisor") || maySign(actor, office);
}

export function mayNominate(actor: Actor, unitCode: string): boolean {
  return holds(actor, "handling_officer", unitCode);
}

/** The unit's own people. */
export function worksOn(actor: Actor, { unitCode }: { unitCode: string }): boolean {
  return UNIT_ROLES.some((role) => holds(actor, role, unitCode));
}

/** Before it left its unit a nomination is the unit's alone; then also the office's, the signer's and the assessors'. */
export function maySeeNomination(
  actor: Actor,
  nomination: { unitCode: string; state: NominationState },
  { office, isAssessor }: { office: string | null; isAssessor: boolean },
): boolean {
  if (worksOn(actor, nomination)) return true;
  return nomination.state === "nominated" && (isAssessor || maySeeRounds(actor, office));
}
