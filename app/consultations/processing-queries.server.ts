import type { Actor } from "~/accounts/actor";
import { accountNames } from "~/accounts/queries.server";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { attachmentsOf } from "~/attachments/queries.server";
import type { Client, Deps } from "~/platform/db.server";
import { refuseAsNotFound, type Reason } from "~/platform/refusal";
import { decideObjectionRefusals, displayOf, OUTCOMES, publishRefusals, summariseRefusals } from "./comment";
import { refusals, shownState, transitionOf, type Act } from "./consultation";
import {
  findClauses,
  findConsultationById,
  type ClauseRecord,
  type ConsultationRecord,
} from "./consultation-store.server";
import { namedHistory } from "~/reviews/named-history.server";
import { deskConsultation } from "./desk-queries.server";
import { deskContact, deskName, deskWords } from "./desk-words.server";
import { diffText } from "~/wording/text-diff";
import { mayAct, maySeeDesk, maySeeUnmasked } from "./permissions";
import {
  BULK_ACTS,
  type CommentOffer,
  type DeskCommentPage,
  type DeskCommentRow,
  type DeskEntry,
  type DeskGroup,
  type NamedClause,
  type ProcessingPage,
} from "./processing-facts";
import { clusterChoice, filterQuery, type ProcessingFilter } from "./processing-filter";
import {
  countByHeading,
  countReview,
  countWithoutGist,
  findMatching,
  nextAwaiting,
  type Member,
} from "./processing-list-store.server";
import { findDeskComment, findDeskComments, type DeskComment } from "./processing-store.server";
import { maskedWords } from "./publish-comment.server";
import { splitSentences } from "~/wording/sentences";
import type { Cluster } from "~/wording/similar";
import { similarGroups } from "./similar-groups.server";

const PROCESSING_PAGE_SIZE = 50;

/** Words of a comment in the list; the whole stands on its own page. */
const MOST_IN_LIST = 400;
const VARIANTS_SHOWN = 10;
const SIMILAR_SHOWN = 20;
/** Near wordings differ little; a longer list of changes is shown sentence by sentence. */
const MOST_EDITS = 200;
const OUTCOME_ORDER = [null, ...OUTCOMES];

// ---- The list ---------------------------------------------------------------------------------------------------

interface Line {
  first: Member;
  group: { of: Cluster; fitting: Member[] } | null;
}

/**
 * One page of the comments that fit the filter, near-identical ones in one line. Masked for everyone but the handling
 * officers of the unit. Refusal: `not_found` for whoever may not see the desk.
 */
export async function processingPage(
  actor: Actor,
  slug: string,
  { filter, page }: { filter: ProcessingFilter; page: number },
  deps: Deps,
): Promise<ProcessingPage> {
  const { client } = deps.db;
  const consultation = await deskConsultation(actor, slug, deps);
  const isUnmasked = maySeeUnmasked(actor, consultation);
  const members = await findFitting(consultation.id, filter, isUnmasked, deps);
  const { groups, isComplete: isCompared } = await similarGroups(deps.db, consultation.id);
  const lines = filter.cluster ? members.map((first) => ({ first, group: null })) : linesOf(members, groups);
  const clauses = await namedClauses(client, consultation);
  const counters = await countersOf(client, consultation.id, clauses);
  const shown = lines.slice((page - 1) * PROCESSING_PAGE_SIZE, page * PROCESSING_PAGE_SIZE);
  const mayDecide = mayAct(actor, "decide", consultation);
  return {
    slug,
    title: consultation.title,
    state: shownState(consultation, deps.now),
    decide: mayDecide ? refusals("decide", consultation, actor, deps.now) : null,
    bulk: BULK_ACTS.filter((act) => refusals(act, consultation, actor, deps.now).length === 0),
    mayEnter: mayAct(actor, "enter_comment", consultation) && !!transitionOf("enter_comment", consultation, deps.now),
    isUnmasked,
    isCompared,
    filter,
    search: filterQuery(filter),
    page,
    pageSize: PROCESSING_PAGE_SIZE,
    counters,
    total: {
      comments: members.length,
      entries: lines.length,
      all: counters.outcomes.reduce((sum, { count }) => sum + count, 0),
    },
    askStance: consultation.askStance,
    clauses,
    entries: await entriesOf(client, shown, clauses, isUnmasked),
  };
}

