import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import { rateReply } from "~/messages/after-reply.server";
import { askSender } from "~/messages/ask-sender.server";
import { assignMessage } from "~/messages/assign-message.server";
import { figuresCsv, figuresData } from "~/messages/export-figures.server";
import { FIGURE_ROWS, type FigureRows, type Figures } from "~/messages/figures";
import { messageFigures } from "~/messages/figures.server";
import { EVERY_MESSAGE, NO_UNIT, type ListQuery } from "~/messages/log-query";
import { keepUnitWords } from "~/messages/keep-unit-words.server";
import { mergeMessage } from "~/messages/merge-message.server";
import { listPublicMessages } from "~/messages/public-queries.server";
import { recuseUnit } from "~/messages/recuse-unit.server";
import { openDatabase, type Database } from "~/platform/db.server";
import { historyOf } from "~/timeline/queries.server";
import { createStaff, type Staff } from "../../factories/desk";
import { answerMessage, createMessage } from "../../factories/messages";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";

let db: Database;
let other: Database;
let staff: Staff;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  // Another process on the same database: it hears of nothing but what it reads.
  other = await openDatabase(db.url);
});
afterAll(() => other.close());

const SEPTEMBER = at("2026-09-10", "09:00");
const NOVEMBER = at("2026-11-23", "09:00");
const NOW = at("2026-11-26", "10:00");

async function listed(query: Partial<ListQuery> = {}, page = 1, pageSize = 100, of = db) {
  const { items, total } = await listPublicMessages(
    { db: of, now: NOW },
    { ...EVERY_MESSAGE, ...query },
    { page, pageSize },
  );
  return { numbers: items.map(({ number }) => number), total };
}

const figuresIn = async (month: string, of = db) =>
  (await messageFigures({ db: of, now: NOW }, { year: "2026", month })).total;

