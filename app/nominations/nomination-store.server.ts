import type { Client, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { Evidence } from "./evidence";
import type { NominationFacts, NominationState } from "./nomination";

const WITH_UNIT = {
  unit: { select: { code: true, name: true, nameEn: true } },
  policy: { select: { slug: true, title: true } },
  scores: { orderBy: { at: "asc" as const } },
} satisfies Prisma.NominationInclude;

type Row = Prisma.NominationGetPayload<{ include: typeof WITH_UNIT }>;

export interface ScoreRecord {
  assessorId: string;
  marks: number[];
  remark: string | null;
  at: Date;
}

export interface NominationRecord extends NominationFacts, Pick<Row, "unit" | "policy"> {
  number: number;
  roundKey: string;
  policyId: string;
  version: number;
  title: string;
  statement: string;
  contact: string | null;
  /** As it stood when the nomination was submitted; null before. */
  evidence: Evidence | null;
  passedById: string | null;
  reason: string | null;
  scores: ScoreRecord[];
}

export async function findNomination(client: Client, number: number): Promise<NominationRecord | null> {
  const row = await client.nomination.findUnique({ where: { number }, include: WITH_UNIT });
  return row && recordOf(row);
}

export interface NominationScope {
  roundKey?: string;
  roundKeys?: readonly string[];
  unitCodes?: readonly string[];
  states?: readonly NominationState[];
  selectedOnly?: boolean;
}

/** Nominations by round, newest first, then in the order in which they were begun. */
export async function findNominations(client: Client, scope: NominationScope): Promise<NominationRecord[]> {
  const { roundKey, roundKeys, unitCodes, states, selectedOnly } = scope;
  const rows = await client.nomination.findMany({
    where: {
      ...(roundKey === undefined ? {} : { roundKey }),
      ...(roundKeys ? { roundKey: { in: [...roundKeys] } } : {}),
      ...(unitCodes ? { unitCode: { in: [...unitCodes] } } : {}),
      ...(states ? { state: { in: [...states] } } : {}),
      ...(selectedOnly ? { isSelected: true } : {}),
    },
    include: WITH_UNIT,
    orderBy: [{ roundKey: "desc" }, { number: "asc" }],
  });
  return rows.map(recordOf);
}

export async function isNominated(client: Client, roundKey: string, policyId: string): Promise<boolean> {
  return (await client.nomination.count({ where: { roundKey, policyId } })) > 0;
}

export interface NominationFields {
  title: string;
  statement: string;
  contact: string | null;
}

export async function insertNomination(
  tx: Tx,
  data: NominationFields & { roundKey: string; policyId: string; unitCode: string; createdAt: Date },
): Promise<number> {
  const state: NominationState = "drafting";
  return (await tx.nomination.create({ data: { ...data, state } })).number;
}

export type NominationData = Omit<Prisma.NominationUncheckedUpdateManyInput, "number" | "version">;

/** False when somebody else was faster. */
export async function changeNomination(
  tx: Tx,
  { number, version }: Pick<NominationRecord, "number" | "version">,
  data: NominationData,
): Promise<boolean> {
  const { count } = await tx.nomination.updateMany({
    where: { number, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** One assessor's marks; given again they replace the earlier ones. */
export async function keepScore(tx: Tx, nominationNumber: number, { assessorId, marks, ...rest }: ScoreRecord) {
  const data = { ...rest, marks: JSON.stringify(marks) };
  await tx.nominationScore.upsert({
    where: { nominationNumber_assessorId: { nominationNumber, assessorId } },
    create: { nominationNumber, assessorId, ...data },
    update: data,
  });
}

/** Who has scored anything of the round. */
export async function scorersOf(client: Client, roundKey: string): Promise<string[]> {
  const rows = await client.nominationScore.groupBy({ by: ["assessorId"], where: { nomination: { roundKey } } });
  return rows.map(({ assessorId }) => assessorId);
}

export interface RemarkRecord {
  roundKey: string;
  nominationNumber: number | null;
  act: string;
  authorId: string;
  text: string;
  at: Date;
}

export async function insertRemark(tx: Tx, remark: RemarkRecord): Promise<number> {
  return (await tx.nominationRemark.create({ data: remark })).id;
}

export async function findRemarks(
  client: Client,
  where: { roundKey: string; nominationNumber: number | null },
): Promise<Map<number, string>> {
  const rows = await client.nominationRemark.findMany({ where, select: { id: true, text: true } });
  return new Map(rows.map(({ id, text }) => [id, text]));
}

function recordOf({ state, evidence, scores, ...row }: Row): NominationRecord {
  return {
    ...row,
    state: state as NominationState,
    evidence: evidence ? (JSON.parse(evidence) as Evidence) : null,
    scores: scores.map(({ assessorId, marks, remark, at }) => ({
      ...{ assessorId, remark, at },
      marks: JSON.parse(marks) as number[],
    })),
  };
}
