// npm run bench -- messages: what the pages of messages cost with a hundred thousand of them in the database, beside what
// the same pages cost with a thousand. No page is kept between two requests. On SQLite; `-- messages postgresql` on that.
import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { findPostgresql, startPostgresql } from "../setup/postgresql.js";
import { fillMessages } from "./fill-messages.js";
import { startProduct, Visitor } from "./product.js";

const FEW = 1_000;
const MANY = 100_000;
const ROUNDS = 12;
const REQUESTS = 8;
const WARM_UP = 15;
/** As the promise says. */
const MOST = 1.5;

const year = new Date().getFullYear();
const PAGES = [
  ["desk of the office", "office", "/desk/messages"],
  ["desk of the office, page 2", "office", "/desk/messages?page=2"],
  ["desk of the office, answered", "office", "/desk/messages?view=answered"],
  ["desk of the office, answered by one unit", "office", "/desk/messages?view=answered&unit=justice"],
  ["desk of the office, what is late", "office", "/desk/messages?colour=red"],
  ["desk of a unit", "handler.housing", "/desk/messages"],
  ["desk of a unit, answered", "handler.housing", "/desk/messages?view=answered"],
  ["what is due in all modules", "office", "/desk"],
  ["public log", "guest", "/messages"],
  ["public log, page 50", "guest", "/messages?page=50"],
  ["public log of a unit", "guest", "/messages?unit=justice"],
  ["figures of a year", "guest", `/messages/figures?year=${year - 1}`],
  ["figures of this year", "guest", "/messages/figures"],
  ["home page", "guest", "/"],
];

/** Prints the ratios, of SQLite or, when asked for, of PostgreSQL; true when every page stays within what was promised. */
export async function compareMessages(folder, { pin, engine }) {
  if (engine !== "postgresql") return compare(await onSqlite(folder), folder, pin);
  const binFolder = findPostgresql();
  if (!binFolder) throw new Error("There is no PostgreSQL on this machine");
  const cluster = await startPostgresql(binFolder);
  try {
    return await compare(await onPostgresql(folder, cluster.url), folder, pin);
  } finally {
    await cluster.stop();
  }
}

async function onSqlite(folder) {
  const seeded = path.join(folder, "yishiting.db");
  await (await startProduct(folder, { pin: [] })).stop();
  const copy = async (count) => {
    const file = path.join(folder, `messages-${count}.db`);
    copyFileSync(seeded, file);
    await fillMessages(`file:${file}`, count, new Date());
    return `file:${file}`;
  };
  return { name: "SQLite", few: await copy(FEW), many: await copy(MANY) };
}

async function onPostgresql(folder, server) {
  const url = (name) => Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query("CREATE DATABASE seeded TEMPLATE template0 ENCODING 'UTF8'");
  const more = { DATABASE_URL: url("seeded"), STORAGE_URL: `file:${path.join(folder, "postgresql-uploads")}` };
  await (await startProduct(folder, { pin: [], more })).stop();
  for (const count of [FEW, MANY]) {
    await admin.query(`CREATE DATABASE messages_${count} TEMPLATE seeded`);
    await fillMessages(url(`messages_${count}`), count, new Date());
  }
  await admin.end();
  return { name: "PostgreSQL", few: url(`messages_${FEW}`), many: url(`messages_${MANY}`) };
}

/**
 * The two take turns, one request at a time; each ratio is of two neighbours in time, and the median of them is told. What
 * the process itself worked for a page depends least on whatever else the machine does; a database of its own is not in it.
 */
async function compare({ name, few, many }, folder, pin) {
  const storage = path.join(folder, "uploads");
  mkdirSync(storage, { recursive: true });
  const start = (DATABASE_URL) =>
    startProduct(folder, { pin, more: { DATABASE_URL, PAGE_CACHE_MB: "0", STORAGE_URL: `file:${storage}` } });
  const sides = [];
  for (const url of [few, many]) {
    const product = await start(url);
    sides.push({ product, visitors: await visitorsOf(product) });
  }
  const rows = {};
  const times = [];
  for (const [page, who, address] of PAGES) {
    process.stderr.write(`${page} …\n`);
    const ask = ({ product, visitors }, requests) => timed(product, visitors[who], address, requests);
    const first = [];
    for (const side of sides) first.push(await ask(side, 1));
    for (const side of sides) await ask(side, WARM_UP);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      const order = round % 2 ? [0, 1] : [1, 0];
      const pair = [];
      for (const at of order) pair[at] = await ask(sides[at], REQUESTS);
      rounds.push(pair);
    }
    const ratioOf = (of) => Number(median(rounds.map(([few, many]) => of(many) / of(few))).toFixed(2));
    const worked = (at) => rounds.reduce((sum, pair) => sum + pair[at].cpu, 0);
    rows[page] = { ratio: ratioOf(({ ms }) => ms), work: Number((worked(1) / worked(0)).toFixed(2)) };
    const of = (at) => `${median(rounds.map((pair) => pair[at].ms)).toFixed(1)} ms`;
    const firstTime = first.map(({ ms }) => ms.toFixed(0)).join(", ");
    times.push(`${page.padEnd(42)} ${of(0)}, ${of(1)}; the first time ${firstTime} ms`);
  }
  console.log(`\n${name}: a page with ${MANY} messages by the same page with ${FEW}, not kept`);
  console.table(rows);
  for (const line of times) console.log(line);
  for (const { product } of sides) await product.stop();
  return Object.values(rows).every(({ work, ratio }) => Math.min(work || ratio, ratio) <= MOST);
}

async function visitorsOf({ port, printed }) {
  const [, password] = /demonstration password: (\S+)/.exec(printed());
  const signedIn = (username) => new Visitor(port).signIn(username, password);
  return {
    guest: new Visitor(port),
    office: await signedIn("office"),
    "handler.housing": await signedIn("handler.housing"),
  };
}

/** Milliseconds of the median request, and how long the process worked for all of them. */
async function timed(product, visitor, address, requests) {
  const took = [];
  const before = product.worked();
  for (let turn = 0; turn < requests; turn++) {
    const began = performance.now();
    await visitor.get(address);
    took.push(performance.now() - began);
  }
  return { ms: median(took), cpu: product.worked() - before };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
