import { createHash } from "node:crypto";
import BetterSqlite3 from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openDatabase, sqliteFile } from "~/platform/db.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { startServer, type RunningServer } from "../setup/server";
import { ask, dice, encoded, signIn, type Answer } from "./client";
import { HOSTILE, hostile, hostileFields, multipart, nearlyAComment, type Dice } from "./hostile";
import { examplesOf, ROUTES, type Route } from "./route-list";

const SEED = 20_200_816;
const POSTS = 10_000;
const READS = 1_500;
const AT_ONCE = 8;

/** Who posts, which units are theirs to change, and how many posts of a hundred. */
const ACTORS = [
  { who: null, units: [], share: 34 },
  { who: "resident", units: [], share: 12 },
  { who: "admin", units: [], share: 5 },
  { who: "security", units: [], share: 5 },
  { who: "audit", units: [], share: 5 },
  { who: "handler.housing", units: ["housing-construction"], share: 9 },
  { who: "reviewer.housing", units: ["housing-construction"], share: 5 },
  { who: "approver.housing", units: ["housing-construction"], share: 5 },
  { who: "handler.justice", units: ["justice"], share: 7 },
  { who: "office", units: null, share: 6 },
  { who: "office2", units: null, share: 3 },
  { who: "leader", units: ["office"], share: 4 },
] as const;

const POSTED = Object.values(ROUTES).filter(({ takesPosts }) => takesPosts);
/** Half of what guests post goes where a guest's post is read at all. */
const PUBLIC = POSTED.filter(({ as }) => !as);

describe.concurrent(`Hostile forms and addresses (seed ${SEED})`, () => {
  it(
    "ten thousand posts leave no server error, no row changed without the right, and a whole chain",
    { timeout: 900_000 },
    async () => {
      const server = await startServer({}, { engine: "sqlite" });
      const chance = dice(SEED);
      const statuses = new Map<string, number>();
      let posted = 0;
      for (const { who, units, share } of ACTORS) {
        const cookie = who ? await signIn(server, who) : "";
        const before = protectedRows(server, units);
        const count = (POSTS * share) / 100;
        await inParallel(count, async () => {
          const isGuest = units?.length === 0 && chance(2) === 0;
          const answer = await postSomething(server, cookie, isGuest ? PUBLIC : POSTED, chance);
          tally(statuses, answer);
        });
        posted += count;
        expect(changedTables(before, protectedRows(server, units)), `posts of ${who ?? "a guest"}`).toEqual([]);
      }
      console.log(
        `${posted} posts: ${[...statuses]
          .sort()
          .map(([status, count]) => `${status}: ${count}`)
          .join(", ")}`,
      );
      expect(posted).toBe(POSTS);
      expect([...statuses.keys()].filter((status) => Number(status) >= 500)).toEqual([]);
      expect(statuses.get("303") ?? 0).toBeGreaterThan(100);
      expect(server.output()).not.toMatch(/"level":[56]0/);
      expect(await server.stop()).toBe(0);
      const db = await openDatabase(server.databaseUrl);
      expect(await verifyTimeline(db)).toMatchObject({ ok: true });
      await db.close();
    },
  );

  it("no address brings a server error, or another record than the one it names", { timeout: 600_000 }, async () => {
    const server = await startServer({}, { engine: "sqlite" });
    const cookies = ["", await signIn(server, "office"), await signIn(server, "handler.housing")];
    const chance = dice(SEED + 1);
    const wrong: string[] = [];
    const read = async (path: string) => {
      const cookie = cookies[chance(cookies.length)] ?? "";
      const { status } = await ask(server.url, path, { cookie });
      if (status >= 500) wrong.push(`${status} ${path.slice(0, 300)}`);
    };
    await inParallel(READS, () => read(hostileAddress(chance)));
    for (const path of NAMED_ADDRESSES) await read(path);
    expect(wrong).toEqual([]);
    for (const path of OTHER_IDS)
      expect([path, (await ask(server.url, path)).status]).toEqual([path, expect.toBeOneOf([400, 404])]);
    expect(server.output()).not.toMatch(/"level":[56]0/);
  });
});

