import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Client } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import { NO_UNIT } from "./log-query";
import { findMessage, SEALED, type MessageRecord } from "./message-store.server";
import { monthOf, monthsBetween } from "./months";
import { closedBefore, shownAs } from "./shown-as-store.server";

export interface PublicFilter {
  q: string;
  kind: string;
  unit: string;
  street: string;
  /** The state as it is shown on that day. */
  state: string;
  today: PlainDate;
  /** First instant, and the first instant after it. */
  received: { from: Date; before: Date } | null;
  /** Of these alone: those of one page. */
  numbers?: readonly string[];
}

const NOT_SEALED: Prisma.CitizenMessageWhereInput = { NOT: SEALED };

/** Words may be searched only where they are shown. */
const SHOWN: Prisma.CitizenMessageWhereInput = {
  publishedAt: { not: null },
  erasedAt: null,
  OR: [{ isTypical: true }, { consentsToPublish: true, consentWithdrawnAt: null }],
};

function whereOf({
  q,
  kind,
  unit,
  street,
  state,
  today,
  received,
  numbers,
}: PublicFilter): Prisma.CitizenMessageWhereInput {
  const has = { contains: q };
  const words = { AND: [SHOWN, { OR: [{ publicTitle: has }, { publicBody: has }, { publicReply: has }] }] };
  return {
    AND: [
      NOT_SEALED,
      ...(q ? [{ OR: [words, { number: q }] }] : []),
      ...(kind ? [{ kind }] : []),
      ...(unit ? [{ leadUnitCode: codeOf(unit) }] : []),
      ...(street ? [{ streetCode: codeOf(street) }] : []),
      ...(numbers ? [{ number: { in: [...numbers] } }] : []),
      ...(state ? [shownAs(state, today)] : []),
      ...(received ? [{ receivedAt: { gte: received.from, lt: received.before } }] : []),
    ],
  };
}

function codeOf(filter: string): string | null {
  return filter === NO_UNIT ? null : filter;
}

const LISTED = {
  number: true,
  kind: true,
  state: true,
  receivedAt: true,
  firstRepliedAt: true,
  repliedAt: true,
  resolution: true,
  promiseKeptAt: true,
  consentsToPublish: true,
  consentWithdrawnAt: true,
  publishedAt: true,
  publicTitle: true,
  publicBody: true,
  publicReply: true,
  isTypical: true,
  erasedAt: true,
  leadUnit: { select: { code: true, name: true, nameEn: true } },
  questions: { select: { askedAt: true, endsOn: true, answeredAt: true } },
} satisfies Prisma.CitizenMessageSelect;

export type ListedRow = Prisma.CitizenMessageGetPayload<{ select: typeof LISTED }>;

/** The numbers of all that fit. */
export async function listNumbers(client: Client, filter: PublicFilter): Promise<Set<string>> {
  const rows = await client.citizenMessage.findMany({ where: whereOf(filter), select: { number: true } });
  return new Set(rows.map(({ number }) => number));
}

export function countPublic(client: Client, filter: PublicFilter): Promise<number> {
  return client.citizenMessage.count({ where: whereOf(filter) });
}

/** Newest first. Nothing is read of what was received since `before`. */
export function listPublic(
  client: Client,
  filter: PublicFilter,
  { before, skip, take }: { before: Date | null; skip: number; take: number },
): Promise<ListedRow[]> {
  return client.citizenMessage.findMany({
    where: { AND: [whereOf(filter), before ? { receivedAt: { lt: before } } : {}] },
    select: LISTED,
    orderBy: [{ receivedAt: "desc" }, { number: "desc" }],
    skip,
    take,
  });
}

/** The months from the first message to the last. */
export async function receivedMonths(client: Client): Promise<string[]> {
  const edge = (order: "asc" | "desc") =>
    client.citizenMessage.findFirst({ orderBy: { receivedAt: order }, select: { receivedAt: true } });
  const [first, last] = [await edge("asc"), await edge("desc")];
  if (!first || !last) return [];
  return monthsBetween(plainDateOf(first.receivedAt).slice(0, 7), plainDateOf(last.receivedAt).slice(0, 7));
}

/** How many messages of a month that are not sealed are of this kind, unit and state, as it is shown that day. */
export interface Tally {
  kind: string;
  unit: string | null;
  state: string;
  count: number;
}

type CountedRow = Omit<Tally, "count" | "state"> & { day: string; shownAs: string; count: number | bigint };

export async function countByMonth(
  client: Client,
  months: readonly string[],
  today: PlainDate,
): Promise<Map<string, Tally[]>> {
  const found = new Map<string, Tally[]>(months.map((month) => [month, []]));
  for (const { day, ...tally } of await countedBy("202611".length, client, months, today)) {
    found.get(monthOf(day))?.push(tally);
  }
  return found;
}

