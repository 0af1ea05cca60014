import { strings } from "~/i18n/strings";
import type { Deps, Reading } from "~/platform/db.server";
import type { CommittedEvent } from "~/timeline/event";
import { lastOfKind, principalsIn } from "~/timeline/queries.server";
import type { Person, Role } from "./actor";
import {
  accountsWithRole,
  contactsOfHolders,
  countAccounts,
  findAccount,
  findCreatedAt,
  findHolders,
  findPerson,
  findStaff,
  namesOf,
  rightsOfAccount,
  unitCodesWithRole,
} from "./store.server";

/** Names by account id, for staff pages only: the public never sees which officer did what. */
export async function accountNames({ db }: Reading, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found = await namesOf(db.client, wanted);
  return new Map(found.map(({ id, name }) => [id, name]));
}

export async function hasAccounts({ db }: Pick<Deps, "db">): Promise<boolean> {
  return (await countAccounts(db.client)) > 0;
}

export async function personByUsername({ db }: Pick<Deps, "db">, username: string): Promise<Person | null> {
  return (await findAccount(db.client, username))?.person ?? null;
}

/** The person with the rights that are lent today; null for an unknown or suspended account. */
export function personById({ db, now }: Deps, accountId: string): Promise<Person | null> {
  return findPerson(db.client, accountId, now);
}

/** Staff of these units, or of all, each with own rights only. */
export function staffOf({ db }: Pick<Deps, "db">, units: string[] | null): Promise<Person[]> {
  return findStaff(db.client, units);
}

/** When each of these people last signed in; for who never did, when the account was made. */
export async function lastSeen(
  { db }: Pick<Deps, "db">,
  ids: string[],
): Promise<Map<string, { at: Date; isNever: boolean }>> {
  const [created, signedIn] = await Promise.all([
    findCreatedAt(db.client, ids),
    lastOfKind({ db }, "account.signed_in", "account", ids),
  ]);
  return new Map([...created].map(([id, made]) => [id, { at: signedIn.get(id) ?? made, isNever: !signedIn.has(id) }]));
}

/**
 * Who did each event, by its number, for staff pages only: the person, and in brackets the principals whose deputy the
 * person was. Guests and the platform have no entry.
 */
export async function actorNames(deps: Pick<Deps, "db">, events: CommittedEvent[]): Promise<Map<number, string>> {
  const byPeople = events.filter(({ actorKind }) => actorKind === "person");
  const names = await accountNames(
    deps,
    byPeople.flatMap(({ actorId, payload }) => [actorId, ...principalsIn(payload)]),
  );
  const named = byPeople.flatMap(({ seq, actorId, payload }): [number, string][] => {
    const name = names.get(actorId ?? "");
    const principals = principalsIn(payload).flatMap((id) => names.get(id) ?? []);
    if (name === undefined) return [];
    return [[seq, principals.length > 0 ? strings("zh-CN").accounts.deputyOf(name, principals.join("、")) : name]];
  });
  return new Map(named);
}

export function peopleWith({ db }: Pick<Deps, "db">, role: Role, unitCode: string): Promise<Person[]> {
  return findHolders(db.client, role, unitCode);
}

/** Where whoever has the role, in the unit or in any, wants to be told; whoever left no contact is not among them. */
export async function contactsWithRole(
  { db }: Reading,
  role: Role,
  unitCode: string | null,
): Promise<{ accountId: string; contact: string; units: string[] }[]> {
  const found = await contactsOfHolders(db.client, role, unitCode);
  return found.map(({ id, contact, rights }) => ({
    ...{ accountId: id, contact: contact ?? "" },
    units: rights.map((right) => right.unitCode),
  }));
}

/** An officer with the units they have a post in; null for an unknown account and one without any right. */
export async function officerById(
  { db }: Reading,
  accountId: string,
): Promise<{ accountId: string; units: string[] } | null> {
  const rights = await rightsOfAccount(db.client, accountId);
  return rights.length === 0 ? null : { accountId, units: rights.map(({ unitCode }) => unitCode) };
}

/** The officers of a unit who handle its matters, by name. */
export function officersOf({ db }: Reading, unit: string): Promise<{ id: string; name: string }[]> {
  return accountsWithRole(db.client, "handling_officer", unit);
}

/** Everyone who works on the matters of a unit, by name. */
export async function peopleOf({ db }: Reading, unit: string): Promise<{ id: string; name: string }[]> {
  const found = await Promise.all(
    (["handling_officer", "reviewer", "approver"] as const).map((role) => accountsWithRole(db.client, role, unit)),
  );
  return [...new Map(found.flat().map((person) => [person.id, person])).values()];
}

/** The accounts with a role, whichever its unit. */
export async function holdersOf({ db }: Reading, role: Role): Promise<string[]> {
  const units = await unitCodesWithRole(db.client, role);
  const found = await Promise.all(units.map((unit) => accountsWithRole(db.client, role, unit)));
  return [...new Set(found.flat().map(({ id }) => id))];
}

/** Where somebody has the role. */
export function unitsWithRole({ db }: Reading, role: Role): Promise<string[]> {
  return unitCodesWithRole(db.client, role);
}
