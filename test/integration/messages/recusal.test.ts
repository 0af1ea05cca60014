import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { approveReply } from "~/messages/approve-reply.server";
import { assignMessage } from "~/messages/assign-message.server";
import { deskMessages, messageBench } from "~/messages/desk-queries.server";
import { listSeen } from "~/messages/message-store.server";
import { openIdentity } from "~/messages/open-identity.server";
import { maySee } from "~/messages/permissions";
import { EVERY_MESSAGE } from "~/messages/log-query";
import { listPublicMessages, publicMessage, similarAnswers } from "~/messages/public-queries.server";
import { replay } from "~/messages/path";
import { recuseUnit } from "~/messages/recuse-unit.server";
import { standAside, type StandAsideInput } from "~/messages/stand-aside.server";
import { submitReply } from "~/messages/write-reply.server";
import { desksOfMessage, mayWatchMessage } from "~/messages/watching.server";
import type { Database } from "~/platform/db.server";
import { historyOf } from "~/timeline/queries.server";
import { createStaff, type Staff } from "../../factories/desk";
import { answerMessage, createLeader, createMessage, SOLVED, tickAll } from "../../factories/messages";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";

let db: Database;
let staff: Staff;
let leader: Person;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  leader = await createLeader(db);
});
afterAll(() => db.close());

const NOW = at("2026-11-23", "09:00");
const deps = () => ({ db, now: NOW });
const ALL = { view: "todo" as const, page: 1, pageSize: 100 };

async function finds(person: Person, number: string): Promise<boolean> {
  const { rows } = await deskMessages(person, ALL, deps());
  const isListed = rows.some((row) => row.number === number);
  const opens = await messageBench(person, number, deps()).then(
    () => true,
    () => false,
  );
  expect(opens).toBe(isListed);
  return isListed;
}

describe("a message about a unit", () => {
  it("is found by none of its people in any list, page, count or socket, whoever else has it", async () => {
    const { number } = await createMessage(db, NOW, { kind: "tip_off", unit: "housing", publish: false });
    for (const person of [staff.handler, staff.reviewer, staff.approver, staff.allround]) {
      expect(await finds(person, number)).toBe(false);
      expect(await mayWatchMessage(person, number, false, deps())).toBe(false);
    }
    expect(await finds(staff.office, number)).toBe(true);
    await assignMessage(
      staff.office,
      { number, version: null, unit: "justice", assisting: [], officer: null, reason: null },
      deps(),
    );
    expect(await finds(staff.otherHandler, number)).toBe(true);
    expect(await finds(staff.handler, number)).toBe(false);
    expect(await desksOfMessage(number, deps())).toEqual(["justice", "office"]);
    const own = await deskMessages(staff.handler, ALL, deps());
    expect([own.total, own.counts.todo]).toEqual([0, 0]);
  });

  it("cannot be assigned to it, and leaves it at once when it turns out to be about it", async () => {
    const { number } = await createMessage(db, NOW);
    const assign = (unit: string) =>
      assignMessage(
        staff.office,
        {
          number,
          version: null,
          unit,
          assisting: ["justice"].filter((one) => one !== unit),
          officer: null,
          reason: "x",
        },
        deps(),
      );
    await assign("housing");
    expect(await finds(staff.handler, number)).toBe(true);
    await recuseUnit(staff.office, { number, version: null, unit: "housing", officer: null }, deps());
    expect(await finds(staff.handler, number)).toBe(false);
    const record = await db.client.citizenMessage.findUniqueOrThrow({ where: { number } });
    expect([record.state, record.leadUnitCode]).toEqual(["accepted", null]);
    await expect(assign("housing")).rejects.toMatchObject({ reasons: [{ code: "unit_recused" }] });
  });

  it("about the office itself is dispatched by a district leader, and the office never learns of it", async () => {
    const { number } = await createMessage(db, NOW, { about: "office" });
    expect([await finds(staff.office, number), await finds(leader, number)]).toEqual([false, true]);
    await assignMessage(
      leader,
      { number, version: null, unit: "justice", assisting: [], officer: null, reason: null },
      deps(),
    );
    expect(await desksOfMessage(number, deps())).toEqual(["justice"]);
    expect(await finds(staff.otherHandler, number)).toBe(true);
  });

  it("keeps its sender sealed: each opening is an event with its reason, and nobody else sees name, contact or numbers", async () => {
    const { number } = await createMessage(db, NOW, { kind: "tip_off", unit: "housing" });
    const seen = JSON.stringify(await messageBench(staff.office, number, deps()));
    for (const secret of ["林小明", "13800138000"]) expect(seen).not.toContain(secret);
    const opened = await openIdentity(staff.office, { number, version: null, reason: "核实线索" }, deps());
    expect(opened).toMatchObject({ name: "林小明", contact: "13800138000" });
    const events = await historyOf({ db }, { kind: "message", id: number });
    expect(events.at(-1)).toMatchObject({ kind: "message.identity_opened", actorId: staff.office.accountId });
    await expect(openIdentity(staff.handler, { number, version: null, reason: "看看" }, deps())).rejects.toMatchObject({
      status: 404,
    });
  });

  it("is public in no way, even answered and with consent", async () => {
    const { number } = await createMessage(db, NOW, { about: "housing", title: "住建窗口态度冷淡" });
    const people = { office: staff.office, handler: staff.otherHandler, reviewer: staff.otherReviewer };
    await expect(answerMessage(db, NOW, number, people)).rejects.toMatchObject({ reasons: [{ code: "never_public" }] });
    expect(await publicMessage(deps(), number)).toBeNull();
    const { items } = await listPublicMessages(deps(), EVERY_MESSAGE, { page: 1, pageSize: 100 });
    expect(items.map((item) => item.number)).not.toContain(number);
    expect(await similarAnswers(deps(), { title: "住建窗口态度冷淡", body: "" })).toEqual([]);
  });

  it("the query and the predicate agree on who sees what", async () => {
    const people = [...Object.values(staff), leader];
    const everything = await listSeen(db.client, staff.office, {});
    const hidden = await listSeen(db.client, leader, {});
    const all = new Map([...everything, ...hidden].map((message) => [message.number, message]));
    for (const person of people) {
      const seen = new Set((await listSeen(db.client, person, {})).map(({ number }) => number));
      for (const message of all.values()) {
        expect([person.name, message.number, seen.has(message.number)]).toEqual([
          person.name,
          message.number,
          maySee(person, message),
        ]);
      }
    }
  });
});

