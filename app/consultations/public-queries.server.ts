import { GUEST } from "~/accounts/actor";
import type { AttachmentRecord } from "~/attachments/attachment";
import { attachmentsOf } from "~/attachments/queries.server";
import { yearOf } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import type { Calendar } from "~/calendar/working-days";
import type { Deps } from "~/platform/db.server";
import { Refused, type Reason } from "~/platform/refusal";
import type { ApprovalPaper } from "~/reviews/paper.server";
import { approvalPaperOf } from "./approval-paper.server";
import { areCommentsDue, publicView, type PublicComment, type PublicStage } from "./comment";
import { countPublishedByClause, countReceived, publishedComments } from "./comment-store.server";
import { isOutcomePublic, isPublic, PUBLIC_STATES, refusals, shownState, type ShownState } from "./consultation";
import {
  findClauses,
  findConsultation,
  listConsultations,
  type ClauseRecord,
  type ConsultationRecord,
  type ListedConsultation,
} from "./consultation-store.server";
import {
  daysLeft,
  daysPastOutcome,
  measurePeriod,
  nextChangeAt,
  outcomeClock,
  type DecisionKind,
  type OutcomeClock,
  type PeriodLength,
} from "./period";
import { splitSentences } from "~/wording/sentences";

export const COMMENTS_PER_PAGE = 200;

export interface PublicFilter {
  q: string;
  unit: string;
  state: string;
  year: string;
}

export interface PublicListItem extends Pick<
  ListedConsultation,
  "slug" | "title" | "titleEn" | "summary" | "summaryEn" | "opensOn" | "closesOn" | "round" | "unit"
> {
  state: ShownState;
  daysLeft: number | null;
}

/** The consultations the public may know of. A filter value that means nothing finds nothing. */
export async function listPublicConsultations(
  { db, now }: Deps,
  { q, unit, state, year }: PublicFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ items: PublicListItem[]; total: number }> {
  const states = state === "" ? PUBLIC_STATES : PUBLIC_STATES.filter((known) => known === state);
  if (states.length === 0 || (year !== "" && !/^\d{4}$/.test(year))) return { items: [], total: 0 };
  const filter = {
    states,
    ...(q ? { q } : {}),
    ...(unit ? { unitCodes: [unit] } : {}),
    ...(year ? { year: Number(year) } : {}),
  };
  const { items, total } = await listConsultations(db.client, filter, { now, page, pageSize });
  return { items: items.map((item) => listItem(item, now)), total };
}

function listItem(found: ListedConsultation, now: Date): PublicListItem {
  const { slug, title, titleEn, summary, summaryEn, opensOn, closesOn, round, unit } = found;
  const texts = { slug, title, titleEn, summary, summaryEn };
  return { ...texts, opensOn, closesOn, round, unit, state: shownState(found, now), daysLeft: daysLeft(found, now) };
}

