import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import { assignMessage } from "~/messages/assign-message.server";
import type { Database } from "~/platform/db.server";
import { createStaff, type Staff } from "../../factories/desk";
import { createMessage } from "../../factories/messages";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { openSite, type Site } from "../../setup/site";
import { pageText } from "../../setup/page-text";

const NOW = at("2026-07-10");

let db: Database;
let staff: Staff;
let site: Site;
let number: string;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, NOW);
  number = (await createMessage(db, NOW)).number;
});

async function cookieOf(person: Person): Promise<string> {
  const plain = new Request(`${site.url}/desk`);
  return sessionCookie(await openSession(db.client, plain, person, new Date()), plain).split(";")[0]!;
}

const get = async (path: string, person: Person) => site.get(path, { Cookie: await cookieOf(person) });

async function post(path: string, person: Person, fields: Record<string, string>) {
  const headers = {
    ...{ Origin: site.url, Cookie: await cookieOf(person) },
    "Content-Type": "application/x-www-form-urlencoded",
  };
  const body = new URLSearchParams(fields).toString();
  const answer = await fetch(site.url + path, { method: "POST", headers, body, redirect: "manual" });
  return { status: answer.status, text: await pageText(answer) };
}

describe("the words by which units are suggested", () => {
  it("are the office's to keep, and show their reason beside a message", async () => {
    const path = "/office/dispatch-words";
    const wrong = await post(path, staff.office, { act: "save", words: "没有的局 | 事项 | 井盖" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("没有的局 | 事项 | 井盖");
    expect((await post(path, staff.office, { act: "save", words: "区住房建设局 | 事项 | 井盖" })).status).toBe(303);
    expect((await get(path, staff.office)).text).toContain("区住房建设局 | 事项 | 井盖");
    expect((await get(`/desk/messages/${number}`, staff.office)).text).toContain("提到井盖");
    expect((await get(path, staff.handler)).status).toBe(404);
    expect((await post(path, staff.handler, { act: "save", words: "" })).status).toBe(404);
  });
});

describe("the desk page of a message", () => {
  it("has the checklist and the templates for whoever answers, and prints as a Word file", async () => {
    const plan = { unit: "housing", assisting: [], officer: null, reason: "按职责" };
    await assignMessage(staff.office, { number, version: null, ...plan }, { db, now: NOW });
    const template = { act: "keep", unit: "housing", name: "办结", body: "已于【日期】办结。" };
    expect((await post("/desk/templates", staff.handler, { ...template, body: "没有填写项。" })).status).toBe(422);
    expect((await post("/desk/templates", staff.handler, template)).status).toBe(303);
    const page = await get(`/desk/messages/${number}`, staff.handler);
    for (const words of ["诉求核对", "第 1 项由答复的哪一段回答", "放进草稿", "需填写：日期"]) {
      expect(page.text).toContain(words);
    }
    expect((await get(`/desk/messages/${number}`, staff.reviewer)).text).not.toContain("放进草稿");
    const sheet = await get(`/desk/messages/${number}/sheet.docx`, staff.handler);
    expect(sheet.headers.get("Content-Type")).toContain("wordprocessingml");
    expect(sheet.bytes.subarray(0, 2).toString()).toBe("PK");
    expect((await get(`/desk/messages/${number}/sheet.docx`, staff.otherHandler)).status).toBe(404);
  });
});
