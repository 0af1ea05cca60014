import type { Client, Tx } from "~/platform/db.server";
import type { CheckFacts, CheckKind, OutsideFacts, SheetSubject } from "./release-sheet";
import type { PaperAct } from "./paper-signature";
import type { ScreenedTerm, TermKind } from "./screened-term";

function of({ kind, id, part }: SheetSubject) {
  return { subjectKind: kind, subjectId: id, part };
}

// ---- Checks and reasons -----------------------------------------------------------------------------------------------

export interface CheckRecord extends CheckFacts {
  note: string | null;
  at: Date;
}

export async function insertCheck(tx: Tx, subject: SheetSubject, check: CheckRecord): Promise<void> {
  await tx.releaseCheck.create({ data: { ...of(subject), ...check } });
}

/** The latest of each kind. */
export async function latestChecks(client: Client, subject: SheetSubject): Promise<CheckRecord[]> {
  const rows = await client.releaseCheck.findMany({ where: of(subject), orderBy: { id: "desc" } });
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const { isCleared, note, textDigest, byId, at } = rows.find((row) => row.kind === kind)!;
    return { kind: kind as CheckKind, isCleared, note, textDigest, byId, at };
  });
}

export interface OverrideRecord {
  hit: string;
  reason: string;
  byId: string;
  at: Date;
}

export async function keepOverride(tx: Tx, subject: SheetSubject, override: OverrideRecord): Promise<void> {
  const { hit, ...data } = override;
  const key = { ...of(subject), hit };
  await tx.termOverride.upsert({
    where: { subjectKind_subjectId_part_hit: key },
    create: { ...key, ...data },
    update: data,
  });
}

export function listOverrides(client: Client, subject: SheetSubject): Promise<OverrideRecord[]> {
  return client.termOverride.findMany({
    where: of(subject),
    select: { hit: true, reason: true, byId: true, at: true },
    orderBy: { id: "asc" },
  });
}

export interface OutsideRecord extends OutsideFacts {
  terms: string[];
  byId: string;
  at: Date;
}

export async function insertOutside(tx: Tx, subject: SheetSubject, { terms, ...check }: OutsideRecord): Promise<void> {
  await tx.outsideCheck.create({ data: { ...of(subject), ...check, terms: JSON.stringify(terms) } });
}

export async function lastOutside(client: Client, subject: SheetSubject): Promise<OutsideRecord | null> {
  const row = await client.outsideCheck.findFirst({ where: of(subject), orderBy: { id: "desc" } });
  if (!row) return null;
  const { textDigest, failure, terms, byId, at } = row;
  return { textDigest, failure, terms: JSON.parse(terms) as string[], byId, at };
}

// ---- Lists of words ---------------------------------------------------------------------------------------------------

export interface TermRecord extends ScreenedTerm {
  id: number;
}

export async function listTerms(client: Client): Promise<TermRecord[]> {
  const rows = await client.screenedTerm.findMany({
    where: { removedAt: null },
    select: { id: true, kind: true, term: true, instead: true },
    orderBy: [{ kind: "asc" }, { term: "asc" }],
  });
  return rows.map((row) => ({ ...row, kind: row.kind as TermKind }));
}

export async function keepTerm(tx: Tx, { kind, term, instead }: ScreenedTerm, by: string | null, at: Date) {
  const data = { instead, addedById: by, addedAt: at, removedById: null, removedAt: null };
  await tx.screenedTerm.upsert({
    where: { kind_term: { kind, term } },
    create: { kind, term, ...data },
    update: data,
  });
}

/** How many of them were on the list. */
export async function removeTermRows(tx: Tx, ids: readonly number[], by: string, at: Date): Promise<number> {
  const { count } = await tx.screenedTerm.updateMany({
    where: { id: { in: [...ids] }, removedAt: null },
    data: { removedById: by, removedAt: at },
  });
  return count;
}

// ---- Signatures on paper ----------------------------------------------------------------------------------------------

export interface PaperRecord {
  id: number;
  subject: SheetSubject;
  act: PaperAct;
  signerId: string;
  number: string;
  statedOn: string;
  enteredById: string;
  enteredAt: Date;
  settledById: string | null;
  settledAt: Date | null;
  isVerified: boolean | null;
  reason: string | null;
}

type NewPaperRow = Pick<
  PaperRecord,
  "subject" | "act" | "signerId" | "number" | "statedOn" | "enteredById" | "enteredAt"
>;

export async function insertPaper(tx: Tx, { subject, ...paper }: NewPaperRow): Promise<number> {
  const { id } = await tx.paperSignature.create({ data: { ...of(subject), ...paper }, select: { id: true } });
  return id;
}

export async function findPaper(client: Client, id: number): Promise<PaperRecord | null> {
  const row = await client.paperSignature.findUnique({ where: { id } });
  return row && paperOf(row);
}

/** All of a subject, whatever the part: its history names them. */
export async function listPapers(client: Client, { kind, id }: Pick<SheetSubject, "kind" | "id">) {
  const where = { subjectKind: kind, subjectId: id };
  return (await client.paperSignature.findMany({ where, orderBy: { id: "asc" } })).map(paperOf);
}

export async function listVerifiedPapers(client: Client, kind: string, ids: readonly string[]) {
  const where = { subjectKind: kind, subjectId: { in: [...ids] }, isVerified: true };
  return (await client.paperSignature.findMany({ where, orderBy: { id: "asc" } })).map(paperOf);
}

/** What of this kind was verified at one of these instants, whatever it belongs to. */
export async function listPapersVerifiedAt(client: Client, kind: string, instants: readonly Date[]) {
  const where = { subjectKind: kind, settledAt: { in: [...instants] }, isVerified: true };
  return (await client.paperSignature.findMany({ where, orderBy: { id: "asc" } })).map(paperOf);
}

/** Those that nobody has verified or refused yet. */
export async function listWaitingPapers(client: Client, kind: string): Promise<PaperRecord[]> {
  const where = { subjectKind: kind, settledAt: null };
  return (await client.paperSignature.findMany({ where, orderBy: { id: "asc" } })).map(paperOf);
}

/** False when somebody settled it meanwhile. */
export async function settlePaperRow(
  tx: Tx,
  id: number,
  data: { settledById: string; settledAt: Date; isVerified: boolean; reason: string | null },
): Promise<boolean> {
  return (await tx.paperSignature.updateMany({ where: { id, settledAt: null }, data })).count === 1;
}

function paperOf({
  subjectKind,
  subjectId,
  part,
  act,
  ...row
}: Omit<PaperRecord, "subject" | "act"> & {
  subjectKind: string;
  subjectId: string;
  part: string;
  act: string;
}): PaperRecord {
  return { ...row, act: act as PaperAct, subject: { kind: subjectKind, id: subjectId, part } };
}
