import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import type { Database } from "~/platform/db.server";
import { createStaff, type Staff } from "../../factories/desk";
import { AUGUST, createJudges, JULY, nominateCase, ROUND, type Judges } from "../../factories/nominations";
import { createReleased } from "../../factories/policies";
import { freshDatabase } from "../../setup/database";
import { openSite, type Site } from "../../setup/site";
import { pageText } from "../../setup/page-text";

let db: Database;
let staff: Staff;
let judges: Judges;
let site: Site;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  judges = await createJudges(db);
  site = await openSite(db, JULY);
}, 60_000);

type Fields = Record<string, string | string[]>;

async function cookieOf(person: Person): Promise<string> {
  const plain = new Request(`${site.url}/desk`);
  return sessionCookie(await openSession(db.client, plain, person, new Date()), plain).split(";")[0]!;
}

async function get(path: string, person: Person) {
  return site.get(path, { cookie: await cookieOf(person) });
}

async function post(path: string, fields: Fields, person: Person | null) {
  const pairs = Object.entries(fields).flatMap(([name, values]) => [values].flat().map((one) => [name, one]));
  const headers: Record<string, string> = { Origin: site.url, "Content-Type": "application/x-www-form-urlencoded" };
  if (person) headers.Cookie = await cookieOf(person);
  const body = new URLSearchParams(pairs as [string, string][]).toString();
  const answer = await fetch(site.url + path, { method: "POST", headers, body, redirect: "manual" });
  return { status: answer.status, location: answer.headers.get("Location") ?? "", text: await pageText(answer) };
}

const WRITTEN = { title: "讲明白绿道报修", statement: "照居民问的写。" };

describe("a nomination by plain forms", () => {
  it("refuses what is missing with 422, keeps what was typed, and says it at the field", async () => {
    const policy = await createReleased(db, staff);
    const refused = await post("/desk/nominations/new", { policy, title: "只写了标题", statement: " " }, staff.handler);
    expect(refused.status).toBe(422);
    for (const word of ["请写明做法和成效。", 'value="只写了标题"', "有 1 处需要修改"])
      expect(refused.text).toContain(word);
    const unknown = await post("/desk/nominations/new", { policy, ...WRITTEN, state: "nominated" }, staff.handler);
    expect(unknown.status).toBe(422);
    const { number } = await nominateCase(db, staff);
    expect((await post(`/desk/nominations/${number}`, { act: "approve" }, staff.handler)).status).toBe(422);
    const day = await post(
      `/office/nominations/${ROUND}`,
      { act: "set_last_day", lastDay: "2026-07-01", reason: "早一点。" },
      staff.office,
    );
    expect([day.status, day.text.includes("截止日不能早于今天。"), day.text.includes("早一点。")]).toEqual([
      422,
      true,
      true,
    ]);
    const stale = await post(`/desk/nominations/${number}`, { act: "withdraw", version: "0" }, staff.handler);
    expect(stale.status).toBe(409);
    expect((await post(`/desk/nominations/${number}`, { act: "withdraw" }, staff.handler)).status).toBe(303);
  });

  it("is not there for whoever may not know of it, and a guest signs in first", async () => {
    const { number } = await nominateCase(db, staff);
    const page = `/desk/nominations/${number}`;
    for (const person of [staff.otherHandler, staff.resident]) {
      expect((await get(page, person)).status).toBe(404);
      expect((await post(page, { act: "withdraw" }, person)).status).toBe(404);
    }
    expect((await get("/desk/nominations/new", staff.reviewer)).status).toBe(404);
    expect((await get("/office/nominations", staff.handler)).status).toBe(404);
    expect((await post(`/office/nominations/${ROUND}`, { act: "sign" }, staff.approver)).status).toBe(404);
    expect((await get("/office/nominations/2026-H2", staff.office)).status).toBe(404);
    expect((await site.get(page)).status).toBe(303);
    expect((await post(page, { act: "withdraw" }, null)).status).toBe(401);
    for (const odd of ["0", "１", "1x", "999999"])
      expect((await get(`/desk/nominations/${odd}`, staff.office)).status).toBe(404);
    expect((await post(page, { act: "withdraw" }, staff.handler)).status).toBe(303);
  });

  it("goes from the unit's list to the published page, each step by who may do it", async () => {
    const policy = await createReleased(db, staff);
    const list = await get("/desk/nominations", staff.handler);
    expect(list.text).toContain(`/desk/nominations/new?policy=${policy}`);
    const begun = await post("/desk/nominations/new", { policy, ...WRITTEN }, staff.handler);
    expect(begun.status).toBe(303);
    const page = begun.location;
    const acts: [Fields, Person][] = [
      [{ act: "edit", ...WRITTEN, contact: "陈工 020-00000000" }, staff.handler],
      [{ act: "submit" }, staff.handler],
      [{ act: "pass" }, staff.reviewer],
    ];
    for (const [fields, person] of acts) expect((await post(page, fields, person)).status).toBe(303);
    site.setNow(AUGUST);
    const office = `/office/nominations/${ROUND}`;
    const scoring = { act: "set_scoring", scored: "yes", criteria: "通俗易懂 60\n多种形式 40" };
    expect((await post(office, scoring, staff.office)).status).toBe(303);
    const assessor = [staff.otherReviewer.accountId, staff.otherApprover.accountId];
    expect((await post(office, { act: "name_assessors", assessor }, staff.office)).status).toBe(303);
    for (const person of [staff.otherReviewer, staff.otherApprover])
      expect((await post(page, { act: "score", mark: ["88", "73"] }, person)).status).toBe(303);
    const decision = { act: "decide", selected: "yes", reason: "居民看得懂。" };
    expect((await post(page, decision, staff.office)).status).toBe(303);
    expect((await get(office, staff.office)).text).toContain("82–82，平均 82");
    expect((await post(office, { act: "submit_selection" }, staff.office)).status).toBe(303);
    expect((await post(office, { act: "sign" }, judges.leader)).status).toBe(303);
    expect((await post(office, { act: "publish" }, staff.office)).status).toBe(303);
    const shown = await site.get(`/cases/${ROUND}`);
    for (const word of ["讲明白绿道报修", "居民看得懂。", "照居民问的写。"]) expect(shown.text).toContain(word);
    expect((await site.get("/cases?lang=en")).text).toContain("Housing Bureau");
    expect(shown.text).not.toMatch(/通俗易懂|020-00000000/);
    const file = await get(`${page}/form.docx`, staff.office);
    expect([file.status, file.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    expect((await get(`${office}/booklet.docx`, judges.leader)).status).toBe(200);
    site.setNow(JULY);
  }, 60_000);
});

describe("the public pages of the rounds", () => {
  it("answer for what has opened, in both languages, and for nothing else", async () => {
    expect((await site.get(`/cases/${ROUND}?lang=en`)).status).toBe(200);
    for (const path of ["/cases/2026-H2", "/cases/2019-H1", "/cases/2026-H3", "/cases/x", "/api/v1/cases/2026-H2"])
      expect([path, (await site.get(path)).status]).toEqual([path, 404]);
    const openapi = JSON.parse((await site.get("/api/v1/openapi.json")).text) as { paths: Record<string, unknown> };
    expect(Object.keys(openapi.paths)).toEqual(expect.arrayContaining(["/api/v1/cases", "/api/v1/cases/{round}"]));
    const list = JSON.parse((await site.get("/api/v1/cases?pageSize=1&page=2")).text) as { items: unknown[] };
    expect(list).toMatchObject({ items: [], total: 1, page: 2, pageSize: 1 });
  });
});
