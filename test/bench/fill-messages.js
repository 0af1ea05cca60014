// Messages as they stand in a district's database after five years, written straight into the tables: the same shape for
// any number of them, so that what a page costs can be compared between few and many.
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";

const DAY = 24 * 3600 * 1000;
const YEARS_BACK = 5 * 365;
/** Of a hundred messages, the newest three are still open, so that a page of the desks is full with a thousand too. */
const OPEN_PART = 0.03;
const KINDS = [
  "enquiry",
  "complaint",
  "help",
  "suggestion",
  "complaint",
  "help",
  "enquiry",
  "help",
  "enquiry",
  "complaint",
];
const UNITS = [
  ...["housing-construction", "justice", "urban-management", "water", "education", "health", "market", "ecology"],
  ...["civil-affairs", "human-resources", "public-security", "plan-resources", "changgang-street", "chigang-street"],
  ...["binjiang-street", "pazhou-street", "huazhou-street", "sushe-street", "longfeng-street", "nanzhou-street"],
];
const STREETS = UNITS.filter((code) => code.endsWith("-street"));
const OPEN_STATES = [
  "assigned",
  "received",
  "assigned",
  "reply_in_review",
  "assigned",
  "accepted",
  "waiting",
  "returned",
];
const MOST_ROWS = 500;

/** Fills the database at `url` with so many messages received until `now`. */
export async function fillMessages(url, count, now) {
  const tables = tablesOf(count, now);
  return url.startsWith("file:") ? fillSqlite(url.slice("file:".length), tables) : fillPostgresql(url, tables);
}

function tablesOf(count, now) {
  const tables = {
    CitizenMessage: [],
    MessageRecusal: [],
    MessageAssistance: [],
    MessageStep: [],
    MessageQuestion: [],
  };
  const answers = { MessageReply: [], MessageRating: [] };
  const serials = new Map();
  for (let turn = 0; turn < count; turn++) {
    const receivedAt = new Date(now.getTime() - (YEARS_BACK * DAY * (count - turn)) / count - 3 * DAY);
    const day = dayOf(receivedAt);
    const serial = (serials.get(day) ?? 0) + 1;
    serials.set(day, serial);
    const number = `${day.replaceAll("-", "")}${String(900_000 + serial)}`;
    addMessage(
      { ...tables, ...answers },
      { turn, number, receivedAt, day, isOpen: turn >= count * (1 - OPEN_PART), now },
    );
  }
  return { ...tables, ...answers };
}

function addMessage(tables, { turn, number, receivedAt, day, isOpen, now }) {
  const kind = turn % 50 === 7 ? "tip_off" : KINDS[turn % KINDS.length];
  const unit = UNITS[isOpen && turn % 2 === 0 ? 0 : turn % UNITS.length];
  const state = isOpen ? OPEN_STATES[turn % OPEN_STATES.length] : turn % 5 === 0 ? "rated" : "replied";
  const isWithUnit = !["received", "accepted", "returned"].includes(state);
  const repliedAt = isOpen ? null : new Date(receivedAt.getTime() + (2 + (turn % 11)) * DAY);
  const isPromised = !isOpen && turn % 40 === 3;
  const isOwed = isPromised && turn % 200 === 3 && receivedAt.getTime() > now.getTime() - 300 * DAY;
  const isShown = !isOpen && kind !== "tip_off" && turn % 3 !== 0;
  const words = `第${turn}号留言：昌岗中路${turn % 300}号门前的路灯和井盖请派人看看。`;
  tables.CitizenMessage.push({
    ...{
      number,
      kind,
      state,
      version: 3,
      title: `路灯与井盖 ${turn}`,
      body: words,
      submitter: "person",
      language: "zh-CN",
    },
    ...{ consentsToPublish: isShown, channel: turn % 4 === 0 ? "hotline" : "online", receivedAt: stored(receivedAt) },
    ...{ receiptHash: `bench-${number}`, salt: "bench", leadUnitCode: isWithUnit ? unit : null, returnCount: 0 },
    streetCode: turn % 3 === 0 ? STREETS[turn % STREETS.length] : null,
    ...{ clockFrom: day, clockDays: 7, extendedDays: 15 },
    extendedAt: turn % 12 === 5 ? stored(new Date(receivedAt.getTime() + 3 * DAY)) : null,
    ...{ firstRepliedAt: repliedAt && stored(repliedAt), repliedAt: repliedAt && stored(repliedAt) },
    resolution: isOpen ? null : isPromised ? "promised" : "answered",
    promisedOn: isPromised ? dayOf(new Date(receivedAt.getTime() + 40 * DAY)) : null,
    promiseKeptAt: isPromised && !isOwed ? stored(new Date(receivedAt.getTime() + 35 * DAY)) : null,
    ...(isShown
      ? {
          publicTitle: `路灯与井盖 ${turn}`,
          publicBody: words,
          publicReply: "您好：已经修好。",
          publishedAt: stored(repliedAt),
        }
      : { publicTitle: null, publicBody: null, publicReply: null, publishedAt: null }),
    isTypical: 0,
  });
  for (const act of ["assign", "approve"]) {
    tables.MessageStep.push({ messageNumber: number, act, at: stored(receivedAt), toUnitCode: unit, isInternal: 0 });
  }
  if (turn % 70 === 11)
    tables.MessageRecusal.push({ messageNumber: number, unitCode: UNITS[(turn + 1) % UNITS.length] });
  if (turn % 20 === 1)
    tables.MessageAssistance.push({ messageNumber: number, unitCode: UNITS[(turn + 2) % UNITS.length] });
  if (state === "waiting" || turn % 20 === 9) addQuestion(tables, number, receivedAt, state === "waiting");
  if (repliedAt) addAnswer(tables, { turn, number, repliedAt, isPromised, isRated: state === "rated" });
}

