import type { Deps } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import { refuseAsNotFound, requireNone, type Reason } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { unitByCode } from "~/units/queries.server";
import { accountReasons, normaliseUsername, type NewAccount } from "./account";
import { holds, type Actor, type Person } from "./actor";
import { hashPassword } from "./password.server";
import { findAccount, insertAccount } from "./store.server";

export interface NewAccountInput extends NewAccount {
  contact?: string;
}

/**
 * Creates an account with its rights; for security administrators and the platform itself. Refusals: those of
 * `accountReasons`, `unit_unknown`, `username_taken`.
 */
export async function createAccount(actor: Actor, input: NewAccountInput, deps: Deps): Promise<Person> {
  if (actor.kind !== "system" && !holds(actor, "security_admin")) throw refuseAsNotFound();
  const username = normaliseUsername(input.username);
  requireNone(accountReasons({ ...input, username }));
  requireNone(await unitReasons(input, deps));
  const passwordHash = await hashPassword(input.password);
  const person: Person = { kind: "person", accountId: randomId(), username, name: input.name, rights: input.rights };
  await transact(deps, async (tx, record) => {
    if (await findAccount(tx, username)) requireNone([{ code: "username_taken", field: "username" }]);
    const { accountId: id, name, rights } = person;
    const contact = input.contact ?? null;
    await insertAccount(tx, { id, username, name, passwordHash, contact, createdAt: deps.now, rights });
    const granted = rights.map(({ role, unit }) => ({ role, unit }));
    record({ kind: "account.created", subject: { kind: "account", id }, actor, payload: { rights: granted } });
  });
  return person;
}

async function unitReasons({ rights }: NewAccount, deps: Deps): Promise<Reason[]> {
  const units = await Promise.all(rights.map(({ unit }) => unitByCode(deps, unit)));
  return units.includes(null) ? [{ code: "unit_unknown", field: "rights" }] : [];
}