describe("an officer with a stake in a message", () => {
  const LATER = at("2026-11-24", "10:00");

  async function withHandler(unit = "housing", officer = staff.handler): Promise<string> {
    const { number } = await createMessage(db, NOW);
    const to = { unit, assisting: [], officer: officer.accountId, reason: null };
    await assignMessage(staff.office, { number, version: null, ...to }, deps());
    return number;
  }

  const aside = (actor: Person, number: string, change: Partial<StandAsideInput> = {}) =>
    standAside(
      actor,
      { number, version: null, officer: null, successor: null, reason: "来信人是我的亲属", ...change },
      { db, now: LATER },
    );

  it("declares it, finds it nowhere, and what was submitted does not go out; a colleague answers, and it is public", async () => {
    const number = await withHandler();
    await tickAll(db, staff.handler, number, NOW);
    await submitReply(staff.handler, { number, version: null, ...SOLVED }, deps());
    await aside(staff.handler, number, { successor: staff.allround.accountId });
    expect(await finds(staff.handler, number)).toBe(false);
    expect(await mayWatchMessage(staff.handler, number, false, deps())).toBe(false);
    expect(await listSeen(db.client, staff.handler, { number })).toEqual([]);
    expect(await finds(staff.allround, number)).toBe(true);
    const bench = await messageBench(staff.allround, number, deps());
    expect([bench.state, bench.officer?.id, bench.draft]).toEqual(["assigned", staff.allround.accountId, null]);
    const events = await historyOf({ db }, { kind: "message", id: number });
    expect(replay(events)).toMatchObject({ state: "assigned", leadUnitCode: "housing" });
    expect(JSON.stringify(events)).not.toContain("亲属");

    await expect(submitReply(staff.handler, { number, version: null, ...SOLVED }, deps())).rejects.toMatchObject({
      status: 404,
    });
    await tickAll(db, staff.allround, number, LATER);
    await submitReply(staff.allround, { number, version: null, ...SOLVED }, { db, now: LATER });
    await approveReply(staff.reviewer, { number, version: null, remark: null }, { db, now: LATER });
    expect((await publicMessage(deps(), number))?.words?.reply).toBe(SOLVED.publicReply);
    const { items } = await listPublicMessages(deps(), EVERY_MESSAGE, { page: 1, pageSize: 100 });
    expect(items.map((item) => item.number)).toContain(number);
    const view = { view: "answered" as const, page: 1, pageSize: 100 };
    for (const person of [staff.handler, staff.allround]) {
      const { rows, total } = await deskMessages(person, view, deps());
      expect([rows.some((row) => row.number === number), rows.length]).toEqual([person === staff.allround, total]);
    }
  });

  it("is ordered to by the office, not by a colleague, and not when nobody would be left", async () => {
    const number = await withHandler();
    const order = { officer: staff.reviewer.accountId };
    await expect(aside(staff.handler, number, order)).rejects.toMatchObject({ reasons: [{ code: "aside_not_own" }] });
    await aside(staff.office, number, order);
    expect([await finds(staff.reviewer, number), await finds(staff.handler, number)]).toEqual([false, true]);
    const alone = await withHandler("justice", staff.otherHandler);
    await expect(aside(staff.otherHandler, alone)).rejects.toMatchObject({ reasons: [{ code: "nobody_left" }] });
    await expect(aside(staff.otherHandler, number)).rejects.toMatchObject({ status: 404 });
    await expect(aside(staff.office, number)).rejects.toMatchObject({ reasons: [{ code: "nobody_left" }] });
  });
});
