import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, endOfDay } from "~/calendar/plain-date";
import { sqliteFile } from "~/platform/db.server";
import { formatDay } from "~/i18n/format";
import { startServer, type RunningServer } from "../setup/server";
import { ask, encoded, PLAN, post } from "./client";

const SECONDS_BEFORE = 20;
/** How exactly this test knows the server's clock. */
const TOLERANCE_MS = 500;

let server: RunningServer;
let closesOn: string;
/** Of this machine's clock, in milliseconds, when the server's clock shows midnight. */
let midnight: number;
let latePost: Promise<number>;

const comment = { body: "第九条写得清楚，支持。", submitter: "person", publish: "no" };

/** A server in another zone, twenty seconds before the end of the last day in Shanghai. */
beforeAll(async () => {
  const first = await startServer({}, { engine: "sqlite" });
  closesOn = (JSON.parse((await ask(first.url, `/api/v1${PLAN}`)).text) as { closesOn: string }).closesOn;
  await first.stop();
  const ending = endOfDay(closesOn).getTime();
  const NOW = new Date(ending - SECONDS_BEFORE * 1000).toISOString();
  server = await startServer({ ...first.settings, TZ: "America/New_York", NOW });
});

describe("On the last day of a consultation", () => {
  it("a comment before 24:00 in Shanghai is taken, and the kept page shows that it is open", async () => {
    expect(await pageOf()).toMatchObject({ state: "open" });
    const asked = Date.now();
    const taken = await post(server.url, `${PLAN}/comments`, comment);
    midnight = localMidnight(asked, Date.now());
    expect(taken).toMatchObject({ status: 303, location: expect.stringMatching(/^\/receipts\//) });
    expect(midnight - Date.now()).toBeGreaterThan(0);
    const [one, two] = [await ask(server.url, PLAN), await ask(server.url, PLAN)];
    expect(two.headers.get("ETag")).toBe(one.headers.get("ETag"));
    expect(one.headers.get("ETag")).toBeTruthy();
  });

  it("a post belongs to the instant it arrived, however long its words take", async () => {
    await sleep(midnight - Date.now() - 2_000);
    latePost = slowPost(server.url, `${PLAN}/comments`, encoded(comment).toString(), 3_000);
    expect(await pageOf()).toMatchObject({ state: "open" });
  });

  it("the kept page changes at midnight without any event", async () => {
    await sleep(midnight - TOLERANCE_MS - Date.now());
    const before = await pageOf();
    await sleep(midnight + TOLERANCE_MS - Date.now());
    const after = await pageOf();
    expect([before.state, after.state]).toEqual(["open", "closed"]);
    expect(after.etag).not.toBe(before.etag);
    expect(await latePost).toBe(303);
  });

  it("a comment after it is refused with the date and the rule, and what was typed stays", async () => {
    const refused = await post(server.url, `${PLAN}/comments`, comment);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(`${formatDay(closesOn, "zh-CN")} 24 时截止`);
    expect(refused.text).toContain("截止当日 24 时以前送达的意见均已接收");
    expect(refused.text).toContain(comment.body);
  });

  it("the first day of the outcome clock is the day after", async () => {
    const { text } = await ask(server.url, PLAN);
    expect(text).toContain(formatDay(addDays(closesOn, 1), "zh-CN"));
  });
});

async function pageOf(): Promise<{ state: "open" | "closed"; etag: string | null }> {
  const { status, text, headers } = await ask(server.url, PLAN);
  expect(status).toBe(200);
  return { state: text.includes(`${PLAN}/comments/new`) ? "open" : "closed", etag: headers.get("ETag") };
}

/** The event of the comment says when the server took it: between asking and being answered. */
function localMidnight(asked: number, answered: number): number {
  const db = new BetterSqlite3(sqliteFile(server.databaseUrl), { readonly: true });
  const at = db.prepare("SELECT at FROM TimelineEvent WHERE kind = 'comment.received' ORDER BY seq DESC").pluck().get();
  db.close();
  return (asked + answered) / 2 + endOfDay(closesOn).getTime() - Date.parse(String(at));
}

/** Sends half of the body at once and the rest after a while; resolves to the status of the answer. */
function slowPost(url: string, path: string, body: string, pauseMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      Origin: url,
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": Buffer.byteLength(body),
    };
    const asked = request(url + path, { method: "POST", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.once("error", reject);
    asked.write(body.slice(0, 10));
    setTimeout(() => asked.end(body.slice(10)), pauseMs);
  });
}
