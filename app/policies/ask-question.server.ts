import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { base32, sha256, randomSalt } from "~/platform/ids.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { keyedDigest } from "~/platform/secrets.server";
import { digest } from "~/timeline/chain.server";
import { transact } from "~/timeline/transact.server";
import { isMaterialPublic } from "./material";
import { findMaterial } from "./material-store.server";
import { findClauses, findPolicy } from "./policy-store.server";
import { findQuestionByKey, insertQuestion } from "./reader-store.server";
import { because } from "./reasons";

export interface QuestionInput {
  policy: string;
  /** The material the reader was at; null at the document itself. */
  material: string | null;
  clause: string | null;
  text: string;
  key: string;
}

const CODE_BYTES = 10;

/**
 * A reader asks about a released document, or wishes to have it explained. Nothing is asked of the person; the code leads
 * to what became of the question. The same form sent twice is one question. Refusals: `not_found` (404),
 * `clause_unknown`.
 */
export function askQuestion(actor: Actor, input: QuestionInput, deps: Deps): Promise<{ code: string }> {
  const key = `${input.policy}:${input.key}`;
  const code = questionCode(key);
  return transact(deps, async (tx, record) => {
    const policy = await findPolicy(tx, input.policy);
    if (!policy || policy.state !== "released") throw refuseAsNotFound();
    if (await findQuestionByKey(tx, key)) return { code };
    const material = input.material === null ? null : await findMaterial(tx, input.material);
    if (input.material !== null && (!material || material.policyId !== policy.id || !isMaterialPublic(material)))
      throw refuseAsNotFound();
    const clauses = policy.text ? await findClauses(tx, policy.text.id) : [];
    const isKnown = input.clause === null || clauses.some(({ clauseId }) => clauseId === input.clause);
    requireNone(isKnown ? [] : [because("clause_unknown", "clause")]);
    const salt = randomSalt();
    const number = await insertQuestion(tx, {
      ...{ policyId: policy.id, interpretationId: material?.id ?? null, clauseId: input.clause, text: input.text },
      ...{ salt, key, codeHash: questionHash(code), at: deps.now },
    });
    const payload = {
      policy: policy.slug,
      material: input.material,
      clause: input.clause,
      digest: digest(salt, input.text),
    };
    record({
      kind: "reader_question.received",
      subject: { kind: "reader_question", id: String(number) },
      actor,
      payload,
    });
    return { code };
  });
}

/** Derived from the form's own key under the site's secret: whoever sends the same form again is led to the same page. */
function questionCode(key: string): string {
  return base32(keyedDigest("question", key).subarray(0, CODE_BYTES));
}

/** What the database holds instead of the code. */
export function questionHash(code: string): string {
  return sha256(`question:${code}`);
}
