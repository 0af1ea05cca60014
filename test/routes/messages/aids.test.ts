import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import { assignMessage, takeBack } from "~/messages/assign-message.server";
import { lengthsOf } from "~/messages/clock-lengths";
import { readClockSettings } from "~/messages/clocks";
import { deskMessages } from "~/messages/desk-queries.server";
import type { Database } from "~/platform/db.server";
import { historyOf } from "~/timeline/queries.server";
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

describe("the lengths of the clocks", () => {
  const path = "/office/message-clocks";
  const usual = () => Object.fromEntries(Object.entries(lengthsOf(readClockSettings({}))).map(([k, v]) => [k, `${v}`]));

  it("are the office's to change, with a reason; what waits for dispatch is counted anew and says so", async () => {
    const waiting = (await createMessage(db, NOW, { kind: "help" })).number;
    const dueOf = async () => {
      const { rows } = await deskMessages(staff.office, { view: "office", page: 1, pageSize: 50 }, { db, now: NOW });
      return rows.find((row) => row.number === waiting)?.dueOn;
    };
    expect(await dueOf()).toBe("2026-07-13");
    const form = { ...usual(), act: "save", "dispatchDays.help": "2", reason: "来信增多" };
    const wrongs = { reason: "", pauseDays: "0", "answerDays.help": "abc", other: "1" };
    for (const [field, value] of Object.entries(wrongs)) {
      const refused = await post(path, staff.office, { ...form, [field]: value });
      expect([refused.status, refused.text.includes('value="2"')]).toEqual([422, true]);
    }
    expect((await post(path, staff.handler, form)).status).toBe(404);
    expect((await get(path, staff.handler)).status).toBe(404);
    expect((await post(path, staff.office, form)).status).toBe(303);
    expect(await dueOf()).toBe("2026-07-14");
    const { text } = await get(path, staff.office);
    for (const said of ["求助交办：1 改为 2 个工作日", "来信增多", "重新计算 1 件"]) expect(text).toContain(said);
    expect((await get(`/desk/messages/${waiting}`, staff.office)).text).toContain("重新计算交办期限");
    const events = await historyOf({ db }, { kind: "setting", id: "messages.dispatchDays.help" });
    expect(events.at(-1)).toMatchObject({ kind: "setting.changed", payload: { value: 2, before: 1 } });
    expect((await post(path, staff.office, form)).status).toBe(422);
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

describe("a reply to a message that was taken away while it was being written", () => {
  const written = {
    act: "submit",
    key: "abcdefgh-1234-5678",
    text: "您好，井盖已经于 7 月 9 日换好。\n如有问题请再告诉我们。",
  };
  const withoutNumber = (text: string, of: string) => text.replaceAll(of, "");

  it("is not taken, and its words stand on the page to be copied", async () => {
    const taken = await createMessage(db, NOW);
    const to = { unit: "housing", assisting: [], officer: null, reason: null };
    await assignMessage(staff.office, { number: taken.number, version: null, ...to }, { db, now: NOW });
    const path = `/desk/messages/${taken.number}`;
    expect((await get(path, staff.handler)).status).toBe(200);
    await takeBack(staff.office, { number: taken.number, version: null, reason: "分错了" }, { db, now: NOW });

    const refused = await post(path, staff.handler, written);
    expect(refused.status).toBe(404);
    for (const words of ["您写的内容还在这里", "您好，井盖已经于 7 月 9 日换好。", "如有问题请再告诉我们。"]) {
      expect(refused.text).toContain(words);
    }
    expect(refused.text).not.toContain(written.key);
    expect(refused.text).not.toContain("路口的井盖松动");

    const never = await post("/desk/messages/20200101001", staff.handler, written);
    expect(never.status).toBe(404);
    expect(withoutNumber(never.text, "20200101001")).toBe(withoutNumber(refused.text, taken.number));
  });

  it("keeps them too when the officer was signed out meanwhile or sends a file along, but never a password", async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries(written)) body.append(name, value);
    body.append("password", "春天 来了 花儿 开了 真好看");
    body.append("attachment", new Blob(["照片"]), "照片.txt");
    const request = { method: "POST", body, headers: { Origin: site.url }, redirect: "manual" as const };
    const answer = await fetch(`${site.url}/desk/messages/${number}`, request);
    expect(answer.status).toBe(401);
    const page = await answer.text();
    expect(page).toContain("井盖已经于 7 月 9 日换好。");
    expect(page).not.toContain("春天");
  });

  it("shows no such words where nothing was posted", async () => {
    const page = await get("/desk/messages/20200101001", staff.handler);
    expect(page.status).toBe(404);
    expect(page.text).not.toContain("您写的内容还在这里");
  });
});
