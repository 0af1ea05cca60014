import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, requireNone, type Reason } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { decideRefusals, type Outcome } from "./comment";
import { refusals } from "./consultation";
import { findAndLock, type ConsultationRecord } from "./consultation-store.server";
import { mayAct } from "./permissions";
import { staleComment } from "./perform-comment-act.server";
import {
  changeComments,
  draftClauseIds,
  findDeskComments,
  insertResponse,
  type DeskComment,
} from "./processing-store.server";
import { because } from "./reasons";
import { isBlank } from "./words";

export interface DecideInput {
  slug: string;
  outcome: Outcome;
  reason: string | null;
  clause: string | null;
  gist: string | null;
  comments: readonly { number: number; version: number | null }[];
}

/**
 * Gives one or many comments their outcome: one answer, and for each comment its own row. All of them or none.
 * Refusals: `not_found` (404) without the right or when a comment belongs elsewhere, `stale` (409) with who was faster,
 * a clause or a reason that is missing, not after the outcome went to review.
 */
export function decideComments(actor: Actor, input: DecideInput, deps: Deps): Promise<{ decided: number }> {
  return transact(deps, async (tx, record) => {
    const consultation = await findAndLock(tx, deps.db.engine, input.slug, "share");
    const decidedById = accountIdOf(actor);
    if (!consultation || decidedById === null || !mayAct(actor, "decide", consultation)) throw refuseAsNotFound();
    const comments = await findChosen(tx, consultation, input);
    requireNone([
      ...refusals("decide", consultation, actor, deps.now),
      ...(comments.length === 0 ? [because("comments_missing", "comments")] : []),
      ...(await ownReasons(tx, consultation, input)),
    ]);
    const { outcome, clause, reason, gist } = input;
    const responseId = isBlank(reason)
      ? null
      : await insertResponse(tx, {
          consultationId: consultation.id,
          text: reason!,
          authorId: decidedById,
          at: deps.now,
        });
    const changed = await changeComments(tx, comments, {
      outcome,
      outcomeClauseId: clause,
      responseId,
      decidedById,
      decidedAt: deps.now,
      ...(gist ? { gist } : {}),
    });
    if (changed < comments.length) throw await staleComment(tx, comments[0]!.number);
    for (const { number } of comments) {
      const payload = { consultation: consultation.slug, outcome, clause, response: responseId };
      record({ kind: "comment.decided", subject: { kind: "comment", id: String(number) }, actor, payload });
    }
    return { decided: comments.length };
  });
}

async function findChosen(
  tx: Tx,
  { id }: ConsultationRecord,
  { comments: chosen }: DecideInput,
): Promise<DeskComment[]> {
  const seen = new Map(chosen.map(({ number, version }) => [number, version]));
  const found = await findDeskComments(tx, [...seen.keys()]);
  if (found.length < seen.size || found.some((comment) => comment.consultationId !== id)) throw refuseAsNotFound();
  for (const { number, version } of found) {
    const expected = seen.get(number) ?? null;
    if (expected !== null && expected !== version) throw await staleComment(tx, number);
  }
  return found;
}

async function ownReasons(tx: Tx, consultation: ConsultationRecord, input: DecideInput): Promise<Reason[]> {
  const clauses = await draftClauseIds(tx, [consultation.draftId, consultation.revisedDraftId]);
  return decideRefusals({ outcome: input.outcome, clause: input.clause, reason: input.reason }, clauses);
}
