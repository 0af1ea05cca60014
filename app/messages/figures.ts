import type { PlainDate } from "~/calendar/plain-date";
import { plainDateOf } from "~/calendar/plain-date";
import type { Calendar } from "~/calendar/working-days";
import { answerDueOn, type ClockFacts } from "./clocks";
import { LIVE } from "./message";

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

/** One row of figures; every definition stands in the texts of the page. */
export function figuresOf(messages: readonly CountedMessage[], today: PlainDate, calendar: Calendar): Figures {
  const answered = messages.filter(({ firstRepliedAt }) => firstRepliedAt !== null);
  const open = messages.filter((one) => one.firstRepliedAt === null && isLive(one));
  const ratings = messages.flatMap((one) => one.ratings);
  return {
    received: messages.length,
    answered: answered.length,
    inTime: answered.filter((one) => plainDateOf(one.firstRepliedAt!) <= firstDueOn(one, calendar)).length,
    open: open.length,
    late: open.filter((one) => today > answerDueOn(one, calendar)).length,
    pauses: sum(messages.map(({ questions }) => questions.length)),
    returned: sum(messages.map(({ returnCount }) => returnCount)),
    rated: ratings.length,
    satisfied: ratings.filter(({ isSatisfied }) => isSatisfied).length,
  };
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