/** The comments that fit, or of one group those that fit. */
async function findFitting(
  consultationId: string,
  filter: ProcessingFilter,
  isUnmasked: boolean,
  { db }: Pick<Deps, "db">,
): Promise<Member[]> {
  const members = await findMatching(db.client, consultationId, filter, isUnmasked ? "all" : "published");
  if (!filter.cluster) return members;
  const group = (await similarGroups(db, consultationId)).groups.find(
    ({ fingerprint }) => fingerprint === filter.cluster,
  );
  const numbers = new Set(group?.numbers);
  return members.filter(({ number }) => numbers.has(number));
}

function linesOf(members: readonly Member[], groups: readonly Cluster[]): Line[] {
  const groupOf = new Map(groups.flatMap((group) => group.numbers.map((number) => [number, group] as const)));
  const lines: Line[] = [];
  const open = new Map<Cluster, Line & { group: NonNullable<Line["group"]> }>();
  for (const member of members) {
    const of = groupOf.get(member.number);
    const known = of && open.get(of);
    if (known) known.group.fitting.push(member);
    else if (!of) lines.push({ first: member, group: null });
    else {
      const line = { first: member, group: { of, fitting: [member] } };
      open.set(of, line);
      lines.push(line);
    }
  }
  return lines;
}

async function entriesOf(
  client: Client,
  lines: readonly Line[],
  clauses: readonly NamedClause[],
  isUnmasked: boolean,
): Promise<DeskEntry[]> {
  const numbers = lines.flatMap(({ first, group }) => [
    first.number,
    ...(group ? group.of.wordings.slice(0, VARIANTS_SHOWN + 1).map(([number]) => number!) : []),
  ]);
  const found = await findDeskComments(client, [...new Set(numbers)]);
  const comments = new Map(found.map((comment) => [comment.number, comment]));
  const entries: DeskEntry[] = [];
  for (const { first, group } of lines) {
    const comment = comments.get(first.number);
    if (!comment) continue;
    const row = rowOf(comment, clauses, isUnmasked);
    entries.push({ row, group: group && groupOf(group, comments, isUnmasked) });
  }
  return entries;
}

function groupOf(
  { of, fitting }: NonNullable<Line["group"]>,
  comments: ReadonlyMap<number, DeskComment>,
  isUnmasked: boolean,
): DeskGroup {
  const wordingOf = (number: number | undefined) => {
    const comment = number === undefined ? undefined : comments.get(number);
    return comment ? plain(comment, isUnmasked) : "";
  };
  const [common, ...others] = of.wordings;
  return {
    fingerprint: of.fingerprint,
    choice: clusterChoice(of.fingerprint, fitting),
    people: of.numbers.length,
    fitting: fitting.length,
    wordings: of.wordings.length,
    outcomes: OUTCOME_ORDER.map((outcome) => ({
      outcome,
      count: fitting.filter((member) => member.outcome === outcome).length,
    })).filter(({ count }) => count > 0),
    variants: others.slice(0, VARIANTS_SHOWN).map((numbers) => ({
      count: numbers.length,
      parts: diffText(wordingOf(common?.[0]), wordingOf(numbers[0]), MOST_EDITS),
    })),
  };
}

function plain({ body, suggestion }: DeskComment, isUnmasked: boolean): string {
  const text = suggestion ? `${body}\n${suggestion}` : body;
  return deskWords(text, { isUnmasked })
    .map((run) => run.text)
    .join("");
}

function rowOf(comment: DeskComment, clauses: readonly NamedClause[], isUnmasked: boolean): DeskCommentRow {
  const { number, version, channel, statedOn, receivedAt, stance, theme, gist, outcome, reason, objection } = comment;
  const submitter = comment.submitter as DeskCommentRow["submitter"];
  const words = (text: string) => deskWords(text, { isUnmasked, most: MOST_IN_LIST });
  return {
    ...{ number, version, channel, statedOn, receivedAt, stance, submitter, theme, gist, outcome, reason },
    clause: nameOf(clauses, comment.clauseId),
    name: deskName(comment.name, submitter, isUnmasked),
    words: words(comment.body),
    suggestion: comment.suggestion ? words(comment.suggestion) : null,
    display: displayOf(comment),
    hasWaitingObjection: objection !== null && objection.decidedAt === null,
    outcomeClause: nameOf(clauses, comment.outcomeClauseId),
  };
}