/** The years in which public consultations opened, newest first. */
export async function publicYears({ db }: Pick<Deps, "db">): Promise<number[]> {
  const { _min, _max } = await db.client.consultation.aggregate({
    where: { state: { notIn: ["preparing", "in_review"] } },
    _min: { opensOn: true },
    _max: { opensOn: true },
  });
  if (!_min.opensOn || !_max.opensOn) return [];
  const [first, last] = [yearOf(_min.opensOn), yearOf(_max.opensOn)];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

export interface PublicClause extends Pick<ClauseRecord, "level" | "number" | "heading" | "note"> {
  id: string;
  sentences: string[];
  /** How many comments on it are published. */
  commentCount: number;
  /** The text that came of the draft has other words here, or none. */
  isChanged: boolean;
}

type Facts = Pick<
  ConsultationRecord,
  | "slug"
  | "title"
  | "titleEn"
  | "summary"
  | "summaryEn"
  | "unit"
  | "explanatoryNote"
  | "legalBasis"
  | "opensOn"
  | "closesOn"
  | "shortenedReason"
  | "resultsPlan"
  | "outcomeDays"
  | "contactName"
  | "contactPhone"
  | "contactEmail"
  | "contactAddress"
  | "meetingNote"
  | "askStance"
  | "round"
  | "previousRoundSlug"
  | "nextRoundSlug"
  | "withdrawnReason"
  | "withdrawnAt"
  | "outcomePublishedAt"
  | "documentNumber"
  | "decidedOn"
>;

export interface PublicConsultation extends Facts {
  state: ShownState;
  decisionKind: DecisionKind;
  showComments: PublicStage["showComments"];
  extensions: { fromClosesOn: string; toClosesOn: string; reason: string; at: Date }[];
  /** Both days set; imported records may lack them. */
  period: PeriodLength | null;
  daysLeft: number | null;
  /** While an outcome is owed. */
  outcome: OutcomeClock | null;
  overdue: { sinceClosing: number; overdue: number } | null;
  receivedCount: number;
  clauses: PublicClause[];
  attachments: AttachmentRecord[];
  /** The draft was signed off on paper. */
  approvalPaper: ApprovalPaper | null;
  hasOutcome: boolean;
  hasChanges: boolean;
  areCommentsDue: boolean;
  publishedCount: number;
  comments: PublicComment[];
  nextChangeAt: Date | null;
}

/** All that the public page shows; null when there is nothing the public may know of. `page` is of the comments. */
export async function publicConsultation(
  { db, now }: Deps,
  slug: string,
  { page = 1 }: { page?: number } = {},
): Promise<PublicConsultation | null> {
  const facts = await findConsultation(db.client, slug);
  if (!facts || !isPublic(facts, now)) return null;
  const state = shownState(facts, now);
  const stage = { state, showComments: showCommentsOf(facts) };
  const counts = areCommentsDue(stage) ? await countPublishedByClause(db, facts.id) : new Map<string, number>();
  const calendar = await currentCalendar(db.client);
  return {
    ...textsOf(facts),
    ...clocksOf(facts, state, now, calendar),
    ...stage,
    receivedCount: await countReceived(db.client, facts.id),
    clauses: await publicClauses({ db }, facts.draftId, counts, laterDraftOf(facts, state)?.id),
    attachments: await attachmentsOf({ db }, { consultationId: facts.id }),
    approvalPaper: await approvalPaperOf({ db }, facts, "draft"),
    hasOutcome: isOutcomePublic(state) && state !== "imported",
    hasChanges: hasPublicChanges(facts, state),
    areCommentsDue: areCommentsDue(stage),
    publishedCount: [...counts.values()].reduce((sum, count) => sum + count, 0),
    comments: await publicComments({ db }, facts.id, stage, page),
  };
}

/** One page of the comments that the public may read now, oldest publication first. */
export async function publicComments(
  { db }: Pick<Deps, "db">,
  consultationId: string,
  stage: PublicStage,
  page = 1,
  pageSize = COMMENTS_PER_PAGE,
): Promise<PublicComment[]> {
  if (!areCommentsDue(stage)) return [];
  const rows = await publishedComments(db, consultationId, { page, pageSize });
  return rows.flatMap((row) => publicView(row, stage) ?? []);
}

export interface CommentPlace {
  slug: string;
  title: string;
  titleEn: string | null;
  unit: { name: string; nameEn: string };
  state: ShownState;
  opensOn: string | null;
  closesOn: string | null;
  askStance: boolean;
  clauses: PublicClause[];
  /** Why nothing can be sent now; empty while it can. */
  closed: Reason[];
}

/** What the form for a comment needs; null when there is nothing the public may know of. */
export async function commentPlace({ db, now }: Deps, slug: string): Promise<CommentPlace | null> {
  const facts = await findConsultation(db.client, slug);
  if (!facts || !isPublic(facts, now)) return null;
  const { title, titleEn, unit, opensOn, closesOn, askStance } = facts;
  return {
    ...{ slug, title, titleEn, unit, opensOn, closesOn, askStance },
    state: shownState(facts, now),
    clauses: await publicClauses({ db }, facts.draftId, new Map()),
    closed: refusals("post", facts, GUEST, now),
  };
}

async function publicClauses(
  { db }: Pick<Deps, "db">,
  draftId: string | null,
  counts: ReadonlyMap<string, number>,
  laterId?: string,
): Promise<PublicClause[]> {
  if (!draftId) return [];
  const clauses = await findClauses(db.client, draftId);
  const later = laterId ? await findClauses(db.client, laterId) : clauses;
  const wordsLater = new Map(later.map((clause) => [clause.clauseId, wordsOf(clause)]));
  return clauses.map(({ clauseId, level, number, heading, note, text }) => ({
    id: clauseId,
    ...{ level, number, heading, note },
    sentences: splitSentences(text),
    commentCount: counts.get(clauseId) ?? 0,
    isChanged: wordsLater.get(clauseId) !== wordsOf({ heading, text }),
  }));
}

function wordsOf({ heading, text }: Pick<ClauseRecord, "heading" | "text">): string {
  return `${heading}\n${text}`;
}

function textsOf(facts: ConsultationRecord) {
  const { slug, title, titleEn, summary, summaryEn, unit, explanatoryNote, legalBasis, shortenedReason } = facts;
  const { contactName, contactPhone, contactEmail, contactAddress, meetingNote, resultsPlan, askStance } = facts;
  const { opensOn, closesOn, outcomeDays, round, previousRoundSlug, nextRoundSlug } = facts;
  const { withdrawnReason, withdrawnAt, outcomePublishedAt, documentNumber, decidedOn } = facts;
  return {
    ...{ slug, title, titleEn, summary, summaryEn, unit, explanatoryNote, legalBasis, shortenedReason },
    ...{ contactName, contactPhone, contactEmail, contactAddress, meetingNote, resultsPlan, askStance },
    ...{ opensOn, closesOn, outcomeDays, round, previousRoundSlug, nextRoundSlug },
    ...{ withdrawnReason, withdrawnAt, outcomePublishedAt, documentNumber, decidedOn },
    decisionKind: facts.decisionKind as DecisionKind,
    extensions: facts.extensions.map(({ fromClosesOn, toClosesOn, reason, at }) => ({
      ...{ fromClosesOn, toClosesOn, reason, at },
    })),
  };
}

const OUTCOME_OWED: readonly ShownState[] = ["open", "closed", "outcome_in_review"];

function clocksOf(facts: ConsultationRecord, state: ShownState, now: Date, calendar: Calendar) {
  const { opensOn, closesOn, outcomeDays } = facts;
  const decisionKind = facts.decisionKind as DecisionKind;
  const isMeasured = opensOn !== null && closesOn !== null && state !== "imported";
  return {
    period: isMeasured ? measurePeriod({ decisionKind, opensOn, closesOn }, calendar) : null,
    daysLeft: daysLeft(facts, now),
    outcome: closesOn && OUTCOME_OWED.includes(state) ? outcomeClock(closesOn, outcomeDays, calendar) : null,
    overdue: daysPastOutcome(facts, now, calendar),
    nextChangeAt: nextChangeAt(facts, now),
  };
}

function showCommentsOf({ showComments }: ConsultationRecord): PublicStage["showComments"] {
  return showComments === "during" ? "during" : "after";
}

/** Whether a later text is public: the final one with the decision, or the revised one released with the outcome. */
export function hasPublicChanges(
  facts: Pick<ConsultationRecord, "finalDraftId" | "revisedDraftId" | "releaseRevisedDraft">,
  state: ShownState,
): boolean {
  if (state === "decided") return facts.finalDraftId !== null || facts.revisedDraftId !== null;
  return state === "outcome_published" && facts.releaseRevisedDraft && facts.revisedDraftId !== null;
}

/** The text that came of the consultation, once it is public: the decided one, else the revised draft. */
export function laterDraftOf(
  facts: Pick<ConsultationRecord, "draftId" | "finalDraftId" | "revisedDraftId" | "releaseRevisedDraft">,
  state: ShownState,
): { id: string; isFinal: boolean } | null {
  if (!hasPublicChanges(facts, state)) return null;
  const isFinal = state === "decided" && facts.finalDraftId !== null;
  const id = isFinal ? facts.finalDraftId : facts.revisedDraftId;
  return id && facts.draftId ? { id, isFinal } : null;
}

/** For what names the consultation it came from. Refusal: `consultation_unknown` for one that is not public. */
export async function requireConsultation(slug: string | null, { db, now }: Deps): Promise<void> {
  if (slug === null) return;
  const facts = await findConsultation(db.client, slug);
  if (!facts || !isPublic(facts, now)) throw new Refused([{ code: "consultation_unknown", field: "consultationSlug" }]);
}
