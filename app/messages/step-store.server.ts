import type { Client, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";

export type StepRow = Prisma.MessageStepGetPayload<object>;
export type NewStep = Omit<Prisma.MessageStepUncheckedCreateInput, "id">;

export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
  await tx.messageStep.create({ data: step });
}

/** The path of a message, oldest first. What is internal in it stays at the desks. */
export function listSteps(client: Client, messageNumber: string): Promise<StepRow[]> {
  return client.messageStep.findMany({ where: { messageNumber }, orderBy: { id: "asc" } });
}

// ---- Questions ------------------------------------------------------------------------------------------------------

export async function insertQuestion(tx: Tx, question: Prisma.MessageQuestionUncheckedCreateInput): Promise<void> {
  await tx.messageQuestion.create({ data: question });
}

/** The answer goes to the question that waits. */
export async function answerQuestion(tx: Tx, messageNumber: string, answer: string, answeredAt: Date): Promise<void> {
  await tx.messageQuestion.updateMany({ where: { messageNumber, answeredAt: null }, data: { answer, answeredAt } });
}

// ---- Replies --------------------------------------------------------------------------------------------------------

export interface ReplyData {
  text: string;
  resolution: string;
  promisedOn: string | null;
  display: string;
  publicTitle: string | null;
  publicBody: string | null;
  publicReply: string | null;
  correctionNote?: string | null;
}

interface Writing {
  kind: "reply" | "correction";
  authorId: string;
  now: Date;
  submits: boolean;
}

/** One unfinished version of each kind at a time: writing on changes it, submitting it hands it to the second person. */
export async function writeReply(
  tx: Tx,
  messageNumber: string,
  data: ReplyData,
  { kind, authorId, now, submits }: Writing,
): Promise<void> {
  const state = submits ? "in_review" : "draft";
  const fields = { ...data, state, authorId, changedAt: now, submittedAt: submits ? now : null };
  const draft = await tx.messageReply.findFirst({
    where: { messageNumber, kind, state: "draft" },
    select: { id: true },
  });
  if (draft) await tx.messageReply.update({ where: { id: draft.id }, data: fields });
  else await tx.messageReply.create({ data: { messageNumber, kind, ...fields } });
}

/** Back to its author, for more work. */
export async function returnReply(tx: Tx, messageNumber: string, kind: "reply" | "correction"): Promise<void> {
  await tx.messageReply.updateMany({
    where: { messageNumber, kind, state: "in_review" },
    data: { state: "draft", submittedAt: null },
  });
}

/** What was being written belongs to the unit that no longer has the message. */
export async function dropReplies(tx: Tx, messageNumber: string): Promise<void> {
  await tx.messageReply.updateMany({
    where: { messageNumber, state: { in: ["draft", "in_review"] } },
    data: { state: "dropped" },
  });
}

export async function releaseReply(
  tx: Tx,
  id: number,
  by: { releasedById: string | null; releasedAt: Date },
): Promise<void> {
  await tx.messageReply.update({ where: { id }, data: { state: "released", ...by } });
}

/** Those that were merged into one message follow another one. */
export async function pointDuplicates(tx: Tx, from: string, to: string): Promise<void> {
  await tx.citizenMessage.updateMany({
    where: { mergedIntoNumber: from, number: { not: to } },
    data: { mergedIntoNumber: to },
  });
}

export async function insertRating(tx: Tx, rating: Prisma.MessageRatingUncheckedCreateInput): Promise<void> {
  await tx.messageRating.create({ data: rating });
}

// ---- Erasure ----------------------------------------------------------------------------------------------------------

/**
 * Takes out everything a person said or left: words, name, contact, account, and the salt, without which the digest in
 * the timeline says nothing. That it was received, and what became of it, stays.
 */
export async function eraseWords(tx: Tx, number: string, at: Date, ground: string): Promise<void> {
  await tx.citizenMessage.update({
    where: { number },
    data: {
      ...{ title: "", body: "", name: null, contact: null, accountId: null, salt: "" },
      ...{ publicTitle: null, publicBody: null, publicReply: null, publishedAt: null },
      ...{ erasedAt: at, erasedGround: ground },
    },
  });
  const ofMessage = { where: { messageNumber: number } };
  await tx.messageQuestion.updateMany({ ...ofMessage, data: { answer: null } });
  await tx.messageRating.updateMany({ ...ofMessage, data: { words: null } });
  await tx.messageReply.updateMany({ ...ofMessage, data: { publicTitle: null, publicBody: null } });
  const ownSteps = { in: ["reopen", "withdraw"] };
  await tx.messageStep.updateMany({ where: { messageNumber: number, act: ownSteps }, data: { text: null } });
  const told = { subjectKind: { in: ["message", "sealed_message"] }, subjectId: number };
  await tx.notice.deleteMany({ where: { ...told, sentAt: null, doneAt: null } });
  await tx.notice.updateMany({ where: told, data: { recipient: "" } });
}
