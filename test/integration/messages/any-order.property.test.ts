import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Actor, type Person } from "~/accounts/actor";
import { editCalendar } from "~/calendar/edit-calendar.server";
import { builtInCalendar } from "~/calendar/holidays";
import { addDays, plainDateOf, weekdayOf, yearOf, type PlainDate } from "~/calendar/plain-date";
import { closeMessage, keepPromise, rateReply, reopenMessage } from "~/messages/after-reply.server";
import { approveReply } from "~/messages/approve-reply.server";
import { answerTheQuestion, askSender, extendMessage } from "~/messages/ask-sender.server";
import { assignMessage, returnAssignment, takeBack } from "~/messages/assign-message.server";
import { acceptMessage, declineMessage, referMessage } from "~/messages/decide-reception.server";
import { endOf, holderOf, type End } from "~/messages/holder";
import { mergeMessage } from "~/messages/merge-message.server";
import { shownState, type MessageState } from "~/messages/message";
import { findMessage, type MessageRecord } from "~/messages/message-store.server";
import { noteMessage } from "~/messages/open-identity.server";
import { replay } from "~/messages/path";
import { messageReceipt } from "~/messages/receipt-queries.server";
import { recuseUnit } from "~/messages/recuse-unit.server";
import { withdrawMessage } from "~/messages/withdraw-message.server";
import { returnToAuthor, submitReply } from "~/messages/write-reply.server";
import type { Database, Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createStaff, type Staff } from "../../factories/desk";
import { createMessage, SOLVED, tickAll } from "../../factories/messages";
import { at } from "../../setup/clock";
import { freshDatabase, testEngine } from "../../setup/database";

// The acts as the product does them, in any order, by anyone, with the calendar changed in between. After each, an outsider
// looks at the rows, the timeline and the receipt.

const ACTS = [
  ...["accept", "decline", "refer", "merge", "assign", "take_back", "return_assignment", "recuse", "ask", "answer"],
  ...["extend", "note", "submit", "return", "approve", "rate", "reopen", "keep_promise", "withdraw", "close"],
] as const;
type Act = (typeof ACTS)[number] | "calendar";

interface Move {
  act: Act;
  who: number;
  pick: number;
  days: number;
  isUsual: boolean;
}

/** What chance must have led to for the test to say anything. */
const REACHED = [
  "approve",
  "calendar",
  "decline",
  "merge",
  "moved",
  "provisional",
  "refer",
  "reopen",
  "return",
  "sure",
  "withdraw",
];

const NEXT: Partial<Record<MessageState, [act: Act, who: number][]>> = {
  received: [
    ["assign", 0],
    ["accept", 0],
  ],
  accepted: [["assign", 0]],
  returned: [["assign", 0]],
  reopened: [["assign", 0]],
  assigned: [
    ["submit", 1],
    ["ask", 1],
    ["submit", 2],
    ["extend", 1],
  ],
  waiting: [["answer", 7]],
  reply_in_review: [
    ["approve", 3],
    ["approve", 3],
    ["return", 3],
  ],
  replied: [
    ["reopen", 7],
    ["keep_promise", 1],
    ["rate", 7],
  ],
  rated: [
    ["close", 0],
    ["reopen", 7],
  ],
};

/** Whose act it is; half of the moves that do not follow from the state are made by them, the others by anyone. */
const DOER: Partial<Record<Act, number>> = { answer: 7, rate: 7, reopen: 7, withdraw: 7, approve: 3, return: 3 };
const OFFICE_ACTS: Act[] = ["accept", "decline", "refer", "merge", "assign", "take_back", "recuse", "close"];

let db: Database;
let staff: Staff;
let people: Actor[];

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  const { office, handler, allround, reviewer, otherHandler, otherReviewer, resident } = staff;
  people = [office, handler, allround, reviewer, otherHandler, otherReviewer, resident, GUEST];
});

const move: fc.Arbitrary<Move> = fc.record({
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ACTS) },
    { weight: 1, arbitrary: fc.constant("calendar" as const) },
  ),
  who: fc.nat(15),
  pick: fc.nat(40),
  days: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(9) }),
  isUsual: fc.nat(2).map((one) => one > 0),
});

function doerOf({ act, who }: Move): number {
  return who < people.length ? who : (DOER[act] ?? (OFFICE_ACTS.includes(act) ? 0 : 1));
}

interface Course extends Deps {
  number: string;
  code: string;
  into: string;
  /** Every word that somebody gave and that was taken. */
  words: Set<string>;
  /** The reply that is being written: its author may write it anew after it came back. */
  reply: string | null;
}

/** Chance seldom ends a message without an answer: these do. */
/** The rules are the same on each engine; on the slower one half as many courses look for what differs in storing. */
const RUNS = testEngine === "sqlite" ? 12 : 6;
const ENDS: Act[] = ["decline", "refer", "merge", "withdraw"];
const endedBy = (end: Act) =>
  (["accept", "calendar", "note", end, "calendar", "assign"] as const).map((act): Move => {
    return { act, who: 15, pick: 2, days: 1, isUsual: false };
  });

