import { DEMO_ACCOUNTS } from "~/accounts/demo-accounts";
import { hasAccounts } from "~/accounts/queries.server";
import { makeClock, type Clock } from "~/platform/clock.server";
import type { Database } from "~/platform/db.server";
import type { Env } from "~/platform/env.server";
import { lastRecordedAt } from "~/timeline/queries.server";
import { everHeldDemonstration, isSeeded, keepSomethingOpen, seedDemonstration } from "../prisma/seed";

export const DEMONSTRATION_USERNAMES = DEMO_ACCOUNTS.map(({ username }) => username);

/**
 * Fills an empty database with the demonstration, or refuses to serve one as the real thing that ever held it. Without
 * the demonstration an empty database waits for its first administrator. Returns the domain's clock, which never runs
 * behind the last event.
 */
export async function prepareDatabase(db: Database, env: Env): Promise<Clock> {
  const began = await everHeldDemonstration(db);
  if (!env.DEMO) {
    if (began) throw new Error("DEMO=0: this database holds demonstration data. Start with an empty one.");
    if (!(await hasAccounts({ db }))) throw new Error("There is no administrator yet: run `npm run admin`.");
  } else if (!(await isSeeded(db))) {
    if (began) throw new Error("The demonstration data is incomplete: remove the database and start again.");
    await seedDemonstration({ db, now: makeClock(env.NOW).now() });
  }
  const clock = makeClock(env.NOW, await lastRecordedAt({ db }));
  if (env.DEMO) await keepSomethingOpen({ db, now: clock.now() });
  return clock;
}