/** Sent as they stand, whatever chance makes of the rest. */
const NAMED_ADDRESSES = [
  "/consultations?page=-1",
  "/consultations?page=1e9",
  "/consultations?page=999999",
  "/consultations?page=１２",
  "/consultations?page=12abc",
  "/consultations?page=1&page=2",
  "/consultations?pageSize=1000000000",
  `/consultations?q=${encodeURIComponent('" NEAR * OR NOT (')}`,
  `/consultations?q=${encodeURIComponent("%_\\")}`,
  `/consultations?q=${"长".repeat(400)}`,
  "/consultations?year=999999999999&state=__proto__&unit=constructor",
  "/consultations?q=%00",
  "/%00",
  "/%E4%BD",
  "/%",
  "//evil.example/consultations",
  "/consultations/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "/assets/../../package.json",
  `/${"a".repeat(5_000)}`,
  "/consultations/basic-level-open-government-plan.data",
  "/_root.data",
  "/consultations.data?_routes=routes/desk._index",
  "/desk/consultations?_data=routes/desk._index",
  "/__manifest?p=/desk&version=x",
];

const OTHER_IDS = [
  "/attachments/12abc",
  "/attachments/１２",
  "/receipts/12abc",
  "/receipts/０",
  "/consultations/%EF%BC%91",
  "/consultations/[object Object]",
];

async function postSomething(server: RunningServer, cookie: string, routes: Route[], chance: Dice): Promise<Answer> {
  const path = somePath(routes, chance);
  const isComment = path.endsWith("/comments") && chance(2) === 0;
  const fields = isComment ? nearlyAComment(chance) : hostileFields(chance);
  const asking = { method: "POST", cookie, origin: someOrigin(server, chance), ...bodyOf(fields, chance) };
  const answer = await ask(server.url, path, asking);
  if (answer.status >= 500) console.log(`${answer.status} ${path} ${JSON.stringify(fields).slice(0, 2000)}`);
  if (asking.origin !== server.url) expect([path, answer.status]).toEqual([path, expect.toBeOneOf([400, 403])]);
  return answer;
}

function bodyOf(fields: Parameters<typeof encoded>[0], chance: Dice) {
  const kind = chance(20);
  if (kind < 14) return { body: encoded(fields) };
  if (kind < 18) {
    const { type, body } = multipart(fields, chance);
    return { body: new Uint8Array(body), headers: { "Content-Type": type } };
  }
  const types = ["application/json", "text/plain", "application/x-www-form-urlencoded; charset=gbk", "x", ""];
  const raw = [JSON.stringify(fields), "%", "=&=&==", "a=%E4%BD&b=%", "\u0000", "[]=1&a[0]=2&a[__proto__]=3"];
  return { body: raw[chance(raw.length)] ?? "", headers: { "Content-Type": types[chance(types.length)] ?? "" } };
}

function someOrigin(server: RunningServer, chance: Dice): string | null {
  if (chance(25) > 0) return server.url;
  return [null, "null", "http://evil.example", `${server.url}.evil.example`, "file://"][chance(5)] ?? null;
}

/** The address of a form, or the same with something else in place of an id. Signing in costs work on purpose. */
function somePath(routes: Route[], chance: Dice): string {
  const route = routes[chance(routes.length)];
  const examples = route ? examplesOf(route) : [];
  const example = examples[chance(examples.length)] ?? "/track";
  if (example.startsWith("/sign-in") && chance(10) > 0) return "/track";
  return chance(8) === 0 ? withHostilePart(example, chance) : example;
}

