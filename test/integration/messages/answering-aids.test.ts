import { beforeEach, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import { messageAids } from "~/messages/aids-queries.server";
import { approveReply } from "~/messages/approve-reply.server";
import { assignMessage } from "~/messages/assign-message.server";
import { handOverMessages } from "~/messages/hand-over-messages.server";
import { keepTemplate, removeTemplate } from "~/messages/keep-template.server";
import { tickRequests } from "~/messages/tick-requests.server";
import { useTemplate } from "~/messages/use-template.server";
import { draftReply, submitReply } from "~/messages/write-reply.server";
import type { Database } from "~/platform/db.server";
import { createPerson, createStaff, type Staff } from "../../factories/desk";
import { answerMessage, createMessage, SOLVED, tickAll } from "../../factories/messages";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

const NOW = at("2026-07-10");

let db: Database;
let staff: Staff;
let number: string;

beforeEach(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  number = await assigned();
});

const deps = () => ({ db, now: NOW });

async function assigned(change: Parameters<typeof createMessage>[2] = {}): Promise<string> {
  const created = await createMessage(db, NOW, change);
  const plan = { unit: "housing", assisting: [], officer: null, reason: "按职责" };
  await assignMessage(staff.office, { number: created.number, version: null, ...plan }, deps());
  return created.number;
}

const submit = (text = SOLVED.text) => submitReply(staff.handler, { number, version: null, ...SOLVED, text }, deps());

describe("the requests of a message", () => {
  it("keep the reply from being handed in until each is ticked or left out with a reason", async () => {
    expect((await messageAids(staff.handler, number, deps())).requests).toMatchObject([{ number: 1, isTicked: false }]);
    expect(await refusalOf(submit())).toMatchObject({ codes: ["request_unticked"] });
    const tick = (paragraph: number | null, reason: string | null) =>
      tickRequests(staff.handler, { number, ticks: [{ request: 1, paragraph, reason }] }, deps());
    await tick(3, null);
    expect(await refusalOf(submit())).toMatchObject({ codes: ["request_place_missing"] });
    await tick(null, null);
    expect(await refusalOf(submit())).toMatchObject({ codes: ["request_reason_missing"] });
    await tick(null, "已由水务局另行答复。");
    await submit();
    const { requests, mayTick } = await messageAids(staff.reviewer, number, deps());
    expect(requests).toMatchObject([{ isTicked: true, paragraph: null, reason: "已由水务局另行答复。" }]);
    expect(mayTick).toBe(false);
  });

  it("are ticked by whoever writes the reply, and only those that are there", async () => {
    const ticks = [{ request: 1, paragraph: 1, reason: null }];
    for (const actor of [GUEST, staff.reviewer, staff.otherHandler, staff.resident]) {
      expect(await refusalOf(tickRequests(actor, { number, ticks }, deps()))).toMatchObject({ status: 404 });
    }
    const unknown = tickRequests(staff.handler, { number, ticks: [{ ...ticks[0]!, request: 9 }] }, deps());
    expect(await refusalOf(unknown)).toMatchObject({ codes: ["request_unknown"] });
  });
});

describe("the warnings of a draft", () => {
  it("are shown, and never keep it from being handed in", async () => {
    const text = "您好，我们会尽快为您处理的。";
    await draftReply(staff.handler, { number, version: null, ...SOLVED, text }, deps());
    const { warnings } = await messageAids(staff.handler, number, deps());
    expect(warnings.map(({ code }) => code)).toContain("reply_formula");
    await tickAll(db, staff.handler, number, NOW);
    await submit(text);
  });

  it("tell that a third letter gets the same words", async () => {
    const reviewers = { office: staff.office, handler: staff.handler, reviewer: staff.reviewer };
    for (const title of ["甲路井盖", "乙路井盖", "丙路井盖"]) {
      const { number: other } = await createMessage(db, NOW, { title });
      await answerMessage(db, NOW, other, reviewers);
    }
    await draftReply(staff.handler, { number, version: null, ...SOLVED }, deps());
    const { warnings, similar } = await messageAids(staff.handler, number, deps());
    expect(warnings.find(({ code }) => code === "reply_like_many")?.params).toMatchObject({ count: 3 });
    expect(similar).toHaveLength(3);
  });
});