describe("whatever is done to a message by the acts of the product, in any order and by anyone", () => {
  it("it has one holder or one end with its reason, keeps every word, and its days follow the calendar", async () => {
    const seen = new Set<string>();
    // Each course begins where the one before ended: the clock of the product never runs backwards.
    let now = at("2026-12-14", "09:00");
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 18, maxLength: 28 }), async (moves) => {
        const { number, code } = await createMessage(db, now);
        const { number: into } = await createMessage(db, now);
        const course = { db, number, code, into, words: new Set<string>(), reply: null as string | null };
        let after = (await findMessage(db.client, number))!;
        for (const one of moves) {
          now = new Date(now.getTime() + one.days * 86_400_000 + 60_000);
          const before = after;
          const next = NEXT[shownState(before, now)] ?? [];
          const [act, who] = (one.isUsual && one.act !== "calendar" && next[one.pick % next.length]) || [
            one.act,
            doerOf(one),
          ];
          const days = act === "calendar" ? await clocksOf({ ...course, now }) : [];
          const isDone = await attempted({ ...one, act, who }, { ...course, now }, course);
          if (isDone) seen.add(act);
          after = (await findMessage(db.client, number))!;
          if (!isDone || act === "calendar") expect(after).toEqual(before);
          if (isDone) await judge(after, { ...course, now }, seen);
          if (isDone && act === "calendar" && (await saysWhatMoved(days, { ...course, now }))) seen.add("moved");
        }
      }),
      { numRuns: RUNS, seed: 20_261_128, endOnFailure: true, examples: ENDS.map((act) => [endedBy(act)]) },
    );
    if (testEngine === "sqlite") expect([...seen].sort()).toEqual(expect.arrayContaining(REACHED));
    expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  }, 120_000);
});

async function clocksOf(course: Course) {
  return (await messageReceipt(course, course.code))!.facts.clocks;
}

/** Each day that the calendar just moved stands in the path with the day before and after it, and no other. */
async function saysWhatMoved(before: Awaited<ReturnType<typeof clocksOf>>, course: Course): Promise<boolean> {
  const { clocks, path } = (await messageReceipt(course, course.code))!.facts;
  const moved = clocks.flatMap(({ step, dueOn }) => {
    const was = before.find((clock) => clock.step === step)!.dueOn;
    return was === dueOn ? [] : { step, before: was, after: dueOn };
  });
  const said = path.filter(({ at, act }) => act === "calendar" && at.getTime() === course.now.getTime());
  expect(said.map((line) => line.moved)).toEqual(moved.map((one) => expect.objectContaining(one) as unknown));
  return moved.length > 0;
}

async function attempted(move: Move, course: Course, kept: Pick<Course, "reply">): Promise<boolean> {
  const text = `第${course.words.size + 1}句话。`;
  try {
    await perform(move, text, course);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return false;
  }
  const isMute = ["accept", "recuse", "approve", "calendar"].includes(move.act);
  if (move.act === "return" && kept.reply) course.words.delete(kept.reply);
  if (move.act === "submit") kept.reply = text;
  if (!isMute) course.words.add(text);
  return true;
}

function perform({ act, who, pick }: Move, text: string, course: Course): Promise<unknown> {
  const { number, into, now } = course;
  const actor = people[who]!;
  const deps = { db, now };
  const input = { number, version: null };
  const own = { number, holdsReceipt: actor === GUEST };
  const unit = pick % 4 === 3 ? "justice" : "housing";
  switch (act) {
    case "accept":
      return acceptMessage(actor, input, deps);
    case "decline":
      return declineMessage(actor, { ...input, ground: "advertising", reason: text }, deps);
    case "refer": {
      const channel = {
        channel: "petition" as const,
        name: "区信访局",
        contact: "020-00000000",
        rule: "《信访工作条例》",
      };
      return referMessage(actor, { ...input, ...channel, reason: text }, deps);
    }
    case "merge":
      return mergeMessage(actor, { ...input, into, reason: text }, deps);
    case "assign":
      return assignMessage(actor, { ...input, unit, assisting: [], officer: null, reason: text }, deps);
    case "take_back":
      return takeBack(actor, { ...input, reason: text }, deps);
    case "return_assignment":
      return returnAssignment(actor, { ...input, ground: "not_our_duty", proposed: null, reason: text }, deps);
    case "recuse":
      return recuseUnit(actor, { ...input, unit: "justice", officer: null }, deps);
    case "ask":
      return askSender(actor, { ...input, text }, deps);
    case "answer":
      return answerTheQuestion(actor, { ...own, text }, deps);
    case "extend":
      return extendMessage(actor, { ...input, reason: text }, deps);
    case "note":
      return noteMessage(actor, { ...input, text }, deps);
    case "submit":
      return submit(actor, input, { text, isPromise: pick % 3 === 0 }, deps);
    case "return":
      return returnToAuthor(actor, { ...input, reason: text }, deps);
    case "approve":
      return approveReply(actor, { ...input, remark: null }, deps);
    case "rate":
      return rateReply(actor, { ...own, satisfied: pick % 2 === 0, result: "solved", words: text }, deps);
    case "reopen":
      return reopenMessage(actor, { ...own, reason: text }, deps);
    case "keep_promise":
      return keepPromise(actor, { ...input, reason: text }, deps);
    case "withdraw":
      return withdrawMessage(actor, { ...own, reason: text }, deps);
    case "close":
      return closeMessage(actor, { ...input, reason: text }, deps);
    case "calendar":
      return changeCalendar(pick % 5 === 0 ? actor : staff.office, pick, deps);
  }
}

