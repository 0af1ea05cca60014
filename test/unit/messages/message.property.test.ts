import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountIdOf, type Actor } from "~/accounts/actor";
import { calendarYearReasons, mayEditCalendar, type CalendarYearInput } from "~/calendar/calendar-year";
import { mergeCalendar } from "~/calendar/holidays";
import { addDays, plainDateOf, weekdayOf, yearOf, type PlainDate } from "~/calendar/plain-date";
import type { Calendar } from "~/calendar/working-days";
import { changesBy, type Carried } from "~/messages/changes";
import { answerDueOn, extensionRefusals, runningClocks, threeMonthLine } from "~/messages/clocks";
import { assignmentRefusals } from "~/messages/dispatch";
import { endOf, holderOf } from "~/messages/holder";
import {
  ACTS,
  KINDS,
  OFFICE_HELD,
  RESOLUTIONS,
  STATES,
  UNIT_HELD,
  shownState,
  type MessageAct,
  type MessageFacts,
  type MessageState,
} from "~/messages/message";
import { EVENTS, replay } from "~/messages/path";
import { maySee } from "~/messages/permissions";
import { refusals } from "~/messages/refusals";
import type { Json } from "~/timeline/event";
import {
  at,
  bothRoles,
  calendar,
  guest,
  handler,
  handler2,
  leader,
  neighbour,
  noise,
  office,
  person,
  platform,
  reviewer,
} from "./message-examples";

const people: Actor[] = [handler, handler2, reviewer, bothRoles, neighbour, office, leader, guest, platform];
const UNITS = ["housing", "justice", "streets"];

/** The specification's own list of ways, written apart from the table of the rules. */
const LIVE: MessageState[] = [...OFFICE_HELD, ...UNIT_HELD];
const WAYS: Record<MessageState, MessageState[]> = {
  received: ["accepted", "declined", "referred", "merged", "assigned", "withdrawn"],
  accepted: ["declined", "referred", "merged", "assigned", "withdrawn"],
  returned: ["declined", "referred", "merged", "assigned", "withdrawn"],
  reopened: ["assigned", "withdrawn"],
  assigned: ["returned", "waiting", "reply_in_review", "accepted", "merged", "withdrawn", "assigned"],
  waiting: ["assigned", "accepted", "withdrawn"],
  reply_in_review: ["assigned", "replied", "accepted", "withdrawn"],
  replied: ["rated", "reopened", "closed"],
  rated: ["reopened", "closed"],
  merged: ["accepted"],
  declined: [],
  referred: [],
  withdrawn: [],
  closed: [],
};

interface World {
  facts: MessageFacts;
  /** The years that the office saved, and the calendar they make with the built-in one. */
  years: CalendarYearInput[];
  calendar: Calendar;
  events: { kind: string; at: string; payload: Json }[];
  doneBy: { act: MessageAct; id: string | null }[];
}

interface Command {
  act: MessageAct;
  actor: Actor;
  hours: number;
  pick: number;
  isUsual: boolean;
  /** What somebody saves in the working calendar instead of doing anything to the message. */
  year?: CalendarYearInput;
}

/** Saves the year as the calendar's own verb would: its right, its reasons, the whole year in place of what was there. */
function saveYear(world: World, actor: Actor, year: CalendarYearInput, now: Date): World {
  if (!mayEditCalendar(actor) || calendarYearReasons(year).length > 0) return world;
  const years = [...world.years.filter((one) => one.year !== year.year), year];
  const days = years.flatMap(({ rest, work }) => [
    ...rest.map((day) => ({ ...day, kind: "rest" as const })),
    ...work.map((day) => ({ ...day, kind: "work" as const })),
  ]);
  const event = { kind: "calendar.changed", at: now.toISOString(), payload: { isPublished: year.isPublished } };
  return { ...world, years, calendar: mergeCalendar(calendar, years, days), events: [...world.events, event] };
}

/** Does the act as its verb would: every rule, then the changes. Refused acts leave the world as it was. */
function perform(world: World, { act, actor, pick }: Command, now: Date): World {
  const { facts, events } = world;
  const carried = carriedBy(act, pick, now);
  if (refusals(act, facts, actor, now).length > 0 || gate(world, act, carried, now).length > 0) return world;
  const id = accountIdOf(actor);
  const changed = { ...facts, ...changesBy(act, facts, carried, now) } as MessageFacts;
  const payload = { unit: carried.leadUnitCode ?? null, resolution: carried.resolution ?? null };
  return {
    ...world,
    facts: { ...changed, ...notedBy(act, facts, id, pick, now) },
    events: [...events, { kind: EVENTS[act], at: now.toISOString(), payload }],
    doneBy: [...world.doneBy, { act, id }],
  };
}

