import { reasonText } from "~/i18n/reasons";
import { strings } from "~/i18n/strings";
import type { Deps } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { addUnits } from "~/units/add-units.server";
import { listUnits, unitByCode } from "~/units/queries.server";
import { accountReasons, normaliseUsername, type NewAccount } from "./account";
import { holds, ROLES, type Actor, type Person, type Right, type Role } from "./actor";
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

const CONSOLE: Actor = { kind: "system", name: "console" };
const FIRST_RIGHT = "security_admin@office";

/**
 * The command `npm run admin -- USERNAME NAME [ROLE@UNIT …]`, for whoever has the machine: an account with a made-up
 * password, printed once; without rights given, that of the administrator who creates accounts. On an empty site it
 * enters the office first. Returns the exit code.
 */
export async function createAdministrator(deps: Deps, args: string[], write: (line: string) => void): Promise<number> {
  const [username, name, ...given] = args;
  const rights = (given.length > 0 ? given : [FIRST_RIGHT]).map(rightOf);
  if (!username || !name || rights.includes(null)) {
    write("Usage: npm run admin -- USERNAME NAME [ROLE@UNIT …]");
    write(`Roles: ${ROLES.join(" ")}. Without any: ${FIRST_RIGHT}`);
    return 2;
  }
  const password = randomId();
  try {
    if ((await listUnits(deps)).length === 0) await addOffice(deps);
    await createAccount(CONSOLE, { username, name, password, rights: rights.filter((right) => right !== null) }, deps);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const reason of error.reasons) write(reasonText(reason, "en"));
    return 1;
  }
  write(`Account ${normaliseUsername(username)}, password ${password} (shown only now)`);
  return 0;
}

async function addOffice(deps: Deps): Promise<void> {
  const [name, nameEn] = [strings("zh-CN").accounts.firstUnit, strings("en").accounts.firstUnit];
  await addUnits(CONSOLE, [{ code: "office", name, nameEn, kind: "office", abolishedOn: null }], deps);
}

function rightOf(text: string): Right | null {
  const [role, unit, more] = text.split("@");
  return ROLES.includes(role as Role) && unit && more === undefined ? { role: role as Role, unit } : null;
}

async function unitReasons({ rights }: NewAccount, deps: Deps): Promise<Reason[]> {
  const units = await Promise.all(rights.map(({ unit }) => unitByCode(deps, unit)));
  return units.includes(null) ? [{ code: "unit_unknown", field: "rights" }] : [];
}
