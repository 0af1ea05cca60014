import type { Deps } from "./db.server";

/** The settings that say whose site this is (`site.name`, `site.organiser`, `site.icp` …), by key. */
export async function readSiteSettings({ db }: Deps): Promise<Record<string, string>> {
  const rows = await db.client.setting.findMany({ where: { key: { startsWith: "site." } } });
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}
