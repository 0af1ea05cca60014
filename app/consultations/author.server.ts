import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Database, Tx } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import type { Review } from "./comment";
import { findOwnComment, type OwnComment } from "./comment-store.server";
import { findConsultationById, lockConsultation, type ConsultationRecord } from "./consultation-store.server";

/** Which comment, and whether whoever asks has shown its receipt with the tail of the contact. */
export interface OwnInput {
  number: number;
  holdsReceipt: boolean;
}

/** Whether this is the author: by the receipt, or signed in with the account the comment was sent from. */
export function isAuthor(
  actor: Actor,
  comment: { accountId: string | null },
  { holdsReceipt }: Pick<OwnInput, "holdsReceipt">,
): boolean {
  const accountId = accountIdOf(actor);
  return holdsReceipt || (accountId !== null && accountId === comment.accountId);
}

export interface Found {
  comment: OwnComment;
  consultation: ConsultationRecord;
}

/** The comment and its consultation, which a closing sweep cannot change meanwhile. Refusal: `not_found`. */
export async function findWithConsultation(tx: Tx, engine: Database["engine"], number: number): Promise<Found> {
  const before = await findOwnComment(tx, number);
  if (!before) throw refuseAsNotFound();
  await lockConsultation(tx, engine, before.consultationId, "share");
  const [comment, consultation] = [
    await findOwnComment(tx, number),
    await findConsultationById(tx, before.consultationId),
  ];
  if (!comment || !consultation) throw refuseAsNotFound();
  return { comment, consultation };
}

/** What the rules of display ask of a comment. */
export function displayFacts(comment: OwnComment) {
  const { consentsToPublish, consentWithdrawnAt, publishedAt, publishedBody, erasedAt } = comment;
  return {
    consentsToPublish,
    consentWithdrawnAt,
    publishedAt,
    publishedBody,
    erasedAt,
    review: comment.review as Review,
  };
}
