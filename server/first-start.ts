import { DEMO_ACCOUNTS } from "~/accounts/demo-accounts";
import { hasAdministrator } from "~/accounts/create-account.server";
import type { Database } from "~/platform/db.server";
import type { Env } from "~/platform/env.server";
import { isSeeded, keepSomethingOpen, seedDemonstration } from "../prisma/seed";

export const DEMONSTRATION_USERNAMES = DEMO_ACCOUNTS.map(({ username }) => username);

/**
 * Fills an empty database with the demonstration, or refuses to serve one as the real thing that ever held it. Without
 * the demonstration an empty database waits for its first administrator.
 */
export async function prepareDatabase(db: Database, env: Env): Promise<void> {
  const seeded = await isSeeded(db);
  if (!env.DEMO) {
    if (seeded) throw new Error("DEMO=0: this database holds demonstration data. Start with an empty one.");
    if (!(await hasAdministrator(db))) throw new Error("There is no administrator yet: run `npm run admin`.");
    return;
  }
  if (!seeded) await seedDemonstration(db, env);
  await keepSomethingOpen(db, env);
}
