import { beforeAll, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import { keepUnitWords } from "~/messages/keep-unit-words.server";
import { postMessage } from "~/messages/post-message.server";
import { withdrawMessageConsent } from "~/messages/withdraw-message.server";
import type { Database } from "~/platform/db.server";
import { createApproved, createStaff, type Staff } from "../../factories/desk";
import { answerMessage, createMessage, manhole } from "../../factories/messages";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { openSite, type Site } from "../../setup/site";

let db: Database;
let staff: Staff;
let site: Site;

const SENT = at("2026-11-23", "09:00");
const NOW = at("2026-11-26", "10:00");

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  const word = { unit: "housing", word: "井盖", sort: "topic" as const, messageKind: null };
  await keepUnitWords(staff.office, [word], { db, now: SENT });
  await answerMessage(db, SENT, (await createMessage(db, SENT)).number, staff);
  site = await openSite(db, NOW);
}, 60_000);

describe("a unit's page", () => {
  it("says what it does and how it answers, and leads from each figure to its messages", async () => {
    const { status, text } = await site.get("/units/housing");
    expect(status).toBe(200);
    for (const part of ["区住房建设局", "井盖", "收到 1 件，已经答复 1 件", "统计截止"]) expect(text).toContain(part);
    const rows = [...text.matchAll(/href="(\/messages\?[^"]*figure=in_time[^"]*)"/g)].map(([, address]) => address!);
    expect(rows.length).toBeGreaterThan(0);
    const log = await site.get(rows[0]!.replaceAll("&amp;", "&"));
    expect(log.text).toContain("按期答复");
    expect(log.text.match(/class="entry/g)).not.toBeNull();
    expect((await site.get("/units/housing?lang=en")).text).toContain("Housing Bureau");
  });

  it("is drawn anew when a message or a consultation of it changes", async () => {
    await createMessage(db, NOW);
    const { number } = await createMessage(db, NOW);
    await answerMessage(db, NOW, number, staff);
    expect((await site.get("/units/housing")).text).toContain("收到 2 件，已经答复 2 件");
    const slug = await createApproved(db, staff, { opensOn: "2026-11-20", closesOn: "2026-12-30" });
    expect((await site.get("/units/housing")).text).toContain(`/consultations/${slug}`);
  });

  it("has its answers in the feed while they are public, and whoever wrote while signed in finds it under their own", async () => {
    const number = (await postMessage(staff.resident, manhole({ title: "只有我的标题" }), { db, now: NOW })).number;
    const feed = async () => (await site.get("/feed.xml")).text;
    expect(await feed()).not.toContain(`/messages/${number}`);
    await answerMessage(db, NOW, number, staff);
    expect(await feed()).toContain(`/messages/${number}`);
    const plain = new Request(`${site.url}/me`);
    const session = sessionCookie(await openSession(db.client, plain, staff.resident, new Date()), plain);
    const { text } = await site.get("/me", { Cookie: session.split(";")[0]! });
    for (const part of ["只有我的标题", number, "/receipts/"]) expect(text).toContain(part);
    await withdrawMessageConsent(GUEST, { number, holdsReceipt: true }, { db, now: NOW });
    expect(await feed()).not.toContain(`/messages/${number}`);
  });

  it("of a unit that was abolished says so and keeps its record; of no unit it is not there", async () => {
    await db.client.unit.update({ where: { code: "justice" }, data: { abolishedOn: "2026-10-01" } });
    expect((await site.get("/units/justice")).text).toContain("2026年10月1日撤销");
    expect((await site.get("/units/nowhere")).status).toBe(404);
    expect((await site.get("/sitemap.xml")).text).toContain("/units/housing<");
  });
});
