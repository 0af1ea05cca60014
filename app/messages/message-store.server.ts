import { holds, type Actor } from "~/accounts/actor";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Client, Database, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import {
  ANSWERED,
  asAsked,
  STATES,
  storedState,
  type MessageFacts,
  type MessageKind,
  type MessageState,
  type Resolution,
} from "./message";
import { monthOf } from "./months";
import { postsOf, unitsOf } from "./permissions";
import { closedBefore } from "./shown-as-store.server";

const UNIT = { select: { code: true, name: true, nameEn: true } } as const;

/** What `recusalsOf` reads. */
export const RECUSALS = { select: { unitCode: true, accountId: true, isInterest: true } } as const;

const WITH_FACTS = {
  leadUnit: UNIT,
  askedUnit: UNIT,
  officer: { select: { id: true, name: true } },
  assistance: { select: { unit: UNIT }, orderBy: { unitCode: "asc" } },
  recusals: RECUSALS,
  questions: { orderBy: { id: "asc" } },
  replies: { orderBy: { id: "asc" }, include: { rating: true } },
  duplicates: { select: { number: true } },
} satisfies Prisma.CitizenMessageInclude;

interface Recusal {
  unitCode: string | null;
  accountId: string | null;
  isInterest: boolean;
}

/** Whom the message is about, and who has a stake in it. */
export function recusalsOf(recusals: readonly Recusal[]) {
  const about = recusals.filter(({ isInterest }) => !isInterest);
  return {
    recusedUnits: about.flatMap(({ unitCode }) => unitCode ?? []),
    recusedIds: about.flatMap(({ accountId }) => accountId ?? []),
    interestedIds: recusals.flatMap(({ accountId, isInterest }) => (isInterest && accountId ? [accountId] : [])),
  };
}

type Row = Prisma.CitizenMessageGetPayload<{ include: typeof WITH_FACTS }>;
export type ReplyRow = Row["replies"][number];

/** A message as it is kept, with what the rules ask for. */
export type MessageRecord = Omit<Row, "state" | "kind" | "resolution" | "questions"> &
  MessageFacts & { asked: Row["questions"] };

export async function findMessage(client: Client, number: string): Promise<MessageRecord | null> {
  const row = await client.citizenMessage.findUnique({ where: { number }, include: WITH_FACTS });
  return row && recordOf(row);
}

/** The message if this person may see it at a desk; the scope stands in the query, so that nothing hidden is read. */
export async function findSeen(client: Client, actor: Actor, number: string): Promise<MessageRecord | null> {
  const row = await client.citizenMessage.findFirst({
    where: { AND: [{ number }, seenBy(actor)] },
    include: WITH_FACTS,
  });
  return row && recordOf(row);
}

export async function listSeen(
  client: Client,
  actor: Actor,
  where: Prisma.CitizenMessageWhereInput,
): Promise<MessageRecord[]> {
  const rows = await client.citizenMessage.findMany({
    where: { AND: [where, seenBy(actor)] },
    include: WITH_FACTS,
    orderBy: { receivedAt: "asc" },
  });
  return rows.map(recordOf);
}

/** What a list of titles needs, and what tells whether they are masked. */
const TITLED = {
  ...{ number: true, kind: true, title: true, outsideNumber: true, leadUnitCode: true },
  leadUnit: { select: { name: true } },
  assistance: { select: { unitCode: true } },
  recusals: RECUSALS,
} satisfies Prisma.CitizenMessageSelect;

export async function listTitled(client: Client, actor: Actor, numbers: readonly string[]) {
  const rows = await client.citizenMessage.findMany({
    where: { AND: [{ number: { in: [...numbers] } }, seenBy(actor)] },
    select: TITLED,
  });
  return rows.map(titledOf);
}

function titledOf({ assistance, recusals, kind, ...row }: Prisma.CitizenMessageGetPayload<{ select: typeof TITLED }>) {
  return {
    ...{ ...row, kind: kind as MessageKind },
    assistingUnits: assistance.map(({ unitCode }) => unitCode),
    ...recusalsOf(recusals),
  };
}

/** By the words of the title, the beginning of the number, or the number of the hotline. */
export function named(words: string): Prisma.CitizenMessageWhereInput {
  return {
    OR: [{ title: { contains: words } }, { number: { startsWith: words } }, { outsideNumber: { startsWith: words } }],
  };
}

