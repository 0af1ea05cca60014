import { accountIdOf, type Actor } from "~/accounts/actor";
import { maskName, maskPersonalData } from "~/privacy/masking";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import type { Json } from "~/timeline/event";
import { transact } from "~/timeline/transact.server";
import { refusals, shownState, type Act } from "./interview";
import { lockInterview } from "./interview-store.server";
import { mayAct } from "./permissions";
import { answerReasons, correctReasons, declineReasons, showReasons, type DeclineGround } from "./question";
import { changeQuestion, findQuestion, insertAnswer, type QuestionRecord } from "./question-store.server";

interface Steps {
  event: string;
  reasons: (question: QuestionRecord) => Reason[];
  data: (question: QuestionRecord) => Parameters<typeof changeQuestion>[2];
  write?: (tx: Tx, question: QuestionRecord) => Promise<void>;
  payload?: (question: QuestionRecord) => { [key: string]: Json };
}

export interface QuestionAct {
  slug: string;
  number: number;
}

/**
 * Shows a question: its words with personal data masked if the sender consents, otherwise what the officer says is
 * asked. Refusals of all acts on a question: `not_found` (404), `stale_page` (409), every reason of the rules (422).
 */
export function showQuestion(actor: Actor, { gist, ...input }: QuestionAct & { gist: string | null }, deps: Deps) {
  return perform(actor, "show", input, deps, {
    event: "question.shown",
    reasons: (question) => showReasons(question, gist),
    data: (question) => ({
      state: "shown",
      shownBody: gist ?? maskPersonalData(question.body).masked,
      shownName: question.consentsToPublish && question.name ? maskName(question.name) : null,
      shownAt: question.shownAt ?? deps.now,
      shownById: accountIdOf(actor),
    }),
    payload: () => ({ isGist: gist !== null }),
  });
}

/** Ends a question without an answer. Ground and reason go to its sender; in public it is counted by ground. */
export function declineQuestion(
  actor: Actor,
  { ground, reason, ...input }: QuestionAct & { ground: DeclineGround; reason: string },
  deps: Deps,
) {
  return perform(actor, "decline", input, deps, {
    event: "question.declined",
    reasons: (question) => declineReasons(question, reason),
    data: () => ({
      ...{ state: "declined", declineGround: ground, declineReason: reason },
      ...{ declinedAt: deps.now, declinedById: accountIdOf(actor) },
    }),
    payload: ({ shownAt }) => ({ ground, wasShown: shownAt !== null }),
  });
}

/** Writes the guest's answer; thousands read it at once. */
export function answerQuestion(actor: Actor, { text, ...input }: QuestionAct & { text: string }, deps: Deps) {
  return perform(actor, "answer", input, deps, {
    event: "question.answered",
    reasons: (question) => answerReasons(question, text),
    data: () => ({ state: "answered" }),
    write: (tx, { number }) => addAnswer(tx, actor, number, { version: 1, text, note: null, at: deps.now }),
  });
}

/** A further version of an answer with its note; the earlier ones stay readable. */
export function correctAnswer(
  actor: Actor,
  { text, note, ...input }: QuestionAct & { text: string; note: string },
  deps: Deps,
) {
  return perform(actor, "correct", input, deps, {
    event: "question.answer_corrected",
    reasons: (question) => correctReasons(question, question.answers.at(-1)?.text ?? null, text, note),
    data: () => ({}),
    write: (tx, { number, answers }) =>
      addAnswer(tx, actor, number, { version: answers.length + 1, text, note, at: deps.now }),
  });
}

function perform(actor: Actor, act: Act, { slug, number }: QuestionAct, deps: Deps, steps: Steps): Promise<void> {
  return transact(deps, async (tx, record) => {
    const interview = await lockInterview(tx, deps.db.engine, slug, "share");
    const question = interview && (await findQuestion(tx, number));
    if (!interview || !mayAct(actor, act, interview, shownState(interview, deps.now))) throw refuseAsNotFound();
    if (!question || question.interviewId !== interview.id) throw refuseAsNotFound();
    requireNone([...refusals(act, interview, actor, deps.now), ...steps.reasons(question)]);
    if (!(await changeQuestion(tx, question, steps.data(question)))) throw new Refused([{ code: "stale_page" }], 409);
    await steps.write?.(tx, question);
    record({
      kind: steps.event,
      subject: { kind: "question", id: String(number) },
      actor,
      payload: { interview: slug, ...steps.payload?.(question) },
    });
  });
}

function addAnswer(
  tx: Tx,
  actor: Actor,
  questionNumber: number,
  answer: { version: number; text: string; note: string | null; at: Date },
): Promise<void> {
  return insertAnswer(tx, { ...answer, questionNumber, byId: accountIdOf(actor) ?? "" });
}
