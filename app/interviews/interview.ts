import { isSamePerson, type Actor } from "~/accounts/actor";
import type { Reason } from "~/platform/refusal";
import { mayAct } from "./permissions";
import { because } from "./reasons";

/** What the database keeps. Whether an announced interview is live is a matter of the clock. */
export const STORED_STATES = ["preparing", "in_review", "announced", "ended", "closed", "cancelled"] as const;
export const SHOWN_STATES = ["preparing", "in_review", "announced", "live", "ended", "closed", "cancelled"] as const;
export type StoredState = (typeof STORED_STATES)[number];
export type ShownState = (typeof SHOWN_STATES)[number];

/** Nobody outside the unit may learn of an interview in any other state. */
const PUBLIC_STATES = ["announced", "live", "ended", "closed", "cancelled"] as const satisfies readonly ShownState[];

export const ACTS = [
  "edit",
  "submit",
  "return",
  "announce",
  "cancel",
  "post",
  "show",
  "decline",
  "answer",
  "correct",
  "end",
  "close",
] as const;
export type Act = (typeof ACTS)[number];

interface Transition {
  act: Act;
  from: readonly ShownState[];
  /** The state kept afterwards; null when the act changes none. */
  to: StoredState | null;
}

/** Every act that is possible and where it leads; what is not listed does not happen. */
const TRANSITIONS: readonly Transition[] = [
  { act: "edit", from: ["preparing"], to: null },
  { act: "submit", from: ["preparing"], to: "in_review" },
  { act: "return", from: ["in_review"], to: "preparing" },
  { act: "announce", from: ["in_review"], to: "announced" },
  { act: "cancel", from: ["announced", "live"], to: "cancelled" },
  { act: "post", from: ["announced", "live"], to: null },
  { act: "show", from: ["announced", "live", "ended"], to: null },
  { act: "decline", from: ["announced", "live", "ended"], to: null },
  { act: "answer", from: ["live", "ended"], to: null },
  { act: "correct", from: ["live", "ended", "closed"], to: null },
  { act: "end", from: ["live"], to: "ended" },
  { act: "close", from: ["ended"], to: "closed" },
];

/** What the rules need to know of an interview; the names are those of its record. */
export interface InterviewFacts {
  unitCode: string;
  state: StoredState;
  beginsAt: Date;
  submittedById: string | null;
  endedById: string | null;
}

/** Where its questions stand: without an end they keep the record open. */
export interface QuestionCounts {
  pending: number;
  /** Shown and not answered. */
  waiting: number;
  answered: number;
}

export function storedState(text: string): StoredState {
  const state = STORED_STATES.find((known) => known === text);
  if (!state) throw new RangeError(`Not a state of an interview: ${text}`);
  return state;
}

/** The state at an instant, as people are told: an announced interview is live from its first minute on. */
export function shownState({ state, beginsAt }: Pick<InterviewFacts, "state" | "beginsAt">, now: Date): ShownState {
  return state === "announced" && now >= beginsAt ? "live" : state;
}

export function isPublic(state: ShownState): boolean {
  return (PUBLIC_STATES as readonly ShownState[]).includes(state);
}

export function transitionOf(
  act: Act,
  facts: Pick<InterviewFacts, "state" | "beginsAt">,
  now: Date,
): Transition | null {
  const state = shownState(facts, now);
  return TRANSITIONS.find((row) => row.act === act && row.from.includes(state)) ?? null;
}

/**
 * Every reason why this person cannot do this act now: the right, the state, and two different people for the
 * announcement and for the record. `post` belongs to the instant the request arrived.
 */
export function refusals(act: Act, facts: InterviewFacts, actor: Actor, now: Date): Reason[] {
  const state = shownState(facts, now);
  const isOwn =
    ((act === "announce" || act === "return") && isSamePerson(actor, facts.submittedById)) ||
    (act === "close" && isSamePerson(actor, facts.endedById));
  return [
    ...(mayAct(actor, act, facts, state) ? [] : [because("interview_no_right")]),
    ...(transitionOf(act, facts, now) ? [] : [stateReason(act, state)]),
    ...(isOwn ? [because("interview_same_person")] : []),
  ];
}

/** The record is complete when every question has its answer or the reason why it has none. */
export function closeReasons({ pending, waiting }: QuestionCounts): Reason[] {
  const open = pending + waiting;
  return open > 0 ? [because("questions_without_end", undefined, { count: open })] : [];
}

/** What was answered in public is not called off. */
export function cancelReasons({ answered }: QuestionCounts): Reason[] {
  return answered > 0 ? [because("interview_begun", undefined, { count: answered })] : [];
}

/** Announced for a time to come. */
export function announceReasons({ beginsAt }: Pick<InterviewFacts, "beginsAt">, now: Date): Reason[] {
  return beginsAt <= now ? [because("begins_in_past", "beginsAt")] : [];
}

function stateReason(act: Act, state: ShownState): Reason {
  if (act !== "post") return because("interview_not_possible");
  if (state === "cancelled") return because("interview_cancelled");
  return because("questions_closed");
}
