import { beforeAll, describe, expect, it } from "vitest";
import * as asked from "~/routes/asked.$code";
import * as desk from "~/routes/desk/route";
import * as bench from "~/routes/desk.policies.$slug._index/route";
import * as material from "~/routes/desk.policies.$slug.materials.$material/route";
import * as deskQuestions from "~/routes/desk.policies.$slug.questions/route";
import * as text from "~/routes/desk.policies.$slug.text/route";
import * as newPolicy from "~/routes/desk.policies.new/route";
import * as guide from "~/routes/interpretations.$slug.guide";
import * as interpretation from "~/routes/interpretations.$slug._index";
import * as ratings from "~/routes/interpretations.$slug.ratings";
import * as policy from "~/routes/policies.$slug._index";
import * as questions from "~/routes/policies.$slug.questions";
import type { Database } from "~/platform/db.server";
import type { MaterialContent } from "~/policies/material-content";
import { createStaff, type Staff } from "../../factories/desk";
import {
  createPackage,
  createPolicy,
  createReleased,
  materialOf,
  policyOf,
  writeMaterial,
} from "../../factories/policies";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { siteOf, type Site } from "../../setup/pages";

let db: Database;
let staff: Staff;
let site: Site;

const JUNE = at("2026-06-24");
const JULY = at("2026-07-10");

beforeAll(async () => {
  process.env.RATE_LIMIT = "off";
  db = await freshDatabase();
  staff = await createStaff(db);
  site = siteOf(db, {
    desk: { path: "desk", module: desk },
    new: { path: "policies/new", module: newPolicy, parent: "desk" },
    bench: { path: "policies/:slug", module: bench, parent: "desk" },
    text: { path: "policies/:slug/text", module: text, parent: "desk" },
    material: { path: "policies/:slug/materials/:material", module: material, parent: "desk" },
    deskQuestions: { path: "policies/:slug/questions", module: deskQuestions, parent: "desk" },
    policy: { path: "policies/:slug", module: policy },
    questions: { path: "policies/:slug/questions", module: questions },
    interpretation: { path: "interpretations/:slug", module: interpretation },
    guide: { path: "interpretations/:slug/guide", module: guide },
    ratings: { path: "interpretations/:slug/ratings", module: ratings },
    asked: { path: "asked/:code", module: asked },
  });
});

const NEW = {
  ...{ unit: "housing", slug: "", title: "绿道养护规定", documentKind: "normative_document" },
  ...{ proposedAttribute: "proactive", secrecyReview: "cleared", secrecyReviewer: "陈工" },
};