function carriedBy(act: MessageAct, pick: number, now: Date): Carried {
  const resolution = RESOLUTIONS[pick % RESOLUTIONS.length]!;
  if (act === "assign") return { leadUnitCode: UNITS[pick % UNITS.length]!, officerId: pick % 2 ? "handler" : null };
  if (act === "change_kind") return { kind: KINDS[pick % KINDS.length]! };
  if (act === "approve")
    return { resolution, promisedOn: resolution === "promised" ? addDays(plainDateOf(now), 9) : null };
  return {};
}

function gate({ facts, calendar }: World, act: MessageAct, carried: Carried, now: Date) {
  if (act === "extend") return extensionRefusals(facts, now, calendar);
  if (act !== "assign") return [];
  const lead = { code: carried.leadUnitCode!, abolishedOn: null };
  const officer = carried.officerId ? { accountId: carried.officerId, units: ["housing"] } : null;
  return assignmentRefusals({ lead, assisting: [], officer, isOfficerKnown: true }, facts);
}

/** What stands in the tables beside the record. */
function notedBy(
  act: MessageAct,
  facts: MessageFacts,
  id: string | null,
  pick: number,
  now: Date,
): Partial<MessageFacts> {
  const today = plainDateOf(now);
  switch (act) {
    case "ask":
      return { questions: [...facts.questions, { askedOn: today, endsOn: addDays(today, 7), answeredOn: null }] };
    case "answer":
      return { questions: facts.questions.map((one) => ({ ...one, answeredOn: one.answeredOn ?? today })) };
    case "submit":
      return { replyAuthorId: id };
    case "return":
    case "assign":
    case "take_back":
      return { replyAuthorId: null };
    case "approve":
      return { replyAuthorId: null, repliedByIds: [...facts.repliedByIds, facts.replyAuthorId!], isSatisfied: null };
    case "correct":
      return { correctionAuthorId: id };
    case "approve_correction":
    case "refuse_correction":
      return { correctionAuthorId: null };
    case "rate":
      return { isSatisfied: pick % 2 === 0 };
    case "recuse":
      return facts.leadUnitCode === "streets" ? {} : { recusedUnits: [...new Set([...facts.recusedUnits, "streets"])] };
    default:
      return {};
  }
}

const ENDINGS: MessageAct[] = ["refer", "decline", "merge"];

/** Half of the acts are what would come next, so that chance leads into every state. */
function usual(world: World, command: Command, now: Date): Command {
  const { pick } = command;
  const by = (actor: Actor): Actor => (pick % 4 === 0 ? bothRoles : actor);
  switch (shownState(world.facts, now)) {
    case "received":
      if (pick % 9 < 3) return { ...command, act: ENDINGS[pick % 9]!, actor: office };
      return { ...command, act: pick % 2 ? "accept" : "assign", actor: office, pick: 0 };
    case "accepted":
    case "returned":
    case "reopened":
      return { ...command, act: "assign", actor: office, pick: pick % 5 === 0 ? 2 : 0 };
    case "assigned":
      if (pick % 7 === 3) return { ...command, act: "return_assignment", actor: handler };
      return { ...command, act: pick % 5 === 1 ? "ask" : "submit", actor: by(pick % 2 ? handler : handler2) };
    case "waiting":
      return { ...command, act: "answer", actor: guest };
    case "reply_in_review":
      return { ...command, act: "approve", actor: by(reviewer) };
    case "replied":
      return pick % 3 === 0
        ? { ...command, act: "keep_promise", actor: handler }
        : { ...command, act: pick % 2 ? "rate" : "reopen", actor: guest };
    default:
      return { ...command, act: pick % 2 ? "reopen" : "close", actor: pick % 2 ? guest : office };
  }
}

const done: fc.Arbitrary<Command> = fc.record({
  act: fc.constantFrom(...ACTS),
  actor: fc.constantFrom(...people),
  hours: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 900 }) }),
  pick: fc.nat({ max: 60 }),
  isUsual: fc.boolean(),
});

const FROM = "2026-11-20";
const dayNear = fc.nat({ max: 75 }).map((offset) => addDays(FROM, offset));
const namedDays = fc.uniqueArray(dayNear, { maxLength: 12 }).map((days) => days.map((day) => ({ day, name: "放假" })));

