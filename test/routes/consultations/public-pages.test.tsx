import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import { ConsultationEntries, ConsultationFilters } from "~/consultations/components/consultation-list";
import { ConsultationPage } from "~/consultations/components/consultation-page";
import { postComment } from "~/consultations/post-comment.server";
import { LanguageProvider } from "~/i18n/strings";
import type { Language } from "~/i18n/language";
import { setDatabase, type Database } from "~/platform/db.server";
import { loader as pageLoader } from "~/routes/consultations.$slug._index";
import { loader as listLoader } from "~/routes/consultations._index";
import { createOpenConsultation } from "../../factories/open-consultation";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { answerOf, contextAt, get } from "./visit";

const MID_JULY = at("2026-07-15");

let db: Database;

beforeAll(async () => {
  db = await freshDatabase();
  setDatabase(db);
});
afterAll(() => db.close());

function open(slug: string, now = MID_JULY, query = "") {
  return pageLoader({ request: get(`/consultations/${slug}${query}`), params: { slug }, context: contextAt(now) });
}

async function htmlOf(slug: string, now = MID_JULY, language: Language = "zh-CN"): Promise<string> {
  const page = await open(slug, now);
  return renderToStaticMarkup(
    <LanguageProvider language={language}>
      <ConsultationPage {...page} />
    </LanguageProvider>,
  );
}

function list(query = "", now = MID_JULY) {
  return listLoader({ request: get(`/consultations${query}`), params: {}, context: contextAt(now) });
}

async function comment(slug: string, data: Record<string, unknown>, clause: string | null = "c2") {
  const words = { body: "原话", suggestion: null, name: "林小明", contact: "13800138000", publish: true };
  const place = { clause, from: null, to: null, stance: null, key: null, uploads: [] };
  const input = { slug, ...words, ...place, submitter: "person" as const, language: "zh-CN" as const };
  const { number } = await postComment(GUEST, input, { db, now: MID_JULY });
  await db.client.comment.update({ where: { number }, data });
  return number;
}

const PUBLISHED = { review: "published", publishedAt: MID_JULY, publishedBody: "公开的话", publishedName: "林**" };

