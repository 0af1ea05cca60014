import { holds, isSamePerson, type Actor, type Role } from "~/accounts/actor";
import { daysBetween, plainDateOf, type PlainDate } from "~/calendar/plain-date";
import { dueOn, type Calendar } from "~/calendar/working-days";
import { shownState, type PeriodFacts, type ProposedAct, type ShownState } from "./consultation";

/** What somebody has to do next about a consultation. */
export const TASKS = [
  "prepare",
  "review",
  "sign",
  "sign_extension",
  "sign_withdrawal",
  "process",
  "complete",
  "review_outcome",
  "sign_outcome",
  "supervise",
] as const;

export type Task = (typeof TASKS)[number];

export interface AgendaFacts extends PeriodFacts {
  unitCode: string;
  outcomeDays: number;
  submittedById: string | null;
  passedById: string | null;
  outcomeSubmittedById: string | null;
  outcomePassedById: string | null;
  proposal: { act: ProposedAct; proposedById: string } | null;
}

export interface AgendaItem {
  task: Task;
  state: ShownState;
  /** The day that makes it urgent; null when none is set yet. */
  dueOn: PlainDate | null;
  /** Days from today; below 0 when the day is past. */
  left: number | null;
}

/**
 * What this person has to do about the consultation now, each with the day by which it matters: a review before the
 * first day, processing before the last, an outcome before its clock runs out. Who submitted or passed is not asked to
 * review or sign it.
 */
export function agendaOf(facts: AgendaFacts, actor: Actor, now: Date, calendar: Calendar): AgendaItem[] {
  const state = shownState(facts, now);
  const today = plainDateOf(now);
  const due = daysOf(facts, calendar);
  return tasksOf(facts, state, actor, today, due).map(({ task, day }) => ({
    task,
    state,
    dueOn: day,
    left: day === null ? null : daysBetween(today, day),
  }));
}

/** The nearest day first; what has no day comes last. */
export function byUrgency(a: AgendaItem, b: AgendaItem): number {
  if (a.dueOn === b.dueOn) return TASKS.indexOf(a.task) - TASKS.indexOf(b.task);
  if (a.dueOn === null || b.dueOn === null) return a.dueOn === null ? 1 : -1;
  return a.dueOn < b.dueOn ? -1 : 1;
}

interface Days {
  opensOn: PlainDate | null;
  closesOn: PlainDate | null;
  outcomeDueOn: PlainDate | null;
}

function daysOf({ opensOn, closesOn, outcomeDays }: AgendaFacts, calendar: Calendar): Days {
  return { opensOn, closesOn, outcomeDueOn: closesOn && dueOn(closesOn, outcomeDays, calendar) };
}

interface Due {
  task: Task;
  day: PlainDate | null;
}

function tasksOf(facts: AgendaFacts, state: ShownState, actor: Actor, today: PlainDate, days: Days): Due[] {
  const is = (role: Role) => holds(actor, role, facts.unitCode);
  const isNot = (...ids: (string | null)[]) => !ids.some((id) => isSamePerson(actor, id));
  const tasks: Due[] = [];
  const add = (applies: boolean, task: Task, day: PlainDate | null) => void (applies && tasks.push({ task, day }));
  const { submittedById, passedById, outcomeSubmittedById, outcomePassedById, proposal } = facts;
  switch (state) {
    case "preparing":
      add(is("handling_officer"), "prepare", days.opensOn);
      break;
    case "in_review":
      add(!passedById && is("reviewer") && isNot(submittedById), "review", days.opensOn);
      add(!!passedById && is("approver") && isNot(submittedById, passedById), "sign", days.opensOn);
      break;
    case "open":
      add(is("handling_officer"), "process", days.closesOn);
      break;
    case "closed":
      add(is("handling_officer"), "complete", days.outcomeDueOn);
      break;
    case "outcome_in_review":
      add(!outcomePassedById && is("reviewer") && isNot(outcomeSubmittedById), "review_outcome", days.outcomeDueOn);
      add(
        !!outcomePassedById && is("approver") && isNot(outcomeSubmittedById, outcomePassedById),
        "sign_outcome",
        days.outcomeDueOn,
      );
      break;
    default:
  }
  const maySign = proposal !== null && is("approver") && isNot(proposal.proposedById);
  const isWaiting = state === "approved" || state === "open" || state === "closed" || state === "outcome_in_review";
  add(
    maySign && proposal?.act === "extend" && (state === "approved" || state === "open"),
    "sign_extension",
    days.closesOn,
  );
  add(maySign && proposal?.act === "withdraw" && isWaiting, "sign_withdrawal", today);
  const isLate = days.outcomeDueOn !== null && days.outcomeDueOn < today;
  const owesOutcome = state === "closed" || state === "outcome_in_review";
  add(owesOutcome && isLate && holds(actor, "supervisor") && tasks.length === 0, "supervise", days.outcomeDueOn);
  return tasks;
}
