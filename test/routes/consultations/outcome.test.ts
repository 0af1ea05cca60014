import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordInquiry, recordReply } from "~/consultations/record-inquiry.server";
import { proposeChange } from "~/consultations/propose-change.server";
import { signProposal } from "~/consultations/sign-proposal.server";
import { withdrawConsent } from "~/consultations/withdraw-consent.server";
import { withholdComment } from "~/consultations/withhold-comment.server";
import type { Database } from "~/platform/db.server";
import { createApproved, createStaff, WRITTEN, type Staff } from "../../factories/desk";
import { createReleased } from "../../factories/policies";
import { answer, decideMatter, publishOutcomeOf, revise, say, show } from "../../factories/outcome";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { openSite, type Site } from "../../setup/site";

const AUGUST = at("2026-08-20");

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, AUGUST);
}, 120_000);
afterAll(() => db.close());

describe("the outcome page", () => {
  it("is not there before the outcome is public, and then without a restart", async () => {
    const slug = await createApproved(db, staff);
    site.setNow(at("2026-08-01"));
    const number = await say(db, slug);
    await show(db, staff, number);
    const address = `/consultations/${slug}/outcome`;
    expect((await site.get(address)).status).toBe(404);
    expect((await site.get(`/consultations/${slug}/changes`)).status).toBe(404);
    await answer(db, staff, slug, [number], { outcome: "explained", reason: "已有座椅。" });
    expect((await site.get(address)).status).toBe(404);
    await publishOutcomeOf(db, staff, slug);
    site.setNow(AUGUST);
    const page = await site.get(address);
    expect(page.status).toBe(200);
    for (const said of [
      "建议增加座椅。",
      "解释说明",
      "已有座椅。",
      "通过网站征求意见。",
      "2026年8月7日 12:00",
      "第 1 号",
    ])
      expect(page.text).toContain(said);
  });

  it("counts by channel, outcome and publication so that all splits sum, withheld by ground, inquiries apart", async () => {
    const slug = await createApproved(db, staff);
    const shown = await say(db, slug);
    const silent = await say(db, slug, { publish: false, body: "不要公开的原话" });
    const withheld = await say(db, slug, { body: "不宜公开的原话" });
    await show(db, staff, shown);
    const ground = { ground: "unsuitable" as const, reason: "涉及他人。", gist: "对邻里关系的意见" };
    await withholdComment(staff.handler, { number: withheld, version: null, ...ground }, { db, now: at("2026-07-12") });
    const body = { bodyName: "区生态环境局", askedOn: "2026-07-02", dueOn: "2026-07-20" };
    const { id } = await recordInquiry(staff.handler, { slug, ...body }, { db, now: at("2026-07-02") });
    await recordInquiry(staff.handler, { slug, ...body, bodyName: "区水务局" }, { db, now: at("2026-07-02") });
    const opinion = {
      repliedOn: "2026-07-15",
      replyKind: "opinion" as const,
      clause: "c3",
      body: "请增加环评。",
      publish: true,
    };
    const reply = await recordReply(staff.handler, { slug, inquiry: id, ...opinion }, { db, now: at("2026-07-15") });
    await show(db, staff, reply.number!, at("2026-07-16"));
    await answer(db, staff, slug, [shown, reply.number!], { outcome: "adopted", clause: "c2" });
    await answer(db, staff, slug, [silent], {
      outcome: "not_adopted",
      reason: "条件不具备。",
      gist: "希望延长开放时间",
    });
    await answer(db, staff, slug, [withheld], { outcome: "out_of_scope", reason: "另行处理。" });
    await publishOutcomeOf(db, staff, slug);
    site.setNow(AUGUST);

    const data = JSON.parse((await site.get(`/api/v1/consultations/${slug}/outcome`)).text);
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, one) => total + one, 0);
    expect(data.counts.received).toBe(3);
    expect([sum(data.channels), sum(data.counts.outcomes), sum(data.counts.displays), data.rows.length]).toEqual([
      3, 3, 3, 3,
    ]);
    expect(data.withheld).toMatchObject({ unsuitable: 1 });
    expect(sum(data.withheld)).toBe(data.counts.displays.withheld);
    expect(data.inquiries).toMatchObject({ asked: 2, opinions: 1, noComment: 0, unanswered: 1 });
    expect(
      data.rows.map(({ position, body: words }: { position: number; body: string | null }) => [position, words]),
    ).toEqual([
      [1, "建议增加座椅。"],
      [2, null],
      [3, null],
    ]);

    const { text } = await site.get(`/consultations/${slug}/outcome`);
    for (const said of [
      "希望延长开放时间",
      "条件不具备。",
      "不予公开",
      "对邻里关系的意见",
      "有合理理由认为不宜公开",
      "请增加环评。",
      "书面函询",
    ])
      expect(text).toContain(said);
    for (const hidden of ["不要公开的原话", "不宜公开的原话", "涉及他人。"]) expect(text).not.toContain(hidden);
    expect(text).toContain(`href="/consultations/${slug}#c2"`);
    const english = await site.get(`/consultations/${slug}/outcome?lang=en`);
    expect(english.text).toContain("Withheld, by ground");
    expect(english.text).toContain('lang="en"');
  });

  it("says plainly that nobody commented", async () => {
    const slug = await createApproved(db, staff);
    await publishOutcomeOf(db, staff, slug);
    site.setNow(AUGUST);
    const { text } = await site.get(`/consultations/${slug}/outcome`);
    expect(text).toContain("征求意见期间没有收到任何公众意见");
    expect(text).not.toContain("公众意见采纳情况");
    expect(text).toContain("outcome.xlsx");
  });

  it("shows the same after a withdrawal, with its reason", async () => {
    const slug = await createApproved(db, staff);
    await say(db, slug, { body: "撤回前的原话", publish: false });
    const july = { db, now: at("2026-07-20") };
    await proposeChange(staff.handler, { slug, version: null, act: "withdraw", reason: "上位法将修改。" }, july);
    await signProposal(staff.approver, { slug, version: null }, july);
    site.setNow(AUGUST);
    const { text, status } = await site.get(`/consultations/${slug}/outcome`);
    expect(status).toBe(200);
    for (const said of ["已撤回", "上位法将修改。", "解释说明", "2026年7月20日"]) expect(text).toContain(said);
    expect(text).not.toContain("撤回前的原话");
  });

  it("follows at once when consent is taken back", async () => {
    const slug = await createApproved(db, staff);
    const number = await say(db, slug, { body: "后来收回的话" });
    await show(db, staff, number);
    await answer(db, staff, slug, [number], { outcome: "explained", reason: "说明。", gist: "办公室的要点" });
    await publishOutcomeOf(db, staff, slug);
    site.setNow(AUGUST);
    const address = `/consultations/${slug}/outcome`;
    expect((await site.get(address)).text).toContain("后来收回的话");
    await withdrawConsent({ kind: "guest" }, { number, holdsReceipt: true }, { db, now: AUGUST });
    const { text } = await site.get(address);
    expect(text).not.toContain("后来收回的话");
    expect(text).toContain("办公室的要点");
  });

  it("turns its pages at two hundred rows, and has none behind the last", async () => {
    const slug = await createApproved(db, staff);
    const { id } = await db.client.consultation.findUniqueOrThrow({ where: { slug } });
    await publishOutcomeOf(db, staff, slug);
    const rows = Array.from({ length: 201 }, (_, index) => ({
      ...{ consultationId: id, body: `第${index}条`, submitter: "person", consentsToPublish: true, channel: "online" },
      ...{ receivedAt: at("2026-07-10"), salt: "", review: "published", publishedAt: at("2026-07-11") },
      ...{ publishedBody: `公开的第${index}条`, outcome: "explained" },
    }));
    await db.client.comment.createMany({ data: rows });
    site.setNow(AUGUST);
    const address = `/consultations/${slug}/outcome`;
    const first = await site.get(address);
    expect(first.text).toContain("公开的第199条");
    expect(first.text).not.toContain("公开的第200条");
    expect((await site.get(`${address}?page=2`)).text).toContain("公开的第200条");
    expect((await site.get(`${address}?page=3`)).status).toBe(404);
  });

  it.each(["outcome", "outcome.csv", "outcome.xlsx", "outcome.docx", "outcome.json", "changes"])(
    "has no %s of what is not there",
    async (page) => expect((await site.get(`/consultations/absent/${page}`)).status).toBe(404),
  );
});

