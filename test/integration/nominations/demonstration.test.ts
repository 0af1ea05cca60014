import { describe, expect, it } from "vitest";
import { DEMO_ACCOUNTS } from "~/accounts/demo-accounts";
import type { Person } from "~/accounts/actor";
import { publicRounds } from "~/nominations/public-cases.server";
import { addUnits } from "~/units/add-units.server";
import { exemplaryCaseSteps } from "../../../prisma/seeds/exemplary-cases";
import { inOrder } from "../../../prisma/seeds/story";
import { demonstrationUnits } from "../../../prisma/seeds/units";
import { createPerson } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase, testEngine } from "../../setup/database";

const STARTS: [day: string, time: string, collecting: string, published: string][] = [
  ["2026-11-27", "12:00", "2026-H1", "2025-H2"],
  ["2026-07-01", "00:05", "2026-H1", "2025-H2"],
  ["2026-07-10", "12:00", "2026-H1", "2025-H2"],
  ["2026-12-31", "23:00", "2026-H1", "2025-H2"],
  ["2027-02-10", "12:00", "2026-H2", "2026-H1"],
];

/** What the days change is the same on each engine: one start shows that the other takes it. */
describe("the demonstration, begun on any day", () => {
  it.each(testEngine === "sqlite" ? STARTS : STARTS.slice(0, 1))(
    "%s %s: %s collects and %s is published",
    { timeout: 60_000 },
    async (day, time, collecting, published) => {
      const now = at(day, time);
      const db = await freshDatabase();
      await addUnits({ kind: "system", name: "demonstration" }, demonstrationUnits(), { db, now: at("2025-01-01") });
      const cast = new Map<string, Person>();
      for (const { username, name, rights } of DEMO_ACCOUNTS) cast.set(username, await createPerson(db, name, rights));
      const steps = inOrder(exemplaryCaseSteps(now, (username) => cast.get(username)!));
      for (const { at: instant, run } of steps) await run({ db, now: instant });
      const { rounds } = await publicRounds({ db, now });
      expect(rounds.map(({ key, state, cases }) => [key, state, cases])).toEqual([
        [collecting, "collecting", null],
        [published, "published", 2],
      ]);
    },
  );
});
