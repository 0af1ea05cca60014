import { addDays, startOfDay, type PlainDate } from "~/calendar/plain-date";
import type { Prisma } from "~/platform/prisma.server/client";
import { REOPEN_DAYS } from "./message";

/** A pause that ran out is kept as waiting and shown as assigned; an answer that nobody took up is shown as closed. */
export function shownAs(state: string, today: PlainDate): Prisma.CitizenMessageWhereInput {
  const waits = { some: { answeredAt: null, endsOn: { gte: today } } };
  if (state === "closed") return { OR: [{ state }, { state: { in: ["replied", "rated"] }, ...settledBefore(today) }] };
  if (state === "replied" || state === "rated") return { state, ...openSince(today) };
  if (state === "waiting") return { state, questions: waits };
  if (state !== "assigned") return { state };
  return { OR: [{ state }, { state: "waiting", NOT: { questions: waits } }] };
}

/** `openUntil` as a query. */
function settledBefore(today: PlainDate): Prisma.CitizenMessageWhereInput {
  const before = { lt: closedBefore(today) };
  return {
    repliedAt: before,
    OR: [{ resolution: null }, { resolution: { not: "promised" } }, { promiseKeptAt: before }],
  };
}

/** The opposite, put so that an index finds the few that it leaves. */
function openSince(today: PlainDate): Prisma.CitizenMessageWhereInput {
  const since = { gte: closedBefore(today) };
  const isPromised = { resolution: "promised" };
  return {
    OR: [{ repliedAt: since }, { ...isPromised, promiseKeptAt: null }, { ...isPromised, promiseKeptAt: since }],
  };
}

export function closedBefore(today: PlainDate): Date {
  return startOfDay(addDays(today, -REOPEN_DAYS));
}