async function countersOf(
  client: Client,
  id: string,
  clauses: readonly NamedClause[],
): Promise<ProcessingPage["counters"]> {
  const headings = await countByHeading(client, id);
  const order = new Map(clauses.map((clause, index) => [clause.id, index]));
  const place = (value: string | null) => (value === null ? -1 : (order.get(value) ?? clauses.length));
  return {
    ...headings,
    clauses: headings.clauses
      .map(({ value, count }) => ({ value, name: nameOf(clauses, value), count }))
      .sort((a, b) => place(a.value) - place(b.value)),
    themes: headings.themes.toSorted((a, b) => b.count - a.count),
    undecided: headings.outcomes.find(({ value }) => value === null)?.count ?? 0,
    awaitingReview: await countReview(client, id, "awaiting_review"),
    objections: await countReview(client, id, "objection"),
    withoutGist: await countWithoutGist(client, id),
  };
}

// ---- One comment ------------------------------------------------------------------------------------------------

/** The comment and its consultation for its page at the desk. Refusal: `not_found`. */
export async function deskComment(actor: Actor, number: number, { db, now }: Deps) {
  const comment = await findDeskComment(db.client, number);
  const consultation = comment && (await findConsultationById(db.client, comment.consultationId));
  if (!comment || !consultation || !maySeeDesk(actor, consultation, shownState(consultation, now))) {
    throw refuseAsNotFound();
  }
  return { comment, consultation };
}

/** Everything about one comment. Refusal: `not_found` for whoever may not see the desk of its unit. */
export async function commentPage(actor: Actor, number: number, deps: Deps): Promise<DeskCommentPage> {
  const { client } = deps.db;
  const { comment, consultation } = await deskComment(actor, number, deps);
  const state = shownState(consultation, deps.now);
  const isUnmasked = maySeeUnmasked(actor, consultation);
  const clauses = await namedClauses(client, consultation);
  const { slug, title, unit, askStance } = consultation;
  const asked = await withCounterparts(client, actor, { kind: "comment", id: String(number) });
  const offers = offersTo(asked, comment, consultation, deps.now);
  return {
    comment: await wholeComment(comment, clauses, isUnmasked, deps),
    proposed: maskedWords(comment),
    consultation: { slug, title, unit: unit.name, askStance },
    ...{ state, isUnmasked, clauses, offers },
    clause: await quotedClause(client, comment),
    attachments: isUnmasked ? await attachmentsOf(deps, { commentNumber: number }) : [],
    objection: await objectionOf(comment, isUnmasked, deps),
    similar: await similarTo(comment, deps),
    history: await namedHistory({ kind: "comment", id: String(number) }, new Map(), deps),
    next: offers.some(({ act }) => act === "publish") ? await nextAwaiting(client, consultation.id, number) : null,
  };
}

async function wholeComment(comment: DeskComment, clauses: readonly NamedClause[], isUnmasked: boolean, deps: Deps) {
  const names = await accountNames(deps, [comment.enteredById, comment.decidedById]);
  const { erasedAt, erasedGround, publishedAt, publishedBody, withheldGround, withheldReason } = comment;
  return {
    ...rowOf(comment, clauses, isUnmasked),
    words: deskWords(comment.body, { isUnmasked }),
    suggestion: comment.suggestion ? deskWords(comment.suggestion, { isUnmasked }) : null,
    contact: deskContact(comment.contact, isUnmasked),
    enteredBy: names.get(comment.enteredById ?? "") ?? null,
    consent: { isGiven: comment.consentsToPublish, withdrawnAt: comment.consentWithdrawnAt },
    erasure: erasedAt && { at: erasedAt, ground: erasedGround },
    withheld: comment.review === "withheld" ? { ground: withheldGround, reason: withheldReason } : null,
    published:
      publishedAt && publishedBody !== null
        ? { body: publishedBody, suggestion: comment.publishedSuggestion, name: comment.publishedName, at: publishedAt }
        : null,
    decidedBy: names.get(comment.decidedById ?? "") ?? null,
    decidedAt: comment.decidedAt,
    outcomeClauseId: comment.outcomeClauseId,
  };
}

