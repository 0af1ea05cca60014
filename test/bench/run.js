// npm run bench [-- live | messages | policy]: the built product beside bare Node servers that do the same work, in the same
// minutes. Machines differ and drift, ratios hardly do: they are printed first. Loopback and a temporary folder only; about
// four minutes, with `live` half a minute for the sockets alone, with `messages` two for the pages of messages, few and
// many, with `policy` one for the page of a large document.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { commentOf, IMPORTED, openConsultation, PUBLISHED, publishComments, writeArchive } from "./fill.js";
import { CLAUSES, MATERIALS, releasePolicy } from "./fill-policy.js";
import { READERS, watchTogether } from "./live.js";
import { load, requestOf } from "./load.js";
import { compareMessages } from "./messages.js";
import { runCommand, startProduct, startServer } from "./product.js";

const ROUNDS = 5;
const SECONDS = 1.5;
/** Until the engine has compiled what the work needs: of the product that is more code, and fewer turns a second. */
const WARM_UP_SECONDS = 10;
/** Of a kept page to the same bytes from a bare server. */
const LEAST_KEPT = 0.7;
const LIST_PAGES = IMPORTED / 20 - 1;

const folder = mkdtempSync(path.join(tmpdir(), "yishiting-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
process.once("SIGINT", () => process.exit(130));

const database = path.join(folder, "yishiting.db");
const pin = pinned();
const ratios = [];
const absolutes = [];
let acknowledged = 0;
let password = "";

if (process.argv[2] === "live") {
  await compareLiveAlone();
  process.exit(0);
}

if (process.argv[2] === "messages") {
  process.exit((await compareMessages(folder, { pin, engine: process.argv[3] })) ? 0 : 1);
}

if (process.argv[2] === "policy") {
  await comparePolicyAlone();
  process.exit(ratios.every(([, ratio]) => Number(ratio) >= LEAST_KEPT) ? 0 : 1);
}

const slug = await fill();
const address = `/consultations/${slug}`;
const startTimes = await timesToStart(3);
const kept = await startProduct(folder, { pin });
await compareKept(kept);
await comparePosts(kept);
await compareLive(kept);
const residentKept = kept.residentMiB();
await kept.stop();
const afresh = await startProduct(folder, { pin, more: { PAGE_CACHE_MB: "0" } });
await compareAfresh(afresh);
await compareLists(afresh);
const residentAfresh = afresh.residentMiB();
await afresh.stop();
const isSound = check();
print();
process.exit(isSound ? 0 : 1);

async function fill() {
  say("Filling: demonstration, import, one draft with its comments …");
  await (await startProduct(folder, { pin: [] })).stop();
  const archive = await writeArchive(path.join(folder, "archive"));
  const began = performance.now();
  runCommand(folder, ["import", archive]);
  absolutes.push([`import of ${IMPORTED} consultations`, `${((performance.now() - began) / 1000).toFixed(0)} s`]);
  const product = await startProduct(folder, { pin: [] });
  password = passwordOf(product);
  const opened = await openConsultation(product.port, password);
  await publishComments(product.port, opened);
  await product.stop();
  return opened.slug;
}

async function timesToStart(times) {
  const found = [];
  for (let turn = 0; turn < times; turn++) {
    const product = await startProduct(folder, { pin });
    found.push(product.readyAfter / 1000);
    await product.stop();
  }
  return found;
}

/** The kept page, gzipped as browsers ask for it, beside the same bytes and headers from a bare server. */
async function compareKept(product, { name = "anonymous read of a kept page", address: page = address } = {}) {
  const headers = { "Accept-Encoding": "gzip, deflate, br" };
  const answerFile = path.join(folder, "answer.json");
  writeFileSync(answerFile, JSON.stringify(await answerOf(product.port, page, headers)));
  const get = (port) => {
    const bytes = requestOf(port, { path: page, headers });
    return () => bytes;
  };
  await compare(name, product, ["buffer", answerFile], { connections: 50, requests: get });
}

/** Not zipped on either side. Two at a time, each of a page of its own, because whoever asks for the same one waits for it. */
async function compareAfresh(product) {
  const bareSize = await compare("the same page rendered afresh", product, ["render", database, slug], {
    connections: 2,
    requests: (port) => {
      const pages = [0, 1].map((elder) => requestOf(port, { path: address, headers: { Cookie: `elder=${elder}` } }));
      return (number) => pages[number % 2];
    },
    sizeOf: address,
  });
  absolutes.push([
    "size of that page, product and bare",
    bareSize.map((bytes) => `${(bytes / 1024).toFixed(0)} KiB`).join(", "),
  ]);
}

async function compareLists(product) {
  await compare(`list of 20 out of ${IMPORTED}, rendered afresh`, product, ["list", database], {
    connections: 2,
    requests: (port) => (number) => requestOf(port, { path: `/consultations?page=${(number % LIST_PAGES) + 1}` }),
  });
}

async function comparePosts(product) {
  let turn = 0;
  const post = (port) => () => {
    const body = new URLSearchParams(commentOf("load", turn++)).toString();
    const headers = { Origin: `http://127.0.0.1:${port}`, "Content-Type": "application/x-www-form-urlencoded" };
    return requestOf(port, { method: "POST", path: `${address}/comments`, headers, body });
  };
  await compare("comments accepted, 20 at a time, durable", product, ["insert", path.join(folder, "bare.db")], {
    connections: 20,
    requests: post,
    status: "303",
    answered: (head) => (acknowledged += /\r\nlocation: \/receipts\/[0-9a-z]{16}\r\n/i.test(`${head}\r\n`) ? 1 : 0),
  });
}

/** How long until the last of all readers of an interview is told; the ratio is bare by product, 1 being as fast. */
async function compareLive(product) {
  const name = `the last of ${READERS} readers told that a question is shown`;
  say(`${name} …`);
  const rounds = await watchTogether(product, { password, pin });
  const times = (of) => median(rounds.map(of)).toFixed(0);
  ratios.push([name, median(rounds.map(([ours, theirs]) => theirs / ours)).toFixed(2)]);
  absolutes.push([name, `${times(([ours]) => ours)} ms`], ["  bare", `${times(([, theirs]) => theirs)} ms`]);
}

async function compareLiveAlone() {
  const product = await startProduct(folder, { pin });
  password = passwordOf(product);
  await compareLive(product);
  await product.stop();
  tell();
}

/** A document of 300 clauses with 40 materials: its kept page beside the same bytes, and how long it takes afresh. */
async function comparePolicyAlone() {
  say("Filling: demonstration, one large document …");
  const filling = await startProduct(folder, { pin: [] });
  const page = await releasePolicy(filling.port, passwordOf(filling));
  await filling.stop();
  const name = `kept page of ${CLAUSES} clauses and ${MATERIALS} materials`;
  const product = await startProduct(folder, { pin });
  await compareKept(product, { name, address: page });
  absolutes.push(["size of that page, not zipped", `${((await sizeAt(product.port, page)) / 1024).toFixed(0)} KiB`]);
  await product.stop();
  const afresh = await startProduct(folder, { pin, more: { PAGE_CACHE_MB: "0" } });
  const next = () => requestOf(afresh.port, { path: page });
  await load(afresh.port, { connections: 1, seconds: WARM_UP_SECONDS, next });
  absolutes.push([
    "the same page rendered afresh",
    described([await load(afresh.port, { connections: 1, seconds: WARM_UP_SECONDS, next })]),
  ]);
  await afresh.stop();
  tell();
}

function tell() {
  console.table(Object.fromEntries(ratios.map(([name, ratio]) => [name, { ratio: Number(ratio) }])));
  for (const [name, text] of absolutes) console.log(`${name.padEnd(60)} ${text}`);
}

function passwordOf(product) {
  return /demonstration password: (\S+)/.exec(product.printed())[1];
}

/** Product and bare server take turns; each ratio is of two neighbours in time, and the median of them is told. */
async function compare(name, product, bareArgs, { connections, requests, status = "200", answered, sizeOf }) {
  say(`${name} …`);
  const bare = await startServer(["test/bench/bare.js", ...bareArgs], {
    env: process.env,
    ready: /ready at (\d+)/,
    pin,
  });
  const run = (port, seconds, told) => load(port, { connections, seconds, next: requests(port), answered: told });
  const rounds = [];
  await run(product.port, WARM_UP_SECONDS, answered);
  await run(bare.port, WARM_UP_SECONDS / 2);
  for (let round = 0; round < ROUNDS; round++) {
    const pair = [await run(product.port, SECONDS, answered), await run(bare.port, SECONDS)];
    const odd = pair.find(({ statuses }) => Object.keys(statuses).some((one) => one !== status));
    if (odd) throw new Error(`${name}: ${JSON.stringify(odd.statuses)}`);
    rounds.push(pair);
  }
  const sizes = sizeOf ? await Promise.all([product, bare].map(({ port }) => sizeAt(port, sizeOf))) : [];
  await bare.stop();
  ratios.push([name, median(rounds.map(([ours, theirs]) => ours.perSecond / theirs.perSecond)).toFixed(2)]);
  absolutes.push(
    [name, described(rounds.map(([ours]) => ours))],
    ["  bare", described(rounds.map(([, theirs]) => theirs))],
  );
  return sizes;
}

function described(rounds) {
  const of = (key) => median(rounds.map((round) => round[key]));
  return `${of("perSecond").toFixed(0)}/s, p50 ${of("p50").toFixed(1)} ms, p99 ${of("p99").toFixed(1)} ms`;
}

/** Every acknowledged post is there once, and the timeline verifies. */
function check() {
  const db = new BetterSqlite3(database, { readonly: true });
  const stored = db
    .prepare(`SELECT COUNT(*) FROM Comment m JOIN Consultation c ON c.id = m.consultationId WHERE c.slug = ?`)
    .pluck()
    .get(slug);
  db.close();
  const expected = acknowledged + PUBLISHED;
  absolutes.push(["comments stored, of those acknowledged", `${stored} of ${expected}`]);
  absolutes.push(["timeline", runCommand(folder, ["timeline:verify"]).split("\n")[0]]);
  return stored === expected;
}

function print() {
  console.log("\nRatios to a bare Node server in the same run");
  console.table(Object.fromEntries(ratios.map(([name, ratio]) => [name, { ratio: Number(ratio) }])));
  absolutes.push(["ready on this database after", startTimes.map((time) => `${time.toFixed(1)} s`).join(", ")]);
  absolutes.push(["resident after kept reads and posts", `${residentKept.toFixed(0)} MiB`]);
  absolutes.push(["resident after rendering afresh", `${residentAfresh.toFixed(0)} MiB`]);
  console.log("Absolute figures, of this machine at this hour");
  for (const [name, text] of absolutes) console.log(`${name.padEnd(52)} ${text}`);
}

/** Servers on one core, the load on another, where the system can do that. */
function pinned() {
  if (availableParallelism() < 2 || spawnSync("taskset", ["-acp", "1", String(process.pid)]).status !== 0) return [];
  return ["taskset", "-c", "0"];
}

function answerOf(port, url, headers) {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path: url, headers }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => {
        const { date: _date, connection: _connection, "keep-alive": _keepAlive, ...kept } = answer.headers;
        resolve({ headers: kept, body: Buffer.concat(chunks).toString("base64") });
      });
    });
    asked.once("error", reject);
    asked.end();
  });
}

async function sizeAt(port, url) {
  return (await (await fetch(`http://127.0.0.1:${port}${url}`)).arrayBuffer()).byteLength;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
