import { holds, type Actor, type Person, type Right, type Role } from "~/accounts/actor";
import { addDays, daysBetween, type PlainDate } from "~/calendar/plain-date";
import { countWorkingDays, type Calendar } from "~/calendar/working-days";
import type { Reason } from "~/platform/refusal";

/** House policy: longer than this a post is filled anew, not deputised. */
const DEPUTY_DAYS_MAX = 180;

/** House policy, a setting: after so many working days without signing in, the approver is shown what waits. */
export const ABSENT_WORKING_DAYS = 5;
export const ABSENT_WORKING_DAYS_MAX = 60;

export interface Arrangement {
  principal: Person;
  deputy: Person;
  fromOn: PlainDate;
  /** The last day; it is included. */
  untilOn: PlainDate;
}

/** Days of another arrangement for one of the two, as they are in force. */
export interface OtherArrangement {
  principalId: string;
  deputyId: string;
  fromOn: PlainDate;
  untilOn: PlainDate;
  /** Rights that the other principal lends. */
  rights: Right[];
}

const ADMINISTRATORS: Role[] = ["system_admin", "security_admin", "audit_admin"];

/**
 * Who may lend somebody's rights for a time: the person, the security administrator, and whoever approves in every unit
 * in which the person holds a right.
 */
export function mayArrange(actor: Actor, principal: Pick<Person, "accountId" | "rights">): boolean {
  if (actor.kind !== "person" || principal.rights.length === 0) return false;
  if (actor.accountId === principal.accountId || holds(actor, "security_admin")) return true;
  return principal.rights.every(({ unit }) => holds(actor, "approver", unit));
}

/** Whoever may arrange may end it; so may the deputy, who gives the rights back. */
export function mayEnd(actor: Actor, deputyId: string, principal: Pick<Person, "accountId" | "rights">): boolean {
  return (actor.kind === "person" && actor.accountId === deputyId) || mayArrange(actor, principal);
}

/**
 * Every reason why this cannot be arranged; [] means go ahead. Both days are included (Asia/Shanghai). Nobody lends
 * rights to himself, a principal has one deputy at a time, the two work in one unit, and no account comes to hold two
 * of the three administrators' roles (GB/T 22239-2019, 8.1.7.1).
 */
export function arrangementReasons(
  actor: Actor,
  { principal, deputy, fromOn, untilOn }: Arrangement,
  others: readonly OtherArrangement[],
  today: PlainDate,
): Reason[] {
  const overlapping = others.filter((other) => other.fromOn <= untilOn && fromOn <= other.untilOn);
  const ofPrincipal = overlapping.find(({ principalId }) => principalId === principal.accountId);
  const lent = overlapping.filter(({ deputyId }) => deputyId === deputy.accountId).flatMap(({ rights }) => rights);
  const administers = new Set(
    [...deputy.rights, ...principal.rights, ...lent]
      .map(({ role }) => role)
      .filter((role) => ADMINISTRATORS.includes(role)),
  );
  const units = new Set(principal.rights.map(({ unit }) => unit));
  const isSelf = principal.accountId === deputy.accountId;
  const length = daysBetween(fromOn, untilOn) + 1;
  return [
    ...when(isSelf, { code: "deputy_is_principal", field: "deputy" }),
    ...when(!isSelf && actor.kind === "person" && actor.accountId === deputy.accountId, {
      code: "deputy_arranges_own_rights",
      field: "deputy",
    }),
    ...when(!isSelf && !deputy.rights.some(({ unit }) => units.has(unit)), {
      code: "deputy_of_other_unit",
      field: "deputy",
    }),
    ...when(!isSelf && administers.size > 1, { code: "administrators_separate", field: "deputy" }),
    ...when(fromOn < today, { code: "deputy_from_past", field: "fromOn", params: { today } }),
    ...when(untilOn < fromOn, { code: "deputy_ends_before_start", field: "untilOn" }),
    ...when(length > DEPUTY_DAYS_MAX, {
      code: "deputy_too_long",
      field: "untilOn",
      params: { maximum: DEPUTY_DAYS_MAX, last: addDays(fromOn, DEPUTY_DAYS_MAX - 1) },
    }),
    ...(ofPrincipal
      ? [
          {
            code: "deputy_arranged_before",
            field: "fromOn",
            params: { from: ofPrincipal.fromOn, until: ofPrincipal.untilOn },
          },
        ]
      : []),
  ];
}

/** Whole working days gone by since the person was last seen, today not counted. */
export function workingDaysAway(lastSeenOn: PlainDate, today: PlainDate, calendar: Calendar): number {
  return lastSeenOn >= today ? 0 : countWorkingDays(lastSeenOn, addDays(today, -1), calendar);
}

/** Who may say after how many working days somebody counts as away: the system administrator, who keeps the settings. */
export function maySetAbsence(actor: Actor): boolean {
  return holds(actor, "system_admin");
}

function when(applies: boolean, reason: Reason): Reason[] {
  return applies ? [reason] : [];
}
