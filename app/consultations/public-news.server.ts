import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import type { Outcome } from "./comment";
import { opensAt, shownState, type ShownState } from "./consultation";
import { countComments, listConsultations } from "./consultation-store.server";
import { lastTurned, outcomesOf, publicPlaces, type TurnedConsultation, type Turning } from "./outcome-store.server";
import { daysLeft } from "./period";
import { hasPublicChanges } from "./public-queries.server";

/** What the public is told of as news. */
export type NewsKind = "opened" | "outcome" | "decided" | "withdrawn";

export interface News {
  kind: NewsKind;
  at: Date;
  slug: string;
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  unit: { name: string; nameEn: string };
  closesOn: PlainDate | null;
  decidedOn: PlainDate | null;
  documentNumber: string | null;
  withdrawnReason: string | null;
}

const TURNS: Record<NewsKind, Turning> = {
  opened: "approvedAt",
  outcome: "outcomePublishedAt",
  decided: "decidedAt",
  withdrawn: "withdrawnAt",
};

/** Openings, outcomes, decisions and withdrawals, the latest first. Nothing is news before its instant. */
export async function latestNews({ db, now }: Deps, take: number): Promise<News[]> {
  const news: News[] = [];
  for (const [kind, turning] of Object.entries(TURNS) as [NewsKind, Turning][]) {
    const rows = await lastTurned(db.client, turning, { take, today: plainDateOf(now) });
    news.push(...rows.flatMap((row) => newsOf(kind, row, now) ?? []));
  }
  return news.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, take);
}

function newsOf(kind: NewsKind, row: TurnedConsultation, now: Date): News | null {
  const at = kind === "opened" ? opensAt(row) : row[TURNS[kind]];
  if (!at || at > now) return null;
  // Withdrawn before its first day: it never opened.
  if (kind === "opened" && row.withdrawnAt && row.withdrawnAt < at) return null;
  const { slug, title, titleEn, summary, summaryEn, unit, closesOn, decidedOn, documentNumber, withdrawnReason } = row;
  const texts = { slug, title, titleEn, summary, summaryEn, unit };
  return { kind, at, ...texts, closesOn, decidedOn, documentNumber, withdrawnReason };
}

export interface RecentResult extends Pick<TurnedConsultation, "slug" | "title" | "titleEn" | "unit"> {
  state: ShownState;
  /** The day on which it was published, decided (as stated) or withdrawn. */
  turnedOn: PlainDate;
  received: number;
  adopted: number;
  partlyAdopted: number;
  hasChanges: boolean;
}

/** The consultations whose outcome came last, with what the comments brought about. */
export async function recentResults({ db, now }: Deps, take: number): Promise<RecentResult[]> {
  const rows: TurnedConsultation[] = [];
  for (const turning of ["outcomePublishedAt", "decidedAt", "withdrawnAt"] as const) {
    const states = turning === "withdrawnAt" ? (["withdrawn"] as const) : (["outcome_published", "decided"] as const);
    rows.push(...(await lastTurned(db.client, turning, { take, today: plainDateOf(now), states: [...states] })));
  }
  const latest = [...new Map(rows.map((row) => [row.id, row])).values()]
    .toSorted((a, b) => lastTurnOf(b).getTime() - lastTurnOf(a).getTime())
    .slice(0, take);
  const ids = latest.map(({ id }) => id);
  const counts = await countComments(db.client, ids);
  const outcomes = await outcomesOf(db.client, ids);
  return latest.map((row) => resultOf(row, counts.get(row.id)?.received ?? 0, outcomes.get(row.id)!, now));
}

function resultOf(row: TurnedConsultation, received: number, outcomes: Map<Outcome, number>, now: Date): RecentResult {
  const { slug, title, titleEn, unit } = row;
  const state = shownState(row, now);
  return {
    ...{ slug, title, titleEn, unit, state, received },
    turnedOn: (state === "decided" && row.decidedOn) || plainDateOf(lastTurnOf(row)),
    adopted: outcomes.get("adopted") ?? 0,
    partlyAdopted: outcomes.get("partly_adopted") ?? 0,
    hasChanges: hasChanges(row, state),
  };
}

function lastTurnOf({ decidedAt, outcomePublishedAt, withdrawnAt }: TurnedConsultation): Date {
  const turns = [decidedAt, outcomePublishedAt, withdrawnAt].filter((at) => at !== null);
  return turns.reduce((last, at) => (at > last ? at : last));
}

function hasChanges(row: TurnedConsultation, state: ShownState): boolean {
  const { hasFinalText, hasRevisedDraft, releaseRevisedDraft } = row;
  const draft = (isThere: boolean) => (isThere ? row.id : null);
  const drafts = { finalDraftId: draft(hasFinalText), revisedDraftId: draft(hasRevisedDraft) };
  return hasPublicChanges({ ...drafts, releaseRevisedDraft }, state);
}

export interface OpenNow {
  slug: string;
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  unit: { name: string; nameEn: string };
  opensOn: PlainDate | null;
  closesOn: PlainDate | null;
  daysLeft: number;
  received: number;
}

/** What is open for comment, that which closes first at the top. */
export async function openNow({ db, now }: Deps, take: number): Promise<{ items: OpenNow[]; total: number }> {
  const paging = { now, page: 1, pageSize: take, order: "closing_first" as const };
  const { items, total } = await listConsultations(db.client, { states: ["open"] }, paging);
  const counts = await countComments(
    db.client,
    items.map(({ id }) => id),
  );
  const shown = items.map((item) => {
    const { slug, title, titleEn, summary, summaryEn, unit, opensOn, closesOn } = item;
    const texts = { slug, title, titleEn, summary, summaryEn, unit };
    const received = counts.get(item.id)?.received ?? 0;
    return { ...texts, opensOn, closesOn, daysLeft: daysLeft(item, now) ?? 0, received };
  });
  return { items: shown, total };
}

export interface SitePlace {
  path: string;
  changedOn: PlainDate | null;
}

/** The public pages of consultations, newest first: as many addresses as a map of the site may hold. */
export async function consultationPlaces({ db, now }: Deps, most: number): Promise<SitePlace[]> {
  const rows = await publicPlaces(db.client, most);
  return rows.flatMap((row) => placesOf(row, now)).slice(0, most);
}

const WITH_OUTCOME: readonly ShownState[] = ["outcome_published", "decided", "withdrawn"];

function placesOf(row: TurnedConsultation, now: Date): SitePlace[] {
  const state = shownState(row, now);
  const path = `/consultations/${row.slug}`;
  const turns = [row.approvedAt, row.outcomePublishedAt, row.decidedAt, row.withdrawnAt, row.importedAt];
  const last = turns.filter((at) => at !== null).reduce<Date | null>((a, b) => (a && a > b ? a : b), null);
  const changedOn = last && plainDateOf(last);
  const places = [{ path, changedOn }];
  if (WITH_OUTCOME.includes(state)) places.push({ path: `${path}/outcome`, changedOn });
  if (hasChanges(row, state)) places.push({ path: `${path}/changes`, changedOn });
  return places;
}
