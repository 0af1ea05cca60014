import { accountIdOf, rightsOf, type Actor } from "./actor";

/** Whether the actor has any right at all in the unit: enough to see its desk, not to act there. */
export function hasAnyRight(actor: Actor, unit: string): boolean {
  return rightsOf(actor).some((right) => right.unit === unit);
}

/**
 * The two-person rule: the actor is a person, and none of those who did the earlier steps. Null stands for a step that
 * nobody has done, or that needed no account.
 */
export function differentPeople(actor: Actor, ...earlier: (string | null)[]): boolean {
  const accountId = accountIdOf(actor);
  return accountId !== null && !earlier.includes(accountId);
}
