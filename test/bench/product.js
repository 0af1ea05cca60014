// The built product as its own process, on a database of its own, and what an official's browser does with it.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const START = path.join(ROOT, "server/start.js");
/** What `npm start` runs. */
const SERVE = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"))
  .scripts.start.split(" ")
  .slice(1);

const running = new Set();
process.once("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** The settings of every process of the product in one run. */
function settingsIn(folder) {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: "0",
    DEMO: "1",
    RATE_LIMIT: "off",
    LOG_LEVEL: "error",
    SESSION_SECRET: "Qm4Tz8Wd2Rk6Yh1Vn5Xc9Bs3Lp7Gf0Ja-of-the-benchmark",
    DATABASE_URL: `file:${path.join(folder, "yishiting.db")}`,
    STORAGE_URL: `file:${path.join(folder, "uploads")}`,
  };
}

/** Starts a Node process on the servers' core and waits for what it prints first that matches. */
export async function startServer(args, { env, ready, pin }) {
  const began = performance.now();
  const [command, ...rest] = [...pin, process.execPath, ...args];
  const child = spawn(command, rest, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const ended = new Promise((resolve) => child.once("close", resolve));
  let printed = "";
  const found = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        printed += chunk;
        const match = ready.exec(printed);
        if (match) resolve(match);
      });
    }
    child.once("close", () => reject(new Error(`It did not start:\n${printed}`)));
  });
  return {
    pid: child.pid,
    port: Number(found[1]),
    printed: () => printed,
    readyAfter: performance.now() - began,
    residentMiB: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024,
    worked: () => workedOf(child.pid),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      running.delete(child);
    },
  };
}

/** Ticks the process worked, on Linux; elsewhere not known. */
function workedOf(pid) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ").slice(11, 13);
    return Number(user) + Number(system);
  } catch {
    return Number.NaN;
  }
}

export function startProduct(folder, { pin, more = {} }) {
  const ready = /ready at http:\/\/[^\s:]+:(\d+)[^]*accounts:/;
  return startServer(SERVE, { env: { ...settingsIn(folder), ...more }, ready, pin });
}

/** Runs one of the product's commands to its end; returns what it printed. */
export function runCommand(folder, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, ...args], {
    cwd: ROOT,
    env: settingsIn(folder),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

/** A browser of one person: it keeps the session's cookie and posts forms as pages do. */
export class Visitor {
  #site;
  #cookie = "";

  constructor(port) {
    this.#site = `http://127.0.0.1:${port}`;
  }

  async signIn(username, password) {
    const answer = await this.post("/sign-in", { username, password });
    this.#cookie = answer.headers.getSetCookie()[0].split(";")[0];
    return this;
  }

  async get(url) {
    const answer = await fetch(this.#site + url, { headers: { Cookie: this.#cookie } });
    if (!answer.ok) throw new Error(`GET ${url}: ${answer.status}`);
    return answer.text();
  }

  /** A form that is not accepted is an error of the benchmark. */
  async post(url, fields) {
    const answer = await fetch(this.#site + url, {
      method: "POST",
      headers: { Cookie: this.#cookie, Origin: this.#site },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
    if (answer.status !== 303) throw new Error(`POST ${url}: ${answer.status}\n${textOf(await answer.text())}`);
    return answer;
  }
}

function textOf(html) {
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 2000);
}
