import type { Database, Deps } from "./db.server";

/** Whether something that happens once to a database has happened. */
export async function isMarked(db: Database, key: string): Promise<boolean> {
  return (await db.client.setting.findUnique({ where: { key } })) !== null;
}

export async function mark({ db, now }: Deps, key: string): Promise<void> {
  await db.client.setting.upsert({ where: { key }, create: { key, value: "1", changedAt: now }, update: {} });
}
