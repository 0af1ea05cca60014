import { beforeEach, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import { cancelInterview, editInterview, moveInterview } from "~/interviews/change-interview.server";
import { deskInterview } from "~/interviews/desk-queries.server";
import { answerQuestion, correctAnswer, declineQuestion, showQuestion } from "~/interviews/perform-question-act.server";
import { prepareInterview } from "~/interviews/prepare-interview.server";
import { listPublicInterviews, publicInterview } from "~/interviews/public-queries.server";
import { questionByCode } from "~/interviews/receipt-queries.server";
import { begunByClock, mayWatchInterview } from "~/interviews/watching.server";
import type { Database } from "~/platform/db.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createStaff, type Staff } from "../../factories/desk";
import { announceInterview, ask, BEGINS, LIVE } from "../../factories/interview";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

let db: Database;
let staff: Staff;
let slug: string;

beforeEach(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  slug = await announceInterview(db, staff);
});

const live = () => ({ db, now: LIVE });
const page = async (now = LIVE) => (await publicInterview({ db, now }, slug))!;

describe("an interview from its announcement to its record", () => {
  it("shows what was moderated, answers live, and is closed by a second person", async () => {
    const { number } = await ask(db, slug, "一楼不同意怎么办？电话13800138000", { name: "黄小英" });
    expect((await page()).questions).toEqual([]);
    await showQuestion(staff.handler, { slug, number, gist: null }, live());
    expect((await page()).questions).toMatchObject([
      { body: "一楼不同意怎么办？电话138******00", name: "黄**", answers: [] },
    ]);
    await answerQuestion(staff.handler, { slug, number, text: "先商量。" }, live());
    await moveInterview(staff.handler, "end", { slug, version: 2 }, { db, now: at("2026-07-10", "16:00") });
    await moveInterview(staff.approver, "close", { slug, version: 3 }, { db, now: at("2026-07-11") });
    const record = await page(at("2027-01-01"));
    expect(record).toMatchObject({ state: "closed", takesQuestions: false, received: 1, declined: [] });
    expect(record.questions[0]?.answers.map(({ text }) => text)).toEqual(["先商量。"]);
    expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  });

  it("is not closed while a question has no end, nor by the one who ended it", async () => {
    const first = await ask(db, slug, "第一个问题？");
    const second = await ask(db, slug, "第二个问题？");
    await showQuestion(staff.allround, { slug, number: first.number, gist: null }, live());
    await moveInterview(staff.allround, "end", { slug, version: null }, live());
    const close = () => moveInterview(staff.approver, "close", { slug, version: null }, live());
    expect(await refusalOf(close())).toMatchObject({ codes: ["questions_without_end"] });
    await answerQuestion(staff.allround, { slug, number: first.number, text: "答。" }, live());
    const why = { ground: "out_of_time" as const, reason: "时间到了。" };
    await declineQuestion(staff.allround, { slug, number: second.number, ...why }, live());
    const own = moveInterview(staff.allround, "close", { slug, version: null }, live());
    expect(await refusalOf(own)).toMatchObject({ codes: ["interview_same_person"] });
    await close();
    expect((await page()).declined).toEqual([{ ground: "out_of_time", count: 1 }]);
  });

  it("keeps every version of a corrected answer", async () => {
    const { number } = await ask(db, slug, "装好了几个？");
    await showQuestion(staff.handler, { slug, number, gist: null }, live());
    await answerQuestion(staff.handler, { slug, number, text: "三个。" }, live());
    await correctAnswer(staff.handler, { slug, number, text: "两个。", note: "数错了。" }, live());
    expect((await page()).questions[0]?.answers).toMatchObject([
      { version: 1, text: "三个。", note: null },
      { version: 2, text: "两个。", note: "数错了。" },
    ]);
  });

  it("called off, gives every question that end with its reason", async () => {
    const { code } = await ask(db, slug, "还办吗？");
    await cancelInterview(staff.approver, { slug, version: null, reason: "台风停工。" }, { db, now: at("2026-07-09") });
    const found = await questionByCode({ db, now: at("2026-07-09") }, code);
    expect(found?.own.declined).toEqual({ ground: "cancelled", reason: "台风停工。" });
    expect((await page(at("2026-07-09"))).state).toBe("cancelled");
  });
});