describe("the totals of the log and the figures", () => {
  it("are those of the rows after each change, in every process", async () => {
    const sent: string[] = [];
    for (const now of [SEPTEMBER, SEPTEMBER, NOVEMBER, NOVEMBER, NOVEMBER]) {
      sent.push((await createMessage(db, now)).number);
      for (const of of [db, other]) expect((await listed({}, 1, 100, of)).total).toBe(sent.length);
    }
    await createMessage(db, NOVEMBER, { kind: "tip_off", unit: "justice", publish: false });
    expect(await listed()).toEqual({ numbers: sent.toReversed(), total: 5 });
    expect(await figuresIn("2026-11")).toMatchObject({ received: 3, answered: 0, open: 3, late: 0 });
    expect(await figuresIn("2026-09", other)).toMatchObject({ received: 2, open: 2, late: 2 });

    await answerMessage(db, NOW, sent[0]!, staff);
    for (const of of [db, other]) {
      expect(await figuresIn("2026-09", of)).toMatchObject({ answered: 1, inTime: 0, open: 1, rated: 0 });
      expect((await listed({ unit: "housing", state: "replied" }, 1, 100, of)).numbers).toEqual([sent[0]]);
    }
    await rateReply(
      GUEST,
      { number: sent[0]!, holdsReceipt: true, satisfied: true, result: "solved", words: null },
      { db, now: NOW },
    );
    expect(await figuresIn("2026-09", other)).toMatchObject({ rated: 1, satisfied: 1 });
  });

  it("say the same as the rows under every filter, and pages neither overlap nor leave one out", async () => {
    const filters: Partial<ListQuery>[] = [
      ...[{}, { kind: "complaint" }, { kind: "help" }, { unit: "housing" }, { state: "received" }, { state: "rated" }],
      ...[{ year: "2026" }, { year: "2025" }, { month: "2026-09" }, { month: "2026-10" }, { q: "20261123001" }],
      ...[{ state: "assigned" }, { state: "waiting" }, { month: "2026-11", kind: "complaint", state: "received" }],
    ];
    for (const query of filters) {
      const whole = await listed(query);
      expect([query, whole.total]).toEqual([query, whole.numbers.length]);
      const paged: string[] = [];
      for (let page = 1; paged.length < whole.total; page += 1) {
        const { numbers } = await listed(query, page, 2);
        expect(numbers).not.toEqual([]);
        paged.push(...numbers);
      }
      expect(paged).toEqual(whole.numbers);
    }
  });

  it("open, each figure, to exactly its rows: of the year, a month, a unit, a kind and a street", async () => {
    await db.client.unit.create({
      data: { code: "changgang", name: "昌岗街道", nameEn: "Changgang", kind: "street", position: 9 },
    });
    const place = { unit: "changgang", word: "昌岗", sort: "street" as const, messageKind: null };
    await keepUnitWords(staff.office, [place], { db, now: NOW });
    const street = (await createMessage(db, NOVEMBER, { kind: "help" })).number;
    const moved = (await createMessage(db, NOVEMBER, { body: "没有写在哪里" })).number;
    const to = { unit: "justice", assisting: [], officer: null, reason: null };
    const assign = (number: string, at: string) =>
      assignMessage(staff.office, { number, version: null, ...to, street: at }, { db, now: NOW });
    await expect(assign(moved, "housing")).rejects.toMatchObject({ reasons: [{ field: "street" }] });
    await assign(moved, "changgang");
    await askSender(staff.otherHandler, { number: moved, version: null, text: "哪个路口？" }, { db, now: NOW });

    const page = await messageFigures({ db, now: NOW }, { year: "2026", month: "" });
    expect(page.byStreet.map(({ unit, figures }) => [unit?.code ?? null, figures.received])).toEqual([
      ["changgang", 2],
      [null, page.total.received - 2],
    ]);
    expect((await listed({ street: "changgang" })).numbers).toEqual([moved, street]);
    const parts: [Partial<ListQuery>, Figures][] = [
      [{ year: "2026" }, page.total],
      ...page.byMonth.map(({ month, figures }): [Partial<ListQuery>, Figures] => [{ month }, figures]),
      ...page.byKind.map(({ kind, figures }): [Partial<ListQuery>, Figures] => [{ year: "2026", kind }, figures]),
      ...page.byUnit.map(({ unit, figures }): [Partial<ListQuery>, Figures] => [
        { year: "2026", unit: unit?.code ?? NO_UNIT },
        figures,
      ]),
      [{ year: "2026", street: "changgang" }, page.byStreet[0]!.figures],
      [{ year: "2026", street: NO_UNIT }, page.byStreet[1]!.figures],
    ];
    for (const [query, figures] of parts) {
      for (const [name, figure] of Object.entries(FIGURE_ROWS) as [keyof typeof FIGURE_ROWS, FigureRows][]) {
        for (const of of [db, other]) {
          expect([query, name, (await listed({ ...query, figure }, 1, 100, of)).total]).toEqual([
            query,
            name,
            figures[name],
          ]);
        }
      }
    }
    const shown = await listed({ year: "2026", figure: "paused", state: "waiting" });
    expect(shown).toEqual({ numbers: [moved], total: 1 });
    const csv = await figuresCsv({ db, now: NOW }, { year: "2026", month: "" }, "zh-CN");
    expect(csv).toContain(`所在街道,changgang,昌岗街道,2,`);
    const data = await figuresData({ db, now: NOW }, { year: "2026", month: "2026-11" });
    expect(data.streets[0]).toMatchObject({ code: "changgang", received: 2, pauses: 1 });
    expect(data.months).toEqual([]);
  });

  it("leave out at once what turns out to be about a unit, with everything that was merged into it", async () => {
    const { number } = await createMessage(db, NOVEMBER);
    const duplicate = (await createMessage(db, SEPTEMBER)).number;
    await mergeMessage(
      staff.office,
      { number: duplicate, version: null, into: number, reason: null },
      { db, now: NOW },
    );
    const before = [(await listed()).total, (await figuresIn("2026-09")).received];
    expect(before).toEqual([9, 3]);
    await recuseUnit(staff.office, { number, version: null, unit: "justice", officer: null }, { db, now: NOW });
    for (const of of [db, other]) {
      expect([(await listed({}, 1, 100, of)).total, (await figuresIn("2026-09", of)).received]).toEqual([7, 2]);
    }
    const told = await historyOf({ db }, { kind: "message", id: duplicate });
    expect(told.at(-1)?.kind).toBe("message.recused");
  });
});
