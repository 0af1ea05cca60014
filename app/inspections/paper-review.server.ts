import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { ACCEPTED_ENDINGS, MAX_FILE_BYTES, type AttachmentRecord } from "~/attachments/attachment";
import { attachmentById } from "~/attachments/queries.server";
import type { Client, Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { enterPaper, paperToVerify, refusePaper, subjectOfPaper, type PaperInput } from "~/reviews/paper.server";
import { leadersOf } from "~/reviews/paper-signers.server";
import { paperLines } from "~/reviews/read-sheet.server";
import type { Json } from "~/timeline/event";
import { transact } from "~/timeline/transact.server";
import { reviewState } from "./attribute-review";
import { findReview, findReviewItem, type ReviewRecord } from "./attribute-review-store.server";
import { approveAttributes, declineAttributes } from "./decide-attribute.server";
import type { ReviewPapers } from "./inspection-view";
import { mayRecordPaper, maySeeInspections } from "./permissions";
import { because } from "./reasons";

const KIND = "attribute_review";
const PART = "approval";

/**
 * The office enters what a leader decided about a year's review on a 批示件, with its scan; it counts once another person
 * verifies it. Refusals: `not_found` for all but the office, `inspection_not_possible` when no decision waits for a leader,
 * those of the entry itself.
 */
export async function enterReviewPaper(
  actor: Actor,
  { year, ...input }: PaperInput & { year: number },
  deps: Deps,
): Promise<void> {
  const signers = await leadersOf(deps);
  await record(actor, year, "paper_entered", deps, async (tx, asked) => ({
    ...(await enterPaper(tx, asked, subjectOf(year), input, { signers, now: deps.now })),
  }));
}

/** A second person sends back what does not agree with its scan. */
export function refuseReviewPaper(
  actor: Actor,
  { year, ...input }: { year: number; id: number; reason: string },
  deps: Deps,
): Promise<void> {
  return record(actor, year, "paper_refused", deps, (tx, asked) =>
    refusePaper(tx, asked, input, subjectOf(year), deps.now),
  );
}

/**
 * A second person has compared the entry with its scan and ticks the decisions that stand on it: they are approved, or go
 * back to their units, by whoever signed. Refusals: `items_missing`; `paper_before_submission` for a decision that the unit
 * took after the paper was entered; `paper_words_missing` for a no without the leader's words.
 */
export async function verifyReviewPaper(
  actor: Actor,
  { year, id, items, words }: { year: number; id: number; items: readonly number[]; words: string | null },
  deps: Deps,
): Promise<void> {
  waiting(actor, await findReview(deps.db.client, year));
  if (items.length === 0) throw new Refused([because("items_missing", "item")]);
  const asked = await withCounterparts(deps.db.client, actor, { kind: KIND, id: String(year) });
  const submittedAt = await lastDecisionAmong(deps.db.client, year, items);
  const { act, ...paper } = await paperToVerify(asked, { id, submittedAt }, subjectOf(year), deps);
  if (act === "agree") return approveAttributes(actor, { items, paper }, deps);
  if (words === null) throw new Refused([{ code: "paper_words_missing", field: "words" }]);
  return declineAttributes(actor, { items, reason: words, paper }, deps);
}

/** When the last of these decisions was taken: a paper signs only what lay there when it was entered. */
async function lastDecisionAmong(client: Client, year: number, items: readonly number[]): Promise<Date | null> {
  let last: Date | null = null;
  for (const item of items) {
    const found = await findReviewItem(client, item);
    if (found?.review.year !== year) throw refuseAsNotFound();
    if (found.decidedAt && (last === null || found.decidedAt > last)) last = found.decidedAt;
  }
  return last;
}

/** What the page of a review shows of decisions on paper; null when there are none and none may be entered. */
export async function reviewPapers(actor: Actor, review: ReviewRecord, deps: Deps): Promise<ReviewPapers | null> {
  const lines = await paperLines({ kind: KIND, id: String(review.year) }, deps);
  const isWaiting = hasDecisionWaiting(review);
  const mayEnter = isWaiting && mayRecordPaper(actor);
  if (!mayEnter && lines.length === 0) return null;
  return {
    ...{ lines, part: isWaiting ? PART : null, accept: ACCEPTED_ENDINGS, maxBytes: MAX_FILE_BYTES },
    signers: mayEnter ? await leadersOf(deps) : null,
  };
}

/** Whether decisions of the review wait for a leader. */
export function hasDecisionWaiting({ items, publishedAt }: Pick<ReviewRecord, "items" | "publishedAt">): boolean {
  return publishedAt === null && items.some((item) => reviewState(item) === "decided");
}

/** The scan, for the office and leaders; null as for what does not exist. */
export async function readableReviewPaper(id: string, actor: Actor, deps: Deps): Promise<AttachmentRecord | null> {
  const file = maySeeInspections(actor) ? await attachmentById(deps, id) : null;
  if (!file || file.paperId === null) return null;
  return (await subjectOfPaper(deps, file.paperId))?.kind === KIND ? file : null;
}

type Write = (tx: Tx, asked: Actor) => Promise<{ [key: string]: Json }>;

function record(actor: Actor, year: number, event: string, deps: Deps, write: Write): Promise<void> {
  return transact(deps, async (tx, keep) => {
    waiting(actor, await findReview(tx, year));
    const subject = { kind: KIND, id: String(year) };
    const payload = await write(tx, await withCounterparts(tx, actor, subject));
    keep({ kind: `${KIND}.${event}`, subject, actor, payload });
  });
}

function waiting(actor: Actor, review: ReviewRecord | null): void {
  if (!review || !mayRecordPaper(actor)) throw refuseAsNotFound();
  if (!hasDecisionWaiting(review)) throw new Refused([because("inspection_not_possible")]);
}

function subjectOf(year: number) {
  return { kind: KIND, id: String(year), part: PART };
}
