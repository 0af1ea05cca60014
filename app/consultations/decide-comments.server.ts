import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { isBlank } from "~/forms/words";
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
  lockComments,
  type DeskComment,
} from "./processing-store.server";
import { because } from "./reasons";

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
 * Refusals: `not_found` (404) without the right or when a comment belongs elsewhere; `stale` or `comments_stale` (409)
 * with which comments a colleague changed, who and when; a clause or a reason that is missing; not after the outcome
 * went to review.
 */
export function decideComments(actor: Actor, input: DecideInput, deps: Deps): Promise<{ decided: number }> {
  return transact(deps, async (tx, record) => {
    const consultation = await findAndLock(tx, deps.db.engine, input.slug, "share");
    const decidedById = accountIdOf(actor);
    if (!consultation || decidedById === null || !mayAct(actor, "decide", consultation)) throw refuseAsNotFound();
    const comments = await findChosen(tx, consultation, input, deps);
    await requireFresh(tx, comments, input, decidedById);
    requireNone([
      ...refusals("decide", consultation, actor, deps.now),
      ...(comments.length === 0 ? [because("comments_missing", "comments")] : []),
      ...(await ownReasons(tx, consultation, input)),
    ]);
    const { outcome, clause, reason, gist } = input;
    const response = { consultationId: consultation.id, text: reason ?? "", authorId: decidedById, at: deps.now };
    const responseId = isBlank(reason) ? null : await insertResponse(tx, response);
    const decision = { outcome, outcomeClauseId: clause, responseId, decidedById, decidedAt: deps.now };
    const changed = await changeComments(tx, comments, { ...decision, ...(gist ? { gist } : {}) });
    if (changed < comments.length) throw await staleAmong(tx, comments, comments.length);
    for (const { number } of comments) {
      const payload = { consultation: consultation.slug, outcome, clause, response: responseId };
      record({ kind: "comment.decided", subject: { kind: "comment", id: String(number) }, actor, payload });
    }
    return { decided: comments.length };
  });
}

async function findChosen(tx: Tx, { id }: ConsultationRecord, { comments }: DecideInput, { db }: Deps) {
  const numbers = [...new Set(comments.map(({ number }) => number))];
  await lockComments(tx, db.engine, numbers);
  const found = await findDeskComments(tx, numbers);
  if (found.length < numbers.length || found.some((comment) => comment.consultationId !== id)) throw refuseAsNotFound();
  return found;
}

/**
 * A comment that changed since it was seen is not decided. Where the caller does not say what was seen, an outcome that
 * a colleague gave stands: nobody overwrites what they may not have seen.
 */
async function requireFresh(tx: Tx, found: readonly DeskComment[], input: DecideInput, decidedById: string) {
  const seen = new Map(input.comments.map(({ number, version }) => [number, version]));
  const stale = found.filter(({ number, version, outcome, decidedById: by }) => {
    const expected = seen.get(number) ?? null;
    return expected === null ? outcome !== null && by !== decidedById : expected !== version;
  });
  if (stale.length > 0) throw await staleAmong(tx, stale, found.length);
}

const NAMED = 10;

/** Of several comments it says which ones; the time and the colleague are those of the first. */
async function staleAmong(tx: Tx, stale: readonly DeskComment[], chosen: number): Promise<Refused> {
  const refused = await staleComment(tx, stale[0]!.number);
  if (chosen === 1) return refused;
  const numbers = stale.slice(0, NAMED).map(({ number }) => number);
  const list = numbers.join(", ") + (stale.length > NAMED ? " …" : "");
  const params = { ...refused.reasons[0]?.params, count: stale.length, numbers: list };
  return new Refused([because("comments_stale", "comments", params)], 409);
}

async function ownReasons(tx: Tx, consultation: ConsultationRecord, input: DecideInput): Promise<Reason[]> {
  const clauses = await draftClauseIds(tx, [consultation.draftId, consultation.revisedDraftId]);
  return decideRefusals({ outcome: input.outcome, clause: input.clause, reason: input.reason }, clauses);
}
