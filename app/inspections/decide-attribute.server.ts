import { accountIdOf, type Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { plainDateOf } from "~/calendar/plain-date";
import { applyReviewedChange, type ReviewedChange } from "~/policies/review-attribute.server";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import type { PaperSignOff } from "~/reviews/paper.server";
import { transact } from "~/timeline/transact.server";
import { decisionRefusals, reviewRefusals, type DecisionInput } from "./attribute-review";
import { changeReviewItem, lockReviewItem, type ReviewItemRecord } from "./attribute-review-store.server";
import { mayAct } from "./permissions";
import { because } from "./reasons";

interface LeaderInput {
  items: readonly number[];
  /** Decided on a 批示件: by its signer, whom the actor, who compared it with the scan, only vouches for. */
  paper?: PaperSignOff;
}

/** The drafting unit decides of one of its documents; nothing about the document changes before a leader approves. */
export function decideAttribute(
  actor: Actor,
  { item: id, reason, ...input }: DecisionInput & { item: number; reason: string },
  deps: Deps,
): Promise<void> {
  return transact(deps, async (tx, record) => {
    const item = await lockReviewItem(tx, deps.db.engine, id);
    if (!item || !mayAct(actor, "decide", item)) throw refuseAsNotFound();
    requireNone([...reviewRefusals("decide", item, actor), ...decisionRefusals(input, item, plainDateOf(deps.now))]);
    const decided = { decidedById: accountIdOf(actor), decidedAt: deps.now, returnReason: null };
    await changeReviewItem(tx, id, { ...kept(input), reason, ...decided });
    const payload = { item: id, document: item.policy.slug, decision: input.decision };
    record({ kind: "attribute_review.decided", subject: subjectOf(item), actor, payload });
  });
}

/**
 * A leader approves decisions, one or many, here or on paper: only now the attribute or the validity of the documents changes, in the same
 * transaction. Refusals: `items_missing`, `same_person_decided`, whatever stands against one of them.
 */
export function approveAttributes(actor: Actor, { items, paper }: LeaderInput, deps: Deps): Promise<void> {
  const signer = paper?.signer ?? actor;
  return transact(deps, async (tx, record) => {
    await paper?.settle(tx);
    const once = paper && { ...paper, settle: () => Promise.resolve() };
    for (const id of some(items)) {
      const item = await lockReviewItem(tx, deps.db.engine, id);
      if (!item || !mayAct(signer, "approve", item)) throw refuseAsNotFound();
      requireNone(reviewRefusals("approve", item, await withCounterparts(tx, signer, subjectOf(item))));
      await changeReviewItem(tx, id, { approvedById: accountIdOf(signer), approvedAt: deps.now });
      const change = changeOf(item);
      if (change) await applyReviewedChange({ tx, record, paper: once }, actor, item.policy.slug, change, deps);
      const payload = { item: id, document: item.policy.slug, decision: item.decision, ...onPaper(paper) };
      const happenedOn = paper?.statedOn;
      record({ kind: "attribute_review.approved", subject: subjectOf(item), actor, happenedOn, payload });
    }
  });
}

/** A leader does not agree: the unit decides anew, with the reason before it. */
export function declineAttributes(
  actor: Actor,
  { items, reason, paper }: LeaderInput & { reason: string },
  deps: Deps,
): Promise<void> {
  const signer = paper?.signer ?? actor;
  return transact(deps, async (tx, record) => {
    await paper?.settle(tx);
    for (const id of some(items)) {
      const item = await lockReviewItem(tx, deps.db.engine, id);
      if (!item || !mayAct(signer, "decline", item)) throw refuseAsNotFound();
      requireNone(reviewRefusals("decline", item, await withCounterparts(tx, signer, subjectOf(item))));
      await changeReviewItem(tx, id, { decision: null, decidedById: null, decidedAt: null, returnReason: reason });
      const payload = { item: id, document: item.policy.slug, ...onPaper(paper) };
      const happenedOn = paper?.statedOn;
      record({ kind: "attribute_review.declined", subject: subjectOf(item), actor, happenedOn, payload });
    }
  });
}

function onPaper(paper: PaperSignOff | undefined) {
  return paper && { paper: paper.id, signer: paper.signer.accountId };
}

function some(items: readonly number[]): number[] {
  if (items.length === 0) throw new Refused([because("items_missing", "item")]);
  return [...new Set(items)].toSorted((a, b) => a - b);
}

function subjectOf({ review }: ReviewItemRecord) {
  return { kind: "attribute_review", id: String(review.year) };
}

/** What belongs to another decision is not kept. */
function kept({ decision, toAttribute, ground, effectiveOn }: DecisionInput) {
  const isMarked = decision === "mark_expired" || decision === "mark_repealed";
  return {
    decision,
    toAttribute: decision === "disclose" ? "proactive" : decision === "reclassify" ? toAttribute : null,
    ground: decision === "reclassify" && toAttribute === "withheld" ? ground : null,
    effectiveOn: isMarked ? effectiveOn : null,
  };
}

function changeOf(item: ReviewItemRecord): ReviewedChange | null {
  const reason = item.reason ?? "";
  switch (item.decision) {
    case "disclose":
      return { kind: "disclose" };
    case "reclassify": {
      const attribute = item.toAttribute === "withheld" ? "withheld" : "on_request";
      return { kind: "reclassify", attribute, ground: item.ground, reason };
    }
    case "mark_expired":
    case "mark_repealed":
      return { kind: item.decision, effectiveOn: item.effectiveOn!, reason, proposedById: item.decidedById! };
    default:
      return null;
  }
}
