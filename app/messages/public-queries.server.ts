import { loadCalendar } from "~/calendar/load-calendar.server";
import { plainDateOf, startOfDay, yearOf } from "~/calendar/plain-date";
import { countWorkingDays } from "~/calendar/working-days";
import type { Client, Deps } from "~/platform/db.server";
import { bigramsOf, normalise } from "~/wording/bigrams";
import { endOf } from "./holder";
import { asAsked, shownState, storedState, type MessageKind, type MessageState, type Resolution } from "./message";
import { numbersBehind } from "./figures.server";
import type { ListQuery } from "./log-query";
import { pathOf, shownHolder, unitNames } from "./path-lines.server";
import { nextMonth } from "./months";
import {
  countPublic,
  firstReceivedAt,
  findPublic,
  listNumbers,
  listPublic,
  listShown,
  type ListedRow,
  type PublicFilter,
} from "./public-store.server";
import { placeInLog } from "./public-totals.server";
import { publicWords, type PublicWords } from "./public-view";
import { releasedReplies } from "./receipt-queries.server";
import type { End } from "./holder";
import type { PathLine, ShownHolder, UnitName } from "./shown";

export interface PublicItem {
  number: string;
  kind: MessageKind;
  state: MessageState;
  unit: UnitName | null;
  receivedAt: Date;
  firstRepliedAt: Date | null;
  /** Working days to the first answer, the day received not counted. */
  answeredIn: number | null;
  words: PublicWords | null;
}

/** The public log: every message but the sealed ones, newest first; its words only where they were released. */
export async function listPublicMessages(
  deps: Deps,
  query: ListQuery,
  paging: { page: number; pageSize: number },
): Promise<{ items: PublicItem[]; total: number }> {
  const filter = { ...query, today: plainDateOf(deps.now), received: receivedIn(query) };
  const { client } = deps.db;
  const skip = (paging.page - 1) * paging.pageSize;
  const numbers = await numbersBehind(deps, query);
  const { total, rows } = numbers
    ? await pageOfNumbers(client, filter, numbers, { skip, take: paging.pageSize })
    : await pageOfLog(deps, filter, { skip, take: paging.pageSize });
  const calendar = await loadCalendar(deps);
  const items = rows.map((row) => itemOf(row, deps.now));
  return { total, items: items.map((item) => ({ ...item, answeredIn: answeredIn(item) })) };

  function answeredIn({ receivedAt, firstRepliedAt }: Omit<PublicItem, "answeredIn">): number | null {
    return firstRepliedAt && countWorkingDays(plainDateOf(receivedAt), plainDateOf(firstRepliedAt), calendar);
  }
}

async function pageOfLog(deps: Deps, filter: PublicFilter, { skip, take }: { skip: number; take: number }) {
  const place = (await placeInLog(deps, filter, skip)) ?? {
    ...{ total: await countPublic(deps.db.client, filter), before: null, skip },
  };
  return { total: place.total, rows: await listPublic(deps.db.client, filter, { ...place, take }) };
}

/** The rows of a figure. What narrows them further is asked without naming them: a year has more than one query takes. */
async function pageOfNumbers(
  client: Client,
  filter: PublicFilter,
  numbers: readonly string[],
  { skip, take }: { skip: number; take: number },
) {
  const isNarrowed = filter.q !== "" || filter.state !== "";
  const fitting = isNarrowed ? await listNumbers(client, filter) : null;
  const all = fitting ? numbers.filter((number) => fitting.has(number)) : numbers;
  const page = { ...filter, numbers: all.slice(skip, skip + take) };
  return { total: all.length, rows: await listPublic(client, page, { before: null, skip: 0, take }) };
}

/** The days of a year or a month; whatever is no year and no month narrows nothing. */
function receivedIn({ year, month }: Pick<ListQuery, "year" | "month">): { from: Date; before: Date } | null {
  if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(month)) {
    return { from: startOfDay(`${month}-01`), before: startOfDay(`${nextMonth(month)}-01`) };
  }
  if (!/^20\d{2}$/.test(year)) return null;
  return { from: startOfDay(`${year}-01-01`), before: startOfDay(`${Number(year) + 1}-01-01`) };
}

function itemOf(row: ListedRow, now: Date): Omit<PublicItem, "answeredIn"> {
  const { number, receivedAt, firstRepliedAt, repliedAt, promiseKeptAt, leadUnit, questions } = row;
  const kind = row.kind as MessageKind;
  const resolution = row.resolution as Resolution | null;
  const asked = questions.map(asAsked);
  return {
    ...{ number, kind, receivedAt, firstRepliedAt },
    state: shownState({ state: storedState(row.state), questions: asked, repliedAt, resolution, promiseKeptAt }, now),
    unit: leadUnit,
    words: publicWords({ ...row, kind, recusedUnits: [], recusedIds: [] }),
  };
}

