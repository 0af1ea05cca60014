import { endOfDay, plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { Deps } from "~/platform/db.server";
import { verifiedPapersOf, type PaperMark } from "~/reviews/paper.server";
import { DECISIONS, isPublicState, reviewedYear, type Basis, type Decision } from "./attribute-review";
import { findReview, publishedReviews, type ReviewItemRecord } from "./attribute-review-store.server";

export interface PublicReviewRow {
  /** Its number on this list. */
  number: number;
  unit: { code: string; name: string; nameEn: string };
  attribute: DisclosureAttribute;
  decision: Decision;
  toAttribute: DisclosureAttribute | null;
  effectiveOn: PlainDate | null;
  /** The day stated on the paper, where a leader signed on paper. */
  approvedOn: PlainDate;
  /** Its number. */
  paper: string | null;
  /** Null for a document that the public may not know of: then it is its number, state and days only. */
  document: { slug: string; title: string; titleEn: string | null; documentNumber: string | null } | null;
}

export interface PublicReview {
  year: number;
  reviewed: number;
  basis: Basis;
  publishedOn: PlainDate;
  units: { code: string; name: string; nameEn: string; counts: Record<Decision, number>; total: number }[];
  rows: PublicReviewRow[];
  nextChangeAt: Date;
}

/** The published result of a year's review; null before it is published. Every figure opens to its rows. */
export async function publicReview(
  { db, now }: Deps,
  year: number | null,
  { unit, kind }: { unit: string; kind: string },
): Promise<PublicReview | null> {
  const review = year === null ? null : await findReview(db.client, year);
  if (!review?.publishedAt) return null;
  const papers =
    (await verifiedPapersOf({ db }, "attribute_review", [String(review.year)])).get(String(review.year)) ?? [];
  const rows = review.items.map((item, index) => rowOf(item, index, papers));
  return {
    ...{ year: review.year, reviewed: reviewedYear(review.year), basis: review.basis },
    publishedOn: plainDateOf(review.publishedAt),
    units: unitsOf(rows),
    rows: rows.filter((row) => (!unit || row.unit.code === unit) && (!kind || row.decision === kind)),
    nextChangeAt: endOfDay(plainDateOf(now)),
  };
}

/** The pages of published results, for the map of the site. */
export async function publicReviewPlaces({ db }: Pick<Deps, "db">): Promise<{ path: string; changedOn: PlainDate }[]> {
  const reviews = await publishedReviews(db.client);
  return reviews.map(({ year, publishedAt }) => ({
    path: `/policies/disclosure-review/${year}`,
    changedOn: plainDateOf(publishedAt!),
  }));
}

/** The years whose result is published, newest first. */
export async function publicReviewYears({ db }: Pick<Deps, "db">): Promise<number[]> {
  return (await publishedReviews(db.client)).map(({ year }) => year);
}

function rowOf(item: ReviewItemRecord, index: number, papers: readonly PaperMark[]): PublicReviewRow {
  const { policy, attribute, decision, toAttribute, effectiveOn, approvedAt } = item;
  const { slug, title, titleEn, documentNumber, unit, unitCode } = policy;
  const paper = papers.find(({ verifiedAt }) => +verifiedAt === Number(approvedAt));
  return {
    ...{ number: index + 1, attribute, decision: decision!, toAttribute, effectiveOn },
    unit: { code: unitCode, ...unit },
    approvedOn: paper?.statedOn ?? plainDateOf(approvedAt!),
    paper: paper?.number ?? null,
    document: isPublicState(policy.state) ? { slug, title, titleEn, documentNumber } : null,
  };
}

function unitsOf(rows: readonly PublicReviewRow[]): PublicReview["units"] {
  const units = new Map(rows.map(({ unit }) => [unit.code, unit]));
  return [...units.values()].map((unit) => {
    const own = rows.filter((row) => row.unit.code === unit.code);
    const of = (decision: Decision) => own.filter((row) => row.decision === decision).length;
    const counts = Object.fromEntries(DECISIONS.map((decision) => [decision, of(decision)]));
    return { ...unit, counts: counts as Record<Decision, number>, total: own.length };
  });
}
