import { io, type Socket } from "socket.io-client";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines, startServer, type RunningServer } from "../setup/server";
import { ask, numberOf, PLAN, post, signIn } from "./client";

const WAIT_MS = 20_000;
const TOPIC = "consultation:basic-level-open-government-plan";

let here: RunningServer;
let there: RunningServer;
let office: string;
let socket: Socket;
const heard: string[] = [];

describe.skipIf(!engines.includes("postgresql"))("Two processes on one PostgreSQL database", () => {
  beforeAll(async () => {
    here = await startServer({}, { engine: "postgresql" });
    there = await startServer(here.settings);
    office = await signIn(here, "office");
    socket = io(there.url, { transports: ["websocket"], extraHeaders: { Origin: there.url }, reconnection: false });
    socket.on("changed", ({ topic, kind }: { topic: string; kind: string }) => heard.push(`${topic} ${kind}`));
    expect(await socket.timeout(WAIT_MS).emitWithAck("watch", TOPIC)).toEqual({ ok: true });
  });
  afterAll(() => void socket?.disconnect());

  it("know the same people: a session of the one is a session of the other", async () => {
    expect((await ask(there.url, "/desk", { cookie: office })).status).toBe(200);
  });

  it("a comment published at the one leaves the other's kept page, and its open pages hear of both steps", async () => {
    const words = "请在两处都看得到这一条。";
    const kept = await keptAt(there);
    const number = await comment(here, words);
    await expect.poll(() => heard, { timeout: WAIT_MS }).toEqual([`${TOPIC} count`]);
    expect((await ask(there.url, PLAN)).headers.get("ETag")).not.toBe(kept);
    await publish(here, number, words);
    await expect.poll(() => heard, { timeout: WAIT_MS }).toEqual([`${TOPIC} count`, `${TOPIC} comment_published`]);
    expect((await ask(there.url, PLAN)).text).toContain(words);
  });

  it("a process whose connection for news was cut believes nothing it kept, and catches up", async () => {
    const words = "断线期间的意见也不能漏。";
    const number = await comment(here, words);
    await expect.poll(() => heard, { timeout: WAIT_MS }).toHaveLength(3);
    const kept = await keptAt(there);
    await cutNews(there.databaseUrl);
    await publish(here, number, words);
    await expect.poll(async () => (await ask(there.url, PLAN)).text, { timeout: WAIT_MS }).toContain(words);
    await expect.poll(() => heard, { timeout: WAIT_MS }).toHaveLength(4);
    expect(await keptAt(there)).not.toBe(kept);
  });

  it("a message assigned at the one leaves the other's kept log, and desks and readers there hear of it", async () => {
    const told: string[] = [];
    const desk = io(there.url, {
      transports: ["websocket"],
      extraHeaders: { Origin: there.url, Cookie: office },
      reconnection: false,
    });
    desk.on("changed", ({ topic, kind }: { topic: string; kind: string }) => told.push(`${topic} ${kind}`));
    const before = await keptAt(there, "/messages");
    expect(await desk.timeout(WAIT_MS).emitWithAck("watch", "desk:office")).toEqual({ ok: true });
    const words = { kind: "help", title: "路口红绿灯不亮", body: "请派人看看。", submitter: "person", publish: "no" };
    const { location } = await post(here.url, "/messages", words);
    const number = await numberOf(here.url, location);
    await expect.poll(() => told.length, { timeout: WAIT_MS }).toBe(1);
    expect((await ask(there.url, "/messages")).headers.get("ETag")).not.toBe(before);

    const page = `/messages/${number}`;
    const [kept, figures] = [await keptAt(there, page), await keptAt(there, "/messages/figures")];
    expect(await desk.timeout(WAIT_MS).emitWithAck("watch", `message:${number}`)).toEqual({ ok: true });
    const assign = { act: "assign", unit: "justice", reason: "按职责办理" };
    expect((await post(here.url, `/desk${page}`, assign, { cookie: office })).status).toBe(303);
    await expect.poll(() => told.some((one) => one.startsWith(`message:${number} `)), { timeout: WAIT_MS }).toBe(true);
    const changed = await ask(there.url, page);
    expect([changed.headers.get("ETag") === kept, changed.text.includes("区司法局")]).toEqual([false, true]);
    expect((await ask(there.url, "/messages/figures")).headers.get("ETag")).not.toBe(figures);
    desk.disconnect();
  });

  it("comments sent to both at once get numbers of one row", async () => {
    const numbers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => comment(index % 2 === 0 ? here : there, `第${index}条。`)),
    );
    expect(new Set(numbers).size).toBe(20);
    const counts = await Promise.all(
      [here, there].map(async ({ url }) => {
        const { receivedCount } = JSON.parse((await ask(url, `/api/v1${PLAN}`)).text) as { receivedCount: number };
        return receivedCount;
      }),
    );
    expect(counts[0]).toBe(counts[1]);
    for (const server of [here, there]) expect(server.output()).not.toMatch(/"level":[56]0|DeprecationWarning/);
  });
});

/** The mark of the page that is kept: the same twice. */
async function keptAt({ url }: RunningServer, page = PLAN): Promise<string | null> {
  const first = (await ask(url, page)).headers.get("ETag");
  expect((await ask(url, page)).headers.get("ETag")).toBe(first);
  return first;
}

async function comment(server: RunningServer, body: string): Promise<number> {
  const fields = { body, submitter: "person", publish: "yes", clause: "c2" };
  const { status, location } = await post(server.url, `${PLAN}/comments`, fields);
  expect(status).toBe(303);
  return Number(await numberOf(server.url, location));
}

async function publish(server: RunningServer, number: number, body: string): Promise<void> {
  const { status } = await post(server.url, `/desk/comments/${number}`, { act: "publish", body }, { cookie: office });
  expect(status).toBe(303);
}

/** As when the network drops it: of both processes, because nobody outside can tell whose is whose. */
async function cutNews(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rowCount } = await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'yishiting_timeline'`,
  );
  await client.end();
  expect(rowCount).toBe(2);
}
