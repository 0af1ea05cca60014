import type { Client } from "~/platform/db.server";
import type { Person, Right, Role } from "./actor";

export interface AccountRecord {
  person: Person;
  passwordHash: string;
  isSuspended: boolean;
}

export interface SessionRecord {
  idHash: string;
  account: AccountRecord;
  lastSeenAt: Date;
  expiresAt: Date;
}

interface StoredAccount {
  id: string;
  username: string;
  name: string;
  passwordHash: string;
  suspendedAt: Date | null;
  rights: { role: string; unitCode: string }[];
}

export async function findAccount(client: Client, username: string): Promise<AccountRecord | null> {
  const stored = await client.account.findUnique({ where: { username }, include: { rights: true } });
  return stored && accountRecord(stored);
}

/** Whoever holds the role in the unit and is not suspended, by name. */
export async function findHolders(client: Client, role: Role, unitCode: string): Promise<Person[]> {
  const rows = await client.account.findMany({
    where: { suspendedAt: null, rights: { some: { role, unitCode } } },
    include: { rights: true },
    orderBy: { name: "asc" },
  });
  return rows.map((row) => accountRecord(row).person);
}

/** How to reach whoever has the role, in the unit or in any. */
export function contactsOfHolders(client: Client, role: Role, unitCode: string | null) {
  return client.account.findMany({
    where: { suspendedAt: null, contact: { not: null }, rights: { some: { role, ...(unitCode && { unitCode }) } } },
    select: { id: true, contact: true, rights: { select: { unitCode: true } } },
    orderBy: { id: "asc" },
  });
}

export async function insertAccount(
  client: Client,
  account: Omit<StoredAccount, "suspendedAt" | "rights"> & { contact: string | null; createdAt: Date; rights: Right[] },
): Promise<void> {
  const { rights, ...fields } = account;
  const stored = rights.map(({ role, unit }) => ({ role, unitCode: unit }));
  await client.account.create({ data: { ...fields, rights: { create: stored } } });
}

/** Everyone who holds a right of their own, in one of these units or anywhere; without lent rights. */
export async function findStaff(client: Client, units: string[] | null): Promise<Person[]> {
  const stored = await client.account.findMany({
    where: { suspendedAt: null, rights: { some: units ? { unitCode: { in: units } } : {} } },
    include: { rights: true },
    orderBy: { username: "asc" },
  });
  return stored.map((account) => accountRecord(account).person);
}

export async function findCreatedAt(client: Client, ids: string[]): Promise<Map<string, Date>> {
  const found = await client.account.findMany({ where: { id: { in: ids } }, select: { id: true, createdAt: true } });
  return new Map(found.map(({ id, createdAt }) => [id, createdAt]));
}

export async function countAccounts(client: Client): Promise<number> {
  return client.account.count();
}

export async function namesOf(client: Client, ids: string[]): Promise<{ id: string; name: string }[]> {
  return client.account.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
}

export function rightsOfAccount(client: Client, accountId: string): Promise<{ unitCode: string }[]> {
  return client.right.findMany({ where: { accountId, account: { suspendedAt: null } }, select: { unitCode: true } });
}

export async function unitCodesWithRole(client: Client, role: Role): Promise<string[]> {
  const rows = await client.right.findMany({ where: { role }, select: { unitCode: true }, distinct: ["unitCode"] });
  return rows.map(({ unitCode }) => unitCode);
}

export function accountsWithRole(
  client: Client,
  role: Role,
  unitCode: string,
): Promise<{ id: string; name: string }[]> {
  return client.account.findMany({
    where: { suspendedAt: null, rights: { some: { role, unitCode } } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}

/** `now` is the domain's: it decides whose deputy the person is. */
export async function findSession(client: Client, idHash: string, now: Date): Promise<SessionRecord | null> {
  const stored = await client.session.findUnique({
    where: { idHash },
    include: { account: { include: { rights: true, deputyOf: inForce(now) } } },
  });
  if (!stored) return null;
  const principals = stored.account.deputyOf.map(({ principal }) => principal);
  return { ...stored, account: withPrincipals(accountRecord(stored.account), principals) };
}

/** The person with the rights of those whose deputy the person is; for what is asked outside a session. */
export async function findPerson(client: Client, accountId: string, now: Date): Promise<Person | null> {
  const stored = await client.account.findUnique({
    where: { id: accountId, suspendedAt: null },
    include: { rights: true, deputyOf: inForce(now) },
  });
  if (!stored) return null;
  const principals = stored.deputyOf.map(({ principal }) => principal);
  return withPrincipals(accountRecord(stored), principals).person;
}

/** A principal whose account is suspended has no rights that could be lent. */
function inForce(now: Date) {
  return {
    where: { startsAt: { lte: now }, endsAt: { gt: now }, principal: { suspendedAt: null } },
    include: { principal: { include: { rights: true } } },
  };
}

/** Rights that were lent are not lent on: only the principal's own come along. */
function withPrincipals(account: AccountRecord, principals: StoredAccount[]): AccountRecord {
  if (principals.length === 0) return account;
  const lent = principals.map((principal) => accountRecord(principal).person);
  const all = [...account.person.rights, ...lent.flatMap(({ rights }) => rights)];
  const rights = [...new Map(all.map((right) => [`${right.role}@${right.unit}`, right])).values()];
  const deputyFor = lent.map(({ accountId, name }) => ({ accountId, name }));
  const counterparts = deputyFor.map(({ accountId }) => accountId);
  return { ...account, person: { ...account.person, rights, deputyFor, counterparts } };
}

export async function insertSession(
  client: Client,
  session: { idHash: string; accountId: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date },
): Promise<void> {
  await client.session.create({ data: session });
}

export async function touchSession(client: Client, idHash: string, lastSeenAt: Date): Promise<void> {
  await client.session.updateMany({ where: { idHash }, data: { lastSeenAt } });
}

export async function deleteSession(client: Client, idHash: string): Promise<void> {
  await client.session.deleteMany({ where: { idHash } });
}

/** Removes sessions that ended by themselves; returns their number. */
export async function deleteEndedSessions(client: Client, now: Date, idleSince: Date): Promise<number> {
  const ended = { OR: [{ expiresAt: { lte: now } }, { lastSeenAt: { lte: idleSince } }] };
  return (await client.session.deleteMany({ where: ended })).count;
}

function accountRecord(stored: StoredAccount): AccountRecord {
  const { id, username, name, passwordHash, suspendedAt } = stored;
  const rights = stored.rights.map(({ role, unitCode }) => ({ role: role as Role, unit: unitCode }));
  return {
    person: { kind: "person", accountId: id, username, name, rights },
    passwordHash,
    isSuspended: suspendedAt !== null,
  };
}
