import type { Client } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { Channel, Outcome, Stance } from "./comment";
import type { ProcessingFilter, ReviewFilter } from "./processing-filter";
import type { ComparedText } from "~/words/similar";

export interface Member {
  number: number;
  version: number;
  outcome: Outcome | null;
}

/** The numbers of all comments that fit, oldest first. `searches` says which words a search may look into. */
export async function findMatching(
  client: Client,
  consultationId: string,
  filter: ProcessingFilter,
  searches: "all" | "published",
): Promise<Member[]> {
  const rows = await client.comment.findMany({
    where: whereOf(consultationId, filter, searches),
    select: { number: true, version: true, outcome: true },
    orderBy: { number: "asc" },
  });
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome | null }));
}

function whereOf(consultationId: string, filter: ProcessingFilter, searches: "all" | "published") {
  const { clause, stance, channel, theme, review, outcome, q } = filter;
  const conditions: Prisma.CommentWhereInput[] = [
    { consultationId },
    clause ? { clauseId: clause === "none" ? null : clause } : {},
    stance ? { stance: stance === "none" ? null : stance } : {},
    channel ? { channel } : {},
    theme ? { theme: theme === "none" ? null : theme } : {},
    review ? whereReview(review) : {},
    outcome ? { outcome: outcome === "undecided" ? null : outcome } : {},
    q ? whereWords(q, searches) : {},
  ];
  return { AND: conditions } satisfies Prisma.CommentWhereInput;
}

const CONSENTS = { consentsToPublish: true, consentWithdrawnAt: null } satisfies Prisma.CommentWhereInput;
const NOT_ERASED = { erasedAt: null } satisfies Prisma.CommentWhereInput;

/** The same as `displayOf`, as conditions. */
function whereReview(review: ReviewFilter): Prisma.CommentWhereInput {
  switch (review) {
    case "erased":
      return { erasedAt: { not: null } };
    case "withheld":
      return { ...NOT_ERASED, review: "withheld" };
    case "without_consent":
      return { ...NOT_ERASED, review: { not: "withheld" }, NOT: CONSENTS };
    case "shown":
      return {
        ...NOT_ERASED,
        ...CONSENTS,
        review: "published",
        publishedAt: { not: null },
        publishedBody: { not: null },
      };
    case "awaiting_review":
      return { ...NOT_ERASED, ...CONSENTS, review: { not: "withheld" }, NOT: whereReview("shown") };
    case "objection":
      return { objection: { decidedAt: null } };
  }
}

/** A search in words that the person may not read would tell what is in them. */
function whereWords(q: string, searches: "all" | "published"): Prisma.CommentWhereInput {
  const contains = { contains: q };
  const number = /^\d{1,9}$/.test(q) ? [{ number: Number(q) }] : [];
  const open = [
    { publishedBody: contains },
    { publishedSuggestion: contains },
    { gist: contains },
    { theme: contains },
  ];
  const closed = [{ body: contains }, { suggestion: contains }, { name: contains }];
  return { OR: [...number, ...open, ...(searches === "all" ? closed : [])] };
}

/** The words of all comments that still have them, to be compared with each other. */
export async function findWords(client: Client, consultationId: string): Promise<ComparedText[]> {
  const rows = await client.comment.findMany({
    where: { consultationId, ...NOT_ERASED },
    select: { number: true, body: true, suggestion: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number, body, suggestion }) => ({ number, text: suggestion ? `${body}\n${suggestion}` : body }));
}

/** Changes whenever a comment comes in or its words go. */
export async function wordsMark(client: Client, consultationId: string): Promise<string> {
  const all = await client.comment.aggregate({
    where: { consultationId },
    _count: { _all: true, erasedAt: true },
    _max: { number: true },
  });
  return `${all._count._all}:${all._count.erasedAt}:${all._max.number ?? 0}`;
}

export interface Counters {
  outcomes: { value: Outcome | null; count: number }[];
  channels: { value: Channel; count: number }[];
  stances: { value: Stance | null; count: number }[];
  clauses: { value: string | null; count: number }[];
  themes: { value: string | null; count: number }[];
}

/** How many comments of the consultation stand under each heading. */
export async function countByHeading(client: Client, consultationId: string): Promise<Counters> {
  const where = { consultationId };
  const _count = { _all: true } as const;
  const outcomes = await client.comment.groupBy({ by: ["outcome"], where, _count });
  const channels = await client.comment.groupBy({ by: ["channel"], where, _count });
  const stances = await client.comment.groupBy({ by: ["stance"], where, _count });
  const clauses = await client.comment.groupBy({ by: ["clauseId"], where, _count });
  const themes = await client.comment.groupBy({ by: ["theme"], where, _count });
  return {
    outcomes: outcomes.map((row) => ({ value: row.outcome as Outcome | null, count: row._count._all })),
    channels: channels.map((row) => ({ value: row.channel as Channel, count: row._count._all })),
    stances: stances.map((row) => ({ value: row.stance as Stance | null, count: row._count._all })),
    clauses: clauses.map((row) => ({ value: row.clauseId, count: row._count._all })),
    themes: themes.map((row) => ({ value: row.theme, count: row._count._all })),
  };
}

export function countReview(client: Client, consultationId: string, review: ReviewFilter): Promise<number> {
  return client.comment.count({ where: { consultationId, ...whereReview(review) } });
}

/** The next comment after this one that waits for review, or else the first; null when none does. */
export async function nextAwaiting(client: Client, consultationId: string, after: number): Promise<number | null> {
  const where = { consultationId, ...whereReview("awaiting_review") };
  const select = { number: true } as const;
  const orderBy = { number: "asc" } as const;
  const next = await client.comment.findFirst({ where: { ...where, number: { gt: after } }, select, orderBy });
  const first =
    next ?? (await client.comment.findFirst({ where: { ...where, number: { not: after } }, select, orderBy }));
  return first?.number ?? null;
}

/** The comments that have neither public words nor a gist of the office: what the outcome is advised about. */
export function countWithoutGist(client: Client, consultationId: string): Promise<number> {
  return client.comment.count({
    where: {
      consultationId,
      OR: [whereReview("withheld"), whereReview("without_consent")],
      AND: { OR: [{ gist: null }, { gist: "" }] },
    },
  });
}
