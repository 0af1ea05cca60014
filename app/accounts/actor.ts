export const ROLES = [
  "handling_officer",
  "reviewer",
  "approver",
  "supervisor",
  "leader",
  "system_admin",
  "security_admin",
  "audit_admin",
] as const;

export type Role = (typeof ROLES)[number];

/** A role counts only in its unit. `supervisor` of the open-government office reaches the whole district. */
export interface Right {
  role: Role;
  unit: string;
}

export interface Person {
  kind: "person";
  accountId: string;
  username: string;
  name: string;
  /** Own rights, and those of everyone whose deputy this person is today. */
  rights: Right[];
  /** Whose deputy this person is today (AB角); what the person does names them too. */
  deputyFor?: readonly Principal[];
  /** Whose acts count as this person's own where two people are asked for. */
  counterparts?: readonly string[];
}

export interface Principal {
  accountId: string;
  name: string;
}

/** Who acts: a visitor, a person signed in, or the platform itself (`name` says which part of it). */
export type Actor = { kind: "guest" } | Person | { kind: "system"; name: string };

export const GUEST: Actor = { kind: "guest" };

/** Whether the actor has the role in the unit; without a unit, in any. Guests and the platform hold no right. */
export function holds(actor: Actor, role: Role, unit?: string): boolean {
  return rightsOf(actor).some((right) => right.role === role && (unit === undefined || right.unit === unit));
}

export function isStaff(actor: Actor): boolean {
  return rightsOf(actor).length > 0;
}

export function rightsOf(actor: Actor): Right[] {
  return actor.kind === "person" ? actor.rights : [];
}

/** The account behind the act; null for a guest and for the platform. */
export function accountIdOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.accountId : null;
}

/**
 * Whether an earlier step counts as the actor's own: done by this person, by somebody whose deputy this person is, or by
 * somebody who stood in for this person at the time. Two-person rules hold across principal and deputy.
 */
export function isSamePerson(actor: Actor, earlier: string | null): boolean {
  if (actor.kind !== "person" || earlier === null) return false;
  return earlier === actor.accountId || (actor.counterparts ?? []).includes(earlier);
}

/** All accounts that `isSamePerson` counts as the actor's own. */
export function samePersonIds(actor: Actor): string[] {
  return actor.kind === "person" ? [actor.accountId, ...(actor.counterparts ?? [])] : [];
}
