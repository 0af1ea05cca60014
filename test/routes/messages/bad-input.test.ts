import { beforeAll, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import { officersOf } from "~/accounts/queries.server";
import { rateReply, reopenMessage } from "~/messages/after-reply.server";
import { approveReply } from "~/messages/approve-reply.server";
import { answerTheQuestion, askSender } from "~/messages/ask-sender.server";
import { assignMessage, takeBack } from "~/messages/assign-message.server";
import { deskMessages, messageBench } from "~/messages/desk-queries.server";
import { handOverMessages } from "~/messages/hand-over-messages.server";
import { mergeMessage } from "~/messages/merge-message.server";
import { findMessage } from "~/messages/message-store.server";
import { postMessage } from "~/messages/post-message.server";
import { withdrawMessage } from "~/messages/withdraw-message.server";
import { submitReply } from "~/messages/write-reply.server";
import type { Database } from "~/platform/db.server";
import { refusalOf } from "../../setup/refusal";
import { createPerson, createStaff, type Staff } from "../../factories/desk";
import { answerMessage, createMessage, manhole, SOLVED, tickAll } from "../../factories/messages";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { openSite, type Site } from "../../setup/site";

const NOW = at("2026-11-23", "09:00");

let db: Database;
let staff: Staff;
let site: Site;
const deps = () => ({ db, now: NOW });

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, NOW, { RATE_LIMIT: "on" });
}, 60_000);

const FIELDS = { kind: "complaint", title: "井盖松动", body: "请修好。", publish: "no" };

async function send(fields: Record<string, string>, files: Blob[] = []) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  files.forEach((file, index) => body.append("attachment", file, `${index}.png`));
  const answer = await fetch(`${site.url}/messages`, {
    ...{ method: "POST", body, redirect: "manual" as const },
    headers: { Origin: site.url },
  });
  return { status: answer.status, text: await answer.text(), retryAfter: answer.headers.get("Retry-After") };
}

const count = () => db.client.citizenMessage.count();

describe("a message as it should not be", () => {
  it("of one character is taken, of a megabyte is refused with all that was typed kept", async () => {
    expect((await send({ ...FIELDS, body: "修" })).status).toBe(303);
    const before = await count();
    const body = "井".repeat(350_000);
    const long = await send({ ...FIELDS, body });
    expect([long.status, long.text.includes(body), long.text.includes('value="井盖松动"')]).toEqual([422, true, true]);
    expect(await count()).toBe(before);
  });

  it("with twenty pictures, or one of fifty megabytes, is refused, and the words are kept", async () => {
    const before = await count();
    const picture = new Blob([Buffer.from("89504e470d0a1a0a", "hex")], { type: "image/png" });
    const many = await send(FIELDS, Array<Blob>(20).fill(picture));
    expect([413, 422]).toContain(many.status);
    const large = await send(FIELDS, [new Blob([Buffer.alloc(50 * 1024 * 1024)], { type: "image/png" })]);
    expect([413, 422]).toContain(large.status);
    for (const { text } of [many, large]) expect(text).toContain("请修好。");
    expect(await count()).toBe(before);
  });

  it("sent five hundred times at once with one key is one message", async () => {
    const before = await count();
    const again = manhole({ key: "the-same-form-500-times" });
    const receipts = [];
    for (let turn = 0; turn < 10; turn++) {
      receipts.push(...(await Promise.all(Array.from({ length: 50 }, () => postMessage(GUEST, again, deps())))));
    }
    expect([new Set(receipts.map(({ number }) => number)).size, receipts.length]).toEqual([1, 500]);
    expect(await count()).toBe(before + 1);
  });

  it("sent over and over from one address is slowed down with the time to wait", async () => {
    let last = await send(FIELDS);
    for (let turn = 0; turn < 140 && last.status === 303; turn++) last = await send(FIELDS);
    expect([last.status, Number(last.retryAfter) > 0]).toEqual([429, true]);
    expect(last.text).toContain("请修好。");
  });
});

