import type { PlainDate } from "~/calendar/plain-date";
import { plainDateOf } from "~/calendar/plain-date";
import { LIVE, type MessageKind, type MessageState } from "./message";

/** What the figures ask of one message. */
export interface CountedMessage {
  number: string;
  kind: MessageKind;
  state: MessageState;
  leadUnitCode: string | null;
  streetCode: string | null;
  firstRepliedAt: Date | null;
  /** By which it must be answered now, and by which the first answer was due. */
  answerDueOn: PlainDate;
  firstDueOn: PlainDate;
  /** How often. */
  pauses: number;
  returned: number;
  ratings: readonly { isSatisfied: boolean }[];
}

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
  return [...groups.values()].map((group) => ({ of: group.of, ...counted(group.messages) }));
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

const TIMES: Record<Kept, (one: CountedMessage) => number> = {
  received: () => 1,
  answered: ({ firstRepliedAt }) => Number(firstRepliedAt !== null),
  inTime: ({ firstRepliedAt, firstDueOn }) =>
    Number(firstRepliedAt !== null && plainDateOf(firstRepliedAt) <= firstDueOn),
  open: (one) => Number(isOpen(one)),
  pauses: ({ pauses }) => pauses,
  returned: ({ returned }) => returned,
  rated: ({ ratings }) => ratings.length,
  satisfied: ({ ratings }) => ratings.filter(({ isSatisfied }) => isSatisfied).length,
};

function counted(messages: readonly CountedMessage[]): Omit<FiguresPart<never>, "of"> {
  const openDueOn = new Map<PlainDate, string[]>();
  for (const { number, answerDueOn } of messages.filter(isOpen)) {
    const numbers = openDueOn.get(answerDueOn);
    if (numbers) numbers.push(number);
    else openDueOn.set(answerDueOn, [number]);
  }
  const figures = Object.fromEntries(KEPT.map((name) => [name, 0])) as Record<Kept, number>;
  const rows = Object.fromEntries(KEPT.map((name) => [name, [] as string[]])) as Record<Kept, string[]>;
  for (const one of messages) {
    for (const name of KEPT) {
      const times = TIMES[name](one);
      figures[name] += times;
      if (times > 0) rows[name].push(one.number);
    }
  }
  return { figures, rows, openDueOn };
}

function isOpen({ firstRepliedAt, state }: CountedMessage): boolean {
  return firstRepliedAt === null && (LIVE as readonly string[]).includes(state);
}
