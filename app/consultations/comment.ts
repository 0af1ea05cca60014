import { isSamePerson, type Actor } from "~/accounts/actor";
import type { PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { isBlank } from "~/forms/words";
import { isOutcomePublic, type ShownState } from "./consultation";
import { because } from "./reasons";
import { wordsRefusals, type Words } from "./words";

export const OUTCOMES = ["adopted", "partly_adopted", "not_adopted", "explained", "referred", "out_of_scope"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** These name a place in the text; all others need a reason. */
export const ADOPTING_OUTCOMES = ["adopted", "partly_adopted"] as const satisfies readonly Outcome[];

export const STANCES = ["support", "oppose", "neutral"] as const;
export type Stance = (typeof STANCES)[number];

export const CHANNELS = ["online", "letter", "phone", "email", "meeting", "written_inquiry", "imported"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels of comments that staff enter by hand. */
export const ENTERED_CHANNELS = ["letter", "phone", "email", "meeting"] as const satisfies readonly Channel[];

export const SUBMITTERS = ["person", "company", "organisation"] as const;
export type Submitter = (typeof SUBMITTERS)[number];

export const REVIEWS = ["pending", "published", "withheld"] as const;
export type Review = (typeof REVIEWS)[number];

/**
 * Why a comment may be kept from the public (广州市规章制定公众参与办法, 市政府令170号, 第六条): secrets and privacy;
 * against public morals; its author asked; the office has reasonable grounds, which it states.
 */
export const WITHHELD_GROUNDS = ["secret_or_private", "indecent", "author_asked", "unsuitable"] as const;
export type WithheldGround = (typeof WITHHELD_GROUNDS)[number];

export const ERASURE_GROUNDS = ["author_request", "personal_data", "unlawful_content"] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** What the rules need to know of a comment; the names are those of its record. `reason` is its response's text. */
export interface CommentFacts {
  number: number;
  channel: Channel;
  clauseId: string | null;
  sentenceFrom: number | null;
  sentenceTo: number | null;
  quote: string | null;
  stance: Stance | null;
  consentsToPublish: boolean;
  consentWithdrawnAt: Date | null;
  review: Review;
  publishedAt: Date | null;
  publishedBody: string | null;
  publishedSuggestion: string | null;
  publishedName: string | null;
  withheldGround: WithheldGround | null;
  gist: string | null;
  outcome: Outcome | null;
  outcomeClauseId: string | null;
  reason: string | null;
  erasedAt: Date | null;
  erasedGround: ErasureGround | null;
}

/** Whether a comment's words are for the public, and if not, why: each comment is exactly one of these. */
export const DISPLAYS = ["shown", "awaiting_review", "without_consent", "withheld", "erased"] as const;
export type Display = (typeof DISPLAYS)[number];

type DisplayFacts = Pick<
  CommentFacts,
  "consentsToPublish" | "consentWithdrawnAt" | "review" | "publishedAt" | "publishedBody" | "erasedAt"
>;

export function displayOf(comment: DisplayFacts): Display {
  if (comment.erasedAt) return "erased";
  if (comment.review === "withheld") return "withheld";
  if (!hasConsent(comment)) return "without_consent";
  // Only what review has masked is ever shown: the words as sent are no substitute for it.
  const isMasked = comment.publishedAt !== null && comment.publishedBody !== null;
  return comment.review === "published" && isMasked ? "shown" : "awaiting_review";
}

export function hasConsent(comment: Pick<CommentFacts, "consentsToPublish" | "consentWithdrawnAt">): boolean {
  return comment.consentsToPublish && comment.consentWithdrawnAt === null;
}

/** All that the public may learn of one comment. `words` is null for whatever is not shown. */
export interface PublicComment {
  number: number;
  channel: Channel;
  display: Display;
  words: {
    body: string;
    suggestion: string | null;
    name: string | null;
    publishedAt: Date;
    stance: Stance | null;
    clauseId: string | null;
    sentenceFrom: number | null;
    sentenceTo: number | null;
    quote: string | null;
  } | null;
  erasure: { at: Date; ground: ErasureGround | null } | null;
  withheldGround: WithheldGround | null;
  outcome: Outcome | null;
  outcomeClauseId: string | null;
  reason: string | null;
  gist: string | null;
}

export interface PublicStage {
  state: ShownState;
  /** Said publicly beforehand: whether comments appear during the period or after it. */
  showComments: "during" | "after";
}

/**
 * The one way of a comment to the public, whatever the way out: page, API, diff, export, feed, search, socket.
 * Null when nothing of it may be known yet. Without shown words there is number, channel, outcome, reason and the
 * office's own gist, and these only once the outcome is public.
 */
export function publicView(comment: CommentFacts, stage: PublicStage): PublicComment | null {
  const hasOutcome = isOutcomePublic(stage.state);
  const display = displayOf(comment);
  const wordsAreDue = hasOutcome || areCommentsDue(stage);
  const wasShown = comment.publishedAt !== null && hasConsent(comment);
  if (!hasOutcome && !(wordsAreDue && (display === "shown" || (display === "erased" && wasShown)))) return null;
  const words = display === "shown" && wordsAreDue ? shownWords(comment) : null;
  return {
    number: comment.number,
    channel: comment.channel,
    display,
    words,
    erasure: comment.erasedAt ? { at: comment.erasedAt, ground: comment.erasedGround } : null,
    withheldGround: hasOutcome && display === "withheld" ? comment.withheldGround : null,
    outcome: hasOutcome ? comment.outcome : null,
    outcomeClauseId: hasOutcome ? comment.outcomeClauseId : null,
    reason: hasOutcome ? comment.reason : null,
    gist: hasOutcome && !words && display !== "erased" ? comment.gist : null,
  };
}

/** Whether the stage is one in which reviewed comments appear: from opening, or from closing when so announced. */
export function areCommentsDue({ state, showComments }: PublicStage): boolean {
  if (state === "open") return showComments === "during";
  return state === "closed" || state === "outcome_in_review" || isOutcomePublic(state);
}

function shownWords(comment: CommentFacts): NonNullable<PublicComment["words"]> {
  const { stance, clauseId, sentenceFrom, sentenceTo, quote } = comment;
  return {
    body: comment.publishedBody!,
    suggestion: comment.publishedSuggestion,
    name: comment.publishedName,
    publishedAt: comment.publishedAt!,
    ...{ stance, clauseId, sentenceFrom, sentenceTo, quote },
  };
}

export interface NewComment extends Words {
  clause: string | null;
  from: number | null;
  to: number | null;
}

/** The draft as far as a comment can point into it: how many sentences each clause has. */
export type SentenceCounts = ReadonlyMap<string, number>;

/**
 * Why this comment cannot be taken: its words and the place it names. Whether the consultation takes comments is asked
 * of `refusals("post", …)` or `refusals("enter_comment", …)` with the instant the request arrived.
 */
export function postRefusals(comment: NewComment, draft: SentenceCounts): Reason[] {
  return [...wordsRefusals(comment), ...placeRefusals(comment, draft)];
}

function placeRefusals({ clause, from, to }: NewComment, draft: SentenceCounts): Reason[] {
  const hasSentences = from !== null || to !== null;
  if (clause === null) return hasSentences ? [because("sentences_without_clause", "clause")] : [];
  const sentences = draft.get(clause);
  if (sentences === undefined) return [because("clause_unknown", "clause")];
  if (!hasSentences) return [];
  const isInside = from !== null && from >= 1 && (to ?? from) >= from && (to ?? from) <= sentences;
  return isInside ? [] : [because("sentences_out_of_range", "from", { sentences })];
}

/** A comment that came on paper, by phone, mail or in a meeting carries the day it states, which is not in the future. */
export function statedDayRefusals(statedOn: PlainDate | null, today: PlainDate): Reason[] {
  if (!statedOn) return [because("stated_missing", "statedOn")];
  return statedOn > today ? [because("stated_in_future", "statedOn", { today })] : [];
}

export interface Decision {
  outcome: Outcome;
  clause: string | null;
  reason: string | null;
}

/** An outcome names the clause when it adopts, wholly or in part, and otherwise gives a reason. */
export function decideRefusals({ outcome, clause, reason }: Decision, clauseIds: ReadonlySet<string>): Reason[] {
  const reasons: Reason[] = [];
  const isAdopting = isAdoption(outcome);
  if (isAdopting && clause === null) reasons.push(because("outcome_clause_missing", "clause"));
  if (clause !== null && !clauseIds.has(clause)) reasons.push(because("clause_unknown", "clause"));
  if (!isAdopting && isBlank(reason)) reasons.push(because("outcome_reason_missing", "reason"));
  return reasons;
}

export function isAdoption(outcome: Outcome | null): boolean {
  return (ADOPTING_OUTCOMES as readonly (Outcome | null)[]).includes(outcome);
}

export interface ObjectionFacts {
  decidedAt: Date | null;
  isUpheld: boolean | null;
}

type ReviewFacts = DisplayFacts & { objection: ObjectionFacts | null };

/** Why the comment cannot be shown in public with these masked words (again, when more has to be masked). */
export function publishRefusals(comment: ReviewFacts, masked: { body: string | null }): Reason[] {
  const reasons: Reason[] = [];
  if (comment.erasedAt) reasons.push(because("comment_erased"));
  if (!hasConsent(comment)) reasons.push(because("no_consent"));
  if (comment.objection && !comment.objection.decidedAt) reasons.push(because("objection_waits"));
  if (isBlank(masked.body)) reasons.push(because("published_words_missing", "body"));
  return reasons;
}

/** Why the comment cannot be withheld: only on one of the four grounds, never against an objection that was upheld. */
export function withholdRefusals(
  comment: ReviewFacts,
  { ground, reason }: { ground: WithheldGround | null; reason: string | null },
): Reason[] {
  const reasons: Reason[] = [];
  if (comment.erasedAt) reasons.push(because("comment_erased"));
  if (comment.review === "withheld") reasons.push(because("already_withheld"));
  if (comment.objection?.isUpheld) reasons.push(because("objection_upheld"));
  if (!ground) reasons.push(because("ground_missing", "ground"));
  if (ground === "unsuitable" && isBlank(reason)) reasons.push(because("withheld_reason_missing", "reason"));
  return reasons;
}

/** The author of a withheld comment may object once. */
export function objectionRefusals(comment: ReviewFacts, text: string): Reason[] {
  const reasons: Reason[] = [];
  if (comment.review !== "withheld" || comment.erasedAt) reasons.push(because("not_withheld"));
  if (comment.objection) reasons.push(because("objected_before"));
  if (isBlank(text)) reasons.push(because("objection_text_missing", "text"));
  return reasons;
}

/** The office decides, by another person than the one who withheld; a refusal says why. */
export function decideObjectionRefusals(
  comment: { objection: ObjectionFacts | null; reviewedById: string | null },
  decision: { isUpheld: boolean; reason: string | null },
  actor: Actor,
): Reason[] {
  const reasons: Reason[] = [];
  if (!comment.objection) reasons.push(because("no_objection"));
  if (comment.objection?.decidedAt) reasons.push(because("objection_decided_before"));
  if (isSamePerson(actor, comment.reviewedById)) reasons.push(because("same_person_withheld"));
  if (!decision.isUpheld && isBlank(decision.reason)) reasons.push(because("objection_reason_missing", "reason"));
  return reasons;
}

/** Consent to publication can be taken back at any time, once (个人信息保护法). */
export function withdrawConsentRefusals(comment: DisplayFacts): Reason[] {
  if (!comment.consentsToPublish) return [because("no_consent")];
  return comment.consentWithdrawnAt ? [because("consent_already_withdrawn")] : [];
}

export function eraseRefusals(comment: DisplayFacts, ground: ErasureGround | null): Reason[] {
  const reasons: Reason[] = [];
  if (comment.erasedAt) reasons.push(because("comment_erased"));
  if (!ground) reasons.push(because("ground_missing", "ground"));
  return reasons;
}

/** Why the office cannot write its own gist: an erased comment's content stays erased in every wording. */
export function summariseRefusals(comment: DisplayFacts): Reason[] {
  return comment.erasedAt ? [because("comment_erased")] : [];
}
