import type { Client, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { DeclineGround, QuestionFacts, QuestionState } from "./question";

export interface AnswerRecord {
  version: number;
  text: string;
  note: string | null;
  at: Date;
}

export interface QuestionRecord extends QuestionFacts {
  number: number;
  interviewId: string;
  version: number;
  body: string;
  name: string | null;
  receivedAt: Date;
  shownBody: string | null;
  shownName: string | null;
  shownAt: Date | null;
  declineGround: DeclineGround | null;
  declineReason: string | null;
  declinedAt: Date | null;
  /** Oldest first; the last one counts. */
  answers: AnswerRecord[];
}

const WITH_ANSWERS = {
  answers: { orderBy: { version: "asc" }, select: { version: true, text: true, note: true, at: true } },
} satisfies Prisma.InterviewQuestionInclude;

export async function insertQuestion(
  tx: Tx,
  question: Pick<QuestionRecord, "interviewId" | "body" | "name" | "consentsToPublish" | "receivedAt"> & {
    key: string | null;
    salt: string;
  },
): Promise<number> {
  const state: QuestionState = "pending";
  const { number } = await tx.interviewQuestion.create({ data: { ...question, state }, select: { number: true } });
  return number;
}

export async function keepReceipt(tx: Tx, number: number, receiptHash: string): Promise<void> {
  await tx.interviewQuestion.update({ where: { number }, data: { receiptHash } });
}

export async function findByKey(client: Client, key: string): Promise<QuestionRecord | null> {
  const row = await client.interviewQuestion.findUnique({ where: { key }, include: WITH_ANSWERS });
  return row && recordOf(row);
}

export async function findQuestion(
  client: Client,
  number: number,
): Promise<(QuestionRecord & { slug: string }) | null> {
  const row = await client.interviewQuestion.findUnique({
    where: { number },
    include: { ...WITH_ANSWERS, interview: { select: { slug: true } } },
  });
  return row && { ...recordOf(row), slug: row.interview.slug };
}

/** What `POST /track` compares; nothing else is read. */
export function findNumberByReceipt(client: Client, receiptHash: string): Promise<{ number: number } | null> {
  return client.interviewQuestion.findUnique({ where: { receiptHash }, select: { number: true } });
}

export async function findByReceipt(
  client: Client,
  receiptHash: string,
): Promise<(QuestionRecord & { slug: string }) | null> {
  const row = await client.interviewQuestion.findUnique({
    where: { receiptHash },
    include: { ...WITH_ANSWERS, interview: { select: { slug: true } } },
  });
  return row && { ...recordOf(row), slug: row.interview.slug };
}

/** What the public reads, in the order in which it was shown. */
export async function shownQuestions(client: Client, interviewId: string): Promise<QuestionRecord[]> {
  const rows = await client.interviewQuestion.findMany({
    where: { interviewId, shownAt: { not: null }, state: { in: ["shown", "answered"] } },
    include: WITH_ANSWERS,
    orderBy: [{ shownAt: "asc" }, { number: "asc" }],
  });
  return rows.map(recordOf);
}

/** How many ended without an answer, by ground. */
export async function countDeclined(client: Client, interviewId: string): Promise<Map<DeclineGround, number>> {
  const groups = await client.interviewQuestion.groupBy({
    by: ["declineGround"],
    where: { interviewId, state: "declined" },
    _count: { _all: true },
  });
  return new Map(groups.map(({ declineGround, _count }) => [declineGround as DeclineGround, _count._all]));
}

/** For the desk: what waits first, then the rest, the oldest first. */
export async function deskQuestions(client: Client, interviewId: string, states: QuestionState[], take: number) {
  const rows = await client.interviewQuestion.findMany({
    where: { interviewId, state: { in: states } },
    include: WITH_ANSWERS,
    orderBy: [{ shownAt: "asc" }, { number: "asc" }],
    take,
  });
  return rows.map(recordOf);
}

/** False when somebody else was faster. */
export async function changeQuestion(
  tx: Tx,
  { number, version }: Pick<QuestionRecord, "number" | "version">,
  data: Omit<Prisma.InterviewQuestionUncheckedUpdateManyInput, "number" | "version">,
): Promise<boolean> {
  const { count } = await tx.interviewQuestion.updateMany({
    where: { number, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function insertAnswer(
  tx: Tx,
  answer: AnswerRecord & { questionNumber: number; byId: string },
): Promise<void> {
  await tx.interviewAnswer.create({ data: answer });
}

/** Gives every question that has no end the one of a cancelled interview; returns their numbers. */
export async function declineRest(tx: Tx, interviewId: string, reason: string, at: Date): Promise<number[]> {
  const where = { interviewId, state: { in: ["pending", "shown"] } };
  const rows = await tx.interviewQuestion.findMany({ where, select: { number: true } });
  const ground: DeclineGround = "cancelled";
  await tx.interviewQuestion.updateMany({
    where,
    data: {
      state: "declined" satisfies QuestionState,
      declineGround: ground,
      declineReason: reason,
      declinedAt: at,
      version: { increment: 1 },
    },
  });
  return rows.map(({ number }) => number);
}

function recordOf(row: Prisma.InterviewQuestionGetPayload<{ include: typeof WITH_ANSWERS }>): QuestionRecord {
  const { state, declineGround, ...rest } = row;
  return { ...rest, state: state as QuestionState, declineGround: declineGround as DeclineGround | null };
}
