import type { Client, Database, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { Outcome } from "./sheet";

const WITH_ANSWERS = {
  answers: {
    include: { interpretation: { select: { slug: true, title: true, kind: true, state: true, releasedAt: true } } },
    orderBy: { interpretationId: "asc" as const },
  },
} satisfies Prisma.ReinterpretationOrderInclude;

const WITH_CASE = {
  id: true,
  slug: true,
  title: true,
  state: true,
  unitCode: true,
  unit: { select: { name: true } },
  materials: {
    where: { state: { not: "drafting" } },
    select: { slug: true, preparedById: true, submittedById: true, passedById: true, approvedById: true },
  },
  qualityChecks: {
    orderBy: { id: "desc" as const },
    take: 1,
    include: { report: { include: { order: { include: WITH_ANSWERS } } } },
  },
} satisfies Prisma.PolicyDocumentSelect;

type Row = Prisma.PolicyDocumentGetPayload<{ select: typeof WITH_CASE }>;
type Checked = Row["qualityChecks"][number];
export type CheckRow = Omit<Checked, "report" | "outcome"> & { outcome: Outcome };
export type ReportRow = Omit<NonNullable<Checked["report"]>, "order">;
export type OrderRow = NonNullable<NonNullable<Checked["report"]>["order"]>;

/** The newest check of a document, and what came of it. */
export interface CaseRecord {
  policyId: string;
  slug: string;
  title: string;
  unitCode: string;
  unitName: string;
  documentState: string;
  involvedIds: string[];
  /** The materials that are or were checked. */
  materials: string[];
  check: CheckRow | null;
  report: ReportRow | null;
  order: OrderRow | null;
}

export async function findCase(client: Client, slug: string): Promise<CaseRecord | null> {
  const row = await client.policyDocument.findUnique({ where: { slug }, select: WITH_CASE });
  return row && caseOf(row);
}

/** Finds, locks and reads again: what the office, the leader and the unit do to one document waits for each other. */
export async function lockCase(tx: Tx, engine: Database["engine"], slug: string): Promise<CaseRecord | null> {
  if (engine === "postgresql") await tx.$queryRaw`SELECT id FROM "PolicyDocument" WHERE slug = ${slug} FOR UPDATE`;
  return findCase(tx, slug);
}

function caseOf({ id, slug, title, state, unitCode, unit, materials, qualityChecks }: Row): CaseRecord {
  const [newest] = qualityChecks;
  const { report = null, ...check } = newest ?? {};
  const { order = null, ...reported } = report ?? {};
  const ids = materials.flatMap((one) => [one.preparedById, one.submittedById, one.passedById, one.approvedById]);
  return {
    ...{ policyId: id, slug, title, unitCode, unitName: unit.name, documentState: state },
    involvedIds: [...new Set(ids.filter((one): one is string => one !== null))],
    materials: materials.map((one) => one.slug),
    check: newest ? (check as CheckRow) : null,
    report: report ? (reported as ReportRow) : null,
    order,
  };
}

export interface CaseFilter {
  q: string;
  unit: string;
}

/** Released documents with their newest check, the newest release first. */
export async function findCases(
  client: Client,
  { q, unit }: CaseFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: CaseRecord[]; total: number }> {
  const where: Prisma.PolicyDocumentWhereInput = {
    AND: [{ state: "released" }, ...(q ? [{ title: { contains: q } }] : []), ...(unit ? [{ unitCode: unit }] : [])],
  };
  const total = await client.policyDocument.count({ where });
  const rows = await client.policyDocument.findMany({
    where,
    select: WITH_CASE,
    orderBy: [{ releasedAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return { rows: rows.map(caseOf), total };
}

/** The documents whose weak interpretation is not settled yet. */
export async function findOpenCases(
  client: Client,
  { q, unit, unitCodes }: CaseFilter & { unitCodes: readonly string[] | null },
): Promise<CaseRecord[]> {
  const rows = await client.policyDocument.findMany({
    where: {
      AND: [
        { state: "released", qualityChecks: { some: { outcome: "weak", isImportant: true } } },
        ...(q ? [{ title: { contains: q } }] : []),
        ...(unit ? [{ unitCode: unit }] : []),
        ...(unitCodes ? [{ unitCode: { in: [...unitCodes] } }] : []),
      ],
    },
    select: WITH_CASE,
    orderBy: { id: "asc" },
  });
  return rows.map(caseOf);
}

export async function findChecks(client: Client, policyId: string): Promise<CheckRow[]> {
  const rows = await client.qualityCheck.findMany({ where: { policyId }, orderBy: { id: "desc" } });
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome }));
}

/** All orders of a document, the newest first. */
export function findOrders(client: Client, policyId: string) {
  return client.reinterpretationOrder.findMany({
    where: { policyId },
    include: WITH_ANSWERS,
    orderBy: { id: "desc" },
  });
}

/** The newest order of a document by its address: what the public may know of it are days and the result. */
export function findNewestOrder(client: Client, slug: string) {
  return client.reinterpretationOrder.findFirst({
    where: { policy: { slug, state: "released" } },
    orderBy: { id: "desc" },
    select: { orderedAt: true, workingDays: true, endedAt: true, isMet: true },
  });
}

export async function insertCheck(
  tx: Tx,
  data: Omit<Prisma.QualityCheckUncheckedCreateInput, "outcome"> & { outcome: Outcome },
): Promise<number> {
  return (await tx.qualityCheck.create({ data })).id;
}

export async function insertReport(tx: Tx, data: Prisma.QualityReportUncheckedCreateInput): Promise<number> {
  return (await tx.qualityReport.create({ data })).id;
}

export async function decideReport(
  tx: Tx,
  id: number,
  data: { isApproved: boolean; decisionReason: string | null; decidedById: string; decidedAt: Date },
): Promise<void> {
  await tx.qualityReport.update({ where: { id }, data });
}

export async function insertOrder(tx: Tx, data: Prisma.ReinterpretationOrderUncheckedCreateInput): Promise<number> {
  return (await tx.reinterpretationOrder.create({ data })).id;
}

export async function insertAnswer(tx: Tx, orderId: number, interpretationId: string): Promise<void> {
  await tx.reinterpretationAnswer.create({ data: { orderId, interpretationId } });
}

export async function changeOrder(
  tx: Tx,
  id: number,
  data: Pick<
    Prisma.ReinterpretationOrderUncheckedUpdateInput,
    "answeredById" | "answeredAt" | "answerNote" | "endedAt" | "isMet"
  >,
): Promise<void> {
  await tx.reinterpretationOrder.update({ where: { id }, data });
}

export async function namesOf(client: Client, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  if (known.length === 0) return new Map();
  const accounts = await client.account.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}
