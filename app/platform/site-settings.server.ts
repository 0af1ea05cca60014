import type { Deps, Reading } from "./db.server";

/** The settings that say whose site this is (`site.name`, `site.organiser`, `site.icp` …), by key. */
export function readSiteSettings(deps: Pick<Deps, "db">): Promise<Record<string, string>> {
  return readSettings(deps, "site.");
}

/** All settings whose key begins so, by key. */
export async function readSettings({ db }: Reading, prefix: string): Promise<Record<string, string>> {
  const rows = await db.client.setting.findMany({ where: { key: { startsWith: prefix } } });
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}
