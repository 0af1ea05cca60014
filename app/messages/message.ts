import type { PlainDate } from "~/calendar/plain-date";
import { addDays, plainDateOf } from "~/calendar/plain-date";

export const KINDS = ["enquiry", "suggestion", "complaint", "help", "tip_off"] as const;
export type MessageKind = (typeof KINDS)[number];

export const STATES = [
  "received",
  "accepted",
  "declined",
  "assigned",
  "returned",
  "waiting",
  "reply_in_review",
  "replied",
  "rated",
  "reopened",
  "referred",
  "merged",
  "withdrawn",
  "closed",
] as const;
export type MessageState = (typeof STATES)[number];

/** The open-government office has it and must hand it on. */
export const OFFICE_HELD = ["received", "accepted", "returned", "reopened"] as const satisfies readonly MessageState[];

/** The lead unit has it and must answer it. */
export const UNIT_HELD = ["assigned", "waiting", "reply_in_review"] as const satisfies readonly MessageState[];

export const LIVE = [...OFFICE_HELD, ...UNIT_HELD] as const;
export const ANSWERED = ["replied", "rated", "closed"] as const satisfies readonly MessageState[];
const ENDED = [...ANSWERED, "declined", "referred", "merged", "withdrawn"] as const;

export const CHANNELS = ["online", "phone", "visit", "letter", "hotline"] as const;
export type MessageChannel = (typeof CHANNELS)[number];

/** 来电, 来访, 来信, 12345: what staff enter. */
export const ENTERED_CHANNELS = CHANNELS.slice(1) as ["phone", "visit", "letter", "hotline"];

export const SUBMITTERS = ["person", "company", "organisation"] as const;