describe("a new document", () => {
  it("is begun by a handling officer of the unit alone", async () => {
    expect((await site.get("/desk/policies/new", null, JUNE)).status).toBe(303);
    expect((await site.post("/desk/policies/new", null, JUNE, NEW)).status).toBe(401);
    for (const person of [staff.resident, staff.reviewer])
      expect((await site.get("/desk/policies/new", person, JUNE)).status).toBe(404);
    const begun = await site.post("/desk/policies/new", staff.handler, JUNE, NEW);
    expect(begun.status).toBe(303);
    expect(begun.location).toMatch(/^\/desk\/policies\/2026-housing-\d{2}$/);
  });

  it("with a broken number is refused at the field, and what was typed stays", async () => {
    const typed = { ...NEW, documentNumber: "穗府规〔2026 3号", validUntil: "2025-01-01", effectiveFrom: "2026-01-01" };
    const refused = await site.post("/desk/policies/new", staff.handler, JUNE, typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("文号的括号不完整");
    expect(refused.html).toContain('value="穗府规〔2026 3号"');
    const period = await site.post("/desk/policies/new", staff.handler, JUNE, { ...typed, documentNumber: "" });
    expect(period.html).toContain("有效期的最后一天早于开始的一天");
  });

  it("with a state secret is refused, and nothing of it comes back", async () => {
    const typed = { ...NEW, title: "zqsecrettitle", secrecyReview: "state_secret" };
    const refused = await site.post("/desk/policies/new", staff.handler, JUNE, typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("涉及国家秘密的文件不得录入本系统");
    expect(refused.html).not.toContain("zqsecrettitle");
  });

  it("takes no unknown field", async () => {
    const refused = await site.post("/desk/policies/new", staff.handler, JUNE, { ...NEW, state: "released" });
    expect(refused.status).toBe(422);
  });
});

describe("the workbench", () => {
  it("tells every reason of the gate, and offers the act once they are gone", async () => {
    const shut = await site.get(`/desk/policies/${await createPolicy(db, staff)}`, staff.handler, JUNE);
    expect(shut.html).toContain("还没有一份完整的书面解读材料");
    expect(shut.html).not.toContain('value="submit"');
    const slug = await createPackage(db, staff);
    const open = await site.get(`/desk/policies/${slug}`, staff.handler, JUNE);
    expect(open.html).toContain('value="submit"');
    const version = String((await policyOf(db, slug)).version);
    const stale = await site.post(`/desk/policies/${slug}`, staff.handler, JUNE, { act: "submit", version: "0" });
    expect(stale.status).toBe(409);
    expect((await site.post(`/desk/policies/${slug}`, staff.handler, JUNE, { act: "submit", version })).status).toBe(
      303,
    );
    expect((await policyOf(db, slug)).state).toBe("in_review");
  });

  it("is not there for another unit's people, and knows no act that has no button", async () => {
    const slug = await createPackage(db, staff);
    for (const person of [staff.otherHandler, staff.otherApprover, staff.resident])
      expect((await site.get(`/desk/policies/${slug}`, person, JUNE)).status).toBe(404);
    expect((await site.post(`/desk/policies/${slug}`, staff.otherHandler, JUNE, { act: "release" })).status).toBe(404);
    expect((await site.post(`/desk/policies/${slug}`, staff.handler, JUNE, { act: "publish" })).status).toBe(422);
  });

  it("asks for the secrecy review before it takes a text", async () => {
    const slug = await createPolicy(db, staff, { secrecyReview: null });
    const page = await site.get(`/desk/policies/${slug}/text`, staff.handler, JUNE);
    expect(page.html).toContain("请先完成保密审查");
    const cut = { act: "cut", source: "第一条 甲。" };
    expect((await site.post(`/desk/policies/${slug}/text`, staff.handler, JUNE, cut)).status).toBe(422);
  });
});

describe("bad input at the desk", () => {
  const draft = (more: Record<string, string | File>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ act: "cut", source: "", ...more })) form.append(name, value);
    return form;
  };

  it.each<[string, File, string]>([
    ["a broken archive", new File(["PK\u0003\u0004 断了"], "稿.docx"), "这个 Word 文件打不开"],
    ["a file with macros", new File(["PK"], "稿.docm"), "文件含有宏，不予接收"],
  ])("of %s is said at its field, and the text of before and what was typed stay", async (_name, file, words) => {
    const slug = await createPolicy(db, staff);
    const address = `/desk/policies/${slug}/text`;
    const refused = await site.post(address, staff.handler, JUNE, draft({ source: "第一条 手写的话。", file }));
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(words);
    expect(refused.html).toContain("第一条 手写的话。");
    expect((await policyOf(db, slug)).texts).toHaveLength(1);
  });

  it("of a document that is to follow itself, or one that is not there, keeps the reason that was written", async () => {
    const slug = await createReleased(db, staff);
    for (const [successor, words] of [
      [slug, "文件不能由它自己代替"],
      ["no-such-document", "没有找到这份代替的文件"],
    ] as const) {
      const change = { act: "propose_change", change: "repeal", effectiveOn: "2026-08-01", reason: "任务已经完成。" };
      const refused = await site.post(`/desk/policies/${slug}/text`, staff.handler, JULY, { ...change, successor });
      expect(refused.status).toBe(422);
      for (const part of [words, "任务已经完成。", `value="${successor}"`]) expect(refused.html).toContain(part);
      expect((await policyOf(db, slug)).change).toBeNull();
    }
  });
});

describe("a material at the desk", () => {
  it("keeps its questions with the clauses that they name, and refuses clauses that are not there", async () => {
    const slug = await createPolicy(db, staff);
    const empty: MaterialContent = { kind: "qa", items: [] };
    const qa = await writeMaterial(db, staff, slug, empty, { title: "三问" });
    const address = `/desk/policies/${slug}/materials/${qa}`;
    const rows = {
      question: ["一？", "二？", "三？", ""],
      answer: ["甲", "乙", "丙", ""],
      questionClauses: ["(一)", "（二）", "目标", ""],
    };
    const typed = { act: "edit", version: "1", title: "三问三答", titleEn: "", summary: "", ...rows };
    const unknown = await site.post(address, staff.handler, JUNE, {
      ...typed,
      questionClauses: ["第九条", "", "", ""],
    });
    expect(unknown.status).toBe(422);
    expect(unknown.html).toContain("正文里没有这些条款");
    expect(unknown.html).toContain('value="三？"');
    expect((await site.post(address, staff.handler, JUNE, typed)).status).toBe(303);
    const saved = await materialOf(db, qa);
    expect(saved.clauseIds).toEqual(["c2", "c3"]);
    expect(saved.title).toBe("三问三答");
  });
});