describe("the words of a sender", () => {
  it("without consent are told in the officer's words, without the name", async () => {
    const { number } = await ask(db, slug, "我家住三楼，我妈坐轮椅", { name: "陈大文", publish: false });
    expect(await refusalOf(showQuestion(staff.handler, { slug, number, gist: null }, live()))).toMatchObject({
      codes: ["question_gist_missing"],
    });
    await showQuestion(staff.handler, { slug, number, gist: "行动不便的住户怎么照顾？" }, live());
    const shown = JSON.stringify(await page());
    expect(shown).toContain("行动不便的住户怎么照顾？");
    for (const hidden of ["轮椅", "陈", "三楼"]) expect(shown).not.toContain(hidden);
  });

  it("of a declined question leave the page", async () => {
    const { number } = await ask(db, slug, "这个问题先公开了");
    await showQuestion(staff.handler, { slug, number, gist: null }, live());
    await declineQuestion(staff.handler, { slug, number, ground: "repeated", reason: "前面答过。" }, live());
    expect(JSON.stringify(await page())).not.toContain("先公开了");
    const event = await db.client.timelineEvent.findFirstOrThrow({ where: { kind: "question.declined" } });
    expect(JSON.parse(event.payload)).toEqual({ ground: "repeated", interview: slug, wasShown: true });
  });

  it("are one question when the form is sent twice, and stay its sender's", async () => {
    const key = "k".repeat(20);
    const first = await ask(db, slug, "同一个问题", { key });
    expect(await ask(db, slug, "同一个问题", { key })).toEqual(first);
    expect(await ask(db, slug, "别的话", { key })).toMatchObject({ number: first.number, isOwn: false });
    expect(await db.client.interviewQuestion.count()).toBe(1);
  });
});

describe("questions", () => {
  it("are taken before and during, and not after", async () => {
    await ask(db, slug, "之前");
    await ask(db, slug, "当中", { now: LIVE });
    await moveInterview(staff.handler, "end", { slug, version: null }, live());
    expect(await refusalOf(ask(db, slug, "之后", { now: at("2026-07-10", "16:30") }))).toMatchObject({
      codes: ["questions_closed"],
    });
  });

  it("are moderated and answered by the unit's officers; to others they are not there", async () => {
    const { number } = await ask(db, slug, "谁来答？");
    for (const actor of [GUEST, staff.reviewer, staff.otherHandler, staff.resident, staff.office]) {
      expect(await refusalOf(showQuestion(actor, { slug, number, gist: null }, live()))).toMatchObject({ status: 404 });
    }
    expect(await refusalOf(deskInterview(staff.otherHandler, slug, live()))).toMatchObject({ status: 404 });
    const other = await announceInterview(db, staff);
    const crossed = showQuestion(staff.handler, { slug: other, number, gist: null }, live());
    expect(await refusalOf(crossed)).toMatchObject({ status: 404 });
  });
});

describe("what is not announced", () => {
  it("is in no list, on no page, and nobody outside may follow it", async () => {
    const hidden = await announceInterview(db, staff);
    await db.client.interview.update({ where: { slug: hidden }, data: { state: "in_review" } });
    const deps = { db, now: at("2026-07-03") };
    expect((await listPublicInterviews(deps, 1)).items.map((item) => item.slug)).toEqual([slug]);
    expect(await publicInterview(deps, hidden)).toBeNull();
    expect(await mayWatchInterview(GUEST, hidden, deps)).toBe(false);
    expect(await mayWatchInterview(staff.handler, hidden, deps)).toBe(true);
    expect(await mayWatchInterview(GUEST, slug, deps)).toBe(true);
    expect(await mayWatchInterview(GUEST, "nothing", deps)).toBe(false);
    expect(await refusalOf(ask(db, hidden, "漏了吗"))).toMatchObject({ status: 404 });
  });

  const fields = {
    ...{ title: "t", titleEn: null, summary: "s", summaryEn: null, guest: "g", guestEn: null, beginsAt: BEGINS },
  };

  it("gets an address of its own when several are begun at the same moment", async () => {
    const begin = () => prepareInterview(staff.handler, { unit: "housing", ...fields }, { db, now: at("2027-01-04") });
    const begun = await Promise.all([begin(), begin(), begin()]);
    expect(begun.sort()).toEqual(["2027-housing-01", "2027-housing-02", "2027-housing-03"]);
  });

  it("is edited and announced by two people, with the version they saw", async () => {
    const edit = editInterview(staff.handler, { slug, version: 9, fields }, live());
    expect(await refusalOf(edit)).toMatchObject({ status: 409 });
  });
});

describe("the clock", () => {
  it("alone makes an announced interview live, and says so once", async () => {
    expect(await begunByClock(at("2026-07-10", "14:59:59"), { db, now: BEGINS })).toEqual([slug]);
    expect(await begunByClock(BEGINS, { db, now: LIVE })).toEqual([]);
    expect((await page(BEGINS)).state).toBe("live");
    expect((await publicInterview({ db, now: at("2026-07-09") }, slug))?.nextChangeAt).toEqual(BEGINS);
  });
});
