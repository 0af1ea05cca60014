import type { z } from "zod";
import { currentCalendar } from "~/calendar/queries.server";
import { periodLength, type Calendar } from "~/calendar/working-days";
import type { Deps } from "~/platform/db.server";
import { formatRecordedAt } from "~/timeline/event";
import { areCommentsDue, type PublicComment } from "./comment";
import { countPublishedByClause } from "./comment-store.server";
import { isPublic, shownState } from "./consultation";
import { countComments, findClauses, findConsultation } from "./consultation-store.server";
import type * as shapes from "./open-data";
import { publicChanges, publicOutcome, type ChangedClause, type OutcomeRow } from "./outcome-queries.server";
import { listedFacts } from "./outcome-store.server";
import { outcomeClock, type DecisionKind } from "./period";
import {
  listPublicConsultations,
  publicComments,
  type PublicFilter,
  type PublicListItem,
} from "./public-queries.server";

type Shape<K extends keyof typeof shapes> = (typeof shapes)[K] extends z.ZodType ? z.output<(typeof shapes)[K]> : never;

interface Paging {
  page: number;
  pageSize: number;
}

interface List<T> extends Paging {
  items: T[];
  total: number;
}

/** The consultations the public may know of, with the filters of the page. */
export async function consultationList(
  deps: Deps,
  filter: PublicFilter,
  paging: Paging,
): Promise<List<Shape<"listedConsultation">>> {
  const { items, total } = await listPublicConsultations(deps, filter, paging);
  return { items: await listedConsultations(deps, items), total, ...paging };
}

/** One consultation with its draft; null when there is nothing the public may know of. */
export async function consultationData(deps: Deps, slug: string): Promise<Shape<"consultation"> | null> {
  const facts = await findConsultation(deps.db.client, slug);
  if (!facts || !isPublic(facts, deps.now)) return null;
  const item = { ...facts, state: shownState(facts, deps.now), daysLeft: null };
  const [listed] = await listedConsultations(deps, [item]);
  const clauses = facts.draftId ? await findClauses(deps.db.client, facts.draftId) : [];
  return {
    ...listed!,
    summary: facts.summary,
    clauses: clauses.map(({ clauseId, number, heading, text }) => ({ id: clauseId, number, heading, text })),
  };
}

/** The comments whose words the public may read now; null as for the consultation. */
export async function commentData(deps: Deps, slug: string, paging: Paging): Promise<List<Shape<"comment">> | null> {
  const facts = await findConsultation(deps.db.client, slug);
  if (!facts || !isPublic(facts, deps.now)) return null;
  const state = shownState(facts, deps.now);
  const stage = { state, showComments: facts.showComments === "during" ? ("during" as const) : ("after" as const) };
  const counts = areCommentsDue(stage) ? await countPublishedByClause(deps.db, facts.id) : new Map<string, number>();
  const comments = await publicComments(deps, facts.id, stage, paging.page, paging.pageSize);
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0);
  return { items: comments.map(commentFields), total, ...paging };
}

/** The published outcome with every row; null until it is public. */
export async function outcomeData(deps: Deps, slug: string): Promise<Shape<"outcome"> | null> {
  const found = await publicOutcome(deps, slug);
  if (!found) return null;
  const { title, state, countedUntil, outcomeProcess, withdrawnReason, tally, inquiries, rows } = found;
  const { written_inquiry: _apart, ...channels } = tally.channels;
  const { asked, opinions, noComment, unanswered } = inquiries;
  const changes = await publicChanges(deps, slug);
  return {
    ...{ slug, title, withdrawnReason, channels },
    state: state as Shape<"outcome">["state"],
    countedUntil: formatRecordedAt(countedUntil),
    process: outcomeProcess,
    counts: { received: tally.received, outcomes: tally.outcomes, displays: tally.displays },
    withheld: tally.withheld,
    rows: rows.map(rowFields),
    inquiries: { asked, opinions, noComment, unanswered, rows: inquiries.rows.map(rowFields) },
    changes: changes && changes.clauses.filter(({ kind }) => kind !== "unchanged").map(changeFields),
  };
}

type Item = Pick<PublicListItem, "slug" | "title" | "titleEn" | "state" | "opensOn" | "closesOn"> & {
  unit: { name: string };
};

async function listedConsultations({ db }: Deps, items: readonly Item[]): Promise<Shape<"listedConsultation">[]> {
  const facts = await listedFacts(
    db.client,
    items.map(({ slug }) => slug),
  );
  const counts = await countComments(
    db.client,
    [...facts.values()].map(({ id }) => id),
  );
  const calendar = await currentCalendar(db.client);
  return items.flatMap((item) => {
    const more = facts.get(item.slug);
    if (!more) return [];
    const { slug, title, titleEn, state, opensOn, closesOn, unit } = item;
    const { received = 0, published = 0 } = counts.get(more.id) ?? {};
    const showComments = more.showComments === "during" ? "during" : "after";
    return [
      {
        ...{ slug, title, titleEn, state: state as Shape<"listedConsultation">["state"], opensOn, closesOn },
        unit: more.unitCode,
        unitName: unit.name,
        kind: more.decisionKind as DecisionKind,
        days: opensOn && closesOn ? periodLength(opensOn, closesOn).difference : null,
        shortenedReason: more.shortenedReason,
        outcomeDueOn: outcomeDueOn(item, more.outcomeDays, calendar),
        receivedCount: received,
        publishedCount: areCommentsDue({ state, showComments }) ? published : 0,
        url: `/consultations/${slug}`,
      },
    ];
  });
}

function outcomeDueOn({ state, closesOn }: Item, outcomeDays: number, calendar: Calendar): string | null {
  if (!closesOn || state === "imported" || state === "withdrawn") return null;
  return outcomeClock(closesOn, outcomeDays, calendar).dueOn;
}

function commentFields(comment: PublicComment): Shape<"comment"> {
  const { number, channel, words, erasure, outcome, outcomeClauseId, reason } = comment;
  return {
    number,
    clause: words?.clauseId ?? null,
    stance: words?.stance ?? null,
    body: words?.body ?? null,
    suggestion: words?.suggestion ?? null,
    name: words?.name ?? null,
    channel,
    publishedAt: words ? formatRecordedAt(words.publishedAt) : null,
    outcome,
    outcomeClause: outcomeClauseId,
    reason,
    erasure: erasure && { at: formatRecordedAt(erasure.at), ground: erasure.ground },
  };
}

function rowFields(row: OutcomeRow): Shape<"outcomeRow"> {
  const { position, display, withheldGround, gist } = row;
  return { position, ...commentFields(row), display, withheldGround, gist };
}

function changeFields({ id, kind, before, after, comments }: ChangedClause): Shape<"change"> {
  return {
    clause: id,
    kind: kind as Shape<"change">["kind"],
    before: before ? sideOf(before) : null,
    after: after ? sideOf(after) : null,
    comments: comments.map(({ number }) => number),
  };
}

function sideOf({ number, heading, text }: NonNullable<ChangedClause["before"]>) {
  return { number, heading, text };
}