describe("what comes after its time", () => {
  const sender = (number: string) => ({ number, holdsReceipt: true });
  const rating = { satisfied: true, result: "solved" as const, words: null };

  it("a second rating of one answer is refused, and the first stands", async () => {
    const { number } = await createMessage(db, NOW);
    await answerMessage(db, NOW, number, staff);
    await rateReply(GUEST, { ...sender(number), ...rating }, deps());
    const again = rateReply(GUEST, { ...sender(number), ...rating, satisfied: false }, deps());
    expect((await refusalOf(again)).codes).toContain("rated_before");
    expect((await findMessage(db.client, number))?.isSatisfied).toBe(true);
  });

  it("a reply to a message that was merged or withdrawn meanwhile is refused, and its text is not lost", async () => {
    const into = (await createMessage(db, NOW)).number;
    for (const end of ["merged", "withdrawn"] as const) {
      const { number } = await createMessage(db, NOW);
      const to = { unit: "housing", assisting: [], officer: null, reason: null };
      await assignMessage(staff.office, { number, version: null, ...to }, deps());
      await tickAll(db, staff.handler, number, NOW);
      await submitReply(staff.handler, { number, version: null, ...SOLVED }, deps());
      if (end === "withdrawn") await withdrawMessage(GUEST, { ...sender(number), reason: null }, deps());
      else {
        await takeBack(staff.office, { number, version: null, reason: "重复" }, deps());
        await mergeMessage(staff.office, { number, version: null, into, reason: null }, deps());
      }
      const late = [
        submitReply(staff.handler, { number, version: null, ...SOLVED }, deps()),
        approveReply(staff.reviewer, { number, version: null, remark: null }, deps()),
        answerTheQuestion(GUEST, { ...sender(number), text: "东口" }, deps()),
        reopenMessage(GUEST, { ...sender(number), reason: "没有修" }, deps()),
      ];
      for (const one of await Promise.allSettled(late)) expect([end, one.status]).toEqual([end, "rejected"]);
      const kept = await findMessage(db.client, number);
      expect([kept?.state, kept?.replies.at(-1)?.text]).toEqual([end, SOLVED.text]);
    }
  });

  it("an officer who moves to another unit in the middle loses it, and the unit hands the work on", async () => {
    const mover = await createPerson(db, "区慧", [{ role: "handling_officer", unit: "housing" }]);
    const { number } = await createMessage(db, NOW);
    const to = { unit: "housing", assisting: [], officer: mover.accountId, reason: null };
    await assignMessage(staff.office, { number, version: null, ...to }, deps());
    await db.client.right.updateMany({ where: { accountId: mover.accountId }, data: { unitCode: "justice" } });
    const moved = { ...mover, rights: [{ role: "handling_officer" as const, unit: "justice" }] };
    await expect(askSender(moved, { number, version: null, text: "哪里？" }, deps())).rejects.toMatchObject({
      status: 404,
    });
    await expect(messageBench(moved, number, deps())).rejects.toMatchObject({ status: 404 });
    expect((await officersOf(deps(), "housing")).map(({ id }) => id)).not.toContain(mover.accountId);
    const { rows } = await deskMessages(staff.handler, { view: "todo", page: 1, pageSize: 100 }, deps());
    expect(rows.map((row) => row.number)).toContain(number);
    const handed = { from: mover.accountId, to: staff.handler.accountId };
    expect((await handOverMessages(staff.approver, handed, deps())).moved).toMatchObject([{ number }]);
    expect((await findMessage(db.client, number))?.officerId).toBe(staff.handler.accountId);
  });

  it("a unit abolished with open messages gets no new ones; the office takes them back and sends them on", async () => {
    const { number } = await createMessage(db, NOW);
    const to = { unit: "justice", assisting: [], officer: null, reason: null };
    await assignMessage(staff.office, { number, version: null, ...to }, deps());
    await db.client.unit.update({ where: { code: "justice" }, data: { abolishedOn: "2026-11-23" } });
    const asked = postMessage(GUEST, manhole({ unit: "justice" }), deps());
    expect((await refusalOf(asked)).codes).toEqual(["message_unit_abolished"]);
    const next = (await createMessage(db, NOW)).number;
    const refused = assignMessage(staff.office, { number: next, version: null, ...to }, deps());
    expect((await refusalOf(refused)).codes).toEqual(["message_unit_abolished"]);
    const { rows } = await deskMessages(staff.office, { view: "todo", page: 1, pageSize: 200 }, deps());
    expect(rows.map((row) => row.number)).toContain(number);
    await takeBack(staff.office, { number, version: null, reason: "单位已撤销" }, deps());
    await assignMessage(staff.office, { number, version: null, ...to, unit: "housing" }, deps());
    expect((await findMessage(db.client, number))?.leadUnitCode).toBe("housing");
  });
});
