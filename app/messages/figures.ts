import type { PlainDate } from "~/calendar/plain-date";
import { plainDateOf } from "~/calendar/plain-date";
import type { Calendar } from "~/calendar/working-days";
import { answerDueOn, type ClockFacts } from "./clocks";
import { LIVE, type MessageKind } from "./message";

/** What the figures ask of one message. */
export type CountedMessage = ClockFacts & {
  firstRepliedAt: Date | null;
  reopenedAt: Date | null;
  returnCount: number;
  ratings: readonly { isSatisfied: boolean }[];
};

export interface Figures {
  received: number;
  answered: number;
  inTime: number;
  open: number;
  late: number;
  pauses: number;
  returned: number;
  rated: number;
  satisfied: number;
}

/** The figures of a part of the messages. What is late among the open ones is a matter of the day it is asked. */
export interface FiguresPart {
  unit: string | null;
  kind: MessageKind;
  figures: Omit<Figures, "late">;
  /** How many of the open ones are due on which day. */
  openDueOn: ReadonlyMap<PlainDate, number>;
}

/** The messages of each unit and kind, counted. */
export function partsOf(messages: readonly CountedMessage[], calendar: Calendar): FiguresPart[] {
  const groups = new Map<string, CountedMessage[]>();
  for (const one of messages) {
    const key = `${one.kind} ${one.leadUnitCode ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => partOf(group, calendar));
}

/** One row of figures; every definition stands in the texts of the page. */
export function figuresOf(parts: readonly FiguresPart[], today: PlainDate): Figures {
  const total = { ...NOTHING };
  for (const { figures, openDueOn } of parts) {
    for (const name of COUNTED) total[name] += figures[name];
    for (const [dueOn, count] of openDueOn) total.late += today > dueOn ? count : 0;
  }
  return total;
}

const COUNTED = ["received", "answered", "inTime", "open", "pauses", "returned", "rated", "satisfied"] as const;
const NOTHING: Figures = {
  ...{ received: 0, answered: 0, inTime: 0, open: 0, late: 0 },
  ...{ pauses: 0, returned: 0, rated: 0, satisfied: 0 },
};

function partOf(messages: readonly CountedMessage[], calendar: Calendar): FiguresPart {
  const [{ kind, leadUnitCode: unit }] = messages as [CountedMessage];
  const answered = messages.filter(({ firstRepliedAt }) => firstRepliedAt !== null);
  const open = messages.filter((one) => one.firstRepliedAt === null && isLive(one));
  const ratings = messages.flatMap((one) => one.ratings);
  const openDueOn = new Map<PlainDate, number>();
  for (const one of open) {
    const dueOn = answerDueOn(one, calendar);
    openDueOn.set(dueOn, (openDueOn.get(dueOn) ?? 0) + 1);
  }
  const figures = {
    received: messages.length,
    answered: answered.length,
    inTime: answered.filter((one) => plainDateOf(one.firstRepliedAt!) <= firstDueOn(one, calendar)).length,
    open: open.length,
    pauses: sum(messages.map(({ questions }) => questions.length)),
    returned: sum(messages.map(({ returnCount }) => returnCount)),
    rated: ratings.length,
    satisfied: ratings.filter(({ isSatisfied }) => isSatisfied).length,
  };
  return { unit, kind, figures, openDueOn };
}

/** The day the first answer was due: a reopening began another clock, and does not move this one. */
function firstDueOn(message: CountedMessage, calendar: Calendar): PlainDate {
  return answerDueOn({ ...message, clockFrom: plainDateOf(message.receivedAt) }, calendar);
}

function isLive({ state }: CountedMessage): boolean {
  return (LIVE as readonly string[]).includes(state);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
