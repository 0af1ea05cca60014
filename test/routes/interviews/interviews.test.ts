import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import type { Database } from "~/platform/db.server";
import { parseEnv } from "~/platform/env.server";
import { attachSockets } from "../../../server/sockets";
import { createStaff, type Staff } from "../../factories/desk";
import { announceInterview, ask, LIVE } from "../../factories/interview";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { openSite, type Site } from "../../setup/site";
import { pageText } from "../../setup/page-text";

let db: Database;
let staff: Staff;
let site: Site;
let slug: string;
const sockets: Socket[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, at("2026-07-05"));
  attachSockets(site.server, parseEnv({}));
  slug = await announceInterview(db, staff);
});
afterAll(() => sockets.forEach((socket) => socket.disconnect()));

async function cookieOf(person: Person): Promise<string> {
  const plain = new Request(`${site.url}/desk`);
  return sessionCookie(await openSession(db.client, plain, person, new Date()), plain).split(";")[0]!;
}

async function post(path: string, fields: Record<string, string>, cookie = "") {
  const headers: Record<string, string> = { Origin: site.url, "Content-Type": "application/x-www-form-urlencoded" };
  if (cookie) headers.Cookie = cookie;
  const body = new URLSearchParams(fields).toString();
  const answer = await fetch(site.url + path, { method: "POST", headers, body, redirect: "manual" });
  const { status } = answer;
  const set = (answer.headers.getSetCookie()[0] ?? "").split(";")[0]!;
  return { status, location: answer.headers.get("Location") ?? "", cookie: set, text: await pageText(answer) };
}

const atDesk = async (fields: Record<string, string>, person = staff.handler) =>
  post(`/desk/interviews/${slug}`, fields, await cookieOf(person));

async function watcher(topic: string): Promise<{ answer: { ok: boolean }; heard: { kind: string }[] }> {
  const socket = io(site.url, { transports: ["websocket"], forceNew: true, extraHeaders: { Origin: site.url } });
  sockets.push(socket);
  const heard: { kind: string }[] = [];
  socket.on("changed", (change: { kind: string }) => heard.push(change));
  const answer = (await socket.emitWithAck("watch", topic)) as { ok: boolean };
  return { answer, heard };
}

describe("a question", () => {
  it("is sent by a plain form, gets a receipt, and its words stay with the browser that sent it", async () => {
    const form = await site.get(`/interviews/${slug}/questions/new`);
    expect(form.text).toContain("您的问题");
    const sent = await post(`/interviews/${slug}/questions`, {
      body: "电梯井占谁的地？",
      name: "黄小英",
      publish: "no",
    });
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(/^\/receipts\/[0-9a-z]{16}$/);
    const own = await site.get(sent.location, { Cookie: sent.cookie });
    expect(own.text).toContain("电梯井占谁的地？");
    const stranger = await site.get(sent.location);
    expect(stranger.status).toBe(200);
    expect(stranger.text).toContain("已收到，等待审看");
    for (const hidden of ["电梯井", "黄小英"]) expect(stranger.text).not.toContain(hidden);
    expect((await site.get(`/interviews/${slug}`)).text).not.toContain("电梯井");
  });

  it("is found again with its code and an empty tail, and forgotten on a shared computer", async () => {
    const { code } = await ask(db, slug, "还能找到吗？");
    const wrong = await post("/track", { code, tail: "1234" });
    expect(wrong.status).toBe(422);
    const found = await post("/track", { code, tail: "" });
    expect(found.status).toBe(303);
    expect((await site.get(`/receipts/${code}`, { Cookie: found.cookie })).text).toContain("还能找到吗？");
    const left = await post(`/receipts/${code}`, { act: "leave" }, found.cookie);
    expect([left.status, left.location]).toEqual([303, "/track"]);
    expect((await post(`/receipts/${code}`, { act: "erase" })).status).toBe(422);
  });

  it("that cannot be taken leaves what was typed on the page", async () => {
    const refused = await post(`/interviews/${slug}/questions`, { body: "长".repeat(501), name: "陈先生" });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("问题最多 500 字");
    expect(refused.text).toContain("陈先生");
    expect((await post(`/interviews/${slug}/questions`, { body: "x", contact: "1" })).status).toBe(422);
    expect((await post("/interviews/nothing/questions", { body: "x" })).status).toBe(404);
  });
});

