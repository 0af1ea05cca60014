import { holds, type Actor } from "~/accounts/actor";

const WORKING = ["handling_officer", "reviewer", "approver"] as const;

/** The sheet is filled by the people of the unit whose text it is. */
export function mayFillSheet(actor: Actor, unitCode: string): boolean {
  return WORKING.some((role) => holds(actor, role, unitCode));
}

/** The lists of words belong to the open-government office. */
export function mayEditTerms(actor: Actor): boolean {
  return holds(actor, "supervisor");
}
