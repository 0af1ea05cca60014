import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { assignMessage } from "~/messages/assign-message.server";
import { deskMessages, messageBench } from "~/messages/desk-queries.server";
import { listSeen } from "~/messages/message-store.server";
import { openIdentity } from "~/messages/open-identity.server";
import { maySee } from "~/messages/permissions";
import { EVERY_MESSAGE } from "~/messages/log-query";
import { listPublicMessages, publicMessage, similarAnswers } from "~/messages/public-queries.server";
import { recuseUnit } from "~/messages/recuse-unit.server";
import { desksOfMessage, mayWatchMessage } from "~/messages/watching.server";
import type { Database } from "~/platform/db.server";
import { historyOf } from "~/timeline/queries.server";
import { createStaff, type Staff } from "../../factories/desk";
import { answerMessage, createLeader, createMessage } from "../../factories/messages";
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