/** The years in which messages were received, newest first. */
export async function messageYears({ db, now }: Deps): Promise<number[]> {
  const last = yearOf(plainDateOf(now));
  const first = await firstReceivedAt(db.client);
  const from = first ? yearOf(plainDateOf(first)) : last;
  return Array.from({ length: last - from + 1 }, (_, index) => last - index);
}

export interface PublicPage {
  number: string;
  kind: MessageKind;
  state: MessageState;
  holder: ShownHolder;
  end: End | null;
  unit: UnitName | null;
  receivedAt: Date;
  firstRepliedAt: Date | null;
  answeredIn: number | null;
  promise: { on: string; keptAt: Date | null } | null;
  words: PublicWords | null;
  /** Notes of its corrections, when its words are shown. */
  corrections: { note: string; at: Date }[];
  rating: { isSatisfied: boolean; result: "solved" | "promised" | "not_solved" } | null;
  path: PathLine[];
  mergedInto: string | null;
}

/** One message as everyone may see it; null when nobody may know of it. */
export async function publicMessage(deps: Deps, number: string): Promise<PublicPage | null> {
  const message = await findPublic(deps.db.client, number);
  if (!message) return null;
  const { kind, receivedAt, firstRepliedAt, promisedOn, promiseKeptAt, leadUnit, mergedIntoNumber } = message;
  const replies = releasedReplies(message);
  const words = publicWords(message);
  const rating = replies.findLast((reply) => reply.rating)?.rating ?? null;
  const calendar = await loadCalendar(deps);
  return {
    ...{ number, kind, receivedAt, firstRepliedAt, words },
    state: shownState(message, deps.now),
    holder: shownHolder(message),
    end: endOf(message),
    unit: leadUnit,
    answeredIn: firstRepliedAt && countWorkingDays(plainDateOf(receivedAt), plainDateOf(firstRepliedAt), calendar),
    promise: promisedOn ? { on: promisedOn, keptAt: promiseKeptAt } : null,
    corrections: words
      ? replies.flatMap(({ correctionNote, releasedAt }) =>
          correctionNote ? [{ note: correctionNote, at: releasedAt }] : [],
        )
      : [],
    rating: rating && { isSatisfied: rating.isSatisfied, result: rating.result },
    path: await pathOf(message, await unitNames(deps), { withWords: false }, deps),
    mergedInto: message.state === "merged" ? mergedIntoNumber : null,
  };
}

/** The pages of messages whose words are public, newest first. */
export async function messagePlaces({ db }: Deps, most: number): Promise<{ path: string; changedOn: string | null }[]> {
  const rows = await listShown(db.client, Math.max(0, most));
  return rows.map(({ number, publishedAt }) => ({
    path: `/messages/${number}`,
    changedOn: publishedAt && plainDateOf(publishedAt),
  }));
}

const LOOKED_THROUGH = 500;
const MOST_OFFERED = 3;
/** Of the words typed, how many neighbouring pairs an answer must share to be worth reading. */
const LEAST_SHARED = 0.3;

export interface OfferedAnswer {
  number: string;
  title: string;
  reply: string;
  unit: UnitName | null;
  firstRepliedAt: Date | null;
}

/** Published answers close to what was typed, the closest first: by shared pairs of characters, title before text. */
export async function similarAnswers(deps: Deps, typed: { title: string; body: string }): Promise<OfferedAnswer[]> {
  const asked = bigramsOf(normalise(typed.title));
  if (asked.size === 0) return [];
  const shown = await listShown(deps.db.client, LOOKED_THROUGH);
  const scored = shown.flatMap((row) => {
    const words = publicWords({ ...row, kind: row.kind as MessageKind, recusedUnits: [], recusedIds: [] });
    if (!words) return [];
    const score = sharedPart(asked, bigramsOf(normalise(`${words.title}${words.body}`)));
    return [
      { score, answer: { ...words, number: row.number, unit: row.leadUnit, firstRepliedAt: row.firstRepliedAt } },
    ];
  });
  const close = scored.filter(({ score }) => score >= LEAST_SHARED).sort((a, b) => b.score - a.score);
  return close.slice(0, MOST_OFFERED).map(({ answer: { number, title, reply, unit, firstRepliedAt } }) => ({
    ...{ number, title, reply, unit, firstRepliedAt },
  }));
}

function sharedPart(asked: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0;
  for (const pair of asked) if (other.has(pair)) shared += 1;
  return shared / asked.size;
}