/** The same, of each day of the months. */
export async function countByDay(
  client: Client,
  months: readonly string[],
  today: PlainDate,
): Promise<Map<string, (Tally & { day: PlainDate })[]>> {
  const found = new Map<string, (Tally & { day: PlainDate })[]>(months.map((month) => [month, []]));
  for (const { day, ...tally } of await countedBy("20261127".length, client, months, today)) {
    found.get(monthOf(day))?.push({ ...tally, day: `${monthOf(day)}-${day.slice(6)}` });
  }
  return found;
}

async function countedBy(
  digits: number,
  client: Client,
  months: readonly string[],
  today: PlainDate,
): Promise<(Tally & { day: string })[]> {
  const before = closedBefore(today);
  const [from, until] = numbersOf(months);
  const rows = await client.$queryRaw<CountedRow[]>`
    SELECT day, kind, unit, COUNT(*) AS count, "shownAs" FROM (
      SELECT SUBSTR(number, 1, CAST(${digits} AS INTEGER)) AS day, kind, "leadUnitCode" AS unit,
        CASE WHEN state IN ('replied', 'rated') AND "repliedAt" < ${before}
          AND (resolution IS NULL OR resolution <> 'promised' OR "promiseKeptAt" < ${before})
          THEN 'closed' ELSE state END AS "shownAs"
      FROM "CitizenMessage"
      WHERE number >= ${from} AND number < ${until} AND kind <> 'tip_off'
        AND number NOT IN (SELECT "messageNumber" FROM "MessageRecusal" WHERE NOT "isInterest")
    ) AS counted
    GROUP BY 1, 2, 3, 5`;
  return rows.map(({ shownAs: state, count, ...tally }) => ({ ...tally, state, count: Number(count) }));
}

/** The message if it is one that the public may know of at all. */
export async function findPublic(client: Client, number: string): Promise<MessageRecord | null> {
  const known = await client.citizenMessage.count({ where: { AND: [{ number }, NOT_SEALED] } });
  return known === 0 ? null : findMessage(client, number);
}

/** Answers whose words are shown, newest first. */
export function listShown(client: Client, take: number): Promise<ListedRow[]> {
  return client.citizenMessage.findMany({
    where: { AND: [NOT_SEALED, SHOWN] },
    select: LISTED,
    orderBy: { publishedAt: "desc" },
    take,
  });
}

export async function firstReceivedAt(client: Client): Promise<Date | null> {
  const first = await client.citizenMessage.findFirst({
    where: NOT_SEALED,
    orderBy: { receivedAt: "asc" },
    select: { receivedAt: true },
  });
  return first?.receivedAt ?? null;
}

/** A message as the figures count it, of those that are not sealed. */
export interface FiguresRow {
  number: string;
  kind: string;
  state: string;
  receivedAt: Date;
  clockFrom: string;
  clockDays: number;
  extendedDays: number;
  extendedAt: Date | null;
  firstRepliedAt: Date | null;
  returnCount: number;
  leadUnitCode: string | null;
  streetCode: string | null;
}

/**
 * What the figures of these months are made of. Read as flat rows: a year has tens of thousands, and to build a record with
 * its relations for each takes several times as long as to read and count them.
 */
export async function listForFigures(client: Client, months: readonly string[]) {
  const [from, before] = numbersOf(months);
  const messages = await client.$queryRaw<FiguresRow[]>`
    SELECT number, kind, state, "receivedAt", "clockFrom", "clockDays", "extendedDays", "extendedAt", "firstRepliedAt",
      "returnCount", "leadUnitCode", "streetCode"
    FROM "CitizenMessage"
    WHERE number >= ${from} AND number < ${before} AND kind <> 'tip_off'
      AND number NOT IN (SELECT "messageNumber" FROM "MessageRecusal" WHERE NOT "isInterest")`;
  const within = { messageNumber: { gte: from, lt: before } };
  const questions = await client.messageQuestion.findMany({
    where: within,
    select: { messageNumber: true, askedAt: true, endsOn: true, answeredAt: true },
    orderBy: { id: "asc" },
  });
  const ratings = await client.messageRating.findMany({
    where: within,
    select: { messageNumber: true, isSatisfied: true },
  });
  return { messages, questions, ratings };
}

/** The day a message was received stands in its number, so that months are a range of the numbers. */
function numbersOf(months: readonly string[]): [from: string, before: string] {
  const [first = "", last = ""] = [months[0], months.at(-1)].map((month) => month?.replace("-", ""));
  return [first, `${last}99`];
}
