import type { PlainDate } from "~/calendar/plain-date";
import type { Client } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { ClockGroup, Work } from "./agenda";
import { storedState } from "./consultation";
import { whereShown } from "./consultation-store.server";

/** Whose work, and which of it. */
export interface WorkScope {
  accountId: string;
  /** Accounts that count as this person where two people are asked for: the own one, and across principal and deputy. */
  samePerson: readonly string[];
  /** Of the role that the work asks for. */
  unitCodes: readonly string[];
  /** Every unit where this person works in any role. */
  ownUnits: readonly string[];
  q: string;
  unit: string;
  today: PlainDate;
}

type Where = Prisma.ConsultationWhereInput;

/** Consultations under one kind of work, counted by the day that their clock is read from. */
export async function countWork(client: Client, work: Work, scope: WorkScope): Promise<ClockGroup[]> {
  const where = whereWork(work, scope);
  if (work.clock === "today") {
    const count = await client.consultation.count({ where });
    return count > 0 ? [{ day: null, outcomeDays: null, count }] : [];
  }
  const _count = { _all: true } as const;
  if (work.clock === "first_day") {
    const groups = await client.consultation.groupBy({ by: ["opensOn"], where, _count });
    return groups.map((group) => ({ day: group.opensOn, outcomeDays: null, count: group._count._all }));
  }
  if (work.clock === "last_day") {
    const groups = await client.consultation.groupBy({ by: ["closesOn"], where, _count });
    return groups.map((group) => ({ day: group.closesOn, outcomeDays: null, count: group._count._all }));
  }
  const groups = await client.consultation.groupBy({ by: ["closesOn", "outcomeDays"], where, _count });
  return groups.map((group) => ({ day: group.closesOn, outcomeDays: group.outcomeDays, count: group._count._all }));
}

const FOUND = {
  id: true,
  slug: true,
  title: true,
  opensOn: true,
  closesOn: true,
  outcomeDays: true,
  unit: { select: { name: true } },
} satisfies Prisma.ConsultationSelect;

export type FoundWork = Prisma.ConsultationGetPayload<{ select: typeof FOUND }>;

/**
 * The first of the consultations in these groups, which share their clock's length, nearest day first. Their days are
 * a stretch without gaps, because the filter of the desk is one.
 */
export function findWork(
  client: Client,
  work: Work,
  scope: WorkScope,
  groups: readonly ClockGroup[],
  first: number,
): Promise<FoundWork[]> {
  const column = work.clock === "first_day" ? "opensOn" : "closesOn";
  const days = groups.flatMap(({ day }) => day ?? []).sort();
  const hasNone = groups.some(({ day }) => day === null);
  const within: Where[] = [
    ...(days.length > 0 ? [{ [column]: { gte: days[0], lte: days.at(-1) } }] : []),
    ...(hasNone ? [{ [column]: null }] : []),
  ];
  const outcomeDays = groups[0]?.outcomeDays ?? null;
  const series: Where = outcomeDays === null ? {} : { outcomeDays };
  return client.consultation.findMany({
    where: { AND: [whereWork(work, scope), series, work.clock === "today" ? {} : { OR: within }] },
    select: FOUND,
    orderBy: [{ [column]: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: first,
  });
}

function whereWork(work: Work, { accountId, samePerson, unitCodes, ownUnits, q, unit, today }: WorkScope): Where {
  const { states, passed, notBy = [], onlyBy, proposal, isWatched } = work;
  return {
    AND: [
      { OR: states.map((state) => whereShown(state, today)) },
      isWatched ? { unitCode: { notIn: [...ownUnits] } } : { unitCode: { in: [...unitCodes] } },
      passed ? { [passed.by]: passed.is ? { not: null } : null } : {},
      ...notBy.map((column) => ({ OR: [{ [column]: null }, { [column]: { notIn: [...samePerson] } }] })),
      onlyBy ? { [onlyBy]: accountId } : {},
      proposal ? { proposals: { some: whereProposal(proposal, accountId, samePerson) } } : {},
      q ? { title: { contains: q } } : {},
      unit ? { unitCode: unit } : {},
    ],
  };
}

function whereProposal(
  { acts, isOwn }: NonNullable<Work["proposal"]>,
  accountId: string,
  samePerson: readonly string[],
) {
  const proposedById = isOwn ? accountId : { notIn: [...samePerson] };
  return { decidedAt: null, act: { in: [...acts] }, proposedById };
}

/** Those of these addresses in the units where this person works. */
export async function findBySlugs(client: Client, slugs: readonly string[], { ownUnits, q, unit }: WorkScope) {
  const rows = await client.consultation.findMany({
    where: {
      AND: [
        { slug: { in: [...slugs] }, unitCode: { in: [...ownUnits] } },
        q ? { title: { contains: q } } : {},
        unit ? { unitCode: unit } : {},
      ],
    },
    select: { ...FOUND, state: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ ...row, state: storedState(row.state) }));
}

// ---- Objections -------------------------------------------------------------------------------------------------

/** Objections to being withheld that wait for the office, without those to one's own withholding. */
export async function findObjections(client: Client, { samePerson, q, unit }: WorkScope, first: number) {
  const where: Prisma.ObjectionWhereInput = {
    decidedAt: null,
    comment: {
      OR: [{ reviewedById: null }, { reviewedById: { notIn: [...samePerson] } }],
      consultation: { ...(q && { title: { contains: q } }), ...(unit && { unitCode: unit }) },
    },
  };
  const count = await client.objection.count({ where });
  const found = await client.objection.findMany({
    where,
    select: {
      commentNumber: true,
      comment: { select: { consultation: { select: { title: true, unit: { select: { name: true } } } } } },
    },
    orderBy: { commentNumber: "asc" },
    take: first,
  });
  return { count, found };
}
