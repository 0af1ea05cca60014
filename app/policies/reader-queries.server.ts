import type { Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { questionHash } from "./ask-question.server";
import { deskPolicy } from "./desk-policies.server";
import { mayAct } from "./permissions";
import { findClauses } from "./policy-store.server";
import { findQuestionByCode, findQuestions } from "./reader-store.server";

export type QuestionState = "waiting" | "answered" | "declined";

/** What became of a question, for whoever holds its code. The words stay inside: the code alone shows none. */
export async function askedByCode({ db }: Pick<Deps, "db">, code: string) {
  if (!/^[0-9a-hjkmnp-tv-z]{16}$/.test(code)) return null;
  const found = await findQuestionByCode(db.client, questionHash(code));
  if (!found) return null;
  const { number, state, at, answeredAt, askedAs, answer, policy } = found;
  const { slug, title, titleEn, unit } = policy;
  return {
    ...{ number, askedAs, answer, unit },
    state: state as QuestionState,
    at,
    answeredAt,
    policy: { slug, title, titleEn },
  };
}

/** The questions of a document at the desk. Refusal: `not_found`. */
export async function deskQuestions(actor: Actor, slug: string, { db }: Pick<Deps, "db">) {
  const policy = await deskPolicy(actor, slug, { db });
  if (policy.state !== "released") throw refuseAsNotFound();
  const clauses = policy.text ? await findClauses(db.client, policy.text.id) : [];
  const questions = await findQuestions(db.client, policy.id);
  return {
    ...{ slug, title: policy.title, state: policy.state },
    mayAnswer: mayAct(actor, "answer_question", policy),
    questions: questions.map(({ number, state, text, clauseId, interpretation, at, answeredAt, askedAs, answer }) => {
      const clause = clauses.find((one) => one.clauseId === clauseId);
      return {
        ...{ number, text, at, askedAs, answer },
        state: state as QuestionState,
        clause: clause ? clause.number || clause.heading : null,
        material: interpretation?.title ?? null,
        answeredOn: answeredAt && plainDateOf(answeredAt),
      };
    }),
  };
}