function addQuestion(tables, messageNumber, receivedAt, isOpen) {
  const askedAt = new Date(receivedAt.getTime() + DAY);
  tables.MessageQuestion.push({
    ...{ messageNumber, text: "请问是哪一个路口？", askedById: "bench", askedAt: stored(askedAt) },
    endsOn: dayOf(new Date(askedAt.getTime() + 7 * DAY)),
    answeredAt: isOpen ? null : stored(new Date(askedAt.getTime() + 2 * DAY)),
  });
}

/** The seeded replies have the lower ids. */
function addAnswer(tables, { turn, number: messageNumber, repliedAt, isPromised, isRated }) {
  const id = 1_000_000 + turn;
  tables.MessageReply.push({
    ...{ id, messageNumber, kind: "reply", state: "released", text: "您好：已经修好。", display: "words" },
    ...{ resolution: isPromised ? "promised" : "answered", authorId: "bench", changedAt: stored(repliedAt) },
    releasedAt: stored(repliedAt),
  });
  if (!isRated) return;
  const rating = { isSatisfied: turn % 4 === 0 ? 0 : 1, result: "solved", at: stored(repliedAt) };
  tables.MessageRating.push({ replyId: id, messageNumber, ...rating });
}

function fillSqlite(file, tables) {
  const db = new BetterSqlite3(file);
  db.transaction(() => {
    for (const [table, rows] of Object.entries(tables)) {
      const columns = Object.keys(rows[0]);
      const insert = db.prepare(`INSERT INTO ${into(table, columns)} VALUES (${columns.map(() => "?").join(", ")})`);
      for (const row of rows) insert.run(columns.map((column) => plain(row[column])));
    }
  })();
  db.exec("ANALYZE");
  db.close();
}

async function fillPostgresql(url, tables) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("BEGIN");
  for (const [table, rows] of Object.entries(tables)) {
    const columns = Object.keys(rows[0]);
    for (let from = 0; from < rows.length; from += MOST_ROWS) {
      const some = rows.slice(from, from + MOST_ROWS);
      const places = some.map(
        (_, row) => `(${columns.map((_, at) => `$${row * columns.length + at + 1}`).join(", ")})`,
      );
      const values = some.flatMap((row) => columns.map((column) => plain(row[column])));
      await client.query(`INSERT INTO ${into(table, columns)} VALUES ${places.join(", ")}`, values);
    }
  }
  await client.query("COMMIT");
  await client.query("ANALYZE");
  await client.end();
}

function into(table, columns) {
  return `"${table}" (${columns.map((column) => `"${column}"`).join(", ")})`;
}

function plain(value) {
  return typeof value === "boolean" ? Number(value) : (value ?? null);
}

function dayOf(date) {
  return new Date(date.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 10);
}

function stored(date) {
  return date.toISOString().replace("Z", "+00:00");
}
