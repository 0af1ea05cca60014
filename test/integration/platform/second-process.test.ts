import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, test, vi } from "vitest";
import { DatabaseInUse } from "~/platform/database-lock.server";
import { openDatabase } from "~/platform/db.server";
import { freshFolder } from "../../setup/database";

// Other programs are started, which takes long on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const PROGRAM = path.join(import.meta.dirname, "writer-process.js");

let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill("SIGKILL");
});

interface Started {
  lines: string[];
  line(count: number): Promise<void>;
  ended: Promise<void>;
}

function start(role: string, url: string): Started {
  const started = spawn(process.execPath, [PROGRAM, role, url], { stdio: ["ignore", "pipe", "inherit"] });
  child = started;
  const lines: string[] = [];
  const reader = createInterface({ input: started.stdout });
  reader.on("line", (line) => lines.push(line));
  const ended = new Promise<void>((resolve) => reader.once("close", resolve));
  const line = async (count: number) => {
    while (lines.length < count && started.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { lines, line, ended };
}

async function freshUrl(): Promise<string> {
  const url = `file:${path.join(freshFolder(), "yishiting.db")}`;
  await (await openDatabase(url)).close();
  return url;
}

async function keysIn(url: string): Promise<string[]> {
  const db = await openDatabase(url);
  const settings = await db.client.setting.findMany({ select: { key: true } });
  await db.close();
  return settings.map(({ key }) => key);
}

test("a process killed after the release and before the commit leaves what it acknowledged and nothing else", async () => {
  const url = await freshUrl();
  const { lines, ended } = start("dieBeforeCommit", url);
  await ended;
  expect(lines).toEqual(["acknowledged"]);
  expect(await keysIn(url)).toEqual(["acknowledged"]);
});

test("a process killed while twenty write at once leaves everything it acknowledged", async () => {
  const url = await freshUrl();
  const { lines, line, ended } = start("write", url);
  await line(200);
  child?.kill("SIGKILL");
  await ended;
  expect(lines.length).toBeGreaterThanOrEqual(200);
  expect(await keysIn(url)).toEqual(expect.arrayContaining(lines));
});

test("a second process is refused while the first lives, and let in when it was killed", async () => {
  const url = await freshUrl();
  const { line, ended } = start("hold", url);
  await line(1);
  const holder = child?.pid;
  await expect(openDatabase(url, { lock: true })).rejects.toThrow(DatabaseInUse);
  await expect(openDatabase(url, { lock: true })).rejects.toThrow(`in use by process ${holder}`);
  child?.kill("SIGKILL");
  await ended;
  const db = await openDatabase(url, { lock: true });
  await db.close();
});

test("a process that closes its database lets the next one in", async () => {
  const url = await freshUrl();
  const first = await openDatabase(url, { lock: true });
  await expect(openDatabase(url, { lock: true })).rejects.toThrow(`in use by process ${process.pid}`);
  await first.close();
  await (await openDatabase(url, { lock: true })).close();
});