async function submit(
  actor: Actor,
  input: { number: string; version: null },
  { text, isPromise }: { text: string; isPromise: boolean },
  deps: Deps,
): Promise<void> {
  await tickAll(db, actor as Person, input.number, deps.now);
  const nothing = { display: "none" as const, publicTitle: null, publicBody: null, publicReply: null };
  const promise = { resolution: "promised" as const, promisedOn: addDays(plainDateOf(deps.now), 9) };
  await submitReply(actor, { ...input, ...SOLVED, ...nothing, ...(isPromise && promise), text }, deps);
}

/** Some days of rest and a make-up Saturday, published or not; now and then from a page that somebody was faster than. */
async function changeCalendar(actor: Actor, pick: number, deps: Deps): Promise<void> {
  const year = pick % 2 ? 2027 : 2026;
  const first = year === 2027 ? "2027-01-01" : addDays("2026-12-14", pick % 9);
  const rest = Array.from({ length: 1 + (pick % 4) }, (_, index) => ({ day: addDays(first, index), name: "放假" }));
  const work = [{ day: year === 2027 ? "2027-01-09" : "2026-12-26", name: "调休" }];
  const saved = await db.client.calendarYear.findUnique({ where: { year } });
  const savedAt = pick % 7 === 0 ? null : (saved?.changedAt.toISOString() ?? null);
  const isPublished = pick % 3 > 0;
  await editCalendar(actor, { year, rest, work, source: "通知", isPublished, savedAt }, deps);
  const [told] = (await historyOf({ db }, { kind: "calendar", id: String(year) })).slice(-1);
  expect(told).toMatchObject({ kind: "calendar.changed", payload: { isPublished, work: [work[0]!.day] } });
}

async function judge(message: MessageRecord, { number, code, now, words }: Course, seen: Set<string>): Promise<void> {
  const [holder, end] = [holderOf(message), endOf(message)];
  expect([holder === null, end === null]).toEqual(holder ? [false, true] : [true, false]);
  if (end) expect(await reasonOf(end, message)).toBeTruthy();
  const told = replay(await historyOf({ db }, { kind: "message", id: number }));
  const { state, leadUnitCode } = message;
  expect([told.state, told.leadUnitCode, holderOf(told), endOf(told)]).toEqual([state, leadUnitCode, holder, end]);
  const steps = await db.client.messageStep.findMany({ where: { messageNumber: number } });
  const kept = JSON.stringify([message, steps]);
  expect([...words].filter((text) => !kept.includes(text))).toEqual([]);
  const clocks = (await messageReceipt({ db, now }, code))!.facts.clocks.filter(({ step }) => step !== "promise");
  expect(clocks.length > 0).toBe(end === null && !message.promisedOn);
  for (const { step, from, days, dueOn, isProvisional } of clocks) {
    const count = await slowCount(from, days, step === "answer" ? message.questions : []);
    expect({ dueOn, isProvisional }).toEqual(count);
    seen.add(isProvisional ? "provisional" : "sure");
  }
}

async function reasonOf(end: End, message: MessageRecord): Promise<unknown> {
  switch (end) {
    case "declined":
      return message.declineGround;
    case "referred":
      return message.referralName && message.referralContact && message.referralRule;
    case "merged":
      return message.mergedIntoNumber;
    case "withdrawn":
      return db.client.messageStep.findFirst({ where: { messageNumber: message.number, act: "withdraw" } });
    default:
      return message.replies.some((reply) => reply.state === "released" && reply.releasedById !== reply.authorId);
  }
}

/** By hand, day by day, from the rows of the calendar and the arrangements that come with the software. */
async function slowCount(from: PlainDate, days: number, questions: MessageRecord["questions"]) {
  const years = await db.client.calendarYear.findMany();
  const rows = await db.client.calendarDay.findMany();
  const savedOf = (day: PlainDate) => years.find(({ year }) => year === yearOf(day));
  let [day, counted] = [from, 0];
  while (counted < days) {
    day = addDays(day, 1);
    const kind = savedOf(day) ? rows.find((row) => row.day === day)?.kind : builtInCalendar.days[day]?.kind;
    const isPaused = questions.some(({ askedOn, endsOn, answeredOn }) => {
      return day > askedOn && day <= (answeredOn !== null && answeredOn < endsOn ? answeredOn : endsOn);
    });
    if (kind !== "rest" && (weekdayOf(day) % 6 !== 0 || kind === "work") && !isPaused) counted += 1;
  }
  const isUnknown = (one: PlainDate) => !(savedOf(one)?.isPublished ?? yearOf(one) <= 2026);
  return { dueOn: day, isProvisional: isUnknown(from) || isUnknown(day) };
}
