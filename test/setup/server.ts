// Starts the built product as its own process, as an operator would, on a copy of the seeded database: seeding happens
// once for each build, and a start costs what a start costs.
import { spawn, type ChildProcess } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll } from "vitest";

type Engine = "sqlite" | "postgresql";
type Settings = Record<string, string>;

export interface RunningServer {
  /** http://127.0.0.1:PORT, without a slash at the end. */
  url: string;
  databaseUrl: string;
  /** Of the demonstration accounts; empty without them. */
  password: string;
  /** What it was started with: `startServer(server.settings)` starts it again on the same data. */
  settings: Settings;
  /** All that it printed so far. */
  output(): string;
  /** Ends it as an operator does; the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, "../..");
/** What `npm start` runs. */
const start = (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { scripts: { start: string } })
  .scripts.start;
const templates = path.join(root, "build/seeded");
const readyWithinMs = 180_000;
const stoppedWithinMs = 20_000;
const secret = "8Zr1vQx5Jm3Tn7Wc0Kd9Pb4Ly6Hs2Fg-of-the-test-run";
/** PostgreSQL server for the route tests of that engine, and for browser tests that ask for it. */
const administration = process.env.TEST_DATABASE_URL ?? process.env.TEST_POSTGRESQL_URL;

/** Engines that a test which starts servers can use in this run. */
export const engines: Engine[] = administration ? ["sqlite", "postgresql"] : ["sqlite"];

const running = new Set<ChildProcess>();
const undo: (() => Promise<unknown> | void)[] = [];

process.once("exit", killAll);

afterAll(async () => {
  killAll();
  for (const step of undo.splice(0).reverse()) await step();
});

/**
 * Starts the product and waits until it has printed its address. `settings` are its environment variables; without
 * DATABASE_URL it gets its own copy of the seeded database on `engine`.
 */
export async function startServer(
  settings: Settings = {},
  { engine = process.env.TEST_DATABASE_URL ? "postgresql" : "sqlite" }: { engine?: Engine } = {},
): Promise<RunningServer> {
  const data = settings.DATABASE_URL ? {} : await copyOfSeeded(engine);
  return launch({ ...data, ...settings });
}

async function launch(given: Settings): Promise<RunningServer> {
  const settings = { ...defaults(), ...given };
  const child = spawn(process.execPath, start.split(" ").slice(1), {
    cwd: root,
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: tmpdir(),
      TZ: process.env.TZ,
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<number | null>((resolve) =>
    child.once("close", (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  const url = await addressOf(child, () => printed);
  return {
    url,
    databaseUrl: settings.DATABASE_URL ?? "",
    password: /^demonstration password: (\S+)$/m.exec(printed)?.[1] ?? "",
    settings,
    output: () => printed,
    stop: () => endBy(child, "SIGTERM", ended),
    kill: async () => void (await endBy(child, "SIGKILL", ended)),
  };
}

function defaults(): Settings {
  return {
    HOST: "127.0.0.1",
    PORT: "0",
    DEMO: "1",
    RATE_LIMIT: "off",
    SESSION_SECRET: secret,
    STORAGE_URL: storageUrl(temporaryFolder()),
  };
}

function addressOf(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const [url] = /https?:\/\/[^\s/]+(?=\/?\s)/.exec(printed()) ?? [];
      if (url) finish(() => resolve(url));
    };
    const fail = () => finish(() => reject(new Error(`The server did not start:\n${printed()}`)));
    const timer = setTimeout(fail, readyWithinMs);
    const finish = (act: () => void) => {
      clearTimeout(timer);
      child.stdout?.off("data", look);
      child.off("close", fail);
      act();
    };
    child.stdout?.on("data", look);
    child.once("close", fail);
    child.once("error", fail);
  });
}

async function endBy(child: ChildProcess, signal: "SIGTERM" | "SIGKILL", ended: Promise<number | null>) {
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), stoppedWithinMs);
  const code = await ended;
  clearTimeout(timer);
  return code;
}

async function copyOfSeeded(engine: Engine): Promise<Settings> {
  const template = await (engine === "sqlite" ? seededSqlite() : seededPostgresql());
  const folder = temporaryFolder();
  cpSync(template.folder, folder, { recursive: true });
  return {
    DATABASE_URL: engine === "sqlite" ? sqliteUrl(folder) : await copyOfPostgresql(template.name),
    STORAGE_URL: storageUrl(folder),
  };
}

async function copyOfPostgresql(template: string): Promise<string> {
  const name = `yishiting_run_${token()}`;
  await administrate(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  undo.push(() => administrate(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return databaseUrl(name);
}

function seededSqlite(): Promise<Template> {
  return findOrMake(
    "sqlite",
    () => true,
    async (folder) => seed(sqliteUrl(folder), folder),
  );
}

async function seededPostgresql(): Promise<Template> {
  const exists = async (name: string) =>
    (await administrate("SELECT datname FROM pg_database")).some((row) => row.datname === name);
  return findOrMake("postgresql", exists, async (folder, name) => {
    await administrate(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    await seed(databaseUrl(name), folder);
  });
}

/** A seeded database and its uploads. Kept beside the build that seeded it, until the next build or the next day. */
interface Template {
  folder: string;
  /** Of the PostgreSQL database. */
  name: string;
}

/** The first test process makes it, and others wait for it. A folder gets its name when it is complete. */
async function findOrMake(
  engine: Engine,
  exists: (name: string) => boolean | Promise<boolean>,
  make: (folder: string, name: string) => Promise<void>,
): Promise<Template> {
  mkdirSync(templates, { recursive: true });
  const prefix = `yishiting_seeded_${engine}_${digestOfBuild()}_`;
  const leave = await enterAlone(path.join(templates, `making-${engine}`));
  try {
    for (const name of readdirSync(templates).filter((one) => one.startsWith(prefix))) {
      if (await exists(name)) return { folder: path.join(templates, name), name };
    }
    const name = prefix + token();
    const folder = path.join(templates, name);
    const making = mkdtempSync(path.join(templates, "unfinished-"));
    try {
      await make(making, name);
      removeOlder(engine, prefix);
      renameSync(making, folder);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
    return { folder, name };
  } finally {
    leave();
  }
}

/** Waits until nobody else is in the room that this file stands for; whoever was killed in it is not waited for. */
async function enterAlone(file: string): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (!isRunning(holderOf(file))) rmSync(file, { force: true });
    await sleep(100);
  }
}

/** 0, which always runs, when the file is gone again or its process has not written itself into it yet. */
function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What is acknowledged is durable, so it does not matter how this server ends. */
async function seed(url: string, folder: string): Promise<void> {
  const server = await launch({ DATABASE_URL: url, STORAGE_URL: storageUrl(folder) });
  await server.stop();
}

function removeOlder(engine: Engine, prefix: string): void {
  const old = readdirSync(templates).filter((name) => name.includes(`_${engine}_`) && !name.startsWith(prefix));
  for (const name of old) rmSync(path.join(templates, name), { recursive: true, force: true });
}

/** What the seed is made from: the product as built, its data, and the day, because something is always open. */
function digestOfBuild(): string {
  const hash = createHash("sha256").update(new Date().toISOString().slice(0, 10));
  for (const folder of ["build/server", "prisma"]) {
    const files = existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder), { recursive: true }) : [];
    for (const file of files.map((name) => path.join(root, folder, String(name))).sort()) {
      if (statSync(file).isFile()) hash.update(file).update(readFileSync(file));
    }
  }
  return hash.digest("hex").slice(0, 12);
}

async function administrate(statement: string): Promise<{ datname?: string }[]> {
  const client = new pg.Client({ connectionString: administration });
  await client.connect();
  try {
    return (await client.query<{ datname?: string }>(statement)).rows;
  } finally {
    await client.end();
  }
}

function sqliteUrl(folder: string): string {
  return `file:${path.join(folder, "yishiting.db")}`;
}

function storageUrl(folder: string): string {
  return `file:${path.join(folder, "uploads")}`;
}

function databaseUrl(name: string): string {
  if (!administration) throw new Error("No PostgreSQL in this run: set TEST_DATABASE_URL");
  const url = new URL(administration);
  url.pathname = `/${name}`;
  return url.href;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "yishiting-server-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function token(): string {
  return randomUUID().slice(0, 8);
}

function killAll(): void {
  for (const child of running) child.kill("SIGKILL");
}
