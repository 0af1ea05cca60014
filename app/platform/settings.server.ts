import type { Client, Database, Deps, Tx } from "./db.server";

/** Whether something that happens once to a database has happened. */
export async function isMarked(db: Database, key: string): Promise<boolean> {
  return (await db.client.setting.findUnique({ where: { key } })) !== null;
}

/** A number that the district set; `fallback` until it does. */
export function settingNumber({ db }: Pick<Deps, "db">, key: string, fallback: number): Promise<number> {
  return settingNumberIn(db.client, key, fallback);
}

/** The same within a transaction. */
export async function settingNumberIn(client: Client, key: string, fallback: number): Promise<number> {
  const stored = await client.setting.findUnique({ where: { key } });
  return stored && /^\d{1,6}$/.test(stored.value) ? Number(stored.value) : fallback;
}

export async function keepSetting(tx: Tx, key: string, value: string, changedAt: Date): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value, changedAt }, update: { value, changedAt } });
}

export async function mark({ db, now }: Deps, key: string): Promise<void> {
  await db.client.setting.upsert({ where: { key }, create: { key, value: "1", changedAt: now }, update: {} });
}
