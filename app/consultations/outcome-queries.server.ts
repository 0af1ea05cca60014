import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import { countWorkingDays } from "~/calendar/working-days";
import type { Client, Deps } from "~/platform/db.server";
import type { ApprovalPaper } from "~/reviews/paper.server";
import { approvalPaperOf } from "./approval-paper.server";
import { isAdoption, publicView, type PublicComment, type PublicStage } from "./comment";
import { isOutcomePublic, shownState, type ShownState } from "./consultation";
import { findClauses, findConsultation, type ClauseRecord, type ConsultationRecord } from "./consultation-store.server";
import { diffText, type Run } from "~/wording/text-diff";
import { diffClauses, type ClauseChange } from "./diff";
import type { StepKind } from "./dossier";
import { tallies, type Tally } from "./outcome";
import { adoptedComments, countedComments, inquiriesOf, outcomeComments, publicNumbers } from "./outcome-store.server";
import { participation, type Participation } from "./participation";
import { listSteps } from "./processing-store.server";
import { hasPublicChanges, laterDraftOf } from "./public-queries.server";

export const OUTCOME_ROWS_PER_PAGE = 200;

/** One comment of the table, in the order in which they came; `position` is its 序号 there. */
export interface OutcomeRow extends PublicComment {
  position: number;
  /** The clause it is about and the clause it changed, as printed in a text that is public. */
  clauseName: string | null;
  outcomeClauseName: string | null;
}

export interface InquiryAccount {
  asked: number;
  opinions: number;
  noComment: number;
  unanswered: number;
  tally: Tally;
  rows: OutcomeRow[];
}

type Told = Pick<
  ConsultationRecord,
  | "slug"
  | "title"
  | "titleEn"
  | "opensOn"
  | "closesOn"
  | "round"
  | "outcomeProcess"
  | "outcomePublishedAt"
  | "withdrawnAt"
  | "withdrawnReason"
  | "decidedOn"
  | "decidedNote"
  | "documentNumber"
>;

/** The account a consultation gives of its comments. */
export interface PublicOutcome extends Told {
  unit: { name: string; nameEn: string };
  state: ShownState;
  extensions: { fromClosesOn: PlainDate; toClosesOn: PlainDate; reason: string }[];
  /** When counting ended: no comment can be added after the outcome, or the withdrawal, is public. */
  countedUntil: Date;
  tally: Tally;
  participation: Omit<Participation, "clauses"> & {
    clauses: (Participation["clauses"][number] & { name: string | null })[];
  };
  /** Working days from the last day to the published outcome; null for a withdrawal. */
  answeringDays: number | null;
  inquiries: InquiryAccount;
  /** The steps before the decision; known once it is decided. */
  steps: { kind: StepKind; startedOn: PlainDate | null; happenedOn: PlainDate; holder: string }[];
  /** The outcome was signed off on paper. */
  approvalPaper: ApprovalPaper | null;
  hasChanges: boolean;
  rows: OutcomeRow[];
}

/**
 * The published outcome, or that of a withdrawal; null as long as the public may know none. `page` (from 1) is of the
 * rows; without it all of them. What came over from another site has no outcome of its own.
 */
export async function publicOutcome(
  { db, now }: Deps,
  slug: string,
  { page }: { page?: number } = {},
): Promise<PublicOutcome | null> {
  const found = await findWithOutcome({ db, now }, slug);
  if (!found) return null;
  const { facts, stage } = found;
  const comments = await countedComments(db.client, facts.id);
  const counted = tallies(comments);
  const place = await placeNames(db.client, facts, stage.state);
  const paging = page === undefined ? {} : { skip: (page - 1) * OUTCOME_ROWS_PER_PAGE, take: OUTCOME_ROWS_PER_PAGE };
  const rows = await outcomeComments(db.client, facts.id, "public", paging);
  return {
    ...told(facts),
    state: stage.state,
    countedUntil: facts.outcomePublishedAt ?? facts.withdrawnAt ?? now,
    tally: counted.public,
    participation: namedParticipation(comments, place),
    answeringDays: await answeringDays(db.client, facts),
    inquiries: await inquiryAccount(db.client, facts.id, stage, counted.inquiries, place),
    steps: stage.state === "decided" ? await stepsOf(db.client, facts.id) : [],
    approvalPaper: await approvalPaperOf({ db }, facts, "outcome"),
    hasChanges: hasPublicChanges(facts, stage.state),
    rows: rowsOf(rows, stage, place, paging.skip ?? 0),
  };
}

