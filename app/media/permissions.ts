import { holds, rightsOf, type Actor } from "~/accounts/actor";

const WORKING = ["handling_officer", "reviewer", "approver"] as const;

/** Who adds files and takes them away: the handling officers of the unit. */
export function mayAddMedia(actor: Actor, unitCode: string): boolean {
  return holds(actor, "handling_officer", unitCode);
}

/** A file that is not public is read by the unit's own people and by the supervising office. */
export function mayReadMedia(actor: Actor, { unitCode, isPublic }: { unitCode: string; isPublic: boolean }): boolean {
  return isPublic || holds(actor, "supervisor") || WORKING.some((role) => holds(actor, role, unitCode));
}

/** The units whose files this person may list. */
export function unitsWithMedia(actor: Actor): string[] {
  return [...new Set(rightsOf(actor).flatMap(({ role, unit }) => (isWorking(role) ? [unit] : [])))];
}

/** The units for which this person may add files. */
export function unitsToAddFor(actor: Actor): string[] {
  return rightsOf(actor).flatMap(({ role, unit }) => (role === "handling_officer" ? [unit] : []));
}

function isWorking(role: string): boolean {
  return (WORKING as readonly string[]).includes(role);
}

/** What was signed on paper is entered and verified by two people of the unit. */
export function mayRecordPaper(actor: Actor, unitCode: string): boolean {
  return WORKING.some((role) => holds(actor, role, unitCode));
}

/** What corrects a public file is signed by the unit's approver. */
export function maySignWords(actor: Actor, unitCode: string): boolean {
  return holds(actor, "approver", unitCode);
}
