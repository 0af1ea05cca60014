import type { Language } from "~/i18n/language";
import type { Client } from "~/platform/db.server";
import type { Channel, CommentFacts, ErasureGround, Outcome, Review, Stance, WithheldGround } from "./comment";
import type { ConsultationRecord } from "./consultation-store.server";
import type { Completion } from "./outcome";

/** What the completion gate asks about: every comment, the bodies asked in writing, and the clauses that exist. */
export async function findCompletion(client: Client, consultation: ConsultationRecord): Promise<Completion> {
  return {
    consultation,
    comments: await findComments(client, consultation.id),
    inquiries: await client.writtenInquiry.findMany({
      where: { consultationId: consultation.id },
      select: { dueOn: true, repliedOn: true },
    }),
    clauses: {
      consulted: await clauseIds(client, consultation.draftId),
      revised: consultation.revisedDraftId ? await clauseIds(client, consultation.revisedDraftId) : null,
    },
  };
}

/** The comments that nobody has given an outcome yet. */
export async function findSilentComments(
  client: Client,
  consultationId: string,
): Promise<{ number: number; outcome: null }[]> {
  const rows = await client.comment.findMany({
    where: { consultationId, outcome: null },
    select: { number: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number }) => ({ number, outcome: null }));
}

export interface Ending {
  consultationId: string;
  outcome: Outcome;
  /** The office's answer that all of them share. */
  text: string;
  authorId: string;
  at: Date;
}

/** Gives every comment without outcome the same end. Returns the answer's id and how many comments it serves. */
export async function endSilentComments(
  tx: Client,
  { consultationId, outcome, text, authorId, at }: Ending,
): Promise<{ responseId: number; ended: number }> {
  const response = await tx.response.create({
    data: { consultationId, text, authorId, createdAt: at, changedAt: at },
  });
  const { count } = await tx.comment.updateMany({
    where: { consultationId, outcome: null },
    data: { outcome, responseId: response.id, decidedById: authorId, decidedAt: at, version: { increment: 1 } },
  });
  return { responseId: response.id, ended: count };
}

export interface Reachable {
  number: number;
  contact: string;
  language: Language;
  outcome: string | null;
}

/** Comments whose author left a contact, oldest first, from after one number on. */
export async function findReachable(
  client: Client,
  consultationId: string,
  { after, take }: { after: number; take: number },
): Promise<Reachable[]> {
  const rows = await client.comment.findMany({
    where: { consultationId, contact: { not: null }, erasedAt: null, number: { gt: after } },
    select: { number: true, contact: true, language: true, outcome: true },
    orderBy: { number: "asc" },
    take,
  });
  return rows.map(({ contact, language, ...row }) => ({
    ...row,
    contact: contact ?? "",
    language: language as Language,
  }));
}

async function findComments(client: Client, consultationId: string): Promise<Completion["comments"]> {
  const rows = await client.comment.findMany({
    where: { consultationId },
    omit: { body: true, suggestion: true, name: true, contact: true },
    include: { response: { select: { text: true } }, objection: { select: { decidedAt: true, isUpheld: true } } },
    orderBy: { number: "asc" },
  });
  return rows.map(({ response, ...row }): CommentFacts & Pick<typeof row, "objection"> => ({
    ...row,
    channel: row.channel as Channel,
    stance: row.stance as Stance | null,
    review: row.review as Review,
    withheldGround: row.withheldGround as WithheldGround | null,
    outcome: row.outcome as Outcome | null,
    erasedGround: row.erasedGround as ErasureGround | null,
    reason: response?.text ?? null,
  }));
}

async function clauseIds(client: Client, draftId: string | null): Promise<ReadonlySet<string>> {
  if (draftId === null) return new Set();
  const rows = await client.clause.findMany({ where: { draftId }, select: { clauseId: true } });
  return new Set(rows.map(({ clauseId }) => clauseId));
}
