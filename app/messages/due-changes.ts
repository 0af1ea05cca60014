import type { CalendarVersion } from "~/calendar/calendar-versions";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { CountRow } from "~/calendar/working-days";
import { runningClocks, type ClockFacts, type ClockSettings, type Step } from "./clocks";
import { asAsked, OFFICE_HELD, UNIT_HELD, type MessageAct, type MessageState } from "./message";
import { EVENTS, replay } from "./path";

/** A due day that a change of the calendar moved while its clock ran. */
export interface DueChange {
  at: Date;
  step: Exclude<Step, "promise">;
  before: PlainDate;
  after: PlainDate;
  /** The new count, day by day. */
  rows: CountRow[];
}

type Asked = Parameters<typeof asAsked>[0];
export type DueFacts = Omit<ClockFacts, "questions"> & { asked: readonly Asked[] };

interface Done {
  act: string;
  at: Date;
  toUnitCode?: string | null;
}

/**
 * The due days of a message that changes of the calendar moved, oldest first: at each change, the clocks that ran then are
 * counted with the calendar before and after it. An answer that was given stopped its clock, and nothing moves it. All
 * of the message's steps are needed, those that stay inside too.
 */
export function dueChanges(
  facts: DueFacts,
  steps: readonly Done[],
  versions: readonly CalendarVersion[],
  settings: ClockSettings,
): DueChange[] {
  return versions
    .filter(({ at }) => at >= facts.receivedAt)
    .flatMap(({ at, before, after }) => {
      const then = factsAt(facts, steps, at);
      if (!isHeld(then)) return [];
      const was = runningClocks(then, at, before, settings);
      return runningClocks(then, at, after, settings).flatMap(({ step, dueOn, rows }) => {
        const old = was.find((clock) => clock.step === step);
        const isMoved = old && old.dueOn !== dueOn && step !== "promise";
        return isMoved ? [{ at, step, before: old.dueOn, after: dueOn, rows }] : [];
      });
    });
}

function isHeld({ state, leadUnitCode }: ClockFacts): boolean {
  return isOneOf(OFFICE_HELD, state) || (isOneOf(UNIT_HELD, state) && leadUnitCode !== null);
}

function isOneOf(states: readonly MessageState[], state: MessageState): boolean {
  return states.includes(state);
}

/** The message as it stood at an instant: what was done later had not happened. */
function factsAt(facts: DueFacts, steps: readonly Done[], now: Date): ClockFacts {
  const done = steps.filter(({ at }) => at <= now);
  const last = (act: MessageAct) => done.findLast((step) => step.act === act)?.at ?? null;
  const events = done.map(({ act, at, toUnitCode = null }) => {
    return { kind: EVENTS[act as MessageAct], at: at.toISOString(), payload: { unit: toUnitCode } };
  });
  const asked = facts.asked.filter(({ askedAt }) => askedAt <= now);
  return {
    ...facts,
    ...replay(events),
    clockFrom: plainDateOf(last("reopen") ?? facts.receivedAt),
    extendedAt: last("extend"),
    questions: asked.map((question) => {
      const { answeredAt } = question;
      return asAsked({ ...question, answeredAt: answeredAt && answeredAt <= now ? answeredAt : null });
    }),
  };
}
