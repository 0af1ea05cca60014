import type { Actor } from "~/accounts/actor";
import { addDays, daysBetween, weekdayOf, type PlainDate } from "~/calendar/plain-date";

/** The parts of the platform that ask people to do something; each has its own query of the type `AgendaQuery`. */
export const MODULES = [
  "consultations",
  "policies",
  "messages",
  "quality",
  "nominations",
  "inspections",
  "media",
] as const;
export type Module = (typeof MODULES)[number];

/** All that somebody can be asked to do, in the order in which it stands within one day. */
export const TASKS = [
  "sign_withdrawal",
  "sign_exception",
  "sign_change",
  "decide_report",
  "approve_attributes",
  "sign_extension",
  "verify_paper",
  "sign",
  "sign_outcome",
  "sign_cases",
  "sign_words",
  "review",
  "review_outcome",
  "review_nomination",
  "decide_objection",
  "dispatch_message",
  "check_message",
  "answer_message",
  "keep_message",
  "complete",
  "process",
  "release_policy",
  "interpret",
  "reinterpret",
  "rectify_attribute",
  "decide_attribute",
  "close_rectification",
  "judge_sample",
  "publish_review",
  "recheck_interpretation",
  "order_reinterpretation",
  "report_quality",
  "answer_question",
  "publish_cases",
  "select_cases",
  "score_nomination",
  "finish_nomination",
  "nominate",
  "prepare",
  "supervise",
  "await_review",
  "await_outcome",
  "await_proposal",
] as const;
export type Task = (typeof TASKS)[number];

/** What this person handed on and others hold now: shown when asked for, never among what is to be done. */
const WAITING: ReadonlySet<Task> = new Set(["await_review", "await_outcome", "await_proposal"]);

/** How near the day is. `week` is what is left of this week, today included; a week ends on Sunday. */
export const CLOCKS = ["overdue", "today", "week", "later", "none", "waiting"] as const;
export type Clock = (typeof CLOCKS)[number];

export interface AgendaFilter {
  /** Words of the title. */
  q: string;
  unit: string;
  module: Module | null;
  task: Task | null;
  clock: Clock | null;
}

export interface AgendaEntry {
  module: Module;
  task: Task;
  /** Names the matter within its module: a slug, a number. */
  subject: string;
  title: string;
  unitName: string;
  /** The day that makes it urgent; null when none is set. */
  dueOn: PlainDate | null;
  /** Where it is done, without BASE_PATH. */
  href: string;
  /** How much of it is still open, when it consists of many. */
  progress: { open: number; all: number } | null;
}

/** How many things of one kind fall on one day. */
export interface AgendaDay {
  task: Task;
  dueOn: PlainDate | null;
  count: number;
}

/** What one module contributes. */
export interface AgendaPart {
  /** Counted in SQL, whatever `task` and `clock` of the filter say: the counters and totals come from here. */
  days: AgendaDay[];
  /** The `first` nearest that fit the whole filter, nearest first, in an order that a greater `first` only prolongs. */
  entries: AgendaEntry[];
}

export interface AgendaWish<Deps> {
  actor: Actor;
  filter: AgendaFilter;
  /** How many entries are enough. */
  first: number;
  today: PlainDate;
  deps: Deps;
}

export type AgendaQuery<Deps> = (wish: AgendaWish<Deps>) => Promise<AgendaPart>;

/** Whether it is shown under this filter of task and clock. */
export function fits({ task, dueOn }: Omit<AgendaDay, "count">, filter: AgendaFilter, today: PlainDate): boolean {
  if (filter.task && filter.task !== task) return false;
  if (filter.clock) return isIn(filter.clock, { task, dueOn }, today);
  return filter.task !== null || !WAITING.has(task);
}

function isIn(clock: Clock, { task, dueOn }: Omit<AgendaDay, "count">, today: PlainDate): boolean {
  if (WAITING.has(task) || clock === "waiting") return WAITING.has(task) && clock === "waiting";
  if (dueOn === null || clock === "none") return dueOn === null && clock === "none";
  switch (clock) {
    case "overdue":
      return dueOn < today;
    case "today":
      return dueOn === today;
    case "week":
      return dueOn >= today && dueOn <= endOfWeek(today);
    case "later":
      return dueOn > endOfWeek(today);
  }
}

function endOfWeek(today: PlainDate): PlainDate {
  return addDays(today, (7 - weekdayOf(today)) % 7);
}

export interface Agenda {
  rows: (AgendaEntry & { left: number | null })[];
  /** How many fit the filter, and how many of them the pages reach. */
  total: number;
  reached: number;
  counters: Record<Clock, number>;
  /** How many there are of each kind, under the rest of the filter. */
  tasks: { task: Task; count: number }[];
}

/** Pages end here: whoever has more to do than this narrows the list. It bounds what a page reads. */
export const MOST_REACHED = 1_000;

/** One page of what all modules contribute, the nearest day first and what has no day last. */
export function mergeAgenda(
  parts: readonly AgendaPart[],
  filter: AgendaFilter,
  { page, pageSize, today }: { page: number; pageSize: number; today: PlainDate },
): Agenda {
  const days = parts.flatMap((part) => part.days);
  const total = sum(days.filter((day) => fits(day, filter, today)));
  const rows = parts.flatMap(({ entries }) => entries).sort(byUrgency);
  const tasks = TASKS.map((task) => ({ task, count: sum(days.filter((day) => day.task === task)) }));
  const counters = CLOCKS.map((clock) => [clock, sum(days.filter((day) => isIn(clock, day, today)))]);
  return {
    rows: rows.slice((page - 1) * pageSize, page * pageSize).map((row) => ({ ...row, left: daysLeft(row, today) })),
    total,
    reached: Math.min(total, MOST_REACHED),
    counters: Object.fromEntries(counters) as Record<Clock, number>,
    tasks: tasks.filter(({ count }) => count > 0),
  };
}

/** Days from today; below 0 when the day is past. */
function daysLeft({ dueOn }: AgendaEntry, today: PlainDate): number | null {
  return dueOn === null ? null : daysBetween(today, dueOn);
}

/** Leaves equals in the order in which their module named them, so that pages never overlap. */
export function byUrgency(a: Omit<AgendaDay, "count">, b: Omit<AgendaDay, "count">): number {
  if (a.dueOn === b.dueOn) return TASKS.indexOf(a.task) - TASKS.indexOf(b.task);
  if (a.dueOn === null || b.dueOn === null) return a.dueOn === null ? 1 : -1;
  return a.dueOn < b.dueOn ? -1 : 1;
}

function sum(days: readonly AgendaDay[]): number {
  return days.reduce((total, { count }) => total + count, 0);
}