describe("an interview live", () => {
  it("tells everyone who watches that a question was shown and answered, and the page has it", async () => {
    site.setNow(LIVE);
    const { number } = await ask(db, slug, "多久能装好？", { now: LIVE });
    await site.get(`/interviews/${slug}`);
    const { answer, heard } = await watcher(`interview:${slug}`);
    expect(answer).toEqual({ ok: true });
    expect((await watcher("interview:nothing")).answer).toEqual({ ok: false, reason: "not_found" });
    expect((await atDesk({ act: "show", number: String(number), gist: "" })).status).toBe(303);
    expect((await site.get(`/interviews/${slug}`)).text).toContain("多久能装好？");
    const answered = await atDesk({ act: "answer", number: String(number), text: "三个月左右。" });
    expect(answered.location).toBe(`/desk/interviews/${slug}#question-${number}`);
    const { text } = await site.get(`/interviews/${slug}`);
    expect(text).toContain("三个月左右。");
    expect(text).toContain(`data-watch="interview:${slug}"`);
    await expect.poll(() => heard.map(({ kind }) => kind)).toEqual(["comment_published", "reply"]);
  });

  it("keeps to the desk that a question came in", async () => {
    const { heard } = await watcher(`interview:${slug}`);
    await ask(db, slug, "没人知道", { now: LIVE });
    const { number } = await ask(db, slug, "大家知道", { now: LIVE });
    await atDesk({ act: "show", number: String(number), gist: "" });
    await expect.poll(() => heard.length).toBe(1);
    expect(heard).toMatchObject([{ kind: "comment_published" }]);
  });

  it("refuses an answer without words at its field, and keeps the reason given for a declined question", async () => {
    const { number } = await ask(db, slug, "请问？", { now: LIVE });
    await atDesk({ act: "show", number: String(number), gist: "" });
    const refused = await atDesk({ act: "answer", number: String(number), text: " " });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(`href="#answer-${number}-text"`);
    const decline = { act: "decline", number: String(number), ground: "", reason: "前面答过。" };
    const again = await atDesk(decline);
    expect(again.text).toContain("前面答过。");
    expect((await atDesk({ ...decline, ground: "repeated" })).status).toBe(303);
  });
});

describe("the desk of interviews", () => {
  it("prepares one that two people announce", async () => {
    const cookie = await cookieOf(staff.handler);
    const fields = { unit: "housing", title: "第二场", summary: "说明", guest: "某局长", beginsAt: "2026-07-20T15:00" };
    const wrong = await post("/desk/interviews/new", { ...fields, beginsAt: "明天" }, cookie);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("第二场");
    const created = await post("/desk/interviews/new", fields, cookie);
    expect(created.location).toBe("/desk/interviews/2026-housing-02");
    const path = created.location;
    expect((await post(path, { act: "submit", version: "0" }, cookie)).status).toBe(303);
    expect((await site.get("/interviews/2026-housing-02")).status).toBe(404);
    expect((await post(path, { act: "announce", version: "1" }, cookie)).status).toBe(404);
    const approver = await cookieOf(staff.approver);
    expect((await post(path, { act: "announce", version: "1" }, approver)).status).toBe(303);
    expect((await site.get("/interviews")).text).toContain("第二场");
    expect((await post(path, { act: "announce", version: "1" }, approver)).status).toBe(409);
  });

  it("is not there for other units, residents and guests", async () => {
    for (const person of [staff.otherHandler, staff.resident]) {
      const cookie = await cookieOf(person);
      expect((await site.get(`/desk/interviews/${slug}`, { Cookie: cookie })).status).toBe(404);
      expect((await post(`/desk/interviews/${slug}`, { act: "end" }, cookie)).status).toBe(404);
    }
    expect((await site.get("/desk/interviews")).status).toBe(303);
    expect((await post(`/desk/interviews/${slug}`, { act: "end" })).status).toBe(401);
  });
});
