import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import { closeMessage, keepPromise, rateReply, reopenMessage } from "~/messages/after-reply.server";
import { answerTheQuestion, askSender, extendMessage } from "~/messages/ask-sender.server";
import { assignMessage, handOver } from "~/messages/assign-message.server";
import { approveCorrection, correctReply } from "~/messages/correct-reply.server";
import { enterMessage } from "~/messages/enter-message.server";
import { endOf, holderOf } from "~/messages/holder";
import { mergeMessage } from "~/messages/merge-message.server";
import { shownState } from "~/messages/message";
import { findMessage, type MessageRecord } from "~/messages/message-store.server";
import { EVERY_MESSAGE } from "~/messages/log-query";
import { listPublicMessages, publicMessage } from "~/messages/public-queries.server";
import { ownMessage } from "~/messages/receipt-queries.server";
import { eraseMessage, withdrawMessage, withdrawMessageConsent } from "~/messages/withdraw-message.server";
import { submitReply } from "~/messages/write-reply.server";
import type { Database } from "~/platform/db.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createPerson, createStaff, type Staff } from "../../factories/desk";
import { answerMessage, createMessage, manhole, SOLVED } from "../../factories/messages";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";

let db: Database;
let staff: Staff;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
});
afterAll(async () => {
  expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  await db.close();
});

const SENT = at("2026-11-23", "09:00");
const ANSWERED = at("2026-11-25", "10:00");
const LATER = at("2026-11-30", "10:00");
const found = async (number: string): Promise<MessageRecord> => (await findMessage(db.client, number))!;
const sender = (number: string) => ({ number, holdsReceipt: true });

async function answered(reply: Parameters<typeof answerMessage>[4] = {}): Promise<string> {
  const { number } = await createMessage(db, SENT);
  await answerMessage(db, ANSWERED, number, staff, reply);
  return number;
}

const codesOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (refused: { reasons: { code: string }[] }) => refused.reasons.map(({ code }) => code).join(),
  );

describe("after an answer", () => {
  it("that was unsatisfactory it is reopened once, by another officer, and the first answer's time stays", async () => {
    const number = await answered();
    const deps = { db, now: LATER };
    await rateReply(GUEST, { ...sender(number), satisfied: false, result: "not_solved", words: null }, deps);
    await reopenMessage(GUEST, { ...sender(number), reason: "又响了" }, deps);
    expect(holderOf(await found(number))).toEqual({ kind: "office" });
    const to = { number, version: null, unit: "housing", assisting: [], reason: null };
    const again = assignMessage(staff.office, { ...to, officer: staff.handler.accountId }, deps);
    expect(await codesOf(again)).toBe("officer_answered_before");
    await assignMessage(staff.office, { ...to, officer: null }, deps);
    expect(await codesOf(submitReply(staff.handler, { number, version: null, ...SOLVED }, deps))).toBe(
      "another_officer_needed,request_unticked",
    );
    const colleague = await createPerson(db, "另一人", [{ role: "handling_officer", unit: "housing" }]);
    await handOver(colleague, { number, version: null, officer: colleague.accountId, reason: null }, deps);
    await answerMessage(db, LATER, number, { ...staff, handler: colleague });
    const record = await found(number);
    expect([record.firstRepliedAt, record.repliedAt]).toEqual([ANSWERED, LATER]);
    await rateReply(GUEST, { ...sender(number), satisfied: true, result: "solved", words: null }, deps);
    expect(await codesOf(reopenMessage(GUEST, { ...sender(number), reason: "再来" }, deps))).toBe("reopened_before");
  });

  it("that promised something its unit is held to the day until it says that it was done", async () => {
    const number = await answered({ resolution: "promised", promisedOn: "2026-12-10" });
    const deps = { db, now: LATER };
    expect([holderOf(await found(number)), endOf(await found(number))]).toEqual([
      { kind: "unit", unitCode: "housing" },
      null,
    ]);
    const far = { db, now: at("2027-03-01") };
    expect(await codesOf(closeMessage(staff.office, { number, version: null, reason: null }, far))).toBe(
      "promise_not_kept",
    );
    await keepPromise(staff.handler, { number, version: null, reason: "已装好" }, deps);
    expect(endOf(await found(number))).toBe("kept");
    expect(shownState(await found(number), at("2026-12-30"))).toBe("replied");
    expect(shownState(await found(number), at("2026-12-31"))).toBe("closed");
  });

  it("is closed after thirty days although nobody did anything: on its page, its receipt, in lists and in their totals", async () => {
    const number = await answered();
    const shownAt = async (now: Date) => {
      const deps = { db, now };
      const listed = async (state: string) => {
        const { items, total } = await listPublicMessages(
          deps,
          { ...EVERY_MESSAGE, state },
          { page: 1, pageSize: 100 },
        );
        expect(total).toBe(items.length);
        expect(new Set(items.map((item) => item.state))).toEqual(new Set(total > 0 ? [state] : []));
        return items.some((item) => item.number === number);
      };
      const page = await publicMessage(deps, number);
      const { offers } = await ownMessage(deps, await found(number));
      return [
        page?.state,
        await listed("replied"),
        await listed("closed"),
        offers.includes("rate"),
        offers.includes("reopen"),
      ];
    };
    expect(await shownAt(at("2026-12-25", "23:59"))).toEqual(["replied", true, false, true, true]);
    expect(await shownAt(at("2026-12-26", "00:00"))).toEqual(["closed", false, true, false, false]);
    const late = { ...sender(number), satisfied: true, result: "solved" as const, words: null };
    expect(await codesOf(rateReply(GUEST, late, { db, now: at("2026-12-26") }))).toBe("message_not_possible");
  });

  it("is corrected by two people as a new version with its note, and the earlier one can still be read", async () => {
    const number = await answered();
    const deps = { db, now: LATER };
    const correction = {
      ...SOLVED,
      text: "更正：井盖次日更换。",
      publicReply: "井盖次日更换。",
      correctionNote: "日期有误",
    };
    await correctReply(staff.allround, { number, version: null, ...correction }, deps);
    const approve = (person: Staff["reviewer"]) =>
      approveCorrection(person, { number, version: null, remark: null }, deps);
    expect(await codesOf(approve(staff.allround))).toBe("message_same_person");
    await approve(staff.reviewer);
    const own = await ownMessage(deps, await found(number));
    expect(own.replies.map(({ text }) => text)).toEqual([SOLVED.text, "更正：井盖次日更换。"]);
    expect((await publicMessage(deps, number))!.corrections).toMatchObject([{ note: "日期有误" }]);
  });

  it("loses its words in public at once when consent is withdrawn, and everything personal when it is erased", async () => {
    const number = await answered();
    const deps = { db, now: LATER };
    expect((await publicMessage(deps, number))!.words).not.toBeNull();
    await withdrawMessageConsent(GUEST, sender(number), deps);
    expect((await publicMessage(deps, number))!.words).toBeNull();
    expect(await codesOf(withdrawMessageConsent(GUEST, sender(number), deps))).toBe("message_consent_withdrawn");
    await eraseMessage(GUEST, sender(number), deps);
    const record = await db.client.citizenMessage.findUniqueOrThrow({ where: { number } });
    expect(JSON.stringify(record)).not.toMatch(/井盖|林小明|13800138000/);
    expect([record.state, record.kind]).toEqual(["replied", "complaint"]);
  });
});