/** Mostly what would be saved: days of the one year, make-up days on weekends. Otherwise days as they come, which is refused. */
const year: fc.Arbitrary<CalendarYearInput> = fc
  .record({
    ...{ year: fc.constantFrom(2026, 2027), rest: namedDays, work: namedDays, isPublished: fc.boolean() },
    isTidy: fc.nat({ max: 9 }).map((one) => one > 0),
  })
  .map(({ isTidy, ...input }) => {
    const ofYear = ({ day }: { day: PlainDate }) => !isTidy || yearOf(day) === input.year;
    const rest = input.rest.filter(ofYear);
    const isFree = ({ day }: { day: PlainDate }) => weekdayOf(day) % 6 === 0 && rest.every((one) => one.day !== day);
    const work = input.work.filter((one) => ofYear(one) && (!isTidy || isFree(one)));
    return { ...input, rest, work, source: "通知" };
  });

const anyCommand = fc.oneof(
  { weight: 9, arbitrary: done },
  {
    weight: 1,
    arbitrary: fc
      .record({ done, year, isOffice: fc.nat({ max: 4 }).map((one) => one > 0) })
      .map((one): Command => ({ ...one.done, year: one.year, ...(one.isOffice && { actor: office }) })),
  },
);

const commands = fc.array(anyCommand, { minLength: 1, maxLength: 60, size: "max" });

/** Runs the commands and shows each step that was done. */
function run(given: Command[], check: (before: World, after: World, now: Date) => void): World {
  let now = at("2026-11-27T09:00:00");
  let world: World = { facts: noise(), years: [], calendar, events: [], doneBy: [] };
  for (const one of given) {
    now = new Date(now.getTime() + one.hours * 3_600_000);
    const before = world;
    world = one.year
      ? saveYear(before, one.actor, one.year, now)
      : perform(before, one.isUsual ? usual(before, one, now) : one, now);
    check(before, world, now);
  }
  return world;
}

/** Counts again by hand: every day one after the other, asked of the saved years and of the built-in calendar in turn. */
function slowDueOn(from: PlainDate, days: number, { years, facts }: World): PlainDate {
  let day = from;
  for (let counted = 0; counted < days;) {
    day = addDays(day, 1);
    const saved = years.find((one) => one.year === yearOf(day));
    const builtIn = saved ? undefined : calendar.days[day]?.kind;
    const isRest = saved ? saved.rest.some((one) => one.day === day) : builtIn === "rest";
    const isMakeUp = saved ? saved.work.some((one) => one.day === day) : builtIn === "work";
    const isPaused = facts.questions.some(({ askedOn, endsOn, answeredOn }) => {
      const last = answeredOn !== null && answeredOn < endsOn ? answeredOn : endsOn;
      return day > askedOn && day <= last;
    });
    const isWorked = !isRest && (weekdayOf(day) % 6 !== 0 || isMakeUp);
    if (isWorked && !isPaused) counted += 1;
  }
  return day;
}

