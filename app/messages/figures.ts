import type { PlainDate } from "~/calendar/plain-date";
import { plainDateOf } from "~/calendar/plain-date";
import type { Calendar } from "~/calendar/working-days";
import { answerDueOn, type ClockFacts } from "./clocks";
import { LIVE } from "./message";

/** What the figures ask of one message. */
export type CountedMessage = ClockFacts & {
  number: string;
  streetCode: string | null;
  firstRepliedAt: Date | null;
  reopenedAt: Date | null;
  returnCount: number;
  ratings: readonly { isSatisfied: boolean }[];
};

/** What is counted of messages, in the order of the tables. */
export const COUNTED = [
  "received",
  "answered",
  "inTime",
  "open",
  "late",
  "pauses",
  "returned",
  "rated",
  "satisfied",
] as const;
type Counted = (typeof COUNTED)[number];
export type Figures = Record<Counted, number>;

/** The names by which a figure opens to its rows, as they stand in addresses. */
export const FIGURE_ROWS = {
  answered: "answered",
  inTime: "in_time",
  open: "open",
  late: "late",
  pauses: "paused",
  returned: "returned",
  rated: "rated",
  satisfied: "satisfied",
} as const satisfies Record<Exclude<Counted, "received">, string>;
export type FigureRows = (typeof FIGURE_ROWS)[keyof typeof FIGURE_ROWS];

type Kept = Exclude<Counted, "late">;

/** The figures of one part of the messages. What is late among the open ones is a matter of the day it is asked. */
export interface FiguresPart<K> {
  of: K;
  figures: Record<Kept, number>;
  /** The numbers of the messages behind each figure. */
  rows: Record<Kept, readonly string[]>;
  openDueOn: ReadonlyMap<PlainDate, readonly string[]>;
}

/** The messages, counted in the parts that `partOf` puts them into. */
export function partsOf<K extends object>(
  messages: readonly CountedMessage[],
  calendar: Calendar,
  partOf: (message: CountedMessage) => K,
): FiguresPart<K>[] {
  const groups = new Map<string, { of: K; messages: CountedMessage[] }>();
  for (const one of messages) {
    const of = partOf(one);
    const key = JSON.stringify(of);
    const group = groups.get(key);
    if (group) group.messages.push(one);
    else groups.set(key, { of, messages: [one] });
  }
  return [...groups.values()].map((group) => ({ of: group.of, ...counted(group.messages, calendar) }));
}

/** One row of figures; every definition stands in the texts of the page. */
export function figuresOf(parts: readonly FiguresPart<unknown>[], today: PlainDate): Figures {
  const total = Object.fromEntries(COUNTED.map((name) => [name, 0])) as Figures;
  for (const { figures, openDueOn } of parts) {
    for (const name of KEPT) total[name] += figures[name];
    for (const [dueOn, numbers] of openDueOn) total.late += today > dueOn ? numbers.length : 0;
  }
  return total;
}

/** The numbers of the messages behind a figure, the newest first. */
export function rowsOf(parts: readonly FiguresPart<unknown>[], name: Counted, today: PlainDate): string[] {
  const numbers = parts.flatMap(({ rows, openDueOn }) =>
    name === "late" ? [...openDueOn].flatMap(([dueOn, late]) => (today > dueOn ? late : [])) : rows[name],
  );
  return numbers.sort((a, b) => (a < b ? 1 : -1));
}

const KEPT = COUNTED.filter((name) => name !== "late");

function counted(messages: readonly CountedMessage[], calendar: Calendar): Omit<FiguresPart<never>, "of"> {
  const isOpen = (one: CountedMessage) => one.firstRepliedAt === null && isLive(one);
  const openDueOn = new Map<PlainDate, string[]>();
  for (const one of messages.filter(isOpen)) {
    const dueOn = answerDueOn(one, calendar);
    openDueOn.set(dueOn, [...(openDueOn.get(dueOn) ?? []), one.number]);
  }
  const timesOf: Record<Kept, (one: CountedMessage) => number> = {
    received: () => 1,
    answered: (one) => Number(one.firstRepliedAt !== null),
    inTime: (one) => Number(isInTime(one, calendar)),
    open: (one) => Number(isOpen(one)),
    pauses: ({ questions }) => questions.length,
    returned: ({ returnCount }) => returnCount,
    rated: ({ ratings }) => ratings.length,
    satisfied: ({ ratings }) => ratings.filter(({ isSatisfied }) => isSatisfied).length,
  };
  const figures = {} as Record<Kept, number>;
  const rows = {} as Record<Kept, string[]>;
  for (const name of KEPT) {
    const times = messages.map((one) => ({ number: one.number, times: timesOf[name](one) }));
    figures[name] = times.reduce((sum, one) => sum + one.times, 0);
    rows[name] = times.filter((one) => one.times > 0).map(({ number }) => number);
  }
  return { figures, rows, openDueOn };
}

/** By the day the first answer was due: a reopening began another clock, and does not move this one. */
function isInTime(message: CountedMessage, calendar: Calendar): boolean {
  if (message.firstRepliedAt === null) return false;
  const dueOn = answerDueOn({ ...message, clockFrom: plainDateOf(message.receivedAt) }, calendar);
  return plainDateOf(message.firstRepliedAt) <= dueOn;
}

function isLive({ state }: CountedMessage): boolean {
  return (LIVE as readonly string[]).includes(state);
}
