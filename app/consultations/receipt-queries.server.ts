import type { Person } from "~/accounts/actor";
import { currentCalendar } from "~/calendar/queries.server";
import type { Deps } from "~/platform/db.server";
import { receiptCode } from "~/platform/receipt-code.server";
import type { ReceiptOwner } from "~/receipts/match-receipt.server";
import { readReceiptCode, receiptHash } from "~/receipts/receipt.server";
import { displayFacts } from "./author.server";
import { displayOf } from "./comment";
import type { Channel, Display, ErasureGround, Outcome, Stance, Submitter, WithheldGround } from "./comment";
import { findByReceipt, findContactByReceipt, listOfAccount, type OwnComment } from "./comment-store.server";
import { isOutcomePublic, shownState, storedState, type PeriodFacts, type ShownState } from "./consultation";
import { findClauses } from "./consultation-store.server";
import { diffText, type Run } from "~/wording/text-diff";
import { outcomeClock } from "./period";

/** How far a comment has come, as its author is told. Outcomes recorded meanwhile stay inside until they are signed. */
export type ReceiptState = "received" | "processing" | "answered" | "withdrawn" | "imported";

/** What a receipt shows to whoever has its code: number, state, dates and holder; no words, no name, no contact. */
export interface ReceiptFacts {
  number: number;
  code: string;
  state: ReceiptState;
  consultation: { slug: string; title: string; titleEn: string | null; state: ShownState };
  unit: { name: string; nameEn: string };
  contactPoint: string;
  channel: Channel;
  receivedAt: Date;
  statedOn: string | null;
  outcomeDueOn: string | null;
  outcomePublishedAt: Date | null;
}

/** What its author sees beside that. */
export interface OwnWords {
  clause: { id: string; name: string } | null;
  quote: string | null;
  stance: Stance | null;
  body: string;
  suggestion: string | null;
  submitter: Submitter;
  name: string | null;
  contact: string | null;
  attachments: { id: string; name: string; size: number }[];
  erasure: { at: Date; ground: ErasureGround | null } | null;
  display: Display;
  consent: { isGiven: boolean; withdrawnAt: Date | null };
  withheld: { ground: WithheldGround | null; reason: string | null } | null;
  objection: { at: Date; decidedAt: Date | null; isUpheld: boolean | null; reason: string | null } | null;
  answer: { outcome: Outcome | null; reason: string | null } | null;
  change: ClauseTrace | null;
  /** A later text is public. */
  hasLaterText: boolean;
}

/** The clause an adopted comment changed, in the draft and in the text that came of it. */
export interface ClauseTrace {
  clauseId: string;
  name: string;
  kind: "changed" | "unchanged" | "removed";
  isFinal: boolean;
  runs: Run[];
}

export interface ReceiptPage {
  comment: OwnComment;
  facts: ReceiptFacts;
}

/** The receipt of a code as it stands in an address; null when there is none. */
export async function receiptByCode({ db, now }: Deps, code: string): Promise<ReceiptPage | null> {
  if (readReceiptCode(code) !== code) return null;
  const comment = await findByReceipt(db.client, receiptHash(code));
  return comment && { comment, facts: await factsOf({ db, now }, comment, code) };
}

/** Whose comment a receipt is for; `POST /track` compares the tail. */
export async function ownerOfComment({ db }: Pick<Deps, "db">, hash: string): Promise<ReceiptOwner | null> {
  const found = await findContactByReceipt(db.client, hash);
  return found && { item: found.number, contact: found.contact };
}

async function factsOf({ db, now }: Deps, comment: OwnComment, code: string): Promise<ReceiptFacts> {
  const { consultation } = comment;
  const { slug, title, titleEn, unit, closesOn, outcomeDays, contactName, contactPhone } = consultation;
  const state = stateOf(consultation, now);
  const isOwed = closesOn !== null && ["open", "closed", "outcome_in_review"].includes(state);
  const calendar = isOwed ? await currentCalendar(db.client) : null;
  return {
    number: comment.number,
    code,
    state: receiptState(comment, state),
    consultation: { slug, title, titleEn, state },
    unit,
    contactPoint: [contactName, contactPhone].filter(Boolean).join(" "),
    channel: comment.channel as Channel,
    receivedAt: comment.receivedAt,
    statedOn: comment.statedOn,
    outcomeDueOn: calendar && closesOn ? outcomeClock(closesOn, outcomeDays, calendar).dueOn : null,
    outcomePublishedAt: consultation.outcomePublishedAt,
  };
}

function stateOf(consultation: Omit<PeriodFacts, "state"> & { state: string }, now: Date): ShownState {
  return shownState({ ...consultation, state: storedState(consultation.state) }, now);
}

