import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { mayAct } from "./permissions";
import { refusals } from "./policy-package";
import { findAndLock } from "./policy-store.server";
import { endQuestion, findQuestion } from "./reader-store.server";
import { because } from "./reasons";

interface AnswerInput {
  number: number;
  /** Declined questions too end with words: the reason. */
  outcome: "answered" | "declined";
  answer: string;
  /** The question as the office words it for everybody; the reader's own words are never published. */
  askedAs: string | null;
}

/**
 * Ends a reader's question: answered it stands among the questions and answers of the document, in the office's own
 * words; declined it says why to whoever asked. Refusals: `not_found` (404), `answered_before`, `question_text_missing`.
 */
export function answerQuestion(actor: Actor, { number, outcome, answer, askedAs }: AnswerInput, deps: Deps) {
  return transact(deps, async (tx, record) => {
    const question = await findQuestion(tx, number);
    const policy = question && (await findAndLock(tx, deps.db.engine, question.policy.slug));
    if (!policy || !mayAct(actor, "answer_question", policy)) throw refuseAsNotFound();
    requireNone([
      ...refusals("answer_question", policy, actor),
      ...(outcome === "answered" && !askedAs ? [because("question_text_missing", "askedAs")] : []),
    ]);
    const end = { state: outcome, answer, askedAs, answeredById: accountIdOf(actor), answeredAt: deps.now };
    if (!(await endQuestion(tx, number, end))) requireNone([because("answered_before")]);
    const payload = { policy: policy.slug, outcome };
    record({
      kind: "reader_question.answered",
      subject: { kind: "reader_question", id: String(number) },
      actor,
      payload,
    });
    return { policy: policy.slug };
  });
}
