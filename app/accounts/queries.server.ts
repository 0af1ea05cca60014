import type { Deps, Reading } from "~/platform/db.server";
import type { Person, Role } from "./actor";
import {
  accountsWithRole,
  countAccounts,
  findAccount,
  namesOf,
  rightsOfAccount,
  unitCodesWithRole,
} from "./store.server";

/** Names by account id, for staff pages only: the public never sees which officer did what. */
export async function accountNames({ db }: Pick<Deps, "db">, ids: (string | null)[]): Promise<Map<string, string>> {
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

/** An officer with the units they have a post in; null for an unknown account and one without any right. */
export async function officerById(
  { db }: Reading,
  accountId: string,
): Promise<{ accountId: string; units: string[] } | null> {
  const rights = await rightsOfAccount(db.client, accountId);
  return rights.length === 0 ? null : { accountId, units: rights.map(({ unitCode }) => unitCode) };
}

/** The officers of a unit who handle its matters, by name. */
export function officersOf({ db }: Pick<Deps, "db">, unit: string): Promise<{ id: string; name: string }[]> {
  return accountsWithRole(db.client, "handling_officer", unit);
}

/** Where somebody has the role. */
export function unitsWithRole({ db }: Reading, role: Role): Promise<string[]> {
  return unitCodesWithRole(db.client, role);
}
