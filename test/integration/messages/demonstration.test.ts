import { beforeAll, describe, expect, it } from "vitest";
import { DEMO_ACCOUNTS } from "~/accounts/demo-accounts";
import type { Person } from "~/accounts/actor";
import { keepUnitWords } from "~/messages/keep-unit-words.server";
import { COUNTED, FIGURE_ROWS, type Figures } from "~/messages/figures";
import { messageFigures } from "~/messages/figures.server";
import { EVERY_MESSAGE, NO_UNIT, type ListQuery } from "~/messages/log-query";
import { listPublicMessages } from "~/messages/public-queries.server";
import type { Database } from "~/platform/db.server";
import { addUnits } from "~/units/add-units.server";
import { messageSteps } from "../../../prisma/seeds/messages";
import { inOrder } from "../../../prisma/seeds/story";
import { demonstrationUnitWords } from "../../../prisma/seeds/unit-words";
import { demonstrationUnits } from "../../../prisma/seeds/units";
import { createPerson } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";

const NOW = at("2026-11-28", "12:00");
const SEED = { kind: "system", name: "demonstration" } as const;

let db: Database;

beforeAll(async () => {
  db = await freshDatabase();
  const beginning = { db, now: at("2025-01-01") };
  await addUnits(SEED, demonstrationUnits(), beginning);
  await keepUnitWords(SEED, demonstrationUnitWords(), beginning);
  const cast = new Map<string, Person>();
  for (const { username, name, rights } of DEMO_ACCOUNTS) cast.set(username, await createPerson(db, name, rights));
  for (const step of inOrder(messageSteps(NOW, (username) => cast.get(username)!))) {
    await step.run({ db, now: step.at });
  }
});

const figures = (asked: { year: string; month?: string; unit?: string }) =>
  messageFigures({ db, now: NOW }, { month: "", ...asked });

async function rowsOf(query: Partial<ListQuery>): Promise<number> {
  const paging = { page: 1, pageSize: 100 };
  return (await listPublicMessages({ db, now: NOW }, { ...EVERY_MESSAGE, ...query }, paging)).total;
}

function sumOf(all: readonly Figures[]): Figures {
  const sum = (name: keyof Figures) => all.reduce((total, one) => total + one[name], 0);
  return Object.fromEntries(COUNTED.map((name) => [name, sum(name)])) as Figures;
}

const figuresIn = (rows: readonly { figures: Figures }[]) => sumOf(rows.map((row) => row.figures));

describe("the figures of the demonstration's year", () => {
  it("have letters, answers and ratings in each month, and not only good ones", async () => {
    const { byMonth, byUnit, byStreet, total } = await figures({ year: "2026" });
    expect(byMonth).toHaveLength(11);
    for (const { month, figures: of } of byMonth) {
      expect({ month, received: of.received >= 2, answered: of.answered >= 2, rated: of.rated > 0 }).toEqual({
        ...{ month, received: true, answered: true, rated: true },
      });
    }
    expect(byUnit.length).toBeGreaterThanOrEqual(5);
    expect(byStreet.filter(({ unit }) => unit !== null).length).toBeGreaterThanOrEqual(7);
    const late = total.answered - total.inTime;
    expect([late, total.returned, total.pauses, total.rated - total.satisfied].every((count) => count >= 2)).toBe(true);
    expect((await figures({ year: "2025" })).byMonth.at(-1)?.figures).toMatchObject({ received: 3, answered: 3 });
  });

  it("add up: the months are the year, and so are the kinds, the units and the streets", async () => {
    const year = await figures({ year: "2026" });
    for (const rows of [year.byMonth, year.byKind, year.byUnit, year.byStreet]) {
      expect(figuresIn(rows)).toEqual(year.total);
    }
    const months = await Promise.all(year.byMonth.map(({ month }) => figures({ year: "2026", month })));
    for (const { kind, figures: ofYear } of year.byKind) {
      const ofMonths = months.map(({ byKind }) => byKind.find((row) => row.kind === kind)?.figures ?? NOTHING);
      expect(sumOf(ofMonths)).toEqual(ofYear);
    }
    for (const part of ["byUnit", "byStreet"] as const) {
      for (const { unit, figures: ofYear } of year[part]) {
        const ofMonths = months.map((one) => one[part].find((row) => row.unit?.code === unit?.code)?.figures);
        expect(sumOf(ofMonths.map((one) => one ?? NOTHING))).toEqual(ofYear);
      }
    }
  });

  it("open to as many messages as they count", async () => {
    const year = await figures({ year: "2026" });
    const ofYear = { year: "2026" } as const;
    const parts = [
      { query: {}, figures: year.total },
      ...year.byMonth.map(({ month, figures: of }) => ({ query: { month }, figures: of })),
      ...year.byKind.map(({ kind, figures: of }) => ({ query: { kind }, figures: of })),
      ...year.byUnit.map(({ unit, figures: of }) => ({ query: { unit: unit?.code ?? NO_UNIT }, figures: of })),
      ...year.byStreet.map(({ unit, figures: of }) => ({ query: { street: unit?.code ?? NO_UNIT }, figures: of })),
    ];
    for (const { query, figures: of } of parts) {
      expect(await rowsOf({ ...ofYear, ...query })).toBe(of.received);
      // One message may be paused, returned or rated twice, and is one row.
      for (const name of ["answered", "inTime", "open", "late"] as const) {
        expect(await rowsOf({ ...ofYear, ...query, figure: FIGURE_ROWS[name] })).toBe(of[name]);
      }
    }
  });
});

const NOTHING = Object.fromEntries(COUNTED.map((name) => [name, 0])) as Figures;
