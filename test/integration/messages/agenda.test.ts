import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import type { AgendaFilter } from "~/agenda/agenda";
import { plainDateOf } from "~/calendar/plain-date";
import { messageAgenda } from "~/messages/agenda-queries.server";
import { answerTheQuestion, askSender, extendMessage } from "~/messages/ask-sender.server";
import { acceptMessage } from "~/messages/decide-reception.server";
import { EVERYTHING, type DeskFilter } from "~/messages/desk-filter";
import { deskMessages } from "~/messages/desk-queries.server";
import type { DeskView } from "~/messages/desk-shown";
import { assignMessage } from "~/messages/assign-message.server";
import { submitReply } from "~/messages/write-reply.server";
import type { Database } from "~/platform/db.server";
import { createStaff, type Staff } from "../../factories/desk";
import { answerMessage, createMessage, SOLVED, tickAll } from "../../factories/messages";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";

let db: Database;
let staff: Staff;

const SENT = at("2026-11-23", "09:00"); // a Monday: due on 2 December, to be dispatched on the 24th
const TUESDAY = at("2026-11-24", "10:00");
const NOW = at("2026-11-26", "10:00");
const NO_FILTER: AgendaFilter = { q: "", unit: "", module: null, task: null, clock: null };
const numbers: Record<string, string> = {};

function agendaOf(actor: Person, filter: Partial<AgendaFilter> = {}, first = 50) {
  const deps = { db, now: NOW };
  return messageAgenda({ actor, filter: { ...NO_FILTER, ...filter }, first, today: plainDateOf(NOW), deps });
}

async function sent(name: string, kind: "complaint" | "tip_off" = "complaint"): Promise<string> {
  const { number } = await createMessage(db, SENT, { kind, title: `${name}的井盖松动`, unit: null });
  return (numbers[name] = number);
}

async function assigned(name: string): Promise<string> {
  const number = await sent(name);
  const to = { unit: "housing", assisting: [], officer: null, reason: null };
  await assignMessage(staff.office, { number, version: null, ...to }, { db, now: TUESDAY });
  return number;
}

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  const deps = { db, now: TUESDAY };
  await sent("新港路");
  await acceptMessage(staff.office, { number: await sent("滨江路"), version: null }, deps);
  await assigned("昌岗路");
  const extended = await assigned("赤岗路");
  const reason = "需要现场勘验";
  await extendMessage(staff.handler, { number: extended, version: null, reason }, deps);
  const asked = await assigned("江南路");
  await askSender(staff.handler, { number: asked, version: null, text: "是哪个路口？" }, deps);
  await answerTheQuestion({ kind: "guest" }, { number: asked, holdsReceipt: true, text: "东口" }, { db, now: NOW });
  await askSender(staff.handler, { number: await assigned("南洲路"), version: null, text: "是哪个路口？" }, deps);
  const submitted = await assigned("素社路");
  await tickAll(db, staff.handler, submitted, TUESDAY);
  await submitReply(staff.handler, { number: submitted, version: null, ...SOLVED }, deps);
  const promise = { resolution: "promised" as const, promisedOn: "2026-11-27" };
  await answerMessage(db, TUESDAY, await sent("海幢路"), staff, promise);
  await answerMessage(db, TUESDAY, await sent("沙园路"), staff);
});

const named = (subject: string) => Object.keys(numbers).find((name) => numbers[name] === subject);

async function told(actor: Person, filter: Partial<AgendaFilter> = {}, first = 50) {
  const { entries } = await agendaOf(actor, filter, first);
  return entries.map(({ task, subject, dueOn }) => [task, named(subject), dueOn]);
}

describe("what somebody has to do about messages", () => {
  it("is for the office what is to be dispatched", async () => {
    expect(await told(staff.office)).toEqual([
      ["dispatch_message", "新港路", "2026-11-24"],
      ["dispatch_message", "滨江路", "2026-11-24"],
    ]);
  });

  it("is for an officer what is to be answered or kept, with extensions and answered questions counted in", async () => {
    expect(await told(staff.handler)).toEqual([
      ["keep_message", "海幢路", "2026-11-27"],
      ["answer_message", "昌岗路", "2026-12-02"],
      ["answer_message", "江南路", "2026-12-04"],
      ["answer_message", "赤岗路", "2026-12-14"],
    ]);
  });

  it("is for the second person what waits for approval, and for another unit nothing", async () => {
    expect(await told(staff.reviewer)).toEqual([["check_message", "素社路", "2026-12-02"]]);
    expect(await told(staff.otherHandler)).toEqual([]);
  });

  it("is counted whatever the task and clock asked for, and shown as far as asked, in an order that only grows", async () => {
    const all = await agendaOf(staff.handler);
    const kept = await agendaOf(staff.handler, { task: "keep_message" });
    expect(kept.days).toEqual(all.days);
    expect(kept.entries.map(({ task }) => task)).toEqual(["keep_message"]);
    for (const first of [1, 2, 3]) {
      expect(await told(staff.handler, {}, first)).toEqual((await told(staff.handler)).slice(0, first));
    }
    expect(await told(staff.handler, { clock: "later" })).toHaveLength(3);
  });

  it("is found by its title, and narrowed to a unit", async () => {
    expect(await told(staff.handler, { q: "赤岗" })).toEqual([["answer_message", "赤岗路", "2026-12-14"]]);
    expect(await told(staff.handler, { unit: "justice" })).toEqual([]);
    expect(await told(staff.office, { unit: "housing" })).toEqual([]);
  });
});

