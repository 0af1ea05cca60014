import { accountIdOf, type Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import type { Json } from "~/timeline/event";
import { transact, type NewEvent } from "~/timeline/transact.server";
import { refusals, type Act } from "./consultation";
import { findConsultationById, lockConsultation, type ConsultationRecord } from "./consultation-store.server";
import { mayAct } from "./permissions";
import {
  changeComment,
  findDeskComment,
  lastCommentChange,
  type CommentData,
  type DeskComment,
} from "./processing-store.server";

/** Which comment a form is about, and which version of it the person had before them; null when it was not said. */
export interface CommentActInput {
  number: number;
  version: number | null;
}

export interface CommentActContext {
  tx: Tx;
  comment: DeskComment;
  consultation: ConsultationRecord;
  record: (event: NewEvent) => void;
  /** The actor as the two-person rules see them. */
  asked: Actor;
}

export interface CommentActSteps {
  event: string;
  reasons?: (context: CommentActContext) => Reason[] | Promise<Reason[]>;
  write: (context: CommentActContext) => Promise<{ data: CommentData; payload?: { [key: string]: Json } }>;
}

/**
 * One act of staff on one comment, whole or not at all. While it runs no sweep that closes or withdraws can pass.
 * Refusals: `not_found` (404) without the right, `stale` (409) with who was faster and when, else every reason (422).
 */
export function performCommentAct(
  actor: Actor,
  act: Act,
  { number, version }: CommentActInput,
  deps: Deps,
  steps: CommentActSteps,
): Promise<DeskComment> {
  return transact(deps, async (tx, record) => {
    const { comment, consultation } = await findForDesk(tx, deps, number);
    if (!mayAct(actor, act, consultation) || accountIdOf(actor) === null) throw refuseAsNotFound();
    if (version !== null && comment.version !== version) throw await staleComment(tx, number);
    const asked = await withCounterparts(tx, actor, { kind: "comment", id: String(number) });
    const context = { tx, comment, consultation, record, asked };
    requireNone([...refusals(act, consultation, actor, deps.now), ...((await steps.reasons?.(context)) ?? [])]);
    const { data, payload } = await steps.write(context);
    if (!(await changeComment(tx, comment, data))) throw await staleComment(tx, number);
    record({
      kind: steps.event,
      subject: { kind: "comment", id: String(number) },
      actor,
      payload: { consultation: consultation.slug, ...payload },
    });
    return comment;
  });
}

/** The comment and its consultation, held so that neither can be closed or withdrawn meanwhile. */
async function findForDesk(tx: Tx, deps: Deps, number: number) {
  const before = await findDeskComment(tx, number);
  if (!before) throw refuseAsNotFound();
  await lockConsultation(tx, deps.db.engine, before.consultationId, "share");
  const comment = await findDeskComment(tx, number);
  const consultation = await findConsultationById(tx, before.consultationId);
  if (!comment || !consultation) throw refuseAsNotFound();
  return { comment, consultation };
}

/** What whoever came second is told: who changed the comment, and when. */
export async function staleComment(tx: Tx, number: number): Promise<Refused> {
  const last = await lastCommentChange(tx, number);
  return new Refused([{ code: "stale", params: last ?? { by: "—", at: "—" } }], 409);
}
