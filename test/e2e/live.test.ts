import { io, type Socket } from "socket.io-client";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectNoConsoleErrors, openPage } from "../setup/browser";
import { startServer, type RunningServer } from "../setup/server";
import { ask, numberOf, PLAN, post, signIn } from "./client";

const SLUG = "basic-level-open-government-plan";
const WAIT_MS = 20_000;

interface Change {
  topic: string;
  kind: string;
  at: string;
}

type Reply = { ok: true } | { ok: false; reason: string };

let server: RunningServer;
const sockets: Socket[] = [];

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});

describe("An open page", () => {
  it("sees the number received move by itself, and shows the same after a reload without script", async () => {
    const page = await openPage({ baseURL: server.url });
    await page.goto(PLAN);
    await page.waitForSelector("html[data-live=on]");
    const count = page.locator("[data-count=received]");
    const before = parseInt(await count.innerText(), 10);
    await comment("页面自己会动吗？");
    await expect.poll(async () => parseInt(await count.innerText(), 10), { timeout: WAIT_MS }).toBe(before + 1);

    const plain = await openPage({ baseURL: server.url, javaScript: false });
    await plain.goto(PLAN);
    expect(parseInt(await plain.locator("[data-count=received]").innerText(), 10)).toBe(before + 1);
    expectNoConsoleErrors(page);
    await page.context().close();
    await plain.context().close();
  });

  it("shows a comment when it is published, and nothing of its words before", async () => {
    const page = await openPage({ baseURL: server.url });
    await page.goto(PLAN);
    await page.waitForSelector("html[data-live=on]");
    const words = "建议目录用大字印一份。";
    const number = await comment(words, { clause: "c2", publish: "yes" });
    const office = await signIn(server, "office");
    expect(await page.content()).not.toContain(words);
    const { status } = await post(
      server.url,
      `/desk/comments/${number}`,
      { act: "publish", body: words },
      { cookie: office },
    );
    expect(status).toBe(303);
    await page.waitForSelector(`#comment-${number}`, { timeout: WAIT_MS });
    expect(await page.locator(`#comment-${number}`).innerText()).toContain(words);
    expectNoConsoleErrors(page);
    await page.context().close();
  });

  it("shows a change of state", async () => {
    const page = await openPage({ baseURL: server.url });
    await page.goto(PLAN);
    await page.waitForSelector("html[data-live=on]");
    const badge = page.locator("#state-badge");
    const open = await badge.innerText();
    const desk = `/desk/consultations/${SLUG}`;
    const proposed = { act: "withdraw", reason: "演示撤回：需要重新研究。" };
    expect(await post(server.url, desk, proposed, { cookie: await signIn(server, "office") })).toMatchObject({
      status: 303,
    });
    expect(await badge.innerText()).toBe(open);
    const signed = { act: "sign_proposal" };
    expect(await post(server.url, desk, signed, { cookie: await signIn(server, "leader") })).toMatchObject({
      status: 303,
    });
    await expect.poll(() => badge.innerText(), { timeout: WAIT_MS }).not.toBe(open);
    expectNoConsoleErrors(page);
    await page.context().close();
  });
});