describe("the page of a consultation", () => {
  it("says until when, how the days are counted, how to comment, and shows the draft with its links", async () => {
    const { slug } = await createOpenConsultation(db, {
      contactEmail: "gongkai@example.org",
      meetingNote: "7月20日座谈会",
    });
    const html = await htmlOf(slug);
    for (const said of [
      "2026年7月31日",
      "24:00",
      "还剩 16 天",
      "共 31 天",
      "共 30 天",
      "民法典第二百零一条",
      "国务院令第713号",
    ]) {
      expect(html).toContain(said);
    }
    for (const way of [
      "gongkai@example.org",
      "020-00000000",
      "7月20日座谈会",
      "意见征集不是投票",
      "起草说明。",
      "依据。",
    ]) {
      expect(html).toContain(way);
    }
    expect(html).toContain('id="c2"');
    expect(html).toContain('href="#c2"');
    expect(html).toContain(`/consultations/${slug}/comments/new?clause=c2`);
    expect(html).not.toContain(`/comments/new?clause=c1`);
    expect(html).toContain(`data-watch="consultation:${slug}"`);
  });

  it("in English has the days and the way to comment, and marks what exists only in Chinese", async () => {
    const { slug } = await createOpenConsultation(db, { titleEn: "Green lanes plan" });
    const html = await htmlOf(slug, MID_JULY, "en");
    for (const said of [
      "Green lanes plan",
      "31 Jul 2026",
      "16 days left",
      "30 days as the law counts",
      "Housing Bureau",
    ]) {
      expect(html).toContain(said);
    }
    expect(html).toContain('lang="zh-CN"');
  });

  it.each(["preparing", "in_review"])("that is %s is not there, as one that does not exist", async (state) => {
    const { slug } = await createOpenConsultation(db, { state });
    expect((await answerOf(open(slug))).status).toBe(404);
    expect((await answerOf(open("absent"))).status).toBe(404);
  });

  it("counts what was received, bodies asked in writing apart, and shows nothing before review", async () => {
    const { slug } = await createOpenConsultation(db);
    await comment(slug, {});
    const number = await comment(slug, { channel: "written_inquiry" });
    const asked = { bodyName: "区园林局", askedOn: "2026-07-01", dueOn: "2026-07-10" };
    const [consultationOf, commentOf] = [{ connect: { slug } }, { connect: { number } }];
    await db.client.writtenInquiry.create({ data: { ...asked, consultation: consultationOf, comment: commentOf } });
    const { consultation } = await open(slug);
    expect(consultation).toMatchObject({ receivedCount: 1, publishedCount: 0, comments: [] });
    expect(await htmlOf(slug)).not.toContain("原话");
  });

  it("shows reviewed comments at their clause, masked, and their outcome only once it is published", async () => {
    const { slug } = await createOpenConsultation(db);
    await comment(slug, { ...PUBLISHED, outcome: "adopted", outcomeClauseId: "c2" });
    const during = await htmlOf(slug);
    expect(during).toContain("公开的话");
    expect(during).toContain("林**");
    expect(during).not.toContain("林小明");
    expect(during).not.toContain("采纳");
    await db.client.consultation.update({
      where: { slug },
      data: { state: "outcome_published", outcomePublishedAt: MID_JULY },
    });
    const after = await htmlOf(slug, at("2026-09-01"));
    expect(after).toContain("采纳");
    expect(after).toContain(`/consultations/${slug}/outcome`);
  });

  it("keeps comments back until closing where that was announced", async () => {
    const { slug } = await createOpenConsultation(db, { showComments: "after" });
    await comment(slug, PUBLISHED);
    expect(await htmlOf(slug)).not.toContain("公开的话");
    expect((await open(slug)).consultation.publishedCount).toBe(0);
    expect(await htmlOf(slug, at("2026-08-01", "00:00:00"))).toContain("公开的话");
  });

  it.each([
    ["without consent", { ...PUBLISHED, consentsToPublish: false }],
    ["whose consent was withdrawn", { ...PUBLISHED, consentWithdrawnAt: MID_JULY }],
    ["that was withheld", { ...PUBLISHED, review: "withheld" }],
    ["that waits for review", { ...PUBLISHED, review: "pending" }],
  ])("shows no word of a comment %s, in any state", async (_what, data) => {
    const { slug } = await createOpenConsultation(db);
    await comment(slug, data);
    for (const state of ["approved", "outcome_in_review", "outcome_published", "decided", "withdrawn"]) {
      await db.client.consultation.update({ where: { slug }, data: { state, withdrawnAt: MID_JULY } });
      const { consultation } = await open(slug, at("2026-09-01"));
      expect(JSON.stringify(consultation)).not.toMatch(/公开的话|原话|林/);
    }
  });

  it("says where words were erased, when and on what ground", async () => {
    const { slug } = await createOpenConsultation(db);
    await comment(slug, {
      review: "published",
      publishedAt: MID_JULY,
      erasedAt: MID_JULY,
      erasedGround: "personal_data",
      body: "",
    });
    expect(await htmlOf(slug)).toContain("依法遮盖");
    expect(await htmlOf(slug)).toContain("涉及个人信息");
  });

  it("past the outcome's due day says for how long people have waited", async () => {
    const { slug } = await createOpenConsultation(db);
    expect(await htmlOf(slug, at("2026-09-11"))).not.toContain("结果尚未公布");
    expect(await htmlOf(slug, at("2026-09-21"))).toContain("已截止 52 天，结果尚未公布");
  });

  it("says why the period is short, why it was extended, and why it was withdrawn", async () => {
    const { slug, id } = await createOpenConsultation(db, { shortenedReason: "防汛需要。", closesOn: "2026-07-20" });
    await db.client.extension.create({
      data: {
        consultationId: id,
        fromClosesOn: "2026-07-10",
        toClosesOn: "2026-07-20",
        reason: "应居民要求。",
        approvedById: "x",
        at: MID_JULY,
      },
    });
    const open = await htmlOf(slug);
    expect(open).toContain("防汛需要。");
    expect(open).toContain("应居民要求。");
    await comment(slug, {});
    const withdrawn = { state: "withdrawn", withdrawnReason: "方案重拟。", withdrawnAt: MID_JULY };
    await db.client.consultation.update({ where: { slug }, data: withdrawn });
    const html = await htmlOf(slug);
    expect(html).toContain("方案重拟。");
    expect(html).toContain("共收到意见 1 条");
    expect(html).not.toContain("/comments/new");
  });

  it("pages its published comments at 200, and has no page behind the last", async () => {
    const { slug, id } = await createOpenConsultation(db);
    await db.client.comment.createMany({
      data: Array.from({ length: 201 }, (_, index) => ({
        ...{
          consultationId: id,
          body: "原话",
          submitter: "person",
          consentsToPublish: true,
          channel: "online",
          salt: "x",
        },
        ...{ ...PUBLISHED, publishedBody: `第${index + 1}句`, receivedAt: MID_JULY },
      })),
    });
    expect((await open(slug)).consultation.comments).toHaveLength(200);
    expect((await open(slug, MID_JULY, "?page=2")).consultation.comments).toMatchObject([
      { words: { body: "第201句" } },
    ]);
    expect((await answerOf(open(slug, MID_JULY, "?page=3"))).status).toBe(404);
    expect((await open(slug, MID_JULY, "?page=2x")).page).toBe(1);
  });

  it("is kept until something on it changes: an event of its own, or the next midnight in Shanghai", async () => {
    const { slug } = await createOpenConsultation(db);
    const keepOf = async (now: Date) => {
      const context = contextAt(now);
      await pageLoader({ request: get("/"), params: { slug }, context });
      return context.page.keep;
    };
    expect((await keepOf(MID_JULY))?.tags).toContain(`consultation:${slug}`);
    expect((await keepOf(at("2026-07-31", "23:59:59")))?.validUntil).toEqual(at("2026-08-01", "00:00:00"));
    expect((await keepOf(at("2026-06-27")))?.validUntil).toEqual(at("2026-07-01", "00:00:00"));
    await db.client.consultation.update({ where: { slug }, data: { state: "outcome_published" } });
    expect((await keepOf(at("2026-09-01")))?.validUntil).toBeNull();
  });
});

