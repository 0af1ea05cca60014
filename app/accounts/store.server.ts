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

export async function insertAccount(
  client: Client,
  account: Omit<StoredAccount, "suspendedAt" | "rights"> & { contact: string | null; createdAt: Date; rights: Right[] },
): Promise<void> {
  const { rights, ...fields } = account;
  const stored = rights.map(({ role, unit }) => ({ role, unitCode: unit }));
  await client.account.create({ data: { ...fields, rights: { create: stored } } });
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

export async function findSession(client: Client, idHash: string): Promise<SessionRecord | null> {
  const stored = await client.session.findUnique({
    where: { idHash },
    include: { account: { include: { rights: true } } },
  });
  return stored && { ...stored, account: accountRecord(stored.account) };
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
