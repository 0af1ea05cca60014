import type { PlainDate } from "~/calendar/plain-date";
import type { Client, Database, Tx } from "~/platform/db.server";
import { type Prisma } from "~/platform/prisma.server/client";
import type { Channel, CommentFacts, Outcome, Review, WithheldGround } from "./comment";

const WITH_DESK = {
  response: { select: { id: true, text: true } },
  objection: true,
  consultation: { select: { slug: true } },
} satisfies Prisma.CommentInclude;

type Row = Prisma.CommentGetPayload<{ include: typeof WITH_DESK }>;

/** A comment as the desk works on it: the rules' facts and the words as they came. */
export type DeskComment = Omit<Row, "channel" | "review" | "outcome" | "consultation"> &
  CommentFacts & { slug: string; channel: Channel; review: Review; outcome: Outcome | null };

export async function findDeskComment(client: Client, number: number): Promise<DeskComment | null> {
  const row = await client.comment.findUnique({ where: { number }, include: WITH_DESK });
  return row && deskComment(row);
}

export async function findDeskComments(client: Client, numbers: readonly number[]): Promise<DeskComment[]> {
  const rows = await client.comment.findMany({
    where: { number: { in: [...numbers] } },
    include: WITH_DESK,
    orderBy: { number: "asc" },
  });
  return rows.map(deskComment);
}

/** In one order, so that two officers who decide overlapping comments wait for each other and never block. */
export async function lockComments(tx: Tx, engine: Database["engine"], numbers: readonly number[]): Promise<void> {
  if (engine === "sqlite" || numbers.length === 0) return;
  await tx.$queryRaw`
    SELECT number FROM "Comment" WHERE number = ANY(${[...numbers]}) ORDER BY number FOR UPDATE`;
}

function deskComment({ consultation, ...row }: Row): DeskComment {
  return { ...row, slug: consultation.slug, reason: row.response?.text ?? null } as DeskComment;
}

export type CommentData = Omit<Prisma.CommentUncheckedUpdateManyInput, "number" | "version">;

/** Writes the changes and raises the version; false when somebody else raised it first. */
export async function changeComment(
  tx: Tx,
  comment: { number: number; version: number },
  data: CommentData,
): Promise<boolean> {
  const { count } = await tx.comment.updateMany({
    where: { number: comment.number, version: comment.version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** Who changed the comment last, and when. */
export async function lastCommentChange(client: Client, number: number): Promise<{ by: string; at: string } | null> {
  const event = await client.timelineEvent.findFirst({
    where: { subjectKind: "comment", subjectId: String(number) },
    orderBy: { seq: "desc" },
    select: { at: true, actorId: true, actorKind: true },
  });
  if (!event) return null;
  const account =
    event.actorKind === "person" && event.actorId
      ? await client.account.findUnique({ where: { id: event.actorId }, select: { name: true } })
      : null;
  return { at: event.at, by: account?.name ?? "—" };
}

export interface NewResponse {
  consultationId: string;
  text: string;
  authorId: string;
  at: Date;
}

export async function insertResponse(tx: Tx, { consultationId, text, authorId, at }: NewResponse): Promise<number> {
  const row = await tx.response.create({
    data: { consultationId, text, authorId, createdAt: at, changedAt: at },
    select: { id: true },
  });
  return row.id;
}

/** A decision of many comments in as few statements as there are chunks; returns how many still had the version seen. */
export async function changeComments(
  tx: Tx,
  comments: readonly { number: number; version: number }[],
  data: CommentData,
): Promise<number> {
  const byVersion = new Map<number, number[]>();
  for (const { number, version } of comments) byVersion.set(version, [...(byVersion.get(version) ?? []), number]);
  let changed = 0;
  for (const [version, numbers] of byVersion) {
    const { count } = await tx.comment.updateMany({
      where: { number: { in: numbers }, version },
      data: { ...data, version: { increment: 1 } },
    });
    changed += count;
  }
  return changed;
}

export async function draftClauseIds(client: Client, draftIds: (string | null)[]): Promise<Set<string>> {
  const ids = draftIds.filter((id): id is string => id !== null);
  const rows = await client.clause.findMany({ where: { draftId: { in: ids } }, select: { clauseId: true } });
  return new Set(rows.map(({ clauseId }) => clauseId));
}

/** What the public reads in place of what was said; taken out when the comment is withheld. */
export function publishedData(
  words: { body: string; suggestion: string | null; name: string | null },
  at: Date,
): CommentData {
  return {
    review: "published",
    publishedAt: at,
    publishedBody: words.body,
    publishedSuggestion: words.suggestion,
    publishedName: words.name,
    withheldGround: null,
    withheldReason: null,
  };
}

export function withheldData(ground: WithheldGround, reason: string | null): CommentData {
  return {
    review: "withheld",
    publishedAt: null,
    publishedBody: null,
    publishedSuggestion: null,
    publishedName: null,
    withheldGround: ground,
    withheldReason: reason,
  };
}

export async function decideObjectionRow(
  tx: Tx,
  commentNumber: number,
  decision: { decidedById: string; decidedAt: Date; isUpheld: boolean; reason: string | null },
): Promise<boolean> {
  const { count } = await tx.objection.updateMany({ where: { commentNumber, decidedAt: null }, data: decision });
  return count === 1;
}

// ---- Bodies asked in writing, and the steps of the decision ------------------------------------------------------

export async function insertInquiry(
  tx: Tx,
  data: { consultationId: string; bodyName: string; askedOn: PlainDate; dueOn: PlainDate },
): Promise<number> {
  return (await tx.writtenInquiry.create({ data, select: { id: true } })).id;
}

export function findInquiry(client: Client, id: number) {
  return client.writtenInquiry.findUnique({ where: { id } });
}

export function findInquiriesWithOutcome(client: Client, consultationId: string) {
  return client.writtenInquiry.findMany({
    where: { consultationId },
    include: { comment: { select: { outcome: true } } },
    orderBy: [{ askedOn: "asc" }, { id: "asc" }],
  });
}

/** False when a colleague entered the reply first. */
export async function markReplied(
  tx: Tx,
  id: number,
  reply: { repliedOn: PlainDate; replyKind: string; commentNumber: number | null },
): Promise<boolean> {
  const { count } = await tx.writtenInquiry.updateMany({ where: { id, repliedOn: null }, data: reply });
  return count === 1;
}

export async function insertStep(
  tx: Tx,
  data: {
    consultationId: string;
    kind: string;
    startedOn: PlainDate | null;
    happenedOn: PlainDate;
    holder: string;
    conclusion: string;
    recordedById: string;
    recordedAt: Date;
  },
): Promise<number> {
  return (await tx.dossierStep.create({ data, select: { id: true } })).id;
}

export function listSteps(client: Client, consultationId: string) {
  return client.dossierStep.findMany({
    where: { consultationId },
    orderBy: [{ happenedOn: "asc" }, { id: "asc" }],
    include: { attachments: { select: { id: true, fileName: true, size: true } } },
  });
}