/** How an answer ends it: 已答复, 已解决, 承诺办理. */
export const RESOLUTIONS = ["answered", "solved", "promised"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export const ACTS = [
  "accept",
  "decline",
  "refer",
  "change_kind",
  "recuse",
  "merge",
  "assign",
  "take_back",
  "return_assignment",
  "hand_over",
  "stand_aside",
  "ask",
  "answer",
  "extend",
  "note",
  "draft",
  "submit",
  "return",
  "approve",
  "rate",
  "reopen",
  "keep_promise",
  "correct",
  "approve_correction",
  "refuse_correction",
  "withhold",
  "withdraw_consent",
  "withdraw",
  "close",
  "open_identity",
  "recount",
  "release",
  "erase",
] as const;
export type MessageAct = (typeof ACTS)[number];

export interface Transition {
  act: MessageAct;
  from: readonly MessageState[];
  /** The state kept afterwards; null when the act changes none. */
  to: MessageState | null;
}

const BEFORE_ASSIGNMENT = ["received", "accepted", "returned"] as const;
const HANDLED = ["assigned", "waiting"] as const;
const REPLIED = ["replied", "rated"] as const;

/** Every act that is possible and where it leads; what is not listed does not happen. */
export const TRANSITIONS: readonly Transition[] = [
  { act: "accept", from: ["received"], to: "accepted" },
  { act: "decline", from: BEFORE_ASSIGNMENT, to: "declined" },
  { act: "refer", from: BEFORE_ASSIGNMENT, to: "referred" },
  { act: "change_kind", from: BEFORE_ASSIGNMENT, to: null },
  { act: "recuse", from: LIVE, to: null },
  { act: "merge", from: [...BEFORE_ASSIGNMENT, "assigned"], to: "merged" },
  { act: "assign", from: LIVE, to: "assigned" },
  { act: "take_back", from: UNIT_HELD, to: "accepted" },

  { act: "return_assignment", from: ["assigned"], to: "returned" },
  { act: "hand_over", from: UNIT_HELD, to: null },
  { act: "stand_aside", from: LIVE, to: null },
  { act: "ask", from: ["assigned"], to: "waiting" },
  { act: "answer", from: ["waiting"], to: "assigned" },
  // The pause ended by the clock and the work went on; the answer is taken all the same.
  { act: "answer", from: ["assigned", "reply_in_review"], to: null },
  { act: "extend", from: HANDLED, to: null },
  { act: "note", from: [...LIVE, ...ANSWERED], to: null },
  { act: "draft", from: HANDLED, to: null },
  { act: "submit", from: ["assigned"], to: "reply_in_review" },
  { act: "return", from: ["reply_in_review"], to: "assigned" },
  { act: "approve", from: ["reply_in_review"], to: "replied" },

  { act: "rate", from: ["replied"], to: "rated" },
  { act: "reopen", from: REPLIED, to: "reopened" },
  { act: "keep_promise", from: REPLIED, to: null },
  { act: "close", from: REPLIED, to: "closed" },
  { act: "correct", from: ANSWERED, to: null },
  { act: "approve_correction", from: ANSWERED, to: null },
  { act: "refuse_correction", from: ANSWERED, to: null },
  { act: "withhold", from: ANSWERED, to: null },

  { act: "withdraw", from: LIVE, to: "withdrawn" },
  { act: "withdraw_consent", from: STATES, to: null },
  { act: "open_identity", from: STATES, to: null },
  // The lengths of the clocks were set anew: see `setClocks`.
  { act: "recount", from: OFFICE_HELD, to: null },
  // The message it was merged into went without an answer: this one is a matter of its own again.
  { act: "release", from: ["merged"], to: "accepted" },
  { act: "erase", from: ENDED, to: null },
];

/** A question to the sender. It stops the clock from the day after it until the answer, at most until `endsOn`. */
export interface QuestionFacts {
  askedOn: PlainDate;
  endsOn: PlainDate;
  answeredOn: PlainDate | null;
}

/** The record of a question as the rules ask for it: instants become days in Shanghai. */
export function asAsked(question: { askedAt: Date; endsOn: string; answeredAt: Date | null }): QuestionFacts {
  const { askedAt, endsOn, answeredAt } = question;
  return { askedOn: plainDateOf(askedAt), endsOn, answeredOn: answeredAt && plainDateOf(answeredAt) };
}

/** What the rules need to know of a message; the names are those of its record. */
export interface MessageFacts {
  kind: MessageKind;
  state: MessageState;
  receivedAt: Date;
  acceptedAt: Date | null;
  leadUnitCode: string | null;
  officerId: string | null;
  assistingUnits: readonly string[];
  recusedUnits: readonly string[];
  recusedIds: readonly string[];
  /** Officers with a stake in it (利害关系): they stand aside, and it is not about them. */
  interestedIds: readonly string[];
  returnCount: number;
  clockFrom: PlainDate;
  clockDays: number;
  extendedDays: number;
  extendedAt: Date | null;
  /** Oldest first. */
  questions: readonly QuestionFacts[];
  /** The author of the reply, or of the correction, that waits for its second person. */
  replyAuthorId: string | null;
  correctionAuthorId: string | null;
  /** Who wrote the answers given so far. */
  repliedByIds: readonly string[];
  firstRepliedAt: Date | null;
  repliedAt: Date | null;
  resolution: Resolution | null;
  promisedOn: PlainDate | null;
  promiseKeptAt: Date | null;
  isSatisfied: boolean | null;
  reopenedAt: Date | null;
  erasedAt: Date | null;
}

/** Reads a state from the database; anything else there is a fault, not a refusal. */
export function storedState(text: string): MessageState {
  const state = STATES.find((known) => known === text);
  if (!state) throw new RangeError(`Not a state of a message: ${text}`);
  return state;
}

/** How long the sender may rate an answer or reopen it, in calendar days after it; then it is closed. House policy. */
export const REOPEN_DAYS = 30;

export type StateFacts = Pick<MessageFacts, "state" | "questions" | "repliedAt" | "resolution" | "promiseKeptAt">;

/**
 * The state at an instant, as people and the API are told: a pause that ran out is over, and an answer that nobody took
 * up is closed (结案), whatever is stored.
 */
export function shownState(facts: StateFacts, now: Date): MessageState {
  const until = openUntil(facts);
  if (until !== null) return plainDateOf(now) > until ? "closed" : facts.state;
  if (facts.state !== "waiting") return facts.state;
  const question = openQuestion(facts);
  return question && plainDateOf(now) <= question.endsOn ? "waiting" : "assigned";
}

/**
 * The last day of an answered message, after which it is closed: counted from the answer, and of one that promised
 * something from the day it was done. Null while it is not answered, owes something, or was closed before.
 */
export function openUntil({ state, repliedAt, resolution, promiseKeptAt }: Omit<StateFacts, "questions">) {
  if ((state !== "replied" && state !== "rated") || repliedAt === null) return null;
  const settledAt = resolution === "promised" ? promiseKeptAt : repliedAt;
  return settledAt && addDays(plainDateOf(settledAt), REOPEN_DAYS);
}

/** The question that nobody has answered yet. */
export function openQuestion({ questions }: Pick<MessageFacts, "questions">): QuestionFacts | null {
  const last = questions.at(-1);
  return last && last.answeredOn === null ? last : null;
}

/** Tip-offs and whatever is about a unit or an officer: its sender is sealed, and nothing of it is ever public. */
export function isSealed({
  kind,
  recusedUnits,
  recusedIds,
}: Pick<MessageFacts, "kind" | "recusedUnits" | "recusedIds">): boolean {
  return kind === "tip_off" || recusedUnits.length > 0 || recusedIds.length > 0;
}

/** The row of the table by which the act may be done now; null when there is none. */
export function transitionOf(act: MessageAct, facts: StateFacts, now: Date): Transition | null {
  const state = shownState(facts, now);
  return TRANSITIONS.find((row) => row.act === act && row.from.includes(state)) ?? null;
}
