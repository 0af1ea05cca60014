import { isSamePerson, type Actor } from "~/accounts/actor";
import { addDays, plainDateOf } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { owesPromise } from "./holder";
import {
  isSealed,
  openQuestion,
  REOPEN_DAYS,
  shownState,
  transitionOf,
  type MessageAct,
  type MessageFacts,
} from "./message";
import { mayAct } from "./permissions";
import { because } from "./reasons";

/** After two returns the office decides, and there it ends. House policy. */
const MAX_RETURNS = 2;
/** A pause is bought with a question, and not more than twice. House policy. */
const MAX_QUESTIONS = 2;

/**
 * Every reason why this person cannot do this act now: the right, the state, the different people, and what happens
 * once only. What the act itself must carry has its own rules (dispatch, replying, clocks).
 */
export function refusals(act: MessageAct, facts: MessageFacts, actor: Actor, now: Date): Reason[] {
  const state = shownState(facts, now);
  return [
    ...(mayAct(actor, act, facts) ? [] : [because("message_no_right")]),
    ...(transitionOf(act, facts, now) ? [] : [because("message_not_possible", undefined, { act, state })]),
    ...peopleReasons(act, facts, actor),
    ...(OWN[act]?.(facts, now) ?? []),
  ];
}

/** The last day on which the sender may reopen; null while nothing was answered, or when it was reopened before. */
export function reopenableUntil({ repliedAt, reopenedAt }: Pick<MessageFacts, "repliedAt" | "reopenedAt">) {
  return repliedAt && !reopenedAt ? addDays(plainDateOf(repliedAt), REOPEN_DAYS) : null;
}

/** Two people for every answer, and after reopening another officer than the one who answered. */
function peopleReasons(act: MessageAct, facts: MessageFacts, actor: Actor): Reason[] {
  const isSame =
    (act === "approve" && isSamePerson(actor, facts.replyAuthorId)) ||
    (act === "approve_correction" && isSamePerson(actor, facts.correctionAuthorId));
  if (isSame) return [because("message_same_person")];
  const isAnswering = act === "draft" || act === "submit";
  if (isAnswering && facts.reopenedAt && facts.repliedByIds.some((id) => isSamePerson(actor, id)))
    return [because("another_officer_needed")];
  return [];
}

type Own = (facts: MessageFacts, now: Date) => Reason[];

const OWN: Partial<Record<MessageAct, Own>> = {
  return_assignment: ({ returnCount }) => (returnCount >= MAX_RETURNS ? [because("returned_twice")] : []),
  ask: (facts) => [
    ...(facts.questions.length >= MAX_QUESTIONS ? [because("asked_enough", "text", { maximum: MAX_QUESTIONS })] : []),
    ...(openQuestion(facts) ? [because("question_waits")] : []),
  ],
  answer: (facts) => (openQuestion(facts) ? [] : [because("no_question")]),
  extend: ({ extendedAt }) => (extendedAt ? [because("extended_before")] : []),
  approve: ({ replyAuthorId }) => (replyAuthorId ? [] : [because("reply_missing")]),
  reopen: (facts, now) => reopenReasons(facts, now),
  keep_promise: (facts) => (owesPromise(facts) ? [] : [because("no_promise")]),
  close: (facts, now) => closeReasons(facts, now),
  correct: ({ correctionAuthorId }) => (correctionAuthorId ? [because("correction_waits")] : []),
  approve_correction: ({ correctionAuthorId }) => (correctionAuthorId ? [] : [because("no_correction")]),
  refuse_correction: ({ correctionAuthorId }) => (correctionAuthorId ? [] : [because("no_correction")]),
  withhold: (facts) => (isSealed(facts) ? [because("never_public")] : []),
  erase: ({ erasedAt }) => (erasedAt ? [because("message_erased")] : []),
};

function reopenReasons(facts: MessageFacts, now: Date): Reason[] {
  if (facts.reopenedAt) return [because("reopened_before")];
  const until = reopenableUntil(facts);
  return until && plainDateOf(now) > until ? [because("reopen_too_late", undefined, { until })] : [];
}

/** Whoever is not satisfied keeps the right to reopen until its day has passed. */
function closeReasons(facts: MessageFacts, now: Date): Reason[] {
  const reasons: Reason[] = [];
  if (owesPromise(facts)) reasons.push(because("promise_not_kept"));
  if (facts.correctionAuthorId) reasons.push(because("correction_waits"));
  const until = reopenableUntil(facts);
  const isStillOpen = until !== null && plainDateOf(now) <= until && facts.isSatisfied !== true;
  if (isStillOpen) reasons.push(because("may_still_be_reopened", undefined, { until }));
  return reasons;
}
