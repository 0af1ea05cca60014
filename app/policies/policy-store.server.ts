import type { PlainDate } from "~/calendar/plain-date";
import type { DisclosureAttribute, SecrecyResult } from "~/disclosure/attribute";
import type { ClauseLevel } from "~/drafting/clauses";
import type { Client, Database, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { DocumentKind } from "./document-number";
import type { MaterialKind } from "./material";
import type { SignedChange } from "./validity";
import { packageState, type PackageFacts, type PackageState } from "./policy-package";

const WITH_FACTS = {
  unit: { select: { code: true, name: true, nameEn: true } },
  texts: { orderBy: { number: "asc" as const } },
  forms: { orderBy: { id: "asc" as const } },
  exceptions: { where: { OR: [{ decidedAt: null }, { isSigned: true }] }, orderBy: { id: "desc" as const }, take: 1 },
  changes: { where: { decidedAt: null }, orderBy: { id: "desc" as const }, take: 1 },
  successor: { select: { slug: true, title: true, titleEn: true, state: true } },
  _count: { select: { attachments: true } },
  predecessors: {
    select: { slug: true, title: true, titleEn: true, state: true },
    orderBy: { signedOn: "asc" as const },
  },
} satisfies Prisma.PolicyDocumentInclude;

type Row = Prisma.PolicyDocumentGetPayload<{ include: typeof WITH_FACTS }>;

export type TextRecord = Omit<Row["texts"][number], "kind"> & { kind: "first" | "corrected" | "amended" };
export type ChangeRecord = Omit<Row["changes"][number], "kind"> & { kind: SignedChange };
export type ExceptionRecord = Omit<Row["exceptions"][number], "isSigned"> & { isSigned: boolean };
export type FormRecord = Omit<Row["forms"][number], "kind" | "origin"> & {
  kind: MaterialKind;
  origin: "plan" | "called_for" | "reinterpretation";
};

/** A policy document as it is kept, with what the rules ask for. Texts stand oldest first, without their clauses. */
export interface PolicyRecord
  extends
    Omit<Row, "state" | "documentKind" | "proposedAttribute" | "determinedAttribute" | "texts" | "forms">,
    PackageFacts {
  state: PackageState;
  documentKind: DocumentKind;
  proposedAttribute: DisclosureAttribute;
  determinedAttribute: DisclosureAttribute | null;
  secrecyReview: Exclude<SecrecyResult, "state_secret"> | null;
  texts: TextRecord[];
  /** The newest text that is or goes public with the document; a proposed change is not among them. */
  text: TextRecord | null;
  forms: FormRecord[];
  exception: ExceptionRecord | null;
  change: ChangeRecord | null;
}

export async function findPolicy(client: Client, slug: string): Promise<PolicyRecord | null> {
  const row = await client.policyDocument.findUnique({ where: { slug }, include: WITH_FACTS });
  return row && recordOf(row);
}

export async function findPolicyById(client: Client, id: string): Promise<PolicyRecord | null> {
  const row = await client.policyDocument.findUnique({ where: { id }, include: WITH_FACTS });
  return row && recordOf(row);
}

/** Finds, locks and reads again: the facts returned cannot change before the transaction ends. */
export async function findAndLock(tx: Tx, engine: Database["engine"], slug: string): Promise<PolicyRecord | null> {
  const found = await tx.policyDocument.findUnique({ where: { slug }, select: { id: true } });
  if (!found) return null;
  if (engine === "postgresql") await tx.$queryRaw`SELECT id FROM "PolicyDocument" WHERE id = ${found.id} FOR UPDATE`;
  return findPolicyById(tx, found.id);
}

export type NewPolicy = Prisma.PolicyDocumentUncheckedCreateInput;

export async function insertPolicy(tx: Tx, data: NewPolicy & { state: PackageState }): Promise<void> {
  await tx.policyDocument.create({ data });
}

export type PolicyData = Omit<Prisma.PolicyDocumentUncheckedUpdateManyInput, "id" | "version" | "state"> & {
  state?: PackageState;
};

/** Writes the changes and raises the version; false when somebody else raised it first. */
export async function changePolicy(
  tx: Tx,
  { id, version }: Pick<PolicyRecord, "id" | "version">,
  data: PolicyData,
): Promise<boolean> {
  const { count } = await tx.policyDocument.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function isSlugTaken(client: Client, slug: string): Promise<boolean> {
  return (await client.policyDocument.count({ where: { slug } })) > 0;
}

export async function slugsBeginning(client: Client, start: string): Promise<string[]> {
  const rows = await client.policyDocument.findMany({ where: { slug: { startsWith: start } }, select: { slug: true } });
  return rows.map(({ slug }) => slug);
}

/** Who changed the document last, and when, for telling whoever came second. */
export async function lastChangeOf(client: Client, slug: string): Promise<{ by: string; at: string } | null> {
  const event = await client.timelineEvent.findFirst({
    where: { subjectKind: "policy", subjectId: slug },
    orderBy: { seq: "desc" },
    select: { at: true, actorId: true },
  });
  if (!event) return null;
  const names = await namesOf(client, [event.actorId]);
  return { at: event.at, by: names.get(event.actorId ?? "") ?? "—" };
}

async function namesOf(client: Client, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  if (known.length === 0) return new Map();
  const accounts = await client.account.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

// ---- Text -------------------------------------------------------------------------------------------------------

export interface PolicyClauseRecord {
  /** Permanent: the same clause keeps it through versions. */
  clauseId: string;
  position: number;
  level: ClauseLevel;
  number: string;
  heading: string;
  text: string;
  note: string | null;
}

export async function findClauses(client: Client, textId: string): Promise<PolicyClauseRecord[]> {
  const rows = await client.policyClause.findMany({ where: { textId }, orderBy: { position: "asc" } });
  return rows.map(({ textId: _textId, level, ...clause }) => ({ ...clause, level: level as ClauseLevel }));
}

/** Takes the text of an unreleased document away, in every version. */
export async function deleteTexts(tx: Tx, policyId: string): Promise<void> {
  await tx.policyClause.deleteMany({ where: { policyText: { policyId } } });
  await tx.policyText.deleteMany({ where: { policyId } });
}

/** Every id a clause of this document ever had, in any version. */
export async function findUsedClauseIds(client: Client, policyId: string): Promise<Set<string>> {
  const rows = await client.policyClause.groupBy({ by: ["clauseId"], where: { policyText: { policyId } } });
  return new Set(rows.map(({ clauseId }) => clauseId));
}

/** SQLite binds at most 32,766 values in one statement. */
const CLAUSES_PER_STATEMENT = 500;

export interface NewText {
  id: string;
  policyId: string;
  kind: TextRecord["kind"];
  changeNote: string | null;
  createdAt: Date;
  shownAt: Date | null;
}

/** Adds a text with its clauses as the next version. Returns its number. */
export async function insertText(
  tx: Tx,
  text: NewText,
  clauses: Omit<PolicyClauseRecord, "position">[],
): Promise<number> {
  const last = await tx.policyText.aggregate({ where: { policyId: text.policyId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  await tx.policyText.create({ data: { ...text, number } });
  const rows = clauses.map((clause, index) => ({ ...clause, textId: text.id, position: index + 1 }));
  for (let from = 0; from < rows.length; from += CLAUSES_PER_STATEMENT) {
    await tx.policyClause.createMany({ data: rows.slice(from, from + CLAUSES_PER_STATEMENT) });
  }
  return number;
}

export async function showText(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.policyText.update({ where: { id }, data: { shownAt: at } });
}

// ---- Plan, exceptions, changes, remarks --------------------------------------------------------------------------

export async function insertForm(tx: Tx, form: Omit<FormRecord, "id">): Promise<number> {
  return (await tx.plannedForm.create({ data: form })).id;
}

export async function deleteForm(tx: Tx, policyId: string, id: number): Promise<boolean> {
  return (await tx.plannedForm.deleteMany({ where: { id, policyId } })).count === 1;
}

export async function insertException(
  tx: Tx,
  exception: { policyId: string; reason: string; promisedOn: PlainDate; proposedById: string; proposedAt: Date },
): Promise<number> {
  return (await tx.policyException.create({ data: exception })).id;
}

interface Decision {
  decidedById: string | null;
  decidedAt: Date;
  isSigned: boolean;
}

/** Ends an exception once; false when it was signed or refused before. */
export async function decideException(tx: Tx, id: number, decision: Decision): Promise<boolean> {
  return (await tx.policyException.updateMany({ where: { id, decidedAt: null }, data: decision })).count === 1;
}

export async function insertChange(
  tx: Tx,
  change: {
    policyId: string;
    kind: SignedChange;
    reason: string;
    effectiveOn: PlainDate;
    textId: string | null;
    successorId: string | null;
    proposedById: string;
    proposedAt: Date;
  },
): Promise<number> {
  return (await tx.policyChange.create({ data: change })).id;
}

export async function decideChange(tx: Tx, id: number, decision: Decision): Promise<boolean> {
  return (await tx.policyChange.updateMany({ where: { id, decidedAt: null }, data: decision })).count === 1;
}

/** The changes that were signed, oldest first: the public record of what was done to the document. */
export async function findSignedChanges(client: Client, policyId: string): Promise<ChangeRecord[]> {
  const rows = await client.policyChange.findMany({ where: { policyId, isSigned: true }, orderBy: { id: "asc" } });
  return rows.map((row) => ({ ...row, kind: row.kind as SignedChange }));
}

export async function insertRemark(
  tx: Tx,
  remark: { policyId: string; authorId: string; act: string; text: string; at: Date },
): Promise<number> {
  return (await tx.policyRemark.create({ data: remark })).id;
}

export function findRemarks(client: Client, policyId: string): Promise<{ id: number; text: string }[]> {
  return client.policyRemark.findMany({ where: { policyId }, select: { id: true, text: true } });
}

function recordOf(row: Row): PolicyRecord {
  const { texts, forms, exceptions, changes, ...columns } = row;
  const known = texts.map((text) => ({ ...text, kind: text.kind as TextRecord["kind"] }));
  const [exception] = exceptions;
  const [change] = changes;
  const settled = known.filter(
    ({ id, kind, shownAt }) => shownAt !== null || (kind === "first" && id !== change?.textId),
  );
  return {
    ...columns,
    state: packageState(row.state),
    documentKind: row.documentKind as DocumentKind,
    proposedAttribute: row.proposedAttribute as DisclosureAttribute,
    determinedAttribute: row.determinedAttribute as DisclosureAttribute | null,
    secrecyReview: row.secrecyReview as PolicyRecord["secrecyReview"],
    texts: known,
    text: settled.at(-1) ?? null,
    forms: forms.map((form) => ({
      ...form,
      kind: form.kind as MaterialKind,
      origin: form.origin as FormRecord["origin"],
    })),
    exception: exception ? { ...exception, isSigned: exception.isSigned === true } : null,
    change: change ? { ...change, kind: change.kind as SignedChange } : null,
  } as PolicyRecord;
}
