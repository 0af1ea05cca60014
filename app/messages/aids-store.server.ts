import type { Actor } from "~/accounts/actor";
import type { Client, Tx } from "~/platform/db.server";
import type { RequestTick } from "./checklist";
import { ANSWERED, LIVE } from "./message";
import { seenBy } from "./message-store.server";
import type { UnitWord, UnitWordSort } from "./suggest-unit";

export async function findTicks(client: Client, messageNumber: string, round: number): Promise<RequestTick[]> {
  return client.requestTick.findMany({
    where: { messageNumber, round },
    select: { request: true, paragraph: true, reason: true },
    orderBy: { request: "asc" },
  });
}

/** The ticks of one round, put in place of those before. */
export async function replaceTicks(
  tx: Tx,
  { messageNumber, round }: { messageNumber: string; round: number },
  ticks: readonly RequestTick[],
  by: { byId: string; at: Date },
): Promise<void> {
  await tx.requestTick.deleteMany({ where: { messageNumber, round } });
  if (ticks.length === 0) return;
  await tx.requestTick.createMany({ data: ticks.map((tick) => ({ messageNumber, round, ...tick, ...by })) });
}

export interface TemplateRecord {
  id: number;
  unitCode: string | null;
  name: string;
  body: string;
}

const TEMPLATE = { id: true, unitCode: true, name: true, body: true } as const;

/** Those of these units and of the office. */
export function findTemplates(client: Client, units: string[]): Promise<TemplateRecord[]> {
  return client.replyTemplate.findMany({
    where: { removedAt: null, OR: [{ unitCode: null }, { unitCode: { in: units } }] },
    select: TEMPLATE,
    orderBy: [{ unitCode: "asc" }, { name: "asc" }],
  });
}

export function findTemplate(client: Client, id: number): Promise<TemplateRecord | null> {
  return client.replyTemplate.findFirst({ where: { id, removedAt: null }, select: TEMPLATE });
}

export async function insertTemplate(
  tx: Tx,
  template: Omit<TemplateRecord, "id"> & { changedById: string; changedAt: Date },
): Promise<number> {
  return (await tx.replyTemplate.create({ data: template, select: { id: true } })).id;
}

export async function removeTemplateRow(tx: Tx, id: number, changedById: string, at: Date): Promise<void> {
  await tx.replyTemplate.update({ where: { id }, data: { removedAt: at, changedById, changedAt: at } });
}

export interface EarlierMessage {
  number: string;
  title: string;
  body: string;
  leadUnitCode: string | null;
  receivedAt: Date;
  replies: { text: string }[];
}

/**
 * Other messages that this person may see at a desk, the latest first: answered ones with their last released reply, or
 * open ones. Recusal stands in the `where`, so that nobody finds here what is about them.
 */
export function findOthers(
  client: Client,
  actor: Actor,
  { except, isAnswered, take }: { except: string; isAnswered: boolean; take: number },
): Promise<EarlierMessage[]> {
  return client.citizenMessage.findMany({
    where: {
      AND: [
        { number: { not: except }, erasedAt: null, state: { in: [...(isAnswered ? ANSWERED : LIVE)] } },
        { kind: { not: "tip_off" }, recusals: { none: { isInterest: false } } },
        seenBy(actor),
      ],
    },
    select: {
      ...{ number: true, title: true, body: true, leadUnitCode: true, receivedAt: true },
      replies: { where: { state: "released" }, orderBy: { id: "desc" }, take: 1, select: { text: true } },
    },
    orderBy: { receivedAt: "desc" },
    take,
  });
}

export async function findUnitWords(client: Client): Promise<UnitWord[]> {
  const rows = await client.unitWord.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ unitCode, sort, word, messageKind }) => ({
    ...{ unit: unitCode, sort: sort as UnitWordSort, word, messageKind },
  }));
}

export async function replaceUnitWords(tx: Tx, words: readonly UnitWord[]): Promise<void> {
  await tx.unitWord.deleteMany();
  if (words.length === 0) return;
  await tx.unitWord.createMany({ data: words.map(({ unit, ...word }) => ({ unitCode: unit, ...word })) });
}
