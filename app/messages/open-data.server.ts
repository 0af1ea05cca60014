import type { z } from "zod";
import type { Deps } from "~/platform/db.server";
import { formatRecordedAt } from "~/timeline/event";
import type { listedMessage, messageDetail } from "./open-data";
import type { ListQuery } from "./log-query";
import { listPublicMessages, publicMessage, type PublicItem } from "./public-queries.server";

interface Paging {
  page: number;
  pageSize: number;
}

/** The public log for programs, with the filters of the page. */
export async function messageList(deps: Deps, query: ListQuery, paging: Paging) {
  const { items, total } = await listPublicMessages(deps, query, paging);
  return { items: items.map(listed), total, ...paging };
}

/** One message; null when nobody may know of it. */
export async function messageData(deps: Deps, number: string): Promise<z.output<typeof messageDetail> | null> {
  const page = await publicMessage(deps, number);
  if (!page) return null;
  const { end, promise, rating, path } = page;
  return {
    ...listed(page),
    end,
    promisedOn: promise?.on ?? null,
    promiseKeptAt: instantOf(promise?.keptAt ?? null),
    rating: rating && { satisfied: rating.isSatisfied, result: rating.result },
    path: path.map(({ at, act, unit, toUnit }) => ({
      at: formatRecordedAt(at),
      act,
      unit: unit?.code ?? null,
      toUnit: toUnit?.code ?? null,
    })),
  };
}

function listed(item: PublicItem): z.output<typeof listedMessage> {
  const { number, kind, state, unit, receivedAt, firstRepliedAt, answeredIn, words } = item;
  return {
    ...{ number, kind, state },
    unit: unit?.code ?? null,
    unitName: unit?.name ?? null,
    receivedAt: formatRecordedAt(receivedAt),
    firstRepliedAt: instantOf(firstRepliedAt),
    workingDays: answeredIn,
    title: words?.title ?? null,
    body: words?.body ?? null,
    reply: words?.reply ?? null,
    isTypical: words?.isTypical ?? null,
    publishedAt: instantOf(words?.publishedAt ?? null),
    url: `/messages/${number}`,
  };
}

function instantOf(at: Date | null): string | null {
  return at && formatRecordedAt(at);
}
