// A second process for the tests of locks and kills. What it says on standard output, one line at a time, was
// acknowledged to it.
import { writeSync } from "node:fs";
import path from "node:path";
import { createServer } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

const [, , role, url] = process.argv;
const root = path.resolve(import.meta.dirname, "../../..");
const vite = await createServer({
  configFile: false,
  root,
  appType: "custom",
  logLevel: "error",
  plugins: [tsconfigPaths({ projects: [path.join(root, "tsconfig.json")] })],
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { openDatabase, inTransaction } = await vite.ssrLoadModule("/app/platform/db.server.ts");

const roles = { hold, write, dieBeforeCommit };
await roles[role]();

function say(line) {
  writeSync(1, `${line}\n`);
}

async function hold() {
  await openDatabase(url, { lock: true });
  say("held");
  setInterval(() => {}, 1000);
}

/** Twenty at a time, until it is killed. */
async function write() {
  const db = await openDatabase(url);
  let last = 0;
  const lane = async () => {
    for (;;) {
      const key = String(++last);
      await inTransaction(db, (tx) => tx.setting.create({ data: { key, value: "v", changedAt: new Date() } }));
      say(key);
    }
  };
  await Promise.all(Array.from({ length: 20 }, lane));
}

/** Dies after its second transaction was released into the group and before the group is committed. */
async function dieBeforeCommit() {
  const { adapter } = await openDatabase(url);
  const first = await adapter.startTransaction();
  await first.executeRaw(insertSetting("acknowledged"));
  await first.commit();
  say("acknowledged");
  const second = await adapter.startTransaction();
  await second.executeRaw(insertSetting("released"));
  void second.commit();
  process.kill(process.pid, "SIGKILL");
}

function insertSetting(key) {
  const sql = `INSERT INTO "Setting" VALUES ('${key}', 'v', '2026-11-22T16:00:00.000+00:00')`;
  return { sql, args: [], argTypes: [] };
}