describe("whatever is done to a message, in any order, by anyone, at any time", () => {
  it("has exactly one accountable holder or one end, and every state can be reached", { timeout: 60_000 }, () => {
    const reached = new Set<MessageState>();
    fc.assert(
      fc.property(commands, (given) => {
        run(given, ({ facts: before }, { facts }, now) => {
          const [holder, end] = [holderOf(facts), endOf(facts)];
          if ((holder === null) === (end === null))
            throw new Error(`${facts.state} has ${holder ? "both" : "neither"}`);
          const [from, to] = [shownState(before, now), shownState(facts, now)];
          if (from !== to && !WAYS[from].includes(to)) throw new Error(`a way that is not listed: ${from} to ${to}`);
          reached.add(to);
        });
      }),
      { numRuns: 400 },
    );
    expect([...reached].sort()).toEqual([...STATES].sort());
  });

  it("its timeline, told again, ends where the record stands", () => {
    fc.assert(
      fc.property(commands, (given) => {
        const { facts, events } = run(given, () => undefined);
        const told = replay(events);
        expect({ state: told.state, unit: told.leadUnitCode }).toEqual({
          state: facts.state,
          unit: facts.leadUnitCode,
        });
        expect(holderOf({ ...told })).toEqual(holderOf(facts));
        expect(endOf({ ...told })).toEqual(endOf(facts));
      }),
      { numRuns: 200 },
    );
  });

  it("an answer after the pause ran out leaves it with the unit, in the record as in the timeline", () => {
    const step = (act: MessageAct, actor: Actor, hours: number) => ({ act, actor, hours, pick: 0, isUsual: false });
    const late = run(
      [step("assign", office, 1), step("ask", handler, 1), step("answer", guest, 24 * 30)],
      () => undefined,
    );
    expect(late.doneBy.map(({ act }) => act)).toEqual(["assign", "ask", "answer"]);
    expect([late.facts.state, replay(late.events).state]).toEqual(["assigned", "assigned"]);
  });

  it("keeps the time of its first answer, asks and returns no more than twice, and extends and reopens once", () => {
    fc.assert(
      fc.property(commands, (given) => {
        const { facts, doneBy } = run(given, ({ facts: before }, { facts: after }) => {
          if (before.firstRepliedAt && after.firstRepliedAt !== before.firstRepliedAt) throw new Error("overwritten");
        });
        const times = (act: MessageAct) => doneBy.filter((one) => one.act === act).length;
        expect(facts.returnCount).toBeLessThanOrEqual(2);
        expect(times("ask")).toBeLessThanOrEqual(2);
        expect(times("extend")).toBeLessThanOrEqual(1);
        expect(times("reopen")).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  it("is never approved by the person who wrote the answer, nor answered again by the same officer", () => {
    fc.assert(
      fc.property(commands, (given) => {
        const { facts, doneBy } = run(given, () => undefined);
        let author: string | null = null;
        for (const { act, id } of doneBy) {
          if (act === "submit") author = id;
          if (act === "approve" && id === author) throw new Error("one person wrote and approved");
        }
        expect(new Set(facts.repliedByIds).size).toBe(facts.repliedByIds.length);
      }),
      { numRuns: 200 },
    );
  });

  it("never reaches the unit it is about, and its three-month line does not move", () => {
    const aboutStaff = person("streets", { role: "handling_officer", unit: "streets" });
    fc.assert(
      fc.property(commands, (given) => {
        run(given, (_before, { facts }) => {
          if (!facts.recusedUnits.includes("streets")) return;
          if (maySee(aboutStaff, facts)) throw new Error("the unit it is about sees it");
          expect(threeMonthLine(facts.receivedAt)).toBe("2027-02-27");
        });
      }),
      { numRuns: 150 },
    );
  });

  it("is never due earlier because of a question, and never later than its pauses allow", () => {
    fc.assert(
      fc.property(commands, (given) => {
        run(given, (_before, { facts, calendar }) => {
          const plain = answerDueOn({ ...facts, questions: [] }, calendar);
          expect(answerDueOn(facts, calendar) >= plain).toBe(true);
          expect(answerDueOn(facts, calendar) <= addDays(plain, 60)).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });

  it("is moved by no change of the calendar but in its days, which are counted anew and say when they are provisional", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(commands, (given) => {
        run(given, (before, after, now) => {
          const { facts, calendar, years } = after;
          if (years === before.years) return;
          expect(facts).toBe(before.facts);
          for (const clock of runningClocks(facts, now, calendar)) {
            if (clock.step === "promise") continue;
            const counting = clock.step === "answer" ? after : { ...after, facts: { ...facts, questions: [] } };
            expect(clock.dueOn).toBe(slowDueOn(clock.from, clock.days, counting));
            expect(clock.rows.at(-1)).toMatchObject({ day: clock.dueOn, number: clock.days });
            const isKnown = (one: number) => years.find(({ year }) => year === one)?.isPublished ?? one <= 2026;
            const isSure = isKnown(yearOf(clock.from)) && isKnown(yearOf(clock.dueOn));
            expect(clock.isProvisional).toBe(!isSure);
            const [was] = runningClocks(facts, now, before.calendar).filter(({ step }) => step === clock.step);
            seen.add(was!.dueOn < clock.dueOn ? "later" : was!.dueOn > clock.dueOn ? "earlier" : "same");
            seen.add(isSure ? "sure" : "provisional");
          }
        });
      }),
      { numRuns: 150 },
    );
    expect([...seen].sort()).toEqual(["earlier", "later", "provisional", "same", "sure"]);
  });

  it("counts the live states as held and no other", () => {
    for (const state of STATES) {
      const facts = noise({ state, leadUnitCode: "housing", resolution: "answered" });
      expect(holderOf(facts) !== null).toBe(LIVE.includes(state));
    }
  });
});