describe("before an answer", () => {
  it("a question stops the clock until the answer, no more than twice; an extension is given once", async () => {
    const { number } = await createMessage(db, SENT);
    const at24 = { db, now: at("2026-11-24", "10:00") };
    const to = { number, version: null, unit: "housing", assisting: [], officer: null, reason: null };
    await assignMessage(staff.office, to, at24);
    const ask = () => askSender(staff.handler, { number, version: null, text: "在哪里？" }, at24);
    await ask();
    expect((await found(number)).state).toBe("waiting");
    await answerTheQuestion(GUEST, { ...sender(number), text: "昌岗中路" }, { db, now: at("2026-11-26", "10:00") });
    expect((await found(number)).state).toBe("assigned");
    await ask();
    expect(await codesOf(ask())).toContain("message_not_possible");
    await answerTheQuestion(GUEST, { ...sender(number), text: "路口" }, at24);
    expect(await codesOf(ask())).toBe("asked_enough");
    const extend = () => extendMessage(staff.handler, { number, version: null, reason: "须联合开挖" }, at24);
    await extend();
    expect(await codesOf(extend())).toBe("extended_before");
  });

  it("a duplicate follows the one it was merged into, and stands alone again when that one is withdrawn", async () => {
    const deps = { db, now: SENT };
    const first = await createMessage(db, SENT);
    const second = await createMessage(db, SENT);
    const third = await createMessage(db, SENT);
    const merge = (number: string, into: string) =>
      mergeMessage(staff.office, { number, version: null, into, reason: null }, deps);
    await merge(second.number, first.number);
    await merge(third.number, first.number);
    expect(await codesOf(merge(first.number, second.number))).toBe("merge_not_possible");
    await withdrawMessage(GUEST, { ...sender(first.number), reason: null }, deps);
    const [released, other] = [await found(second.number), await found(third.number)];
    expect([released.state, holderOf(released)]).toEqual(["accepted", { kind: "office" }]);
    expect([other.state, other.mergedIntoNumber]).toEqual(["merged", second.number]);
  });

  it("what was merged is answered with the other, without the other's name", async () => {
    const deps = { db, now: LATER };
    const [first, second] = [await createMessage(db, SENT), await createMessage(db, SENT)];
    await mergeMessage(staff.office, { number: second.number, version: null, into: first.number, reason: null }, deps);
    await answerMessage(db, ANSWERED, first.number, staff, {
      display: "none",
      publicTitle: null,
      publicBody: null,
      publicReply: null,
    });
    const own = await ownMessage(deps, await found(second.number));
    expect(own.mergedInto).toMatchObject({ number: first.number, reply: "林**您好：井盖已于当日更换。" });
  });

  it("numbers grow within the day without a double, however many come at once", async () => {
    const day = at("2026-12-01");
    const many = await Promise.all(Array.from({ length: 12 }, () => createMessage(db, day)));
    const serials = many.map(({ number }) => number).sort();
    expect(serials).toEqual(Array.from({ length: 12 }, (_, index) => `20261201${String(index + 1).padStart(3, "0")}`));
  });

  it("a call entered twice by its form is one message, and the hotline's number finds what was entered before", async () => {
    const deps = { db, now: LATER };
    const entry = {
      ...manhole({ key: "0123456789abcdef" }),
      ...{ channel: "hotline" as const, statedOn: "2026-11-29", outsideNumber: "GD-1" },
    };
    const first = await enterMessage(staff.handler, entry, deps);
    expect((await enterMessage(staff.handler, entry, deps)).number).toBe(first.number);
    const tomorrow = enterMessage(staff.handler, { ...entry, key: null, statedOn: "2026-12-01" }, deps);
    expect(await codesOf(tomorrow)).toBe("stated_in_future");
    await expect(enterMessage(staff.reviewer, entry, deps)).rejects.toMatchObject({ status: 404 });
  });
});