/** Answered messages, the newest answer first. */
export async function pageOfAnswered(
  client: Client,
  actor: Actor,
  { from, size, where = {} }: { from: number; size: number; where?: Prisma.CitizenMessageWhereInput },
): Promise<MessageRecord[]> {
  const rows = await client.citizenMessage.findMany({
    where: { AND: [IS_ANSWERED, where, seenBy(actor)] },
    include: WITH_FACTS,
    orderBy: [{ repliedAt: "desc" }, { number: "desc" }],
    skip: from,
    take: size,
  });
  return rows.map(recordOf);
}

/** Named by what they are not, so that they are read in the order of the answers and not sorted as a whole. */
const IS_ANSWERED = {
  repliedAt: { not: null },
  state: { notIn: STATES.filter((state) => !(ANSWERED as readonly MessageState[]).includes(state)) },
} satisfies Prisma.CitizenMessageWhereInput;

/** The newest answers whose title or number has these words, with what tells how this person may read them. */
export async function answeredNamed(
  client: Client,
  actor: Actor,
  { words, where, most }: { words: string; where: Prisma.CitizenMessageWhereInput; most: number },
) {
  const rows = await client.citizenMessage.findMany({
    where: { AND: [IS_ANSWERED, where, named(words), seenBy(actor)] },
    select: TITLED,
    orderBy: [{ repliedAt: "desc" }, { number: "desc" }],
    take: most,
  });
  return rows.map(titledOf);
}

/** Of the answered messages, those of other units where these assist. */
export async function countAssisted(
  client: Client,
  units: readonly string[],
  where: Prisma.CitizenMessageWhereInput,
): Promise<number> {
  const ofOthers = { state: { in: [...ANSWERED] }, leadUnitCode: { notIn: [...units] } };
  const assisted = await client.messageAssistance.findMany({
    where: { unitCode: { in: [...units] }, message: { AND: [ofOthers, where] } },
    select: { messageNumber: true },
    distinct: ["messageNumber"],
  });
  return assisted.length;
}

/** Of the answered messages that the actor's units have or had, those that are hidden from the actor: few. */
export async function countHidden(
  client: Client,
  actor: Actor,
  where: Prisma.CitizenMessageWhereInput,
): Promise<number> {
  // In two steps: in one, the database may begin with all messages of a unit instead of with these few.
  const hidden = await client.messageRecusal.findMany({
    where: recusing(actor),
    select: { messageNumber: true },
    distinct: ["messageNumber"],
  });
  if (hidden.length === 0) return 0;
  const number = { in: hidden.map(({ messageNumber }) => messageNumber) };
  return client.citizenMessage.count({
    where: { AND: [{ number, state: { in: [...ANSWERED] } }, where, heldBy(actor)] },
  });
}

/** One by one: what few people see, or what few messages fit. */
export function countAnsweredSeen(
  client: Client,
  actor: Actor,
  where: Prisma.CitizenMessageWhereInput,
): Promise<number> {
  return client.citizenMessage.count({ where: { AND: [{ state: { in: [...ANSWERED] } }, where, seenBy(actor)] } });
}

export interface AnsweredTally {
  unit: string | null;
  kind: string;
  /** As it is shown that day. */
  state: string;
  count: number;
}

/** How many answered messages of a month each unit has, of each kind and state, sealed ones too. */
export async function countAnsweredByMonth(client: Client, months: readonly string[], today: PlainDate) {
  const before = closedBefore(today);
  const [first = "", last = ""] = [months[0], months.at(-1)].map((month) => month?.replace("-", ""));
  type Row = Omit<AnsweredTally, "count" | "state"> & { day: string; shownAs: string; count: number | bigint };
  const rows = await client.$queryRaw<Row[]>`
    SELECT day, unit, kind, "shownAs", COUNT(*) AS count FROM (
      SELECT SUBSTR(number, 1, 6) AS day, "leadUnitCode" AS unit, kind,
        CASE WHEN state IN ('replied', 'rated') AND "repliedAt" < ${before}
          AND (resolution IS NULL OR resolution <> 'promised' OR "promiseKeptAt" < ${before})
          THEN 'closed' ELSE state END AS "shownAs"
      FROM "CitizenMessage"
      WHERE number >= ${first} AND number < ${`${last}99`} AND state IN ('replied', 'rated', 'closed')
    ) AS answered
    GROUP BY 1, 2, 3, 4`;
  const found = new Map(months.map((month): [string, AnsweredTally[]] => [month, []]));
  for (const { day, unit, kind, shownAs: state, count } of rows) {
    found.get(monthOf(day))?.push({ unit, kind, state, count: Number(count) });
  }
  return found;
}