const REVISED = [
  WRITTEN[0]!,
  { ...WRITTEN[1]!, clauseId: "c2", text: "全面公开。逐条答复。增加座椅。" },
  { ...WRITTEN[2]!, clauseId: "c3" },
].map((clause, index) => ({ ...clause, clauseId: `c${index + 1}` }));

describe("the page of changes", () => {
  it("shows what changed because of whom once the revised draft is released, and folds the rest", async () => {
    const slug = await createApproved(db, staff);
    const number = await say(db, slug, { name: "林小明" });
    await show(db, staff, number);
    await answer(db, staff, slug, [number], { outcome: "adopted", clause: "c2", reason: "已增加。" });
    await revise(db, staff, slug, REVISED, "按意见增加一句。");
    // The latest of all in this file: the home page shows a few, the newest first.
    await publishOutcomeOf(db, staff, slug, { releaseRevisedDraft: true, on: "2026-08-10" });
    site.setNow(AUGUST);
    const { text, status } = await site.get(`/consultations/${slug}/changes`);
    expect(status).toBe(200);
    for (const said of [
      "增加座椅。",
      "<ins>",
      "新增",
      "建议增加座椅。",
      "林",
      "已增加。",
      "按意见增加一句。",
      "还不是正式文本",
      "<details",
    ])
      expect(text).toContain(said);
    expect(text).not.toContain("林小明");
    expect(text).toContain(`/consultations/${slug}/outcome#comment-${number}`);
    const outcome = await site.get(`/consultations/${slug}/outcome`);
    expect(outcome.text).toContain(`/consultations/${slug}/changes#c2`);
    const home = await site.get("/");
    for (const said of [`/consultations/${slug}/outcome#comment-${number}`, "建议增加座椅。", "增加座椅。</ins>"])
      expect(home.text).toContain(said);
    await withdrawConsent({ kind: "guest" }, { number, holdsReceipt: true }, { db, now: AUGUST });
    expect((await site.get("/")).text).not.toContain(`/consultations/${slug}/outcome#comment-${number}`);
  });

  it("is not there while the revised draft is not released, and then shows the decided text", async () => {
    const slug = await createApproved(db, staff);
    const number = await say(db, slug, { publish: false });
    await answer(db, staff, slug, [number], {
      outcome: "partly_adopted",
      clause: "c2",
      reason: "部分采纳。",
      gist: "希望多设座椅",
    });
    await revise(db, staff, slug, REVISED);
    await publishOutcomeOf(db, staff, slug);
    site.setNow(AUGUST);
    expect((await site.get(`/consultations/${slug}/changes`)).status).toBe(404);
    expect((await site.get(`/consultations/${slug}/outcome`)).text).not.toContain("增加座椅。");
    await decideMatter(db, staff, slug);
    site.setNow(at("2026-09-03"));
    const { text } = await site.get(`/consultations/${slug}/changes`);
    for (const said of ["增加座椅。", "海府〔2026〕9号", "希望多设座椅", "部分采纳"]) expect(text).toContain(said);
    expect(text).not.toContain("建议增加座椅。");
    const outcome = await site.get(`/consultations/${slug}/outcome`);
    for (const said of ["合法性审查", "区司法局", "意见已研究。"]) expect(outcome.text).toContain(said);
    expect(outcome.text).not.toContain("内部审查意见不对外公开。");
    expect((await site.get("/")).text).not.toContain(`/consultations/${slug}/outcome#comment-`);
  });
});