async function quotedClause(client: Client, comment: DeskComment): Promise<DeskCommentPage["clause"]> {
  const { clauseId, draftId, sentenceFrom, sentenceTo } = comment;
  if (!clauseId || !draftId) return null;
  const clause = (await findClauses(client, draftId)).find((one) => one.clauseId === clauseId);
  if (!clause) return null;
  const length = sentenceFrom === null ? 0 : (sentenceTo ?? sentenceFrom) - sentenceFrom + 1;
  return {
    id: clauseId,
    name: clauseName(clause),
    sentences: splitSentences(clause.text),
    marked: Array.from({ length }, (_, index) => sentenceFrom! + index),
  };
}

async function objectionOf(
  { objection }: DeskComment,
  isUnmasked: boolean,
  deps: Deps,
): Promise<DeskCommentPage["objection"]> {
  if (!objection) return null;
  const { at, text, decidedAt, decidedById, isUpheld, reason } = objection;
  const names = await accountNames(deps, [decidedById]);
  const decidedBy = names.get(decidedById ?? "") ?? null;
  return { at, words: deskWords(text, { isUnmasked }), decidedAt, decidedBy, isUpheld, reason };
}

async function similarTo({ number, consultationId }: DeskComment, { db }: Deps): Promise<DeskCommentPage["similar"]> {
  const { groups } = await similarGroups(db, consultationId);
  const group = groups.find(({ numbers }) => numbers.includes(number));
  if (!group) return null;
  const same = new Set(group.wordings.find((numbers) => numbers.includes(number)));
  const others = group.numbers.filter((other) => other !== number).slice(0, SIMILAR_SHOWN);
  const found = await findDeskComments(db.client, others);
  return {
    fingerprint: group.fingerprint,
    people: group.numbers.length,
    others: found.map((other) => ({ number: other.number, outcome: other.outcome, isSame: same.has(other.number) })),
  };
}

const COMMENT_ACTS = [
  "publish",
  "withhold",
  "decide",
  "summarise",
  "decide_objection",
  "erase",
] as const satisfies Act[];

function offersTo(actor: Actor, comment: DeskComment, consultation: ConsultationRecord, now: Date): CommentOffer[] {
  return COMMENT_ACTS.flatMap((act) => {
    if (!mayAct(actor, act, consultation) || !transitionOf(act, consultation, now)) return [];
    if (act === "decide_objection" && (!comment.objection || comment.objection.decidedAt)) return [];
    if ((act === "erase" || act === "withhold") && comment.erasedAt) return [];
    if (act === "withhold" && comment.review === "withheld") return [];
    return { act, reasons: [...refusals(act, consultation, actor, now), ...ownReasons(act, comment, actor)] };
  });
}

/** What stands against the act whatever is typed into its form. */
function ownReasons(act: (typeof COMMENT_ACTS)[number], comment: DeskComment, actor: Actor): Reason[] {
  switch (act) {
    case "publish":
      return publishRefusals(comment, { body: "*" }).filter(({ field }) => !field);
    case "withhold":
      return comment.objection?.isUpheld ? [{ code: "objection_upheld" }] : [];
    case "summarise":
      return summariseRefusals(comment);
    case "decide_objection":
      return decideObjectionRefusals(comment, { isUpheld: true, reason: null }, actor);
    default:
      return [];
  }
}

// ---- Clauses ----------------------------------------------------------------------------------------------------

/** The clauses an outcome may name: of the consulted text, and those that only the revised one has. */
export async function namedClauses(
  client: Client,
  { draftId, revisedDraftId }: ConsultationRecord,
): Promise<NamedClause[]> {
  const consulted = draftId ? await findClauses(client, draftId) : [];
  const revised = revisedDraftId ? await findClauses(client, revisedDraftId) : [];
  const known = new Set(consulted.map(({ clauseId }) => clauseId));
  return [...consulted, ...revised.filter(({ clauseId }) => !known.has(clauseId))].map((clause) => ({
    id: clause.clauseId,
    name: clauseName(clause),
  }));
}

function clauseName({ number, heading, clauseId }: ClauseRecord): string {
  return [number, heading].filter(Boolean).join(" ") || clauseId;
}

function nameOf(clauses: readonly NamedClause[], id: string | null): string | null {
  return id === null ? null : (clauses.find((clause) => clause.id === id)?.name ?? id);
}