function hostileAddress(chance: Dice): string {
  const routes = Object.values(ROUTES);
  const examples = examplesOf(routes[chance(routes.length)] ?? { example: "/" });
  const example = examples[chance(examples.length)] ?? "/";
  const path = chance(2) === 0 ? withHostilePart(example, chance) : example;
  const keys = ["q", "page", "pageSize", "unit", "state", "year", "clause", "next", "lang", "elder", "to", "from", "x"];
  const query = Array.from(
    { length: chance(4) },
    () => `${keys[chance(keys.length)]}=${escaped(hostile(chance).slice(0, 400))}`,
  );
  return query.length > 0 ? `${path.split("?")[0]}?${query.join("&")}` : path;
}

function withHostilePart(example: string, chance: Dice): string {
  const parts = (example.split("?")[0] ?? "/").split("/");
  parts[1 + chance(Math.max(1, parts.length - 1))] = escaped((HOSTILE[chance(HOSTILE.length)] ?? "").slice(0, 300));
  return parts.join("/");
}

function escaped(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

/** Tables that a post by somebody else may add to, but never change a row of. */
const GROWING = [
  ...["Comment", "CitizenMessage", "InterviewQuestion", "ReaderQuestion", "InterpretationRating"],
  ...["TimelineEvent", "Notice", "Attachment", "Session"],
];
/** Signing in and out, staged uploads, delivery, readings, serial numbers and the head of the chain move by themselves. */
const MOVING = [
  ...["TimelineHead", "Session", "Notice", "Attachment", "MediaUpload", "Setting", "PageReading", "MessageSerial"],
  "sqlite_sequence",
];

const unitOf = (table: string, column: string, id = "id") =>
  `(SELECT o."unitCode" FROM "${table}" o WHERE o.${id} = "${column}")`;
const unitThrough = (parent: string, column: string, owner: string, ownerId: string, id = "id") =>
  `(SELECT o."unitCode" FROM "${parent}" p JOIN "${owner}" o ON o.id = p."${ownerId}" WHERE p.${id} = "${column}")`;
const OF_CONSULTATION = unitOf("Consultation", "consultationId");
const OF_SUBJECT = unitOf("Consultation", "subjectId", "slug");
const OF_MESSAGE = `(SELECT m."leadUnitCode" FROM "CitizenMessage" m WHERE m.number = "messageNumber")`;
const OF_POLICY = unitOf("PolicyDocument", "policyId");
const OF_MATERIAL = unitThrough("Interpretation", "interpretationId", "PolicyDocument", "policyId");
const OF_NOMINATION = unitOf("Nomination", "nominationNumber", "number");
/** Kept by the open-government office alone. */
const OF_OFFICE = "NULL";
/** Kept by the office and decided by the leader, who works there. */
const OF_OFFICE_AND_LEADER = "'office'";

/** The unit whose people may change a row, by table; whoever reaches the whole district may, too. */
const UNIT_OF_ROW: Record<string, string> = {
  MessageClockChange: OF_OFFICE,
  Consultation: '"unitCode"',
  ConsultationDraft: OF_CONSULTATION,
  Clause: unitThrough("ConsultationDraft", "draftId", "Consultation", "consultationId"),
  Proposal: OF_CONSULTATION,
  Extension: OF_CONSULTATION,
  Comment: OF_CONSULTATION,
  Response: OF_CONSULTATION,
  Objection: unitThrough("Comment", "commentNumber", "Consultation", "consultationId", "number"),
  WrittenInquiry: OF_CONSULTATION,
  DossierStep: OF_CONSULTATION,
  Remark: OF_CONSULTATION,
  ReleaseCheck: OF_SUBJECT,
  TermOverride: OF_SUBJECT,
  OutsideCheck: OF_SUBJECT,
  PaperSignature: OF_SUBJECT,
  ScreenedTerm: OF_OFFICE,
  CitizenMessage: '"leadUnitCode"',
  MessageAssistance: OF_MESSAGE,
  MessageRecusal: OF_MESSAGE,
  MessageStep: OF_MESSAGE,
  MessageQuestion: OF_MESSAGE,
  MessageReply: OF_MESSAGE,
  MessageRating: OF_MESSAGE,
  RequestTick: OF_MESSAGE,
  ReplyTemplate: '"unitCode"',
  UnitWord: OF_OFFICE,
  Deputy: '(SELECT r."unitCode" FROM "Right" r WHERE r."accountId" = "principalId" LIMIT 1)',
  Interview: '"unitCode"',
  InterviewQuestion: unitOf("Interview", "interviewId"),
  InterviewAnswer: unitThrough("InterviewQuestion", "questionNumber", "Interview", "interviewId", "number"),
  PolicyDocument: '"unitCode"',
  PolicyText: OF_POLICY,
  PolicyClause: unitThrough("PolicyText", "textId", "PolicyDocument", "policyId"),
  PlannedForm: OF_POLICY,
  Interpretation: OF_POLICY,
  InterpretationClause: OF_MATERIAL,
  InterpretationRating: OF_MATERIAL,
  ReaderQuestion: OF_POLICY,
  PolicyException: OF_POLICY,
  PolicyChange: OF_POLICY,
  PolicyRemark: OF_POLICY,
  SpotCheck: OF_OFFICE,
  SpotCheckItem: OF_POLICY,
  AttributeReview: OF_OFFICE,
  AttributeReviewItem: OF_POLICY,
  QualityCheck: OF_OFFICE,
  QualityReport: OF_OFFICE_AND_LEADER,
  ReinterpretationOrder: OF_POLICY,
  ReinterpretationAnswer: unitThrough("ReinterpretationOrder", "orderId", "PolicyDocument", "policyId"),
  MediaFile: '"unitCode"',
  MediaWords: unitOf("MediaFile", "mediaId"),
  Nomination: '"unitCode"',
  NominationRound: "'office'",
  NominationAssessor: "'office'",
  NominationScore: OF_NOMINATION,
  NominationRemark: OF_NOMINATION,
};

type Rows = Map<string, Map<string, string>>;

/** Digests of the rows that people of these units may not change; null: whoever reaches the whole district. */
function protectedRows(server: RunningServer, units: readonly string[] | null): Rows {
  const db = new BetterSqlite3(sqliteFile(server.databaseUrl), { readonly: true });
  try {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    return new Map(
      tables.filter((table) => isProtected(table, units)).map((table) => [table, digests(db, table, units ?? [])]),
    );
  } finally {
    db.close();
  }
}

function isProtected(table: string, units: readonly string[] | null): boolean {
  if (MOVING.includes(table)) return false;
  return units !== null || !(table in UNIT_OF_ROW || table.startsWith("Calendar"));
}

function digests(db: BetterSqlite3.Database, table: string, units: readonly string[]): Map<string, string> {
  const owner = UNIT_OF_ROW[table];
  const own = units.map((unit) => `'${unit}'`).join(", ");
  const where = owner ? `WHERE coalesce(${owner}, '') NOT IN (${own})` : "";
  const rows = db.prepare(`SELECT rowid AS "rowid!", * FROM "${table}" ${where}`).all() as Record<string, unknown>[];
  return new Map(
    rows.map((row) => [
      String(row["rowid!"]),
      createHash("sha256")
        .update(JSON.stringify(Object.values(row)))
        .digest("base64"),
    ]),
  );
}

/** Tables in which a row was altered or removed, or, where nothing may come, added. */
function changedTables(before: Rows, after: Rows): string[] {
  return [...before].flatMap(([table, rows]) => {
    const now = after.get(table) ?? new Map<string, string>();
    const altered = [...rows].filter(([id, digest]) => now.get(id) !== digest).length;
    const added = now.size - rows.size;
    if (altered > 0) return [`${table}: ${altered} altered`];
    return added > 0 && !GROWING.includes(table) ? [`${table}: ${added} added`] : [];
  });
}

function tally(statuses: Map<string, number>, { status }: Answer): void {
  statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
}

async function inParallel(count: number, work: () => Promise<unknown>): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
