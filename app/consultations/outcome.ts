import type { PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { isBlank } from "~/forms/words";
import {
  CHANNELS,
  DISPLAYS,
  OUTCOMES,
  STANCES,
  WITHHELD_GROUNDS,
  displayOf,
  isAdoption,
  type Channel,
  type CommentFacts,
  type Display,
  type ObjectionFacts,
  type Outcome,
  type Stance,
  type WithheldGround,
} from "./comment";
import { shownState, type PeriodFacts } from "./consultation";
import { because } from "./reasons";

type Counted = Pick<
  CommentFacts,
  | "channel"
  | "stance"
  | "outcome"
  | "withheldGround"
  | "consentsToPublish"
  | "consentWithdrawnAt"
  | "review"
  | "publishedAt"
  | "publishedBody"
  | "erasedAt"
>;

/** Each split adds up to `received`, and `withheld` adds up to `displays.withheld`. */
export interface Tally {
  received: number;
  outcomes: Record<Outcome | "undecided", number>;
  channels: Record<Channel, number>;
  stances: Record<Stance | "none", number>;
  displays: Record<Display, number>;
  withheld: Record<WithheldGround, number>;
}

/** Opinions of bodies asked in writing (函询) are counted apart from the public's. */
export function tallies(comments: readonly Counted[]): { public: Tally; inquiries: Tally } {
  return {
    public: tally(comments.filter(isFromPublic)),
    inquiries: tally(comments.filter((comment) => !isFromPublic(comment))),
  };
}

function isFromPublic({ channel }: Pick<CommentFacts, "channel">): boolean {
  return channel !== "written_inquiry";
}

export function tally(comments: readonly Counted[]): Tally {
  const displays = comments.map((comment) => displayOf(comment));
  const withheld = comments.filter((_, index) => displays[index] === "withheld");
  return {
    received: comments.length,
    outcomes: countBy([...OUTCOMES, "undecided"], comments, (comment) => comment.outcome ?? "undecided"),
    channels: countBy(CHANNELS, comments, (comment) => comment.channel),
    stances: countBy([...STANCES, "none"], comments, (comment) => comment.stance ?? "none"),
    displays: countBy(DISPLAYS, displays, (display) => display),
    withheld: countBy(WITHHELD_GROUNDS, withheld, groundOf),
  };
}

function groundOf({ withheldGround }: Counted): WithheldGround {
  if (!withheldGround) throw new RangeError("A withheld comment has no ground");
  return withheldGround;
}

export interface InquiryFacts {
  dueOn: PlainDate;
  repliedOn: PlainDate | null;
}

/** A body asked in writing no longer holds up the outcome once it answered, or let its deadline pass. */
export function isInquirySettled({ dueOn, repliedOn }: InquiryFacts, today: PlainDate): boolean {
  return repliedOn !== null || today > dueOn;
}

/** Where the clause of an adopted comment stands: in the text that goes on, taken out of it, or in neither. */
export type ClausePlace = "kept" | "removed" | "unknown";

/** The clause ids of the draft people commented on and, when there is one, of the revised draft. */
export interface DraftClauses {
  consulted: ReadonlySet<string>;
  revised: ReadonlySet<string> | null;
}

export function placeOfClause(clauseId: string, { consulted, revised }: DraftClauses): ClausePlace {
  if ((revised ?? consulted).has(clauseId)) return "kept";
  return consulted.has(clauseId) ? "removed" : "unknown";
}

export interface Completion {
  consultation: PeriodFacts;
  comments: readonly (CommentFacts & { objection: ObjectionFacts | null })[];
  inquiries: readonly InquiryFacts[];
  clauses: DraftClauses;
}

/**
 * Every reason why the outcome cannot go to review, be passed or be signed. Asked at each of the three: consent may be
 * taken back, or an objection come, in between. A consultation without a comment has nothing silent and may complete.
 */
export function completionRefusals(completion: Completion, now: Date, today: PlainDate): Reason[] {
  const { consultation, comments, inquiries, clauses } = completion;
  const state = shownState(consultation, now);
  const waiting = inquiries.filter((inquiry) => !isInquirySettled(inquiry, today));
  const isLost = (id: string | null) => id !== null && placeOfClause(id, clauses) === "unknown";
  return [
    ...(state === "closed" || state === "outcome_in_review" ? [] : [because("not_closed_yet")]),
    ...naming("comments_undecided", comments.filter(isSilent)),
    ...naming(
      "adopted_without_clause",
      comments.filter((one) => isAdoption(one.outcome) && !one.outcomeClauseId),
    ),
    ...naming("outcomes_without_reason", comments.filter(lacksReason)),
    ...naming(
      "adopted_clause_unknown",
      comments.filter((one) => isLost(one.outcomeClauseId)),
    ),
    ...naming(
      "reviews_waiting",
      comments.filter((one) => displayOf(one) === "awaiting_review"),
    ),
    ...naming(
      "objections_waiting",
      comments.filter((one) => one.objection !== null && !one.objection.decidedAt),
    ),
    ...(waiting.length > 0 ? [because("inquiries_waiting", undefined, { count: waiting.length })] : []),
  ];
}

/**
 * What would make the outcome better but does not hold it up: without the officer's own gist, the row of a comment
 * whose words are not public says only that they are not.
 */
export function completionAdvice({ comments }: Pick<Completion, "comments">): Reason[] {
  return naming("gists_missing", comments.filter(lacksGist));
}

/** A comment without outcome: none may be left in an outcome, a decision or a withdrawal. */
function isSilent(comment: Pick<CommentFacts, "outcome">): boolean {
  return comment.outcome === null;
}

/**
 * A withdrawal ends every comment: those without outcome are `explained`, with the reason of the withdrawal as their
 * reason. The verb writes this in the transaction that withdraws, after the consultation's row, so that none slips in.
 */
export function outcomesByWithdrawal<C extends Pick<CommentFacts, "number" | "outcome">>(
  comments: readonly C[],
): { number: number; outcome: Outcome }[] {
  return comments.filter(isSilent).map(({ number }) => ({ number, outcome: "explained" }));
}

function lacksReason({ outcome, reason }: CommentFacts): boolean {
  return outcome !== null && !isAdoption(outcome) && isBlank(reason);
}

/** Where the words are not public the row is better with the office's own gist, unless the content was erased by law. */
function lacksGist(comment: CommentFacts): boolean {
  const display = displayOf(comment);
  return (display === "withheld" || display === "without_consent") && isBlank(comment.gist);
}

const NAMED = 10;

/** One reason for all comments concerned, with how many there are and the first of their numbers. */
function naming(code: Parameters<typeof because>[0], comments: readonly { number: number }[]): Reason[] {
  if (comments.length === 0) return [];
  const numbers = comments.slice(0, NAMED).map(({ number }) => number);
  const list = numbers.join(", ") + (comments.length > NAMED ? " …" : "");
  return [because(code, undefined, { count: comments.length, numbers: list })];
}

function countBy<K extends string, T>(
  keys: readonly K[],
  items: readonly T[],
  keyOf: (item: T) => K,
): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const item of items) counts[keyOf(item)] += 1;
  return counts;
}