/** Finds, locks and reads again: acts on one message wait for each other. A transaction of SQLite is alone from its start. */
export async function findAndLock(tx: Tx, engine: Database["engine"], number: string): Promise<MessageRecord | null> {
  if (engine === "postgresql")
    await tx.$queryRaw`SELECT number FROM "CitizenMessage" WHERE number = ${number} FOR UPDATE`;
  return findMessage(tx, number);
}

/**
 * What `maySee` says, for a query: the office, the lead unit and the assisting units, and of what is about a unit or an
 * officer a district leader; never the unit or the officer it is about.
 */
export function seenBy(actor: Actor): Prisma.CitizenMessageWhereInput {
  return { AND: [heldBy(actor), { recusals: { none: recusing(actor) } }] };
}

/** The same, before recusal. The platform's own jobs find everything. */
function heldBy(actor: Actor): Prisma.CitizenMessageWhereInput {
  if (actor.kind === "system" || holds(actor, "supervisor")) return {};
  const units = unitsOf(actor);
  const seen: Prisma.CitizenMessageWhereInput[] = [
    { leadUnitCode: { in: units } },
    { assistance: { some: { unitCode: { in: units } } } },
  ];
  if (holds(actor, "leader")) seen.push(SEALED);
  return { OR: seen };
}

/** Tip-offs, and whatever is about a unit or an officer. */
export const SEALED: Prisma.CitizenMessageWhereInput = {
  OR: [{ kind: "tip_off" }, { recusals: { some: { isInterest: false } } }],
};

/** The actor, and whose deputy the actor is: neither finds what is about the other. */
function accountsOf(actor: Actor): string[] {
  return actor.kind === "person" ? [actor.accountId, ...(actor.counterparts ?? [])] : [];
}

function recusing(actor: Actor): Prisma.MessageRecusalWhereInput {
  return { OR: [{ unitCode: { in: postsOf(actor) } }, { accountId: { in: accountsOf(actor) } }] };
}

export function listByOutsideNumber(client: Client, actor: Actor, outsideNumber: string): Promise<MessageRecord[]> {
  return listSeen(client, actor, { outsideNumber });
}

/** Which of these keys have a message already. */
export async function knownKeys(client: Client, keys: readonly string[]): Promise<Set<string>> {
  const rows = await client.citizenMessage.findMany({ where: { key: { in: [...keys] } }, select: { key: true } });
  return new Set(rows.flatMap(({ key }) => key ?? []));
}

/** How many messages with these numbers of the hotline this person finds at a desk. */
export async function knownOutside(
  client: Client,
  actor: Actor,
  outsideNumbers: readonly string[],
): Promise<Map<string, number>> {
  const rows = await client.citizenMessage.findMany({
    where: { AND: [{ outsideNumber: { in: [...outsideNumbers] } }, seenBy(actor)] },
    select: { outsideNumber: true },
  });
  const counts = new Map<string, number>();
  for (const { outsideNumber } of rows) counts.set(outsideNumber!, (counts.get(outsideNumber!) ?? 0) + 1);
  return counts;
}

/** The number the next message of the day takes: the day and at least three digits, which grow. */
export async function nextMessageNumber(tx: Tx, now: Date): Promise<string> {
  const day = plainDateOf(now);
  const rows = await tx.$queryRaw<{ last: number | bigint }[]>`
    INSERT INTO "MessageSerial" (day, last) VALUES (${day}, 1)
    ON CONFLICT (day) DO UPDATE SET last = "MessageSerial".last + 1 RETURNING last`;
  return `${day.replaceAll("-", "")}${String(rows[0]!.last).padStart(3, "0")}`;
}

export async function insertMessage(tx: Tx, data: Prisma.CitizenMessageUncheckedCreateInput): Promise<void> {
  await tx.citizenMessage.create({ data });
}

