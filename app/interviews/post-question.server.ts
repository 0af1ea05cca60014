import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { randomSalt } from "~/platform/ids.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { digest } from "~/timeline/chain.server";
import { receiptHash } from "~/receipts/receipt.server";
import { canonicalJson } from "~/timeline/event";
import { transact } from "~/timeline/transact.server";
import { isPublic, refusals, shownState } from "./interview";
import { lockInterview } from "./interview-store.server";
import { questionCode } from "./question-code.server";
import { findByKey, insertQuestion, keepReceipt } from "./question-store.server";

export interface QuestionInput {
  slug: string;
  body: string;
  name: string | null;
  publish: boolean;
  key: string | null;
}

export interface QuestionReceipt {
  number: number;
  code: string;
  /** False when the same key was used for other words: whoever sends them does not get to read the first ones. */
  isOwn: boolean;
}

/**
 * A question to the guest, before or during the interview, from anyone; returns its receipt. The same key and words
 * give the same receipt. Refusals: `not_found` (404) for what is not public, `questions_closed`, `interview_cancelled`.
 */
export async function postQuestion(actor: Actor, input: QuestionInput, deps: Deps): Promise<QuestionReceipt> {
  const key = input.key && `${input.slug}:${input.key}`;
  return transact(deps, async (tx, record) => {
    const interview = await lockInterview(tx, deps.db.engine, input.slug, "share");
    if (!interview || !isPublic(shownState(interview, deps.now))) throw refuseAsNotFound();
    const before = key && (await findByKey(tx, key));
    if (before) {
      const isOwn = before.body === input.body && before.name === input.name;
      return { number: before.number, code: questionCode(before.number), isOwn };
    }
    requireNone(refusals("post", interview, actor, deps.now));
    const salt = randomSalt();
    const { body, name, publish } = input;
    const number = await insertQuestion(tx, {
      ...{ interviewId: interview.id, body, name, consentsToPublish: publish, receivedAt: deps.now, key, salt },
    });
    const code = questionCode(number);
    await keepReceipt(tx, number, receiptHash(code));
    record({
      kind: "question.received",
      subject: { kind: "question", id: String(number) },
      actor,
      payload: { interview: input.slug, digest: digest(salt, canonicalJson({ body, name })) },
    });
    return { number, code, isOwn: true };
  });
}
