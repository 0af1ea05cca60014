import type { PlainDate } from "~/calendar/plain-date";
import { plainDateOf } from "~/calendar/plain-date";
import type { Client, Database, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import {
  storedState,
  type ConsultationFacts,
  type ProposalFacts,
  type ProposedAct,
  type ShownState,
  type StoredState,
} from "./consultation";

/** How a draft came about: for comment, revised after it, or the text that was decided. */
export type DraftKind = "consultation" | "revised" | "final";

export interface DraftRecord {
  id: string;
  number: number;
  kind: DraftKind;
  changeNote: string | null;
  createdAt: Date;
}

export interface ProposalRecord extends ProposalFacts {
  id: number;
  proposedAt: Date;
}

export interface ExtensionRecord {
  fromClosesOn: PlainDate;
  toClosesOn: PlainDate;
  reason: string;
  approvedById: string;
  at: Date;
}

type Row = Prisma.ConsultationGetPayload<{ include: typeof WITH_FACTS }>;

/** A consultation as it is kept, with what the rules ask for. Drafts stand oldest first, without their clauses. */
export interface ConsultationRecord
  extends
    Omit<Row, "state" | "drafts" | "proposals" | "extensions" | "nextRound" | "previousRound">,
    ConsultationFacts {
  state: StoredState;
  drafts: DraftRecord[];
  /** The text people comment on; null while nothing has been written. */
  draftId: string | null;
  revisedDraftId: string | null;
  finalDraftId: string | null;
  proposal: ProposalRecord | null;
  extensions: ExtensionRecord[];
  /** Another round of the same matter, before or after this one. */
  previousRoundSlug: string | null;
  nextRoundSlug: string | null;
  unit: { code: string; name: string; nameEn: string };
}

const WITH_FACTS = {
  unit: { select: { code: true, name: true, nameEn: true } },
  drafts: {
    select: { id: true, number: true, kind: true, changeNote: true, createdAt: true },
    orderBy: { number: "asc" as const },
  },
  proposals: { where: { decidedAt: null }, orderBy: { id: "desc" as const }, take: 1 },
  extensions: { orderBy: { id: "asc" as const } },
  nextRound: { select: { slug: true } },
  previousRound: { select: { slug: true } },
} satisfies Prisma.ConsultationInclude;

export async function findConsultation(client: Client, slug: string): Promise<ConsultationRecord | null> {
  const row = await client.consultation.findUnique({ where: { slug }, include: WITH_FACTS });
  return row && recordOf(row);
}

export async function findConsultationById(client: Client, id: string): Promise<ConsultationRecord | null> {
  const row = await client.consultation.findUnique({ where: { id }, include: WITH_FACTS });
  return row && recordOf(row);
}

/**
 * Makes acts on one consultation wait for each other: whoever adds a comment takes `share`, whoever sweeps or closes
 * takes `update`, so that no comment slips past a closing sweep. What was read before the lock must be read again.
 * A transaction of SQLite is alone from its start.
 */
export async function lockConsultation(
  tx: Tx,
  engine: Database["engine"],
  id: string,
  mode: "share" | "update",
): Promise<void> {
  if (engine === "sqlite") return;
  if (mode === "share") await tx.$queryRaw`SELECT id FROM "Consultation" WHERE id = ${id} FOR SHARE`;
  else await tx.$queryRaw`SELECT id FROM "Consultation" WHERE id = ${id} FOR UPDATE`;
}

/** Finds, locks and reads again: the facts returned cannot change before the transaction ends. */
export async function findAndLock(
  tx: Tx,
  engine: Database["engine"],
  slug: string,
  mode: "share" | "update",
): Promise<ConsultationRecord | null> {
  const found = await tx.consultation.findUnique({ where: { slug }, select: { id: true } });
  if (!found) return null;
  await lockConsultation(tx, engine, found.id, mode);
  return findConsultationById(tx, found.id);
}

export interface NewConsultation extends Omit<Prisma.ConsultationUncheckedCreateInput, "state" | "version"> {
  state?: StoredState;
}

export async function insertConsultation(tx: Tx, { state = "preparing", ...data }: NewConsultation): Promise<void> {
  await tx.consultation.create({ data: { ...data, state } });
}

export type ConsultationData = Omit<Prisma.ConsultationUncheckedUpdateManyInput, "id" | "version" | "state"> & {
  state?: StoredState;
};

/** Writes the changes and raises the version; false when somebody else raised it first. */
export async function changeConsultation(
  tx: Tx,
  { id, version }: Pick<ConsultationRecord, "id" | "version">,
  data: ConsultationData,
): Promise<boolean> {
  const { count } = await tx.consultation.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** Who changed the consultation last, and when, for telling whoever came second; null when nothing was recorded. */
export async function lastChangeOf(client: Client, slug: string): Promise<{ by: string; at: string } | null> {
  const event = await client.timelineEvent.findFirst({
    where: { subjectKind: "consultation", subjectId: slug },
    orderBy: { seq: "desc" },
    select: { at: true, actorId: true, actorKind: true },
  });
  if (!event) return null;
  const names = await namesOf(client, [event.actorKind === "person" ? event.actorId : null]);
  return { at: event.at, by: names.get(event.actorId ?? "") ?? "—" };
}

export async function namesOf(client: Client, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  if (known.length === 0) return new Map();
  const accounts = await client.account.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

export async function isSlugTaken(client: Client, slug: string): Promise<boolean> {
  return (await client.consultation.count({ where: { slug } })) > 0;
}

/** The slugs that begin alike, for numbering the next one. */
export async function slugsBeginning(client: Client, start: string): Promise<string[]> {
  const rows = await client.consultation.findMany({ where: { slug: { startsWith: start } }, select: { slug: true } });
  return rows.map(({ slug }) => slug);
}

// ---- Clauses ----------------------------------------------------------------------------------------------------

export type ClauseLevel = "part" | "chapter" | "article" | "paragraph" | "item";

export interface ClauseRecord {
  /** Permanent: the same clause keeps it through versions and rounds. */
  clauseId: string;
  position: number;
  level: ClauseLevel;
  number: string;
  heading: string;
  text: string;
  note: string | null;
}

/** The clauses of a draft in their order. */
export async function findClauses(client: Client, draftId: string): Promise<ClauseRecord[]> {
  const rows = await client.clause.findMany({ where: { draftId }, orderBy: { position: "asc" } });
  return rows.map(({ clauseId, position, level, number, heading, text, note }) => ({
    clauseId,
    position,
    level: level as ClauseLevel,
    number,
    heading,
    text,
    note,
  }));
}

/** Every id a clause of this matter ever had, in any version and any earlier round. */
export async function findUsedClauseIds(client: Client, consultationId: string): Promise<Set<string>> {
  const rounds: string[] = [];
  for (let id: string | null = consultationId; id !== null;) {
    rounds.push(id);
    const round: { previousRoundId: string | null } | null = await client.consultation.findUnique({
      where: { id },
      select: { previousRoundId: true },
    });
    id = round?.previousRoundId ?? null;
  }
  const rows = await client.clause.groupBy({ by: ["clauseId"], where: { draft: { consultationId: { in: rounds } } } });
  return new Set(rows.map(({ clauseId }) => clauseId));
}

/** SQLite binds at most 32,766 values in one statement. */
const CLAUSES_PER_STATEMENT = 500;

/** Adds a draft with its clauses as the next version of the text. Returns its id and number. */
export async function insertDraft(
  tx: Tx,
  draft: { id: string; consultationId: string; kind: DraftKind; changeNote: string | null; createdAt: Date },
  clauses: Omit<ClauseRecord, "position">[],
): Promise<{ id: string; number: number }> {
  const last = await tx.consultationDraft.aggregate({
    where: { consultationId: draft.consultationId },
    _max: { number: true },
  });
  const number = (last._max.number ?? 0) + 1;
  await tx.consultationDraft.create({ data: { ...draft, number } });
  const rows = clauses.map((clause, index) => ({ ...clause, draftId: draft.id, position: index + 1 }));
  for (let from = 0; from < rows.length; from += CLAUSES_PER_STATEMENT) {
    await tx.clause.createMany({ data: rows.slice(from, from + CLAUSES_PER_STATEMENT) });
  }
  return { id: draft.id, number };
}

// ---- Proposals, extensions, remarks ------------------------------------------------------------------------------

export async function insertProposal(
  tx: Tx,
  proposal: {
    consultationId: string;
    act: ProposedAct;
    closesOn: PlainDate | null;
    reason: string;
    proposedById: string;
    proposedAt: Date;
  },
): Promise<number> {
  return (await tx.proposal.create({ data: proposal })).id;
}

/** Ends a proposal once; false when it was signed or refused before. */
export async function decideProposal(
  tx: Tx,
  id: number,
  decision: { decidedById: string | null; decidedAt: Date; isApproved: boolean },
): Promise<boolean> {
  const { count } = await tx.proposal.updateMany({ where: { id, decidedAt: null }, data: decision });
  return count === 1;
}

export async function findRemarks(client: Client, consultationId: string): Promise<{ id: number; text: string }[]> {
  return client.remark.findMany({ where: { consultationId }, select: { id: true, text: true } });
}

export async function insertExtension(tx: Tx, data: ExtensionRecord & { consultationId: string }): Promise<void> {
  await tx.extension.create({ data });
}

export async function insertRemark(
  tx: Tx,
  remark: { consultationId?: string; commentNumber?: number; authorId: string; act: string; text: string; at: Date },
): Promise<number> {
  return (await tx.remark.create({ data: remark })).id;
}

// ---- Lists ------------------------------------------------------------------------------------------------------

export interface ConsultationFilter {
  /** As people are told: open and closed come from the clock. Absent: any. */
  states?: readonly ShownState[];
  unitCodes?: readonly string[];
  /** Year of the first day. */
  year?: number;
  /** Words of the title or the summary. */
  q?: string;
  /** What one person's desk may show: their units in every state; the supervising office also all that was approved. */
  desk?: { unitCodes: readonly string[]; reachesAll: boolean };
  isImported?: boolean;
}

export interface ListedConsultation extends Pick<
  Row,
  "id" | "slug" | "title" | "titleEn" | "unitCode" | "decisionKind" | "opensOn" | "closesOn" | "approvedAt" | "round"
> {
  summary: string;
  summaryEn: string | null;
  outcomeDays: number;
  outcomePublishedAt: Date | null;
  withdrawnAt: Date | null;
  createdAt: Date;
  state: StoredState;
  submittedById: string | null;
  passedById: string | null;
  outcomeSubmittedById: string | null;
  outcomePassedById: string | null;
  unit: { name: string; nameEn: string };
}

const LISTED = {
  id: true,
  slug: true,
  title: true,
  titleEn: true,
  summary: true,
  summaryEn: true,
  unitCode: true,
  state: true,
  decisionKind: true,
  opensOn: true,
  closesOn: true,
  approvedAt: true,
  outcomeDays: true,
  outcomePublishedAt: true,
  withdrawnAt: true,
  createdAt: true,
  round: true,
  submittedById: true,
  passedById: true,
  outcomeSubmittedById: true,
  outcomePassedById: true,
  unit: { select: { name: true, nameEn: true } },
} satisfies Prisma.ConsultationSelect;

export type ListOrder = "newest" | "closing_first";

const ORDERS = {
  newest: [{ opensOn: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
  closing_first: [{ closesOn: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
} satisfies Record<ListOrder, Prisma.ConsultationOrderByWithRelationInput[]>;

/** One page of the consultations that fit, and how many fit in all. `page` counts from 1. */
export async function listConsultations(
  client: Client,
  filter: ConsultationFilter,
  { now, page, pageSize, order = "newest" }: { now: Date; page: number; pageSize: number; order?: ListOrder },
): Promise<{ items: ListedConsultation[]; total: number }> {
  const where = whereOf(filter, now);
  const total = await client.consultation.count({ where });
  const rows = await client.consultation.findMany({
    where,
    select: LISTED,
    orderBy: ORDERS[order],
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return { items: rows.map((row) => ({ ...row, state: storedState(row.state) })), total };
}

export function countConsultations(client: Client, filter: ConsultationFilter, now: Date): Promise<number> {
  return client.consultation.count({ where: whereOf(filter, now) });
}

export interface CommentCounts {
  /** From the public, through any channel. */
  received: number;
  /** From bodies asked in writing, which are counted apart. */
  inquired: number;
  undecided: number;
  published: number;
}

/** How many comments each consultation has; every id asked for is in the answer. */
export async function countComments(client: Client, ids: readonly string[]): Promise<Map<string, CommentCounts>> {
  const counts = new Map<string, CommentCounts>();
  for (const id of ids) counts.set(id, { received: 0, inquired: 0, undecided: 0, published: 0 });
  if (ids.length === 0) return counts;
  const groups = await client.comment.groupBy({
    by: ["consultationId", "channel"],
    where: { consultationId: { in: [...ids] } },
    _count: { _all: true, outcome: true, publishedAt: true },
  });
  for (const { consultationId, channel, _count } of groups) {
    const entry = counts.get(consultationId)!;
    if (channel === "written_inquiry") entry.inquired += _count._all;
    else entry.received += _count._all;
    entry.undecided += _count._all - _count.outcome;
    entry.published += _count.publishedAt;
  }
  return counts;
}

function whereOf(filter: ConsultationFilter, now: Date): Prisma.ConsultationWhereInput {
  const { states, unitCodes, year, q, desk, isImported } = filter;
  const all: Prisma.ConsultationWhereInput[] = [];
  if (desk) all.push(whereOnDesk(desk));
  if (isImported === false) all.push({ state: { not: "imported" } });
  if (states) all.push({ OR: states.map((state) => whereShown(state, plainDateOf(now))) });
  if (unitCodes) all.push({ unitCode: { in: [...unitCodes] } });
  if (year) all.push({ opensOn: { gte: `${year}-01-01`, lte: `${year}-12-31` } });
  if (q) all.push({ OR: [{ title: { contains: q } }, { titleEn: { contains: q } }, { summary: { contains: q } }] });
  return { AND: all };
}

function whereOnDesk({
  unitCodes,
  reachesAll,
}: NonNullable<ConsultationFilter["desk"]>): Prisma.ConsultationWhereInput {
  const own = { unitCode: { in: [...unitCodes] } };
  return reachesAll ? { OR: [own, { state: { notIn: ["preparing", "in_review"] } }] } : own;
}

/** The same division as `shownState`, in the words of a query. */
export function whereShown(state: ShownState, today: PlainDate): Prisma.ConsultationWhereInput {
  if (state === "approved") return { state, OR: [{ opensOn: { gt: today } }, { opensOn: null }] };
  if (state === "open") return { state: "approved", opensOn: { lte: today }, closesOn: { gte: today } };
  if (state === "closed") return { state: "approved", opensOn: { lte: today }, closesOn: { lt: today } };
  return { state };
}

function recordOf(row: Row): ConsultationRecord {
  const { drafts, proposals, extensions, nextRound, previousRound, ...columns } = row;
  const latest = (kind: DraftKind) => drafts.findLast((draft) => draft.kind === kind)?.id ?? null;
  const [proposal] = proposals;
  return {
    ...columns,
    state: storedState(row.state),
    drafts: drafts.map((draft) => ({ ...draft, kind: draft.kind as DraftKind })),
    draftId: latest("consultation"),
    revisedDraftId: latest("revised"),
    finalDraftId: latest("final"),
    proposal: proposal ? { ...proposal, act: proposal.act as ProposedAct } : null,
    extensions,
    hasNextRound: nextRound !== null,
    nextRoundSlug: nextRound?.slug ?? null,
    previousRoundSlug: previousRound?.slug ?? null,
  };
}

/** What an officer prepares and has not ended; imported records have no officer. */
export function findPreparedBy(
  client: Client,
  preparedById: string,
): Promise<{ slug: string; title: string; unitCode: string }[]> {
  return client.consultation.findMany({
    where: { preparedById, state: { notIn: ["withdrawn", "imported"] } },
    select: { slug: true, title: true, unitCode: true },
    orderBy: { createdAt: "asc" },
  });
}
