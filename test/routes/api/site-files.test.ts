import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposeChange } from "~/consultations/propose-change.server";
import { signProposal } from "~/consultations/sign-proposal.server";
import type { Database } from "~/platform/db.server";
import { createApproved, createStaff, createSubmitted, type Staff } from "../../factories/desk";
import { answer, decideMatter, publishOutcomeOf, revise, say, show } from "../../factories/outcome";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { openSite, type Site } from "../../setup/site";

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, at("2026-07-10"));
}, 120_000);
afterAll(() => db.close());

async function decidedMatter(): Promise<string> {
  const slug = await createApproved(db, staff, { title: "<加座椅> & 其他", titleEn: "Seats" });
  const number = await say(db, slug);
  await show(db, staff, number);
  await answer(db, staff, slug, [number], { outcome: "adopted", clause: "c2" });
  await revise(db, staff, slug, [
    { clauseId: "c2", level: "item", number: "（一）", heading: "目标", text: "增加座椅。", note: null },
  ]);
  await publishOutcomeOf(db, staff, slug);
  await decideMatter(db, staff, slug);
  return slug;
}

describe("home, feed and site map", () => {
  it("say plainly that there is nothing yet", async () => {
    const { text, status } = await site.get("/");
    expect(status).toBe(200);
    for (const said of ["现在没有正在征求意见的事项", "还没有公布过结果", "没有逾期未公布的结果"])
      expect(text).toContain(said);
    expect((await site.get("/feed.xml")).status).toBe(200);
  });

  it("tell what is open, and for how long, from the first day to its last midnight without an event", async () => {
    const slug = await createApproved(db, staff, { title: "绿道" });
    const hidden = await createSubmitted(db, staff, { title: "不该看到的事项" });
    const entry = `<loc>${site.url}/consultations/${slug}</loc>`;
    site.setNow(at("2026-06-30", "23:59"));
    expect((await site.get("/")).text).not.toContain(slug);
    expect((await site.get("/feed.xml")).text).not.toContain(slug);
    expect((await site.get("/sitemap.xml")).text).toContain(entry);
    site.setNow(at("2026-07-01", "00:00"));
    await say(db, slug, {}, at("2026-07-01", "00:00"));
    expect((await site.get("/")).text).toContain(slug);
    expect((await site.get("/")).text).toContain("已收到 1 条意见");
    expect((await site.get("/feed.xml")).text).toContain(`${site.url}/consultations/${slug}#opened`);
    site.setNow(at("2026-07-31", "23:59:59"));
    expect((await site.get("/")).text).toContain("今天 24:00 截止");
    site.setNow(at("2026-08-01", "00:00:00"));
    expect((await site.get("/")).text).not.toContain(slug);
    for (const address of ["/", "/feed.xml", "/sitemap.xml"]) {
      const { text } = await site.get(address);
      expect(text).not.toContain(hidden);
      expect(text).not.toContain("不该看到的事项");
    }
  });

  it("list every outcome that is late, with the day it was due", async () => {
    const slug = await createApproved(db, staff, { title: "逾期的方案" });
    site.setNow(at("2026-09-11", "12:00"));
    expect((await site.get("/")).text).not.toContain("逾期的方案");
    site.setNow(at("2026-09-14", "00:00"));
    const { text } = await site.get("/");
    for (const said of ["逾期的方案", "已逾期 3 天", "2026年9月11日", "本区工作要求"]) expect(text).toContain(said);
    expect((await site.get("/?lang=en")).text).toContain("3 days late");
    expect(slug).toBeTruthy();
  });

  it("tell what was decided because of whom, with figures and their definition", async () => {
    const slug = await decidedMatter();
    site.setNow(at("2026-09-20"));
    const { text } = await site.get("/");
    for (const said of [
      "&lt;加座椅&gt; &amp; 其他",
      "采纳 1 条",
      `/consultations/${slug}/changes`,
      "每条意见计一次",
      "2026年9月1日决策",
    ])
      expect(text).toContain(said);
    const feed = (await site.get("/feed.xml")).text;
    for (const kind of ["opened", "outcome", "decided"]) expect(feed).toContain(`${slug}#${kind}`);
    expect(feed).toContain("作出决策：&lt;加座椅&gt; &amp; 其他");
    expect(feed).not.toContain("<加座椅>");
    expect((await site.get("/feed.xml?lang=en")).text).toContain("Decided: Seats");
    const map = (await site.get("/sitemap.xml")).text;
    for (const page of ["", "/outcome", "/changes"]) expect(map).toContain(`/consultations/${slug}${page}</loc>`);
  });

  it("tell of a withdrawal with its reason, and of no opening that never was", async () => {
    const slug = await createApproved(db, staff, { opensOn: "2026-10-10", closesOn: "2026-11-20" });
    const october = { db, now: at("2026-10-01") };
    await proposeChange(staff.handler, { slug, version: null, act: "withdraw", reason: "不再推进。" }, october);
    await signProposal(staff.approver, { slug, version: null }, october);
    site.setNow(at("2026-10-20"));
    const feed = (await site.get("/feed.xml")).text;
    expect(feed).toContain(`${slug}#withdrawn`);
    expect(feed).toContain("不再推进。");
    expect(feed).not.toContain(`${slug}#opened`);
  });

  it("are kept until something happens, but with the asker's own address in them only when the site's is set", async () => {
    expect((await site.get("/")).headers.get("etag")).toBeTruthy();
    expect((await site.get("/feed.xml")).headers.get("etag")).toBeNull();
    expect((await site.get("/sitemap.xml")).headers.get("etag")).toBeNull();
  });
});

describe("what operators read", () => {
  it("says that the database answers, and is kept by nobody", async () => {
    const { status, headers, text } = await site.get("/healthz");
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(JSON.parse(text)).toEqual({ status: "ok", database: true });
  });

  it("counts sizes and states, and names nobody", async () => {
    const { status, text } = await site.get("/metrics");
    expect(status).toBe(200);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).toMatch(/^yishiting_timeline_seq \d+$/m);
    expect(text).toMatch(/^yishiting_consultations\{state="open"\} \d+$/m);
    for (const line of text.trim().split("\n"))
      expect(line).toMatch(/^(# (HELP|TYPE) .+|[a-z_]+(\{[a-z]+="[a-z_]+"\})? -?[\d.e+]+)$/);
  });
});