function receiptState(comment: Pick<OwnComment, "review">, state: ShownState): ReceiptState {
  if (state === "withdrawn" || state === "imported") return state;
  if (isOutcomePublic(state)) return "answered";
  return state === "open" && comment.review === "pending" ? "received" : "processing";
}

/** The author's own view: the words, what was decided on them, and what they changed. */
export async function ownWords({ db, now }: Deps, comment: OwnComment): Promise<OwnWords> {
  const state = stateOf(comment.consultation, now);
  const hasOutcome = isOutcomePublic(state);
  const drafts = await draftsOf({ db }, comment, state);
  const { body, suggestion, name, contact, quote, erasedAt, consentsToPublish, consentWithdrawnAt } = comment;
  const clause = drafts.before.find(({ clauseId }) => clauseId === comment.clauseId);
  return {
    clause: clause ? { id: clause.clauseId, name: nameOf(clause) } : null,
    ...{ quote, body, suggestion, name, contact },
    stance: comment.stance as Stance | null,
    submitter: comment.submitter as Submitter,
    attachments: comment.attachments.map(({ id, fileName, size }) => ({ id, name: fileName, size })),
    erasure: erasedAt && { at: erasedAt, ground: comment.erasedGround as ErasureGround | null },
    display: displayOf(displayFacts(comment)),
    consent: { isGiven: consentsToPublish, withdrawnAt: consentWithdrawnAt },
    withheld: withheldOf(comment),
    objection: comment.objection && objectionOf(comment.objection),
    answer: hasOutcome ? { outcome: comment.outcome as Outcome | null, reason: comment.response?.text ?? null } : null,
    change: hasOutcome ? traceOf(comment, drafts) : null,
    hasLaterText: drafts.after !== null,
  };
}

function withheldOf({ review, withheldGround, withheldReason }: OwnComment): OwnWords["withheld"] {
  if (review !== "withheld") return null;
  return { ground: withheldGround as WithheldGround | null, reason: withheldReason };
}

function objectionOf({ at, decidedAt, isUpheld, reason }: NonNullable<OwnComment["objection"]>) {
  return { at, decidedAt, isUpheld, reason };
}

interface Drafts {
  before: Awaited<ReturnType<typeof findClauses>>;
  after: Awaited<ReturnType<typeof findClauses>> | null;
  isFinal: boolean;
}

/** The draft people commented on, and the later text once it is public. */
async function draftsOf({ db }: Pick<Deps, "db">, comment: OwnComment, state: ShownState): Promise<Drafts> {
  const { drafts, releaseRevisedDraft } = comment.consultation;
  const latest = (kind: string) => drafts.findLast((draft) => draft.kind === kind)?.id;
  const draftId = comment.draftId ?? latest("consultation");
  const revisedId =
    state === "decided" || (state === "outcome_published" && releaseRevisedDraft) ? latest("revised") : undefined;
  const finalId = state === "decided" ? latest("final") : undefined;
  const afterId = finalId ?? revisedId;
  return {
    before: draftId ? await findClauses(db.client, draftId) : [],
    after: afterId ? await findClauses(db.client, afterId) : null,
    isFinal: finalId !== undefined,
  };
}

function traceOf(comment: OwnComment, { before, after, isFinal }: Drafts): ClauseTrace | null {
  const clauseId = comment.outcomeClauseId;
  if (!clauseId || !after) return null;
  const old = before.find((clause) => clause.clauseId === clauseId);
  const now = after.find((clause) => clause.clauseId === clauseId);
  const runs = diffText(old?.text ?? "", now?.text ?? "");
  const isSame = runs.every(({ kind }) => kind === "same");
  const kind = now === undefined ? "removed" : isSame ? "unchanged" : "changed";
  return { clauseId, name: nameOf(now ?? old), kind, isFinal, runs };
}

function nameOf(clause: { number: string; heading: string } | undefined): string {
  return clause ? clause.number || clause.heading : "";
}

export interface OwnListItem {
  number: number;
  code: string;
  title: string;
  titleEn: string | null;
  receivedAt: Date;
  state: ReceiptState;
  isErased: boolean;
}

/** The comments sent while signed in with this account, newest first. */
export async function ownComments(
  person: Person,
  { db, now }: Deps,
  paging: { page: number; pageSize: number },
): Promise<{ items: OwnListItem[]; total: number }> {
  const { items, total } = await listOfAccount(db.client, person.accountId, paging);
  return { items: items.map((item) => ownListItem(item, now)), total };
}

function ownListItem(item: Awaited<ReturnType<typeof listOfAccount>>["items"][number], now: Date): OwnListItem {
  const { number, receivedAt, erasedAt, consultation } = item;
  const { title, titleEn } = consultation;
  const state = receiptState(item, stateOf(consultation, now));
  return { number, code: receiptCode(number), title, titleEn, receivedAt, state, isErased: erasedAt !== null };
}
