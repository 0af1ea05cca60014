import type { Client, Database, Deps } from "./db.server";

/** The settings of the installation whose key starts with a prefix, by key. */
export async function readSettings(client: Client, prefix: string): Promise<Record<string, string>> {
  const rows = await client.setting.findMany({ where: { key: { startsWith: prefix } } });
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

/** Whether something that happens once to a database has happened. */
export async function isMarked(db: Database, key: string): Promise<boolean> {
  return (await db.client.setting.findUnique({ where: { key } })) !== null;
}

export async function mark({ db, now }: Deps, key: string): Promise<void> {
  await db.client.setting.upsert({ where: { key }, create: { key, value: "1", changedAt: now }, update: {} });
}
