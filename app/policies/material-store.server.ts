import type { Client, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { MaterialFacts, MaterialKind, MaterialState } from "./material";
import { packageState } from "./policy-package";

export const WITH_DOCUMENT = {
  policy: {
    select: {
      id: true,
      slug: true,
      title: true,
      titleEn: true,
      unitCode: true,
      state: true,
      documentNumber: true,
      unit: { select: { name: true, nameEn: true } },
    },
  },
  clauses: { orderBy: { position: "asc" as const } },
} satisfies Prisma.InterpretationInclude;

type Row = Prisma.InterpretationGetPayload<{ include: typeof WITH_DOCUMENT }>;

/** A material as it is kept, with what the rules ask of its document. */
export interface MaterialRecord extends Omit<Row, "state" | "kind" | "clauses">, MaterialFacts {
  state: MaterialState;
  kind: MaterialKind;
  clauseIds: string[];
}

export async function findMaterial(client: Client, slug: string): Promise<MaterialRecord | null> {
  const row = await client.interpretation.findUnique({ where: { slug }, include: WITH_DOCUMENT });
  return row && materialRecord(row);
}

/** The materials of a document, in the order in which they were begun. */
export async function findMaterials(client: Client, policyId: string): Promise<MaterialRecord[]> {
  const rows = await client.interpretation.findMany({
    where: { policyId },
    include: WITH_DOCUMENT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(materialRecord);
}

export async function insertMaterial(tx: Tx, data: Prisma.InterpretationUncheckedCreateInput): Promise<void> {
  await tx.interpretation.create({ data });
}

export type MaterialData = Omit<Prisma.InterpretationUncheckedUpdateManyInput, "id" | "version">;

/** Writes the changes and raises the version; false when somebody else raised it first. */
export async function changeMaterial(
  tx: Tx,
  { id, version }: Pick<MaterialRecord, "id" | "version">,
  data: MaterialData,
): Promise<boolean> {
  const { count } = await tx.interpretation.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** Binds the material to these clauses and no others. */
export async function bindClauses(tx: Tx, interpretationId: string, clauseIds: readonly string[]): Promise<void> {
  await tx.interpretationClause.deleteMany({ where: { interpretationId } });
  const rows = clauseIds.map((clauseId, index) => ({ interpretationId, clauseId, position: index + 1 }));
  if (rows.length > 0) await tx.interpretationClause.createMany({ data: rows });
}

/** Removes a material that nobody outside has seen. */
export async function deleteMaterial(tx: Tx, id: string): Promise<void> {
  await tx.interpretationClause.deleteMany({ where: { interpretationId: id } });
  await tx.interpretation.delete({ where: { id } });
}

/** Shows these in the instant in which their document is shown; they explain the text that is shown with them. */
export async function releaseMaterials(
  tx: Tx,
  ids: readonly string[],
  release: { approvedById: string | null; textNumber: number; releasedAt: Date },
): Promise<void> {
  await tx.interpretation.updateMany({
    where: { id: { in: [...ids] } },
    data: { ...release, state: "released", version: { increment: 1 } },
  });
}

export async function materialSlugsBeginning(client: Client, start: string): Promise<string[]> {
  const rows = await client.interpretation.findMany({ where: { slug: { startsWith: start } }, select: { slug: true } });
  return rows.map(({ slug }) => slug);
}

export function materialRecord({ clauses, ...row }: Row): MaterialRecord {
  return {
    ...row,
    state: row.state as MaterialState,
    kind: row.kind as MaterialKind,
    unitCode: row.policy.unitCode,
    documentState: packageState(row.policy.state),
    clauseIds: clauses.map(({ clauseId }) => clauseId),
  };
}