describe("templates", () => {
  const body = "您反映的【事项】已于【日期】办结。";

  it("go into the draft, and an open field keeps the reply from being handed in", async () => {
    const template = await keepTemplate(staff.handler, { unit: "housing", name: "办结", body }, deps());
    await useTemplate(staff.handler, { number, version: null, template }, deps());
    await tickAll(db, staff.handler, number, NOW);
    expect(await refusalOf(submit("您反映的井盖已于【日期】办结。"))).toMatchObject({
      codes: ["template_field_unfilled"],
    });
    await submit("您反映的井盖已于7月10日办结。");
    await approveReply(staff.reviewer, { number, version: null, remark: null }, deps());
  });

  it("of a unit are its officers', those of the office serve all", async () => {
    const own = await keepTemplate(staff.handler, { unit: "housing", name: "本局", body }, deps());
    await keepTemplate(staff.office, { unit: null, name: "通用", body }, deps());
    const other = { unit: "justice", name: "别局", body };
    expect(await refusalOf(keepTemplate(staff.handler, other, deps()))).toMatchObject({ status: 404 });
    await keepTemplate(staff.otherHandler, other, deps());
    const named = async () => (await messageAids(staff.handler, number, deps())).templates.map(({ name }) => name);
    expect((await named()).sort()).toEqual(["本局", "通用"].sort());
    expect(await refusalOf(removeTemplate(staff.otherHandler, own, deps()))).toMatchObject({ status: 404 });
    await removeTemplate(staff.handler, own, deps());
    expect(await named()).toEqual(["通用"]);
  });
});

describe("similar messages and suggested units", () => {
  it("never show what is about a unit, not even to the office", async () => {
    const about = await createMessage(db, NOW, { about: "justice", title: "路口的井盖松动，没人管" });
    await createMessage(db, NOW, { kind: "tip_off", title: "举报井盖工程" });
    const { similar } = await messageAids(staff.office, number, deps());
    expect(JSON.stringify(similar)).not.toContain(about.number);
    expect(similar).toEqual([]);
  });

  it("suggest a unit by its words, with the reason, and not the one the message is about", async () => {
    await db.client.unitWord.create({ data: { unitCode: "housing", sort: "topic", word: "井盖" } });
    await db.client.unitWord.create({ data: { unitCode: "justice", sort: "street", word: "昌岗" } });
    const { number: fresh } = await createMessage(db, NOW, { about: "justice" });
    const { suggestions } = await messageAids(staff.office, fresh, deps());
    expect(suggestions).toEqual([
      { unit: "housing", name: "区住房建设局", reasons: [{ because: "topic", words: ["井盖"] }] },
    ]);
    expect((await messageAids(staff.handler, number, deps())).suggestions).toEqual([]);
  });

  it("are not there for whoever may not see the message", async () => {
    expect(await refusalOf(messageAids(staff.otherHandler, number, deps()))).toMatchObject({ status: 404 });
  });
});

describe("the open messages of an officer", () => {
  it("move to a colleague in one act, or say which one did not", async () => {
    await db.client.citizenMessage.update({ where: { number }, data: { officerId: staff.handler.accountId } });
    const from = staff.handler.accountId;
    const other = await handOverMessages(staff.approver, { from, to: staff.otherHandler.accountId }, deps());
    expect(other.failed.map(({ reasons }) => reasons[0]?.code)).toEqual(["officer_unknown"]);
    const colleague = await createPerson(db, "同事", [{ role: "handling_officer", unit: "housing" }]);
    const moved = await handOverMessages(staff.approver, { from, to: colleague.accountId }, deps());
    expect(moved.moved.map((one) => one.number)).toEqual([number]);
    expect(
      (await handOverMessages(staff.otherApprover, { from: colleague.accountId, to: from }, deps())).moved,
    ).toEqual([]);
  });
});
