import type { Role } from "~/accounts/actor";
import type { Task } from "~/agenda/agenda";
import type { PlainDate } from "~/calendar/plain-date";
import { dueOn, type Calendar } from "~/calendar/working-days";
import type { ProposedAct, ShownState } from "./consultation";

type Submission = "submittedById" | "passedById" | "outcomeSubmittedById" | "outcomePassedById";

/** When somebody is asked to do something about a consultation, and the day by which it matters. */
export interface Work {
  task: Task;
  role: Role;
  states: readonly ShownState[];
  /** A review before the first day, processing before the last, an outcome before its clock runs out. */
  clock: "first_day" | "last_day" | "outcome" | "today";
  /** Whether the reviewer has passed it: before, it is the reviewer's turn, afterwards the approver's. */
  passed?: { by: Submission; is: boolean };
  /** Whoever did one of these is not asked: submitter, reviewer and approver are three people. */
  notBy?: readonly Submission[];
  /** Only whoever did this is told. */
  onlyBy?: Submission;
  /** A proposal waits: for others to sign, or one's own. */
  proposal?: { acts: readonly ProposedAct[]; isOwn: boolean };
  /** The office watches what is late in the units where it does not work itself. */
  isWatched?: true;
}

const RUNNING = ["approved", "open", "closed", "outcome_in_review"] as const;

/** All the work there is on consultations; read by the desk's query alone. */
export const WORK: readonly Work[] = [
  { task: "prepare", role: "handling_officer", states: ["preparing"], clock: "first_day" },
  {
    ...{ task: "review", role: "reviewer", states: ["in_review"], clock: "first_day" },
    ...{ passed: { by: "passedById", is: false }, notBy: ["submittedById"] },
  },
  {
    ...{ task: "sign", role: "approver", states: ["in_review"], clock: "first_day" },
    ...{ passed: { by: "passedById", is: true }, notBy: ["submittedById", "passedById"] },
  },
  { task: "process", role: "handling_officer", states: ["open"], clock: "last_day" },
  { task: "complete", role: "handling_officer", states: ["closed"], clock: "outcome" },
  {
    ...{ task: "review_outcome", role: "reviewer", states: ["outcome_in_review"], clock: "outcome" },
    ...{ passed: { by: "outcomePassedById", is: false }, notBy: ["outcomeSubmittedById"] },
  },
  {
    ...{ task: "sign_outcome", role: "approver", states: ["outcome_in_review"], clock: "outcome" },
    ...{ passed: { by: "outcomePassedById", is: true }, notBy: ["outcomeSubmittedById", "outcomePassedById"] },
  },
  {
    ...{ task: "sign_extension", role: "approver", states: ["approved", "open"], clock: "last_day" },
    proposal: { acts: ["extend"], isOwn: false },
  },
  {
    ...{ task: "sign_withdrawal", role: "approver", states: RUNNING, clock: "today" },
    proposal: { acts: ["withdraw"], isOwn: false },
  },
  {
    ...{ task: "supervise", role: "supervisor", states: ["closed", "outcome_in_review"], clock: "outcome" },
    isWatched: true,
  },
  {
    ...{ task: "await_review", role: "handling_officer", states: ["in_review"], clock: "first_day" },
    onlyBy: "submittedById",
  },
  {
    ...{ task: "await_outcome", role: "handling_officer", states: ["outcome_in_review"], clock: "outcome" },
    onlyBy: "outcomeSubmittedById",
  },
  {
    ...{ task: "await_proposal", role: "handling_officer", states: RUNNING, clock: "last_day" },
    proposal: { acts: ["extend", "withdraw"], isOwn: true },
  },
];

/** Consultations whose clock shows the same day. */
export interface ClockGroup {
  /** First or last day, whichever the clock is read from; null when none is set or the clock is today's. */
  day: PlainDate | null;
  outcomeDays: number | null;
  count: number;
}

/** The day by which the work matters, for all consultations of the group. */
export function workDueOn(
  work: Pick<Work, "clock">,
  group: ClockGroup,
  today: PlainDate,
  calendar: Calendar,
): PlainDate | null {
  if (work.clock === "today") return today;
  if (work.clock !== "outcome" || group.day === null || group.outcomeDays === null) return group.day;
  return dueOn(group.day, group.outcomeDays, calendar);
}