describe("the desk list", () => {
  it("has the same order on pages of any size, and counts what is open", async () => {
    const deps = { db, now: NOW };
    const whole = await deskMessages(staff.office, { view: "todo", page: 1, pageSize: 100 }, deps);
    expect([whole.total, whole.counts]).toEqual([8, { todo: 8, office: 2, mine: 0 }]);
    const paged: string[] = [];
    for (const page of [1, 2, 3]) {
      const { rows } = await deskMessages(staff.office, { view: "todo", page, pageSize: 3 }, deps);
      paged.push(...rows.map(({ number }) => number));
    }
    expect(paged).toEqual(whole.rows.map(({ number }) => number));
    expect(whole.rows.map(({ dueOn }) => dueOn)).toEqual(whole.rows.map(({ dueOn }) => dueOn).sort());
  });

  it("shows what was answered, the newest first, to the office and to the unit", async () => {
    const view = { view: "answered" as const, page: 1, pageSize: 1 };
    for (const person of [staff.office, staff.handler]) {
      const { rows, total } = await deskMessages(person, view, { db, now: NOW });
      expect([rows.map(({ number }) => named(number)), total]).toEqual([["沙园路"], 2]);
    }
    expect((await deskMessages(staff.otherHandler, view, { db, now: NOW })).total).toBe(0);
  });

  const narrowedTo = async (actor: Person, filter: Partial<DeskFilter>, view: DeskView = "todo") => {
    const asked = { view, filter: { ...EVERYTHING, ...filter }, page: 1, pageSize: 100 };
    const { rows, total } = await deskMessages(actor, asked, { db, now: NOW });
    expect(rows).toHaveLength(total);
    return rows.map(({ number }) => named(number));
  };

  it("is narrowed to a state, a colour, a unit, who is in charge, a kind, words and a number", async () => {
    expect(await narrowedTo(staff.office, { state: "accepted" })).toEqual(["滨江路"]);
    expect(await narrowedTo(staff.office, { state: "waiting" })).toEqual(["南洲路"]);
    expect(await narrowedTo(staff.office, { colour: "red" })).toEqual(["新港路", "滨江路"]);
    expect(await narrowedTo(staff.office, { colour: "yellow" })).toEqual(["海幢路"]);
    expect(await narrowedTo(staff.office, { unit: "none" })).toEqual(["新港路", "滨江路"]);
    expect(await narrowedTo(staff.office, { unit: "housing", colour: "yellow" })).toEqual(["海幢路"]);
    expect(await narrowedTo(staff.office, { unit: "housing", officer: "none", state: "replied" })).toEqual(["海幢路"]);
    expect(await narrowedTo(staff.office, { kind: "help" })).toEqual([]);
    expect(await narrowedTo(staff.office, { q: "江路" })).toEqual(["滨江路"]);
    expect(await narrowedTo(staff.handler, { q: numbers["赤岗路"]! })).toEqual(["赤岗路"]);
    expect(await narrowedTo(staff.otherHandler, { q: "路" })).toEqual([]);
  });

  it("narrows what was answered too, with totals that are those of its rows", async () => {
    expect(await narrowedTo(staff.office, { state: "replied" }, "answered")).toEqual(["沙园路", "海幢路"]);
    expect(await narrowedTo(staff.office, { state: "closed" }, "answered")).toEqual([]);
    expect(await narrowedTo(staff.office, { unit: "justice" }, "answered")).toEqual([]);
    expect(await narrowedTo(staff.office, { unit: "housing", kind: "complaint" }, "answered")).toHaveLength(2);
    expect(await narrowedTo(staff.handler, { officer: "none" }, "answered")).toHaveLength(2);
    expect(await narrowedTo(staff.handler, { q: "海幢" }, "answered")).toEqual(["海幢路"]);
    const later = { db, now: at("2027-01-15", "10:00") };
    const closed = {
      view: "answered" as const,
      filter: { ...EVERYTHING, state: "closed" as const },
      page: 1,
      pageSize: 9,
    };
    const { rows, total } = await deskMessages(staff.office, closed, later);
    expect([rows.map(({ number }) => named(number)), total]).toEqual([["沙园路"], 1]);
  });

  it("finds a masked title by what it shows, not by what it hides", async () => {
    const { number } = await createMessage(db, SENT, { title: "请回电13912345678说说加梯", unit: null });
    numbers["加梯"] = number;
    for (const view of ["todo", "answered"] as const) {
      expect(await narrowedTo(staff.handler, { q: "13912345678" }, view)).toEqual(view === "todo" ? [] : ["加梯"]);
      if (view === "todo") await answerMessage(db, NOW, number, staff);
      expect(await narrowedTo(staff.reviewer, { q: "13912345678" }, view)).toEqual([]);
    }
    expect(await narrowedTo(staff.reviewer, { q: "加梯" }, "answered")).toEqual(["加梯"]);
  });
});
