import type { Client } from "./db.server";

/** The settings that say whose site this is (`site.name`, `site.organiser`, `site.icp` …), by key. */
export async function readSiteSettings(client: Client): Promise<Record<string, string>> {
  const rows = await client.setting.findMany({ where: { key: { startsWith: "site." } } });
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}
