import { addDays, daysBetween, plainDateOf, type PlainDate } from "~/calendar/plain-date";
import {
  countWorkingDays,
  dueOn,
  explainCount,
  isProvisional,
  type Calendar,
  type CountRow,
  type Pause,
} from "~/calendar/working-days";
import type { Reason } from "~/platform/refusal";
import { holderOf, owesPromise } from "./holder";
import { ANSWERED, KINDS, OFFICE_HELD, type MessageFacts, type MessageKind } from "./message";
import { because } from "./reasons";

/** Lengths in working days. All are house policy but the two of 国办发〔2017〕47号. */
export interface ClockSettings {
  /** From reception to assignment. */
  dispatchDays: Record<MessageKind, number>;
  /** From reception to the answer; 7 working days: 政府网站发展指引(国办发〔2017〕47号). */
  answerDays: Record<MessageKind, number>;
  /** The whole length after an extension; 15 working days: the same. */
  extendedDays: Record<MessageKind, number>;
  /** How long a question to the sender may stop the clock. */
  pauseDays: number;
  /** Working days before the due day on which the clock turns yellow. */
  yellowDays: number;
  /** Working days after the due day until the unit's leader, and then the office, is told. */
  leaderAfter: number;
  officeAfter: number;
}

const DEFAULT_CLOCK_SETTINGS: ClockSettings = {
  dispatchDays: forEach(1),
  answerDays: forEach(7),
  extendedDays: forEach(15),
  pauseDays: 5,
  yellowDays: 2,
  leaderAfter: 1,
  officeAfter: 3,
};

export const LENGTHS = ["pauseDays", "yellowDays", "leaderAfter", "officeAfter"] as const;
export const LENGTHS_BY_KIND = ["dispatchDays", "answerDays", "extendedDays"] as const;

/** The settings as they are kept: `messages.answerDays.complaint` → 5. What is absent or no number keeps its default. */
export function readClockSettings(kept: Readonly<Record<string, string>>): ClockSettings {
  const settings: ClockSettings = structuredClone(DEFAULT_CLOCK_SETTINGS);
  for (const name of LENGTHS) settings[name] = lengthOf(kept[`messages.${name}`]) ?? settings[name];
  for (const name of LENGTHS_BY_KIND) {
    for (const kind of KINDS) {
      settings[name][kind] = lengthOf(kept[`messages.${name}.${kind}`]) ?? settings[name][kind];
    }
  }
  return settings;
}

/** Green while there is time, yellow shortly before, red from the day after the due day; never stored. */
export type Colour = "green" | "yellow" | "red";
/** Whom a late message is brought before. */
const ESCALATIONS = ["unit_leader", "office"] as const;
export type Escalation = (typeof ESCALATIONS)[number];
export type Step = "dispatch" | "answer" | "promise";

export interface MessageClock {
  step: Step;
  from: PlainDate;
  dueOn: PlainDate;
  /** The count day by day; empty for a day that was promised and not counted. */
  rows: CountRow[];
  days: number;
  isProvisional: boolean;
  isExtended: boolean;
  /** A question waits at the sender, and the clock stands. */
  isPaused: boolean;
  /** Working days left after today; negative when it is late. */
  left: number;
  colour: Colour;
  escalation: Escalation | null;
}

export type ClockFacts = Pick<
  MessageFacts,
  | "state"
  | "kind"
  | "receivedAt"
  | "clockFrom"
  | "clockDays"
  | "extendedDays"
  | "extendedAt"
  | "questions"
  | "leadUnitCode"
  | "resolution"
  | "promisedOn"
  | "promiseKeptAt"
>;

/** The clocks that run now: dispatch and answer while nobody has answered, the promise until it is kept. */
export function runningClocks(
  facts: ClockFacts,
  now: Date,
  calendar: Calendar,
  settings: ClockSettings = DEFAULT_CLOCK_SETTINGS,
): MessageClock[] {
  const today = plainDateOf(now);
  if (owesPromise(facts))
    return facts.promisedOn ? [promiseClock(facts.promisedOn, facts, today, calendar, settings)] : [];
  if (holderOf(facts) === null) return [];
  const answer = answerClock(facts, now, calendar, settings);
  if (!isWithOffice(facts)) return [answer];
  const days = settings.dispatchDays[facts.kind];
  const dispatch = counted({ step: "dispatch", from: facts.clockFrom, days, pauses: [] }, today, calendar, settings);
  // It is the office itself that is late: there is nobody above to bring it before but whoever reads the list.
  return [{ ...dispatch, escalation: null }, answer];
}

