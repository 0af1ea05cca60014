import type { Client } from "./db.server";

/** The settings of the installation whose key starts with a prefix, by key. */
export async function readSettings(client: Client, prefix: string): Promise<Record<string, string>> {
  const rows = await client.setting.findMany({ where: { key: { startsWith: prefix } } });
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}
