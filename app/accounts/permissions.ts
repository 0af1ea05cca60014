import { accountIdOf, isSamePerson, rightsOf, type Actor } from "./actor";

/** Whether the actor has any right at all in the unit: enough to see its desk, not to act there. */
export function hasAnyRight(actor: Actor, unit: string): boolean {
  return rightsOf(actor).some((right) => right.unit === unit);
}

/**
 * The two-person rule: the actor is a person, and none of those who did the earlier steps, nor the
 * deputy or principal of one of them. Null stands for a step that
 * nobody has done, or that needed no account.
 */
export function differentPeople(actor: Actor, ...earlier: (string | null)[]): boolean {
  return accountIdOf(actor) !== null && !earlier.some((one) => isSamePerson(actor, one));
}