describe("the line of a matter", () => {
  it("leads from the comments to the answers, the changed clauses and the explanation, on each of their pages", async () => {
    const policy = await createReleased(db, staff);
    const slug = await createApproved(db, staff);
    const number = await say(db, slug);
    await show(db, staff, number);
    await db.client.policyDocument.update({ where: { slug: policy }, data: { consultationSlug: slug } });
    site.setNow(at("2026-08-01"));
    expect((await site.get(`/policies/${policy}`)).text).not.toContain("1 条已答复");
    await answer(db, staff, slug, [number], { outcome: "adopted", clause: "c2", reason: "已增加。" });
    await revise(db, staff, slug, REVISED);
    await publishOutcomeOf(db, staff, slug, { releaseRevisedDraft: true, on: "2026-08-09" });
    site.setNow(AUGUST);
    const place = `/consultations/${slug}`;
    const pages = [
      place,
      `${place}/outcome`,
      `${place}/changes`,
      `/policies/${policy}`,
      `/interpretations/${policy}-text`,
    ];
    for (const address of pages) {
      const { status, text } = await site.get(address);
      expect([address, status]).toEqual([address, 200]);
      for (const [path, said] of [
        [place, "1 条意见"],
        [`${place}/outcome`, "1 条已答复"],
        [`${place}/changes`, "1 处修改"],
        [`/policies/${policy}#understand`, "1 份解读"],
      ])
        expect([address, text]).toEqual([address, expect.stringContaining(`<a href="${path}">${said}</a>`)]);
    }
  });
});