/** The clock of the answer: working days from reception, or from reopening, less the pauses a question bought. */
export function answerClock(
  facts: ClockFacts,
  now: Date,
  calendar: Calendar,
  settings: ClockSettings = DEFAULT_CLOCK_SETTINGS,
): MessageClock {
  const today = plainDateOf(now);
  const count = {
    step: "answer" as const,
    from: facts.clockFrom,
    days: answerDays(facts),
    pauses: pausesOf(facts),
  };
  const question = facts.state === "waiting" ? facts.questions.at(-1) : undefined;
  const isPaused = question !== undefined && question.answeredOn === null && today <= question.endsOn;
  return { ...counted(count, today, calendar, settings), isExtended: isExtended(facts), isPaused };
}

/** The day by which it must be answered. A clock that stands shows the day that holds if no answer comes. */
export function answerDueOn(facts: Lengths & Pick<ClockFacts, "questions">, calendar: Calendar): PlainDate {
  return dueOn(facts.clockFrom, answerDays(facts), calendar, pausesOf(facts));
}

type Lengths = Pick<ClockFacts, "clockFrom" | "clockDays" | "extendedDays" | "extendedAt">;

function answerDays(facts: Lengths): number {
  return isExtended(facts) ? facts.extendedDays : facts.clockDays;
}

/** An extension is one of the clock that ran when it was given, not of one that began later. */
function isExtended({ extendedAt, clockFrom }: Lengths): boolean {
  return extendedAt !== null && plainDateOf(extendedAt) >= clockFrom;
}

/** The same for many messages: a length that no question stopped is counted once for each day it began on. */
export function answersDueOn(calendar: Calendar): (facts: Parameters<typeof answerDueOn>[0]) => PlainDate {
  const counted = new Map<string, PlainDate>();
  return (facts) => {
    if (facts.questions.length > 0) return answerDueOn(facts, calendar);
    const key = `${facts.clockFrom} ${answerDays(facts)}`;
    const due = counted.get(key) ?? answerDueOn(facts, calendar);
    counted.set(key, due);
    return due;
  };
}

/**
 * The line that nothing stops: three calendar months from submission without an answer fail the whole site
 * (国办秘函〔2019〕19号 单项否决: 超过3个月未回应有效留言). Pauses, extensions, returns and reopening do not move it.
 */