const PAYLOADS = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "</title><svg onload=alert(1)>",
  "'-alert(1)-'",
  "\u202egnp.exe",
];

describe("text that would run", () => {
  it.each(PAYLOADS)("%j stays text in every field that is shown", async (text) => {
    const { slug, id } = await createOpenConsultation(
      db,
      {
        ...{ title: text, titleEn: text, summary: text, explanatoryNote: text, legalBasis: text, resultsPlan: text },
        ...{ contactName: text, contactPhone: text, contactEmail: text, contactAddress: text, meetingNote: text },
        ...{ shortenedReason: text },
      },
      [{ clauseId: "c2", level: "item", number: text, heading: text, text }],
    );
    await db.client.attachment.create({
      data: {
        id: id.slice(0, 13).replaceAll("-", "0").padEnd(16, "0"),
        consultationId: id,
        fileName: text,
        mediaType: "text/plain",
        size: 1,
        sha256: "x",
        createdAt: MID_JULY,
      },
    });
    await comment(slug, {
      ...PUBLISHED,
      publishedBody: text,
      publishedName: text,
      publishedSuggestion: text,
      quote: text,
    });
    for (const language of ["zh-CN", "en"] as const) {
      const html = await htmlOf(slug, MID_JULY, language);
      expect(html).not.toMatch(/<script|<img|<svg onload|href="javascript/);
    }
    const { items } = await list("?state=open");
    expect(renderToStaticMarkup(<ConsultationEntries items={items} />)).not.toMatch(/<script|<img|<svg onload/);
  });
});

describe("the list", () => {
  it("finds by word, unit, state and year, and never what is hidden", async () => {
    const word = "特别的词";
    const { slug } = await createOpenConsultation(db, { title: `${word}甲` });
    await createOpenConsultation(db, { title: `${word}乙`, state: "preparing" });
    await createOpenConsultation(db, { title: `${word}丙`, state: "in_review" });
    const past = await createOpenConsultation(db, {
      title: `${word}丁`,
      opensOn: "2024-01-01",
      closesOn: "2024-02-01",
    });
    const slugs = async (query: string) => (await list(query)).items.map((item) => item.slug).sort();
    const q = `?q=${encodeURIComponent(word)}`;
    expect(await slugs(q)).toEqual([slug, past.slug].sort());
    expect(await slugs(`${q}&state=open`)).toEqual([slug]);
    expect(await slugs(`${q}&state=closed`)).toEqual([past.slug]);
    expect(await slugs(`${q}&year=2024`)).toEqual([past.slug]);
    expect(await slugs(`${q}&unit=justice`)).toEqual([]);
    for (const nothing of ["preparing", "in_review", "OPEN", "'; --"])
      expect(await slugs(`?state=${encodeURIComponent(nothing)}`)).toEqual([]);
    expect(await slugs(`${q}&year=20x4`)).toEqual([]);
    expect((await list(q)).total).toBe(2);
  });

  it("says how many there are, keeps the filters, and has no page behind the last", async () => {
    const { filter, units, years } = await list("?q=a&state=open&unit=housing&year=2026");
    const html = renderToStaticMarkup(<ConsultationFilters values={filter} units={units} years={years} />);
    expect(html).toContain('value="a"');
    expect(html.match(/selected=""/g)).toHaveLength(3);
    expect((await answerOf(list("?page=999"))).status).toBe(404);
    expect((await list("?page=-1")).page).toBe(1);
  });

  it("is kept until the next midnight in Shanghai", async () => {
    const context = contextAt(at("2026-07-15", "23:30:00"));
    await listLoader({ request: get("/consultations"), params: {}, context });
    expect(context.page.keep?.tags).toContain("consultations");
    expect(context.page.keep?.validUntil).toEqual(at("2026-07-16", "00:00:00"));
  });
});