export async function insertRecusal(
  tx: Tx,
  messageNumber: string,
  who: { unitCode?: string | null; accountId?: string | null; isInterest?: boolean },
): Promise<void> {
  await tx.messageRecusal.create({ data: { messageNumber, ...who } });
}

export async function setAssistance(tx: Tx, messageNumber: string, unitCodes: readonly string[]): Promise<void> {
  await tx.messageAssistance.deleteMany({ where: { messageNumber } });
  if (unitCodes.length === 0) return;
  await tx.messageAssistance.createMany({ data: unitCodes.map((unitCode) => ({ messageNumber, unitCode })) });
}

export async function endAssistance(tx: Tx, messageNumber: string, unitCode: string): Promise<void> {
  await tx.messageAssistance.deleteMany({ where: { messageNumber, unitCode } });
}

export type MessageData = Omit<Prisma.CitizenMessageUncheckedUpdateManyInput, "number" | "version" | "state"> & {
  state?: MessageState;
};

/** Writes the changes and raises the version; false when somebody else raised it first. */
export async function changeMessage(
  tx: Tx,
  { number, version }: Pick<MessageRecord, "number" | "version">,
  data: MessageData,
): Promise<boolean> {
  const { count } = await tx.citizenMessage.updateMany({
    where: { number, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** Who changed the message last, and when, for telling whoever came second. */
export async function lastChangeOf(client: Client, number: string): Promise<{ by: string; at: string }> {
  const event = await client.timelineEvent.findFirst({
    where: { subjectKind: "message", subjectId: number },
    orderBy: { seq: "desc" },
    select: { at: true, actorId: true, actorKind: true },
  });
  const id = event?.actorKind === "person" ? event.actorId : null;
  const account = id ? await client.account.findUnique({ where: { id }, select: { name: true } }) : null;
  return { at: event?.at ?? "—", by: account?.name ?? "—" };
}

export function findByKey(client: Client, key: string) {
  return client.citizenMessage.findUnique({
    where: { key },
    select: { number: true, title: true, body: true, name: true, contact: true },
  });
}

export function findEnteredBy(client: Client, number: string, enteredById: string) {
  return client.citizenMessage.findFirst({ where: { number, enteredById }, select: { number: true } });
}

/** What `POST /track` compares; nothing else is read. */
export function findContactByReceipt(client: Client, receiptHash: string) {
  return client.citizenMessage.findUnique({ where: { receiptHash }, select: { number: true, contact: true } });
}

export async function findByReceipt(client: Client, receiptHash: string): Promise<MessageRecord | null> {
  const row = await client.citizenMessage.findUnique({ where: { receiptHash }, include: WITH_FACTS });
  return row && recordOf(row);
}

function recordOf(row: Row): MessageRecord {
  const { questions, replies, recusals, assistance } = row;
  const released = replies.filter(({ kind, state }) => kind === "reply" && state === "released");
  const inReview = (kind: string) =>
    replies.find((reply) => reply.kind === kind && reply.state === "in_review")?.authorId ?? null;
  return {
    ...row,
    state: storedState(row.state),
    kind: row.kind as MessageKind,
    resolution: row.resolution as Resolution | null,
    // Not sorted by the database: for a page without any, SQLite would walk through all messages in the order of the days.
    duplicates: [...row.duplicates].sort((a, b) => (a.number < b.number ? -1 : 1)),
    assistingUnits: assistance.map(({ unit }) => unit.code),
    ...recusalsOf(recusals),
    asked: questions,
    questions: questions.map(asAsked),
    replyAuthorId: inReview("reply"),
    correctionAuthorId: inReview("correction"),
    repliedByIds: released.map(({ authorId }) => authorId),
    isSatisfied: released.at(-1)?.rating?.isSatisfied ?? null,
  };
}

/** What an account sent, the latest first. */
export async function pageOfAccount(
  client: Client,
  accountId: string,
  { page, pageSize }: { page: number; pageSize: number },
) {
  const where = { accountId };
  const items = await client.citizenMessage.findMany({
    where,
    select: {
      ...{ number: true, kind: true, title: true, state: true, receivedAt: true, erasedAt: true },
      ...{ repliedAt: true, resolution: true, promiseKeptAt: true },
      questions: { orderBy: { id: "asc" } },
    },
    orderBy: [{ receivedAt: "desc" }, { number: "desc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return { items, total: await client.citizenMessage.count({ where }) };
}
