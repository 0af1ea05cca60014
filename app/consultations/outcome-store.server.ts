import type { PlainDate } from "~/calendar/plain-date";
import type { Client } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import { ADOPTING_OUTCOMES, type Channel, type CommentFacts, type Outcome, type WithheldGround } from "./comment";
import { PUBLIC_FACTS, publicFacts } from "./comment-store.server";
import { storedState, type PeriodFacts, type StoredState } from "./consultation";
import type { InquiryFacts } from "./outcome";

export type Source = "public" | "inquiries";

const FROM: Record<Source, Prisma.CommentWhereInput> = {
  public: { channel: { not: "written_inquiry" } },
  inquiries: { channel: "written_inquiry" },
};

/** Comments in the order of their numbers, whatever became of them; `publicView` decides what of each is shown. */
export async function outcomeComments(
  client: Client,
  consultationId: string,
  source: Source,
  { skip = 0, take }: { skip?: number; take?: number } = {},
): Promise<CommentFacts[]> {
  const rows = await client.comment.findMany({
    where: { consultationId, ...FROM[source] },
    select: PUBLIC_FACTS,
    orderBy: { number: "asc" },
    skip,
    ...(take === undefined ? {} : { take }),
  });
  return rows.map(publicFacts);
}

/** The comments that changed the text, or part of it. */
export async function adoptedComments(client: Client, consultationId: string): Promise<CommentFacts[]> {
  const rows = await client.comment.findMany({
    where: { consultationId, outcome: { in: [...ADOPTING_OUTCOMES] } },
    select: PUBLIC_FACTS,
    orderBy: { number: "asc" },
  });
  return rows.map(publicFacts);
}

/** The numbers of the public's comments, in their order. */
export async function publicNumbers(client: Client, consultationId: string): Promise<number[]> {
  const rows = await client.comment.findMany({
    where: { consultationId, ...FROM.public },
    select: { number: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number }) => number);
}

const COUNTED = {
  channel: true,
  clauseId: true,
  stance: true,
  outcome: true,
  withheldGround: true,
  consentsToPublish: true,
  consentWithdrawnAt: true,
  review: true,
  publishedAt: true,
  publishedBody: true,
  erasedAt: true,
} satisfies Prisma.CommentSelect;

export async function countedComments(client: Client, consultationId: string) {
  const rows = await client.comment.findMany({
    where: { consultationId },
    select: { ...COUNTED, receivedAt: true },
  });
  return rows as (Pick<CommentFacts, keyof typeof COUNTED> & { receivedAt: Date })[];
}

export async function inquiriesOf(client: Client, consultationId: string) {
  const rows = await client.writtenInquiry.findMany({
    where: { consultationId },
    select: { askedOn: true, dueOn: true, repliedOn: true, replyKind: true },
    orderBy: [{ askedOn: "asc" }, { id: "asc" }],
  });
  return rows as (InquiryFacts & { askedOn: PlainDate; replyKind: string | null })[];
}

/** How many comments of each consultation have each outcome; bodies asked in writing are left out. */
export async function outcomesOf(client: Client, ids: readonly string[]): Promise<Map<string, Map<Outcome, number>>> {
  const groups = await client.comment.groupBy({
    by: ["consultationId", "outcome"],
    where: { consultationId: { in: [...ids] }, outcome: { not: null }, ...FROM.public },
    _count: { _all: true },
  });
  const found = new Map<string, Map<Outcome, number>>(ids.map((id) => [id, new Map()]));
  for (const { consultationId, outcome, _count } of groups)
    found.get(consultationId)!.set(outcome as Outcome, _count._all);
  return found;
}

/** What the open data say of consultations beside the list's own facts, by slug. */
export async function listedFacts(client: Client, slugs: readonly string[]) {
  const rows = await client.consultation.findMany({
    where: { slug: { in: [...slugs] } },
    select: {
      ...{ id: true, slug: true, unitCode: true, decisionKind: true, shortenedReason: true },
      ...{ showComments: true, outcomeDays: true },
    },
  });
  return new Map(rows.map((row) => [row.slug, row]));
}

// ---- What happened lately ------------------------------------------------------------------------------------------

const TURNED = {
  id: true,
  slug: true,
  title: true,
  titleEn: true,
  summary: true,
  summaryEn: true,
  state: true,
  opensOn: true,
  closesOn: true,
  approvedAt: true,
  outcomePublishedAt: true,
  decidedAt: true,
  decidedOn: true,
  withdrawnAt: true,
  withdrawnReason: true,
  documentNumber: true,
  releaseRevisedDraft: true,
  importedAt: true,
  unit: { select: { name: true, nameEn: true } },
  drafts: { select: { kind: true }, where: { kind: { not: "consultation" } } },
} satisfies Prisma.ConsultationSelect;