/** By clause as printed; every clause has a name to be called by, its id at the least. */
function namedParticipation(comments: Parameters<typeof participation>[0], { before, names }: Place) {
  const found = participation(
    comments,
    before.map(({ id }) => id),
  );
  const clauses = found.clauses.map(({ id, count }) => ({ id, name: id && (names.get(id) || id), count }));
  return { ...found, clauses };
}

async function answeringDays(client: Client, facts: ConsultationRecord): Promise<number | null> {
  const { closesOn, outcomePublishedAt } = facts;
  if (!closesOn || !outcomePublishedAt) return null;
  return countWorkingDays(closesOn, plainDateOf(outcomePublishedAt), await currentCalendar(client));
}

export interface ChangedClause extends ClauseChange {
  /** Adopted comments that name this clause; `page` is that of the outcome's table on which each stands. */
  comments: (OutcomeRow & { page: number })[];
}

export interface PublicChanges extends Pick<Told, "slug" | "title" | "titleEn" | "decidedOn" | "documentNumber"> {
  unit: { name: string; nameEn: string };
  state: ShownState;
  /** Compared with the text that was decided; otherwise with the revised draft. */
  isFinal: boolean;
  changeNote: string | null;
  clauses: ChangedClause[];
}

/** From the draft people read to the text that came of it; null until that text is public. */
export async function publicChanges({ db, now }: Deps, slug: string): Promise<PublicChanges | null> {
  const found = await findWithOutcome({ db, now }, slug);
  if (!found) return null;
  const { facts, stage } = found;
  const after = laterDraftOf(facts, stage.state);
  if (!after) return null;
  const place = await placeNames(db.client, facts, stage.state);
  const pages = await pagesOf(db.client, facts.id);
  const comments = rowsOf(await adoptedComments(db.client, facts.id), stage, place, 0).map((row) => ({
    ...row,
    page: pages(row.number),
  }));
  const { title, titleEn, unit, decidedOn, documentNumber } = facts;
  return {
    ...{ slug, title, titleEn, unit, decidedOn, documentNumber },
    state: stage.state,
    isFinal: after.isFinal,
    changeNote: facts.drafts.find(({ id }) => id === after.id)?.changeNote ?? null,
    clauses: diffClauses(place.before, place.after).map((change) => ({
      ...change,
      comments: comments.filter(({ outcome, outcomeClauseId }) => isAdoption(outcome) && outcomeClauseId === change.id),
    })),
  };
}

export interface BroughtAbout extends Pick<Told, "slug" | "title" | "titleEn"> {
  isFinal: boolean;
  comment: { number: number; name: string | null; body: string };
  clauseName: string;
  /** The clause's text with what was added to it and taken out of it. */
  runs: Run[];
}

const FEW_EDITS = 200;

/** One comment whose words are public, with the sentence it changed; null when this consultation has none to show. */
export async function broughtAbout({ db, now }: Deps, slug: string): Promise<BroughtAbout | null> {
  const found = await findWithOutcome({ db, now }, slug);
  const after = found && laterDraftOf(found.facts, found.stage.state);
  if (!after) return null;
  const { facts, stage } = found;
  const place = await placeNames(db.client, facts, stage.state);
  const textIn = (clauses: Clause[], id: string) => clauses.find((clause) => clause.id === id)?.text ?? "";
  for (const row of rowsOf(await adoptedComments(db.client, facts.id), stage, place, 0)) {
    const { number, words, outcome, outcomeClauseId: id, outcomeClauseName: clauseName } = row;
    if (!words || !id || !clauseName || !isAdoption(outcome)) continue;
    const [before, later] = [textIn(place.before, id), textIn(place.after, id)];
    if (before === later) continue;
    const { title, titleEn } = facts;
    const comment = { number, name: words.name, body: words.body };
    const runs = diffText(before, later, FEW_EDITS);
    return { slug, title, titleEn, isFinal: after.isFinal, comment, clauseName, runs };
  }
  return null;
}