describe("readers", () => {
  it("read the clause beside its interpretation, and the interpretation at the clause", async () => {
    const slug = await createReleased(db, staff);
    const document = await site.get(`/policies/${slug}`, null, JULY);
    expect(document.html).toContain(`href="/interpretations/${slug}-text#c2"`);
    const beside = await site.get(`/interpretations/${slug}-text`, null, JULY);
    expect(beside.html).toContain(`href="/policies/${slug}#c2"`);
    expect(beside.html).toContain("全面公开。逐条答复。");
    const english = await site.get(`/policies/${slug}?lang=en`, null, JULY);
    expect(english.status).toBe(200);
  });

  it("say whether they understood; a form without an answer comes back with their words", async () => {
    const slug = await createReleased(db, staff);
    const address = `/interpretations/${slug}-text/ratings`;
    const refused = await site.post(address, null, JULY, { reason: "太长了" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("太长了");
    expect((await site.post(address, null, JULY, { understood: "no", reason: "太长了" })).location).toBe(address);
    const shown = await site.get(address, null, JULY);
    expect(shown.html).toContain("共 1 次回答");
    expect(shown.html).not.toContain("太长了");
    expect((await site.post("/interpretations/nothing/ratings", null, JULY, { understood: "yes" })).status).toBe(404);
  });

  it("ask once, however often the form is sent, and find what became of it; their words stay inside", async () => {
    const slug = await createReleased(db, staff);
    const posted = { text: "多久修好？zqwords", clause: "c2", key: "abcdefghijklmnop" };
    const first = await site.post(`/policies/${slug}/questions`, null, JULY, posted);
    const again = await site.post(`/policies/${slug}/questions`, null, JULY, posted);
    expect(first.status).toBe(303);
    expect(again.location).toBe(first.location);
    const waiting = await site.get(first.location!, null, JULY);
    expect(waiting.html).toContain("等待答复");
    expect(waiting.html).not.toContain("zqwords");
    const desk = `/desk/policies/${slug}/questions`;
    const page = await site.get(desk, staff.handler, JULY);
    const [, number = ""] = /name="question" value="(\d+)"/.exec(page.html) ?? [];
    const answer = { act: "answer_question", question: number, outcome: "answered", answer: "三天内修好。" };
    const half = await site.post(desk, staff.handler, JULY, answer);
    expect(half.status).toBe(422);
    expect(half.html).toContain("三天内修好。");
    expect((await site.post(desk, staff.reviewer, JULY, { ...answer, askedAs: "多久修好？" })).status).toBe(404);
    expect((await site.post(desk, staff.handler, JULY, { ...answer, askedAs: "绿道坏了多久修好？" })).status).toBe(303);
    expect((await site.get(first.location!, null, JULY)).html).toContain("三天内修好。");
    const shown = await site.get(`/policies/${slug}`, null, JULY);
    expect(shown.html).toContain("绿道坏了多久修好？");
    expect(shown.html).not.toContain("zqwords");
    expect((await site.get("/asked/0000000000000000", null, JULY)).status).toBe(404);
  });

  it("walk through the guide by addresses alone", async () => {
    const slug = await createPackage(db, staff);
    const story: MaterialContent = {
      ...{
        kind: "case",
        situation: "情况",
        rule: "规定",
        result: "结果",
        clauses: ["c2"],
        guideEnd: "适用您的情况，请登记。",
      },
      guide: [{ question: "住在本区吗？", needed: "yes", otherwise: "请问外区。", clauses: ["c3"] }],
    };
    const caseSlug = await writeMaterial(db, staff, slug, story);
    expect((await site.get(`/interpretations/${caseSlug}/guide`, null, JULY)).status).toBe(404);
    await db.client.policyDocument.update({ where: { slug }, data: { state: "released", releasedAt: JUNE } });
    await db.client.interpretation.update({ where: { slug: caseSlug }, data: { state: "released", releasedAt: JUNE } });
    const start = await site.get(`/interpretations/${caseSlug}/guide`, null, JULY);
    expect(start.html).toContain("住在本区吗？");
    expect((await site.get(`/interpretations/${caseSlug}/guide?answers=n`, null, JULY)).html).toContain("请问外区。");
    expect((await site.get(`/interpretations/${caseSlug}/guide?answers=y`, null, JULY)).html).toContain("请登记");
    expect((await site.get(`/interpretations/${caseSlug}/guide?answers=yyyy`, null, JULY)).status).toBe(404);
  });
});
