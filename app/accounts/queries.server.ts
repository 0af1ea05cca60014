import type { Deps } from "~/platform/db.server";
import type { Person, Role } from "./actor";
import { countAccounts, findAccount, findAccountById, findHolders, namesOf } from "./store.server";

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

/** Null for an account that is suspended or does not exist. */
export async function personById({ db }: Pick<Deps, "db">, id: string): Promise<Person | null> {
  const account = await findAccountById(db.client, id);
  return account && !account.isSuspended ? account.person : null;
}

export function peopleWith({ db }: Pick<Deps, "db">, role: Role, unitCode: string): Promise<Person[]> {
  return findHolders(db.client, role, unitCode);
}
