import type { Client, Database, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { RoundFacts } from "./round";
import type { Criterion } from "./scoring";

export interface RoundRecord extends RoundFacts {
  key: string;
  version: number;
  lastDayReason: string | null;
  criteria: Criterion[];
  signedById: string | null;
  /** Account ids of those who were named to score. */
  assessors: string[];
}

const WITH_ASSESSORS = {
  assessors: { orderBy: { accountId: "asc" as const } },
} satisfies Prisma.NominationRoundInclude;

type Row = Prisma.NominationRoundGetPayload<{ include: typeof WITH_ASSESSORS }>;

/** What was decided about a round; null where nobody has done anything yet. */
export async function findRound(client: Client, key: string): Promise<RoundRecord | null> {
  const row = await client.nominationRound.findUnique({ where: { key }, include: WITH_ASSESSORS });
  return row && recordOf(row);
}

export async function findRounds(client: Client): Promise<Map<string, RoundRecord>> {
  const rows = await client.nominationRound.findMany({ include: WITH_ASSESSORS });
  return new Map(rows.map((row) => [row.key, recordOf(row)]));
}

/** The round's row, made if need be, and held until the end of the transaction: all acts on a round wait for each other. */
export async function lockRound(tx: Tx, engine: Database["engine"], key: string): Promise<RoundRecord> {
  await tx.nominationRound.upsert({ where: { key }, create: { key }, update: {} });
  if (engine === "postgresql") await tx.$queryRaw`SELECT 1 AS x FROM "NominationRound" WHERE key = ${key} FOR UPDATE`;
  return (await findRound(tx, key))!;
}

export type RoundData = Omit<Prisma.NominationRoundUncheckedUpdateManyInput, "key" | "version">;

export async function changeRound(tx: Tx, key: string, data: RoundData): Promise<void> {
  await tx.nominationRound.update({ where: { key }, data: { ...data, version: { increment: 1 } } });
}

/** These people score the round, and no others. */
export async function replaceAssessors(tx: Tx, roundKey: string, accountIds: readonly string[]): Promise<void> {
  await tx.nominationAssessor.deleteMany({ where: { roundKey } });
  const rows = accountIds.map((accountId) => ({ roundKey, accountId }));
  if (rows.length > 0) await tx.nominationAssessor.createMany({ data: rows });
}

export async function roundsOfAssessor(client: Client, accountId: string): Promise<string[]> {
  const rows = await client.nominationAssessor.findMany({ where: { accountId }, select: { roundKey: true } });
  return rows.map(({ roundKey }) => roundKey);
}

function recordOf({ assessors, criteria, ...row }: Row): RoundRecord {
  return {
    ...row,
    criteria: criteria ? (JSON.parse(criteria) as Criterion[]) : [],
    assessors: assessors.map(({ accountId }) => accountId),
  };
}
