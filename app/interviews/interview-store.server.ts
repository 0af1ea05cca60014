import type { Client, Database, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import { storedState, type InterviewFacts, type QuestionCounts, type StoredState } from "./interview";

export interface InterviewRecord extends InterviewFacts {
  id: string;
  slug: string;
  version: number;
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  guest: string;
  guestEn: string | null;
  cancelledReason: string | null;
  announcedAt: Date | null;
  endedAt: Date | null;
  closedAt: Date | null;
  cancelledAt: Date | null;
  unit: { code: string; name: string; nameEn: string };
}

export interface InterviewFields {
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  guest: string;
  guestEn: string | null;
  beginsAt: Date;
}

const WITH_UNIT = { unit: { select: { code: true, name: true, nameEn: true } } } satisfies Prisma.InterviewInclude;

export async function findInterview(client: Client, slug: string): Promise<InterviewRecord | null> {
  const row = await client.interview.findUnique({ where: { slug }, include: WITH_UNIT });
  return row && recordOf(row);
}

/** The interview, held until the end of the transaction: acts on it wait for each other, posts share it. */
export async function lockInterview(
  tx: Tx,
  engine: Database["engine"],
  slug: string,
  mode: "share" | "update",
): Promise<InterviewRecord | null> {
  // A write transaction of SQLite is alone from its start.
  if (engine === "postgresql") {
    if (mode === "update") await tx.$queryRaw`SELECT 1 AS x FROM "Interview" WHERE slug = ${slug} FOR UPDATE`;
    else await tx.$queryRaw`SELECT 1 AS x FROM "Interview" WHERE slug = ${slug} FOR SHARE`;
  }
  return findInterview(tx, slug);
}

export async function insertInterview(
  tx: Tx,
  fields: InterviewFields & { id: string; slug: string; unitCode: string; createdAt: Date },
): Promise<void> {
  await tx.interview.create({ data: { ...fields, state: "preparing" satisfies StoredState } });
}

/** The addresses that begin like this, to find the next number. */
export async function slugsBeginning(tx: Tx, start: string): Promise<string[]> {
  const rows = await tx.interview.findMany({ where: { slug: { startsWith: start } }, select: { slug: true } });
  return rows.map(({ slug }) => slug);
}

export type InterviewData = Omit<Prisma.InterviewUncheckedUpdateManyInput, "id" | "version">;

/** False when somebody else was faster. */
export async function changeInterview(
  tx: Tx,
  { id, version }: Pick<InterviewRecord, "id" | "version">,
  data: InterviewData,
): Promise<boolean> {
  const { count } = await tx.interview.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** Newest first; `units` are those whose interviews of every state may be listed, null for what is public. */
export async function listInterviews(
  client: Client,
  { units, skip, take }: { units: string[] | null; skip: number; take: number },
): Promise<{ items: InterviewRecord[]; total: number }> {
  const where: Prisma.InterviewWhereInput = units
    ? { unitCode: { in: units } }
    : { state: { in: ["announced", "ended", "closed", "cancelled"] } };
  const total = await client.interview.count({ where });
  const rows = await client.interview.findMany({
    where,
    include: WITH_UNIT,
    orderBy: [{ beginsAt: "desc" }, { slug: "asc" }],
    skip,
    take,
  });
  return { items: rows.map(recordOf), total };
}

export async function countQuestions(client: Client, interviewId: string): Promise<QuestionCounts & Totals> {
  const groups = await client.interviewQuestion.groupBy({
    by: ["state"],
    where: { interviewId },
    _count: { _all: true },
  });
  const of = (state: string) => groups.find((group) => group.state === state)?._count._all ?? 0;
  const counts = { pending: of("pending"), waiting: of("shown"), answered: of("answered"), declined: of("declined") };
  return { ...counts, received: counts.pending + counts.waiting + counts.answered + counts.declined };
}

interface Totals {
  declined: number;
  received: number;
}

/** Announced interviews whose first minute lies after `since` and not after `until`. */
export async function begunBetween(client: Client, since: Date, until: Date): Promise<string[]> {
  const rows = await client.interview.findMany({
    where: { state: "announced", beginsAt: { gt: since, lte: until } },
    select: { slug: true },
  });
  return rows.map(({ slug }) => slug);
}

function recordOf(row: Prisma.InterviewGetPayload<{ include: typeof WITH_UNIT }>): InterviewRecord {
  return { ...row, state: storedState(row.state) };
}
