import type { Client, Tx } from "~/platform/db.server";

export interface RatingRecord {
  interpretationId: string;
  answer: string;
  reason: string | null;
  key: string | null;
  at: Date;
}

/** Keeps an answer once; false when the same form was sent before. */
export async function insertRating(tx: Tx, rating: RatingRecord): Promise<boolean> {
  if (rating.key && (await tx.interpretationRating.findUnique({ where: { key: rating.key } }))) return false;
  await tx.interpretationRating.create({ data: rating });
  return true;
}

export async function countRatings(client: Client, ids: readonly string[]): Promise<Map<string, Map<string, number>>> {
  const counts = new Map<string, Map<string, number>>();
  if (ids.length === 0) return counts;
  const groups = await client.interpretationRating.groupBy({
    by: ["interpretationId", "answer"],
    where: { interpretationId: { in: [...ids] } },
    _count: { _all: true },
  });
  for (const { interpretationId, answer, _count } of groups) {
    const known = counts.get(interpretationId) ?? new Map<string, number>();
    counts.set(interpretationId, known.set(answer, _count._all));
  }
  return counts;
}

/** Why readers did not understand, newest first; for the desk alone. */
export function findRatingReasons(client: Client, interpretationId: string) {
  return client.interpretationRating.findMany({
    where: { interpretationId, reason: { not: null } },
    orderBy: { id: "desc" },
    take: 50,
    select: { id: true, answer: true, reason: true, at: true },
  });
}

export interface NewQuestion {
  policyId: string;
  interpretationId: string | null;
  clauseId: string | null;
  text: string;
  salt: string;
  key: string | null;
  codeHash: string;
  at: Date;
}

export async function insertQuestion(tx: Tx, question: NewQuestion): Promise<number> {
  return (await tx.readerQuestion.create({ data: { ...question, state: "waiting" } })).number;
}

export function findQuestionByKey(client: Client, key: string) {
  return client.readerQuestion.findUnique({ where: { key } });
}

const WITH_PLACE = {
  policy: {
    select: {
      slug: true,
      title: true,
      titleEn: true,
      unitCode: true,
      state: true,
      unit: { select: { name: true, nameEn: true } },
    },
  },
  interpretation: { select: { slug: true, title: true } },
} as const;

export function findQuestionByCode(client: Client, codeHash: string) {
  return client.readerQuestion.findUnique({ where: { codeHash }, include: WITH_PLACE });
}

export function findQuestion(client: Client, number: number) {
  return client.readerQuestion.findUnique({ where: { number }, include: WITH_PLACE });
}

export function findQuestions(client: Client, policyId: string) {
  return client.readerQuestion.findMany({ where: { policyId }, include: WITH_PLACE, orderBy: { number: "asc" } });
}

/** The questions that were answered, as the office worded them: what the public reads. */
export function findAnswered(client: Client, policyId: string) {
  return client.readerQuestion.findMany({
    where: { policyId, state: "answered" },
    orderBy: { answeredAt: "asc" },
    select: { number: true, clauseId: true, askedAs: true, answer: true, answeredAt: true },
  });
}

export function countWaiting(client: Client, policyId: string): Promise<number> {
  return client.readerQuestion.count({ where: { policyId, state: "waiting" } });
}

/** Ends a question once; false when it was ended before. */
export async function endQuestion(
  tx: Tx,
  number: number,
  end: {
    state: "answered" | "declined";
    answer: string;
    askedAs: string | null;
    answeredById: string | null;
    answeredAt: Date;
  },
): Promise<boolean> {
  return (await tx.readerQuestion.updateMany({ where: { number, state: "waiting" }, data: end })).count === 1;
}

// ---- Readings -----------------------------------------------------------------------------------------------------

export interface Reading {
  subjectKind: "policy" | "interpretation";
  subjectId: string;
  day: string;
  count: number;
}

export async function insertReadings(tx: Tx, readings: readonly Reading[]): Promise<void> {
  for (const { count, ...id } of readings) {
    await tx.pageReading.upsert({
      where: { subjectKind_subjectId_day: id },
      create: { ...id, count },
      update: { count: { increment: count } },
    });
  }
}

/** How often pages were read before a day. */
export async function countReadings(
  client: Client,
  subjectKind: Reading["subjectKind"],
  ids: readonly string[],
  before: string,
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const groups = await client.pageReading.groupBy({
    by: ["subjectId"],
    where: { subjectKind, subjectId: { in: [...ids] }, day: { lt: before } },
    _sum: { count: true },
  });
  return new Map(groups.map(({ subjectId, _sum }) => [subjectId, _sum.count ?? 0]));
}
