import type { Actor } from "~/accounts/actor";
import type { Client } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import { ANSWERED, asAsked, LIVE, storedState, type MessageFacts, type MessageKind } from "./message";
import { named, RECUSALS, recusalsOf, seenBy } from "./message-store.server";

/** An open message, or one that owes a promise: what its clock and the rights of people are read from. */
export type OpenMessage = { number: string } & Pick<
  MessageFacts,
  | "kind"
  | "state"
  | "leadUnitCode"
  | "officerId"
  | "assistingUnits"
  | "recusedUnits"
  | "recusedIds"
  | "interestedIds"
  | "clockFrom"
  | "clockDays"
  | "extendedDays"
  | "extendedAt"
  | "questions"
  | "promisedOn"
>;

const OPEN = {
  OR: [{ state: { in: [...LIVE] } }, { state: { in: [...ANSWERED] }, resolution: "promised", promiseKeptAt: null }],
} satisfies Prisma.CitizenMessageWhereInput;

/** Everything that is open, or what of these numbers is. */
export async function listOpen(client: Client, numbers: readonly string[] | null): Promise<OpenMessage[]> {
  const rows = await client.citizenMessage.findMany({
    where: { AND: [OPEN, numbers ? { number: { in: [...numbers] } } : {}] },
    select: {
      ...{ number: true, kind: true, state: true, leadUnitCode: true, officerId: true, promisedOn: true },
      ...{ clockFrom: true, clockDays: true, extendedDays: true, extendedAt: true },
      questions: { select: { askedAt: true, endsOn: true, answeredAt: true }, orderBy: { id: "asc" } },
      assistance: { select: { unitCode: true } },
      recusals: RECUSALS,
    },
  });
  return rows.map(({ kind, state, questions, assistance, recusals, ...row }) => ({
    ...row,
    kind: kind as MessageKind,
    state: storedState(state),
    questions: questions.map(asAsked),
    assistingUnits: assistance.map(({ unitCode }) => unitCode),
    ...recusalsOf(recusals),
  }));
}

/** Which open messages that this person sees have these words in their title, or a number that begins with them. */
export async function openWithWords(client: Client, actor: Actor, words: string): Promise<Set<string>> {
  const rows = await client.citizenMessage.findMany({
    where: { AND: [OPEN, named(words), seenBy(actor)] },
    select: { number: true },
  });
  return new Set(rows.map(({ number }) => number));
}