export function threeMonthLine(receivedAt: Date): PlainDate {
  const day = plainDateOf(receivedAt);
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const months = year * 12 + (month - 1) + 3;
  const first = `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;
  const last = addDays(nextMonth(first), -1);
  const same = addDays(first, date - 1);
  return same <= last ? same : last;
}

/** How many calendar days are left to that line; null once there is an end or an answer that holds. */
export function daysToThreeMonths(facts: ClockFacts, now: Date): number | null {
  if (holderOf(facts) === null || owesPromise(facts)) return null;
  return daysBetween(plainDateOf(now), threeMonthLine(facts.receivedAt));
}

/** Why it cannot be extended any more: after the due day an extension would only hide the delay. */
export function extensionRefusals(facts: ClockFacts, now: Date, calendar: Calendar): Reason[] {
  const due = answerDueOn(facts, calendar);
  return plainDateOf(now) > due ? [because("extension_too_late", undefined, { dueOn: due })] : [];
}

type NearestFacts = Pick<
  ClockFacts,
  "state" | "kind" | "clockFrom" | "clockDays" | "extendedDays" | "extendedAt" | "questions"
> & { promisedOn: PlainDate | null };

/**
 * The day of the most urgent clock of an open message, or of one that owes a promise, without its count: what lists are
 * sorted by. The same day that `mostUrgent` of `runningClocks` has.
 */
export function nearestDueOn(
  facts: NearestFacts,
  calendar: Calendar,
  settings: ClockSettings = DEFAULT_CLOCK_SETTINGS,
): PlainDate | null {
  if (isAnswered(facts)) return facts.promisedOn;
  const answer = answerDueOn(facts, calendar);
  if (!isWithOffice(facts)) return answer;
  const dispatch = dueOn(facts.clockFrom, settings.dispatchDays[facts.kind], calendar);
  return dispatch < answer ? dispatch : answer;
}

/** The most urgent of the clocks: what a list shows and is sorted by. */
export function mostUrgent(clocks: readonly MessageClock[]): MessageClock | null {
  return [...clocks].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))[0] ?? null;
}

function promiseClock(
  promisedOn: PlainDate,
  facts: ClockFacts,
  today: PlainDate,
  calendar: Calendar,
  settings: ClockSettings,
): MessageClock {
  const left = countWorkingDays(today, promisedOn, calendar);
  return {
    step: "promise",
    from: facts.clockFrom,
    dueOn: promisedOn,
    rows: [],
    days: 0,
    isProvisional: false,
    isExtended: false,
    isPaused: false,
    left,
    ...judged(promisedOn, left, today, settings),
  };
}

interface Count {
  step: Step;
  from: PlainDate;
  days: number;
  pauses: readonly Pause[];
}

function counted(
  { step, from, days, pauses }: Count,
  today: PlainDate,
  calendar: Calendar,
  settings: ClockSettings,
): MessageClock {
  const due = dueOn(from, days, calendar, pauses);
  const left = countWorkingDays(today, due, calendar);
  return {
    ...{ step, from, dueOn: due, days, left },
    rows: explainCount(from, days, calendar, pauses),
    isProvisional: isProvisional(from, due, calendar),
    isExtended: false,
    isPaused: false,
    ...judged(due, left, today, settings),
  };
}

/** The colour of a clock by its day alone, as lists are narrowed by it. */
export function colourOn(due: PlainDate, today: PlainDate, calendar: Calendar, settings: ClockSettings): Colour {
  return judged(due, countWorkingDays(today, due, calendar), today, settings).colour;
}

/** Overdue begins the day after the due day, not one second late on it. */
function judged(due: PlainDate, left: number, today: PlainDate, settings: ClockSettings) {
  const colour: Colour = today > due ? "red" : left <= settings.yellowDays ? "yellow" : "green";
  return { colour, escalation: escalationsAt(due, left, today, settings).at(-1) ?? null };
}

function escalationsAt(due: PlainDate, left: number, today: PlainDate, settings: ClockSettings): Escalation[] {
  if (today <= due) return [];
  const after = { unit_leader: settings.leaderAfter, office: settings.officeAfter };
  return ESCALATIONS.filter((to) => -left >= after[to]);
}

/**
 * Before whom an open message, or one that owes a promise, is brought by now, in this order: after the day of its answer
 * or promise. That it was not yet dispatched is the office's own delay, and read in its list. House policy.
 */
export function escalationsOf(
  facts: NearestFacts,
  today: PlainDate,
  calendar: Calendar,
  settings: ClockSettings = DEFAULT_CLOCK_SETTINGS,
): { to: Escalation[]; dueOn: PlainDate } | null {
  const dueOn = isAnswered(facts) ? facts.promisedOn : answerDueOn(facts, calendar);
  if (dueOn === null || today <= dueOn) return null;
  return { to: escalationsAt(dueOn, countWorkingDays(today, dueOn, calendar), today, settings), dueOn };
}

function isAnswered({ state }: Pick<ClockFacts, "state">): boolean {
  return (ANSWERED as readonly string[]).includes(state);
}

function pausesOf({ questions }: Pick<ClockFacts, "questions">): Pause[] {
  return questions.map(({ askedOn, endsOn, answeredOn }) => ({
    after: askedOn,
    to: answeredOn !== null && answeredOn < endsOn ? answeredOn : endsOn,
  }));
}

function isWithOffice({ state }: Pick<ClockFacts, "state">): boolean {
  return (OFFICE_HELD as readonly string[]).includes(state);
}

function nextMonth(first: PlainDate): PlainDate {
  const [year = 0, month = 0] = first.split("-").map(Number);
  return month === 12
    ? `${String(year + 1).padStart(4, "0")}-01-01`
    : `${first.slice(0, 5)}${String(month + 1).padStart(2, "0")}-01`;
}

function forEach(days: number): Record<MessageKind, number> {
  return Object.fromEntries(KINDS.map((kind) => [kind, days])) as Record<MessageKind, number>;
}

function lengthOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : null;
}
