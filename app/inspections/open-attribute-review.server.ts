import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { openRefusals, reviewedYear, reviewState, type Basis } from "./attribute-review";
import { findReview, findReviewed, insertReview, publishReviewRow } from "./attribute-review-store.server";
import { mayInspect } from "./permissions";
import { because } from "./reasons";

/**
 * Lists the documents of the year three before, by the day that counts, for their units to decide. Refusals: `not_found`
 * (404) for all but the office, before July of the year, `review_opened_before`.
 */
export function openAttributeReview(actor: Actor, { year, basis }: { year: number; basis: Basis }, deps: Deps) {
  if (!mayInspect(actor)) throw refuseAsNotFound();
  return transact(deps, async (tx, record) => {
    requireNone(openRefusals(year, plainDateOf(deps.now)));
    if (await findReview(tx, year)) throw new Refused([because("review_opened_before", "year")]);
    const documents = await findReviewed(tx, reviewedYear(year), basis);
    const data = { year, basis, openedById: accountIdOf(actor)!, openedAt: deps.now };
    await insertReview(
      tx,
      data,
      documents.map(({ id, determinedAttribute, proposedAttribute }) => ({
        id,
        attribute: determinedAttribute ?? proposedAttribute,
      })),
    );
    const subject = { kind: "attribute_review", id: String(year) };
    const payload = { basis, documents: documents.length };
    record({ kind: "attribute_review.opened", subject, actor, payload });
  });
}

/** Publishes the result. Refusal: `review_not_finished` while a leader has not approved every document's decision. */
export function publishAttributeReview(actor: Actor, { year }: { year: number }, deps: Deps): Promise<void> {
  if (!mayInspect(actor)) throw refuseAsNotFound();
  return transact(deps, async (tx, record) => {
    const review = await findReview(tx, year);
    if (!review) throw refuseAsNotFound();
    const open = review.items.filter((item) => reviewState(item) !== "approved").length;
    if (open > 0) throw new Refused([because("review_not_finished", undefined, { count: open })]);
    const published = { publishedById: accountIdOf(actor)!, publishedAt: deps.now };
    if (!(await publishReviewRow(tx, year, published))) throw new Refused([because("review_published")]);
    const subject = { kind: "attribute_review", id: String(year) };
    record({ kind: "attribute_review.published", subject, actor, payload: { documents: review.items.length } });
  });
}