/** On which page of the table a comment stands; the opinions of bodies asked in writing stand on each. */
async function pagesOf(client: Client, consultationId: string): Promise<(number: number) => number> {
  const numbers = await publicNumbers(client, consultationId);
  const positions = new Map(numbers.map((number, index) => [number, index]));
  return (number) => Math.floor((positions.get(number) ?? 0) / OUTCOME_ROWS_PER_PAGE) + 1;
}

interface WithOutcome {
  facts: ConsultationRecord;
  stage: PublicStage;
}

async function findWithOutcome({ db, now }: Deps, slug: string): Promise<WithOutcome | null> {
  const facts = await findConsultation(db.client, slug);
  if (!facts) return null;
  const state = shownState(facts, now);
  if (!isOutcomePublic(state) || state === "imported") return null;
  return { facts, stage: { state, showComments: facts.showComments === "during" ? "during" : "after" } };
}

function told(facts: ConsultationRecord): Told & Pick<PublicOutcome, "unit" | "extensions"> {
  const { slug, title, titleEn, unit, opensOn, closesOn, round, outcomeProcess, outcomePublishedAt } = facts;
  const { withdrawnAt, withdrawnReason, decidedOn, decidedNote, documentNumber, extensions } = facts;
  return {
    ...{ slug, title, titleEn, unit, opensOn, closesOn, round, outcomeProcess, outcomePublishedAt },
    ...{ withdrawnAt, withdrawnReason, decidedOn, decidedNote, documentNumber },
    extensions: extensions.map(({ fromClosesOn, toClosesOn, reason }) => ({ fromClosesOn, toClosesOn, reason })),
  };
}

interface Place {
  before: Clause[];
  after: Clause[];
  names: Map<string, string>;
}

type Clause = Omit<ClauseRecord, "clauseId"> & { id: string };

/** The public texts with the name of each clause in them. A clause that only a hidden draft has stays unknown. */
async function placeNames(client: Client, facts: ConsultationRecord, state: ShownState): Promise<Place> {
  const later = laterDraftOf(facts, state);
  const before = facts.draftId ? await clausesOf(client, facts.draftId) : [];
  const after = later ? await clausesOf(client, later.id) : [];
  return { before, after, names: new Map([...after, ...before].map((one) => [one.id, one.number || one.heading])) };
}

async function clausesOf(client: Client, draftId: string): Promise<Clause[]> {
  return (await findClauses(client, draftId)).map(({ clauseId, ...clause }) => ({ id: clauseId, ...clause }));
}

function rowsOf(
  comments: Parameters<typeof publicView>[0][],
  stage: PublicStage,
  { names }: Place,
  skipped: number,
): OutcomeRow[] {
  return comments.flatMap((comment, index) => {
    const view = publicView(comment, stage);
    if (!view) return [];
    const isKnown = view.outcomeClauseId !== null && names.has(view.outcomeClauseId);
    const outcomeClauseId = isKnown ? view.outcomeClauseId : null;
    const clauseName = (view.words?.clauseId && names.get(view.words.clauseId)) || null;
    const outcomeClauseName = (outcomeClauseId && names.get(outcomeClauseId)) || null;
    return [{ ...view, outcomeClauseId, position: skipped + index + 1, clauseName, outcomeClauseName }];
  });
}

/** Bodies asked in writing (函询) are counted apart from the public, and each opinion of theirs has its row too. */
async function inquiryAccount(
  client: Client,
  consultationId: string,
  stage: PublicStage,
  tally: Tally,
  place: Place,
): Promise<InquiryAccount> {
  const inquiries = await inquiriesOf(client, consultationId);
  const comments = await outcomeComments(client, consultationId, "inquiries");
  const count = (kind: string) => inquiries.filter(({ replyKind }) => replyKind === kind).length;
  return {
    asked: inquiries.length,
    opinions: count("opinion"),
    noComment: count("no_comment"),
    unanswered: inquiries.filter(({ repliedOn }) => repliedOn === null).length,
    tally,
    rows: rowsOf(comments, stage, place, 0),
  };
}

async function stepsOf(client: Client, consultationId: string): Promise<PublicOutcome["steps"]> {
  const steps = await listSteps(client, consultationId);
  return steps.map(({ kind, startedOn, happenedOn, holder }) => ({
    ...{ kind: kind as StepKind, startedOn, happenedOn, holder },
  }));
}