type TurnedRow = Prisma.ConsultationGetPayload<{ select: typeof TURNED }>;

/** A consultation with the instants at which it took a turn that the public was told of. */
export interface TurnedConsultation extends Omit<TurnedRow, "state" | "drafts"> {
  state: StoredState;
  hasRevisedDraft: boolean;
  hasFinalText: boolean;
}

export type Turning = "approvedAt" | "outcomePublishedAt" | "decidedAt" | "withdrawnAt";

const OPENED: StoredState[] = ["approved", "outcome_in_review", "outcome_published", "decided", "withdrawn"];

/** Those that took this turn last, the latest first; nothing that was brought over from another site. */
export async function lastTurned(
  client: Client,
  turning: Turning,
  { take, today, states = OPENED }: { take: number; today: PlainDate; states?: StoredState[] },
): Promise<TurnedConsultation[]> {
  const isOpening = turning === "approvedAt";
  const rows = await client.consultation.findMany({
    where: {
      state: { in: states },
      [turning]: { not: null },
      ...(isOpening ? { opensOn: { lte: today } } : {}),
    },
    select: TURNED,
    orderBy: isOpening ? [{ opensOn: "desc" }, { approvedAt: "desc" }] : [{ [turning]: "desc" }, { id: "desc" }],
    take,
  });
  return rows.map(turned);
}

/** Everything the public may know of, newest first, as far as the map of the site needs it. */
export async function publicPlaces(client: Client, take: number): Promise<TurnedConsultation[]> {
  const rows = await client.consultation.findMany({
    where: { state: { in: [...OPENED, "imported"] } },
    select: TURNED,
    orderBy: [{ opensOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take,
  });
  return rows.map(turned);
}

function turned({ drafts, ...row }: TurnedRow): TurnedConsultation {
  return {
    ...row,
    state: storedState(row.state),
    hasRevisedDraft: drafts.some(({ kind }) => kind === "revised"),
    hasFinalText: drafts.some(({ kind }) => kind === "final"),
  };
}

/** Closed by the clock or under review: each may be past the day on which its outcome was due. */
export async function owingOutcome(client: Client, today: PlainDate) {
  const rows = await client.consultation.findMany({
    where: { state: { in: ["approved", "outcome_in_review"] }, closesOn: { lt: today } },
    select: {
      ...{ slug: true, title: true, titleEn: true, state: true, opensOn: true, closesOn: true },
      ...{ approvedAt: true, outcomeDays: true, unit: { select: { name: true, nameEn: true } } },
    },
    orderBy: [{ closesOn: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, state: storedState(row.state) })) satisfies PeriodFacts[];
}

// ---- Figures --------------------------------------------------------------------------------------------------------

const ENDED: StoredState[] = ["outcome_published", "decided", "withdrawn"];

export interface CommentFigures {
  channels: Partial<Record<Channel, number>>;
  outcomes: Partial<Record<Outcome, number>>;
  withheld: Partial<Record<WithheldGround, number>>;
}

/** Counts over all consultations that were run here. Outcomes and withholding only where the outcome is public. */
export async function commentFigures(client: Client): Promise<CommentFigures> {
  const count = { _count: { _all: true } } as const;
  const ended = { consultation: { state: { in: ENDED } }, ...FROM.public };
  const channels = await client.comment.groupBy({
    by: ["channel"],
    where: { consultation: { state: { in: OPENED } }, ...FROM.public },
    ...count,
  });
  const outcomes = await client.comment.groupBy({
    by: ["outcome"],
    where: { ...ended, outcome: { not: null } },
    ...count,
  });
  const withheld = await client.comment.groupBy({
    by: ["withheldGround"],
    where: { ...ended, review: "withheld", erasedAt: null },
    ...count,
  });
  return {
    channels: Object.fromEntries(channels.map((group) => [group.channel, group._count._all])),
    outcomes: Object.fromEntries(outcomes.map((group) => [group.outcome, group._count._all])),
    withheld: Object.fromEntries(withheld.map((group) => [group.withheldGround, group._count._all])),
  };
}

/** Those whose outcome was published here after their last day, the latest first. */
export async function answeredConsultations(client: Client) {
  return client.consultation.findMany({
    where: {
      state: { in: ["outcome_published", "decided"] },
      importedAt: null,
      closesOn: { not: null },
      outcomePublishedAt: { not: null },
    },
    select: {
      ...{ slug: true, title: true, titleEn: true, closesOn: true, outcomePublishedAt: true, outcomeDays: true },
    },
    orderBy: [{ outcomePublishedAt: "desc" }, { id: "desc" }],
  });
}
