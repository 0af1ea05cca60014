import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import {
  decisionsFor,
  isPublicState,
  REVIEW_ACTS,
  REVIEW_STATES,
  reviewedYear,
  reviewRefusals,
  reviewState,
  type ReviewState,
} from "./attribute-review";
import {
  findReview,
  findReviewItem,
  findReviews,
  findUnitReviewItems,
  type ReviewItemRecord,
  type ReviewRecord,
} from "./attribute-review-store.server";
import type { ReviewItemView, ReviewLine, ReviewView } from "./inspection-view";
import { reviewPapers } from "./paper-review.server";
import { mayAct, mayInspect, maySeeInspections, maySeeUnit, unitsOf } from "./permissions";

/** All yearly reviews, the newest first. Refusal: `not_found` (404) for all but the office and leaders. */
export async function reviewList(actor: Actor, { db }: Deps): Promise<{ rows: ReviewLine[]; mayOpen: boolean }> {
  if (!maySeeInspections(actor)) throw refuseAsNotFound();
  return { rows: (await findReviews(db.client)).map(lineOf), mayOpen: mayInspect(actor) };
}

/** One review with every document. Refusal: `not_found` (404). */
export async function reviewPage(actor: Actor, year: number | null, deps: Deps): Promise<ReviewView> {
  const { db } = deps;
  const review = year !== null && maySeeInspections(actor) ? await findReview(db.client, year) : null;
  if (!review) throw refuseAsNotFound();
  const asked = await withCounterparts(db.client, actor, { kind: "attribute_review", id: String(review.year) });
  const isFinished = review.items.every((item) => reviewState(item) === "approved");
  return {
    ...lineOf(review),
    items: review.items.map((item) => itemView(item, asked)),
    papers: await reviewPapers(actor, review, deps),
    mayPublish: mayInspect(actor) && isFinished && review.publishedAt === null,
  };
}

/** What this person's units have to decide, and what they decided. */
export async function unitReviewItems(actor: Actor, { db }: Deps): Promise<ReviewItemView[]> {
  const items = await findUnitReviewItems(db.client, unitsOf(actor));
  return items.map((item) => itemView(item, actor));
}

/** One document under review for its unit. Refusal: `not_found` (404) for other units. */
export async function unitReviewItem(actor: Actor, id: number | null, { db }: Deps): Promise<ReviewItemView> {
  const item = id === null ? null : await findReviewItem(db.client, id);
  if (!item || !maySeeUnit(actor, item.unitCode)) throw refuseAsNotFound();
  return itemView(item, actor);
}

function lineOf({ year, basis, openedAt, publishedAt, items }: ReviewRecord): ReviewLine {
  const of = (state: ReviewState) => items.filter((item) => reviewState(item) === state).length;
  return {
    ...{ year, basis, reviewed: reviewedYear(year), total: items.length },
    openedOn: plainDateOf(openedAt),
    publishedOn: publishedAt && plainDateOf(publishedAt),
    counts: Object.fromEntries(REVIEW_STATES.map((state) => [state, of(state)])) as ReviewLine["counts"],
  };
}

function itemView(item: ReviewItemRecord, actor: Actor): ReviewItemView {
  const { id, policy, attribute, decision, toAttribute, effectiveOn, reason, returnReason, approvedAt } = item;
  const { slug, title, documentNumber, signedOn, attributeReason, validUntil } = policy;
  return {
    ...{ id, slug, title, documentNumber, signedOn, attributeReason, validUntil, unitName: policy.unit.name },
    ...{ year: item.review.year, isReleased: isPublicState(policy.state), attribute, state: reviewState(item) },
    ...{ decision, toAttribute, effectiveOn, reason, returnReason },
    approvedOn: approvedAt && plainDateOf(approvedAt),
    choices: decisionsFor(item.documentState),
    offers: REVIEW_ACTS.flatMap((act) => {
      if (!mayAct(actor, act, item)) return [];
      const reasons = reviewRefusals(act, item, actor);
      const isIdle = reasons.some(({ code }) => code === "inspection_not_possible" || code === "review_published");
      return isIdle ? [] : [{ act, reasons }];
    }),
  };
}