describe("The socket", () => {
  it("answers a watch, and tells of a change with topic, kind and time and nothing else", async () => {
    const slug = await somethingOpen();
    const socket = await connect({ Origin: server.url });
    const changes = changesOf(socket);
    expect(await watch(socket, `consultation:${slug}`)).toEqual({ ok: true });
    await post(server.url, `/consultations/${slug}/comments`, { body: "另一条意见。", submitter: "person" });
    await expect.poll(() => changes, { timeout: WAIT_MS }).toHaveLength(1);
    expect(changes[0]).toEqual({
      topic: `consultation:${slug}`,
      kind: "count",
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+08:00$/),
    });
  });

  it("gives one answer for what is hidden and what does not exist", async () => {
    const hidden = await prepareHidden();
    const socket = await connect({ Origin: server.url });
    for (const topic of [
      `consultation:${hidden}`,
      "consultation:no-such-thing",
      "desk:office",
      "message:1",
      "x",
      "",
      7,
      null,
      {},
    ]) {
      expect([topic, await watch(socket, topic)]).toEqual([topic, { ok: false, reason: "not_found" }]);
    }
    const own = await connect({ Origin: server.url, Cookie: await signIn(server, "office") });
    expect(await watch(own, `consultation:${hidden}`)).toEqual({ ok: true });
  });

  it("refuses a page of another site, and takes a caller without Origin for a guest", async () => {
    const Cookie = await signIn(server, "office");
    for (const Origin of ["http://evil.example", "null", `${server.url}.evil.example`]) {
      await expect(connect({ Origin, Cookie })).rejects.toThrow();
    }
    const unnamed = await connect({ Cookie });
    expect(await watch(unnamed, "desk:office")).toEqual({ ok: false, reason: "not_found" });
  });

  it("speaks WebSocket only", async () => {
    expect((await ask(server.url, "/socket.io/?EIO=4&transport=polling")).status).toBe(400);
  });

  it("opens a unit's desk to its own staff alone", async () => {
    const answers = await Promise.all(
      ["office", "leader", "handler.housing", "resident", "admin"].map(async (who) => {
        const socket = await connect({ Origin: server.url, Cookie: await signIn(server, who) });
        return [who, (await watch(socket, "desk:office")).ok];
      }),
    );
    expect(Object.fromEntries(answers)).toEqual({
      ...{ office: true, leader: true, "handler.housing": false, resident: false, admin: false },
    });
  });

  it("asks for the right again: whoever signed out is told nothing more of the desk", async () => {
    const slug = await somethingOpen();
    const unit = (
      JSON.parse((await ask(server.url, `/api/v1/consultations/${slug}`)).text) as { unit: { code: string } | string }
    ).unit;
    const topic = `desk:${typeof unit === "string" ? unit : unit.code}`;
    const leaving = await signIn(server, "handler.housing");
    const [gone, there] = [
      await connect({ Origin: server.url, Cookie: leaving }),
      await connect({ Origin: server.url, Cookie: await signIn(server, "handler.housing") }),
    ];
    const [told, heard] = [changesOf(gone), changesOf(there)];
    expect([await watch(gone, topic), await watch(there, topic)]).toEqual([{ ok: true }, { ok: true }]);
    await post(server.url, "/sign-out", {}, { cookie: leaving });
    await post(server.url, `/consultations/${slug}/comments`, { body: "再一条意见。", submitter: "person" });
    await expect.poll(() => heard.length, { timeout: WAIT_MS }).toBeGreaterThan(0);
    expect(told).toEqual([]);
    expect(await watch(gone, topic)).toEqual({ ok: false, reason: "not_found" });
  });

  it("does not let one socket watch without bound", async () => {
    const socket = await connect({ Origin: server.url });
    const topic = `consultation:${SLUG}`;
    for (let index = 0; index < 60; index += 1) await watch(socket, topic);
    expect(await watch(socket, topic)).toEqual({ ok: true });
    expect(await watch(socket, "x".repeat(3_000))).toEqual({ ok: false, reason: "not_found" });
  });
});

/** Posts a comment on the plan; its number. */
async function comment(body: string, fields: Record<string, string> = {}): Promise<number> {
  const answer = await post(server.url, `${PLAN}/comments`, { body, submitter: "person", publish: "no", ...fields });
  expect(answer.status).toBe(303);
  return Number(await numberOf(server.url, answer.location));
}

/** The plan is withdrawn by then; a start keeps something of the housing bureau open. */
async function somethingOpen(): Promise<string> {
  const list = async () =>
    (JSON.parse((await ask(server.url, "/api/v1/consultations?state=open")).text) as { items: { slug: string }[] })
      .items;
  if ((await list()).length === 0) {
    await server.stop();
    server = await startServer(server.settings);
  }
  return (await list())[0]?.slug ?? "";
}

async function prepareHidden(): Promise<string> {
  const fields = {
    unit: "office",
    slug: `hidden-${Date.now()}`,
    title: "尚未公开的题目",
    decisionKind: "major_decision",
    showComments: "during",
  };
  const { status, location } = await post(server.url, "/desk/consultations/new", fields, {
    cookie: await signIn(server, "office"),
  });
  expect([status, location]).toEqual([303, expect.stringContaining(fields.slug)]);
  return fields.slug;
}

function connect(extraHeaders: Record<string, string>): Promise<Socket> {
  const socket = io(server.url, { transports: ["websocket"], extraHeaders, reconnection: false, forceNew: true });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", reject);
  });
}

function watch(socket: Socket, topic: unknown): Promise<Reply> {
  return socket.timeout(WAIT_MS).emitWithAck("watch", topic) as Promise<Reply>;
}

function changesOf(socket: Socket): Change[] {
  const changes: Change[] = [];
  socket.on("changed", (change: Change) => changes.push(change));
  return changes;
}
