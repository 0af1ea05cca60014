import { closeSync, copyFileSync, openSync, readSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openDatabase, sqliteFile, type Database } from "~/platform/db.server";
import { sha256 } from "~/platform/ids.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { freshFolder } from "../setup/database";
import { engines, startServer, type RunningServer } from "../setup/server";
import { dice, PLAN, post } from "./client";

const KILLS = 20;
const AT_ONCE = 20;

interface Sent {
  /** Stands in the words and nowhere else. */
  mark: string;
  key: string | null;
  /** Of the receipt that the client was shown; null when the answer never came. */
  code: string | null;
}

describe.concurrent.each(engines)("When the application is killed while comments stream in, on %s", (engine) => {
  it("every receipt that was shown is kept once, and a key gives one comment", { timeout: 900_000 }, async () => {
    const chance = dice(20_201_231);
    const sent: Sent[] = [];
    let server = await startServer({}, { engine });
    for (let round = 1; round <= KILLS; round += 1) {
      const streaming = stream(server, `${engine}-${round}`, sent);
      await untilShown(sent, shownIn(sent) + 10 + chance(30));
      await server.kill();
      await streaming;
      server = await startServer(server.settings);
      await repeatKeyed(server, sent);
    }
    expect(await server.stop()).toBe(0);

    const db = await openDatabase(server.databaseUrl);
    try {
      expect(await lossesIn(db, sent)).toEqual([]);
      expect(await verifyTimeline(db)).toMatchObject({ ok: true });
    } finally {
      await db.close();
    }
    const shown = shownIn(sent);
    console.log(`${engine}: ${KILLS} kills, ${shown} receipts shown, ${sent.length - shown} posts unanswered`);
  });
});

describe("A copy of the SQLite file and its log, taken while comments stream in", () => {
  it("opens, holds every receipt shown before it was taken, and verifies", async () => {
    const server = await startServer({}, { engine: "sqlite" });
    const sent: Sent[] = [];
    const streaming = stream(server, "copied", sent);
    await untilShown(sent, 40);
    const before = sent.filter(({ code }) => code !== null);
    const copy = await copyWhileWritten(sqliteFile(server.databaseUrl));
    await server.kill();
    await streaming;
    const db = await openDatabase(`file:${copy}`);
    try {
      expect(await lossesIn(db, before)).toEqual([]);
      expect(await verifyTimeline(db)).toMatchObject({ ok: true });
      expect(await db.client.$queryRaw`PRAGMA integrity_check`).toEqual([{ integrity_check: "ok" }]);
    } finally {
      await db.close();
    }
  });
});

/** A kill comes in the middle of things, however busy this machine is. */
async function untilShown(sent: Sent[], count: number): Promise<void> {
  while (shownIn(sent) < count) await sleep(5);
}

function shownIn(sent: Sent[]): number {
  return sent.filter(({ code }) => code !== null).length;
}

/** Posts until the server is gone. Every other post carries a key. */
async function stream(server: RunningServer, name: string, sent: Sent[]): Promise<void> {
  let isGone = false;
  const worker = async (_: unknown, worker: number) => {
    for (let turn = 0; !isGone; turn += 1) {
      const mark = `${name}-${worker}-${turn}`;
      const one: Sent = { mark, key: turn % 2 === 0 ? `key-of-comment-${mark}` : null, code: null };
      sent.push(one);
      try {
        one.code = await send(server, one);
      } catch {
        isGone = true;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The code of the receipt. Throws when the server does not answer, or answers anything else. */
async function send({ url }: RunningServer, { mark, key }: Sent): Promise<string> {
  const fields = { body: `〔${mark}〕希望早日办结。`, submitter: "person", publish: "no", ...(key && { key }) };
  const { status, location, text } = await post(url, `${PLAN}/comments`, fields);
  const [, code] = /^\/receipts\/([0-9a-z]{16})$/.exec(location ?? "") ?? [];
  if (status !== 303 || !code) throw new Error(`Not taken: ${status} ${text.slice(0, 200)}`);
  return code;
}

/** Whoever saw no answer sends the form again; so does whoever saw one and pressed twice. */
async function repeatKeyed(server: RunningServer, sent: Sent[]): Promise<void> {
  const unanswered = sent.filter(({ key, code }) => key !== null && code === null);
  const answered = sent.filter(({ key, code }) => key !== null && code !== null).slice(-5);
  for (const one of [...unanswered, ...answered]) {
    const code = await send(server, one);
    expect(code).toBe(one.code ?? code);
    one.code = code;
  }
}

/** What is not as the clients were told, one line each. */
async function lossesIn({ client }: Database, sent: Sent[]): Promise<string[]> {
  const losses: string[] = [];
  const comments = await client.comment.findMany({
    select: { number: true, body: true, receiptHash: true, key: true },
  });
  const events = await client.timelineEvent.findMany({
    where: { kind: { in: ["comment.received", "comment.entered"] } },
    select: { subjectId: true },
  });
  const byMark = groupBy(comments, ({ body }) => /^〔(.*)〕/.exec(body)?.[1] ?? "");
  const byNumber = groupBy(events, ({ subjectId }) => subjectId);
  for (const { mark, code } of sent) {
    const found = byMark.get(mark) ?? [];
    if (found.length > 1) losses.push(`${mark}: ${found.length} comments`);
    if (code && found[0]?.receiptHash !== sha256(code)) losses.push(`${mark}: its receipt leads to nothing`);
  }
  for (const { number } of comments) {
    const count = byNumber.get(String(number))?.length ?? 0;
    if (count !== 1) losses.push(`comment ${number}: ${count} events`);
  }
  if (events.length !== comments.length) losses.push(`${events.length} events of ${comments.length} comments`);
  return losses;
}

/**
 * Copies the file, then its log, as a snapshot of the disk would hold them: when SQLite has begun the log anew in
 * between, the two do not belong together and are taken again.
 */
async function copyWhileWritten(file: string): Promise<string> {
  const copy = path.join(freshFolder(), "copy.db");
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const before = beginningOf(`${file}-wal`);
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    if (before === beginningOf(`${copy}-wal`) && before === beginningOf(`${file}-wal`)) return copy;
    await sleep(5);
  }
  throw new Error("The log began anew at every attempt");
}

/** The header of the log: it has other salts after each new beginning. */
function beginningOf(log: string): string {
  const header = Buffer.alloc(32);
  const file = openSync(log, "r");
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  return header.toString("hex");
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
