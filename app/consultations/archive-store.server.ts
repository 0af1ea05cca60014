import type { PlainDate } from "~/calendar/plain-date";
import type { Client, Tx } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";

/** What an imported consultation becomes in the database, ready to be written in a few statements. */
export interface ArchivedConsultation {
  slug: string;
  title: string;
  unitCode: string;
  opensOn: PlainDate;
  closesOn: PlainDate;
  note: string;
  paragraphs: string[];
  comments: { author: string; text: string; at: Date; statedOn: PlainDate }[];
}

/** SQLite binds at most 32,766 values in one statement. */
const ROWS_PER_STATEMENT = 500;

export async function insertArchived(tx: Tx, items: ArchivedConsultation[], now: Date): Promise<void> {
  const placed = items.map((item) => ({ item, id: randomId(), draftId: randomId() }));
  await inChunks(placed, (part) =>
    tx.consultation.createMany({ data: part.map(({ item, id }) => consultationRow(item, id, now)) }),
  );
  await inChunks(placed, (part) =>
    tx.consultationDraft.createMany({
      data: part.map(({ id, draftId }) => ({
        id: draftId,
        consultationId: id,
        number: 1,
        kind: "consultation",
        createdAt: now,
      })),
    }),
  );
  const clauses = placed.flatMap(({ item, draftId }) => clauseRows(item, draftId));
  await inChunks(clauses, (part) => tx.clause.createMany({ data: part }));
  const comments = placed.flatMap(({ item, id, draftId }) => commentRows(item, id, draftId));
  await inChunks(comments, (part) => tx.comment.createMany({ data: part }));
}

export async function slugsTaken(client: Client, slugs: string[]): Promise<Set<string>> {
  const rows = await client.consultation.findMany({ where: { slug: { in: slugs } }, select: { slug: true } });
  return new Set(rows.map(({ slug }) => slug));
}

export async function linesDone(client: Client, source: string): Promise<number> {
  return (await client.importRun.findUnique({ where: { source } }))?.line ?? 0;
}

export async function markLinesDone(tx: Tx, source: string, line: number, bytes: number, now: Date): Promise<void> {
  const data = { line, bytes, changedAt: now };
  await tx.importRun.upsert({ where: { source }, create: { source, ...data }, update: data });
}

async function inChunks<Row>(rows: Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
    await insert(rows.slice(from, from + ROWS_PER_STATEMENT));
}

function consultationRow(item: ArchivedConsultation, id: string, now: Date) {
  return {
    id,
    slug: item.slug,
    unitCode: item.unitCode,
    state: "imported",
    title: item.title,
    summary: "",
    decisionKind: "other",
    explanatoryNote: item.note,
    legalBasis: "",
    opensOn: item.opensOn,
    closesOn: item.closesOn,
    outcomeDays: 0,
    contactName: "",
    contactPhone: "",
    showComments: "after",
    askStance: false,
    createdAt: now,
    importedAt: now,
  };
}

function clauseRows(item: ArchivedConsultation, draftId: string) {
  return item.paragraphs
    .filter((text) => text.trim() !== "")
    .map((text, index) => ({
      draftId,
      clauseId: `p${index + 1}`,
      position: index + 1,
      level: "paragraph",
      number: "",
      heading: "",
      text: text.trim(),
    }));
}

function commentRows(item: ArchivedConsultation, consultationId: string, draftId: string) {
  return item.comments.map(({ author, text, at, statedOn }) => ({
    consultationId,
    draftId,
    body: text,
    submitter: "person",
    consentsToPublish: true,
    channel: "imported",
    statedOn,
    receivedAt: at,
    salt: "",
    review: "published",
    publishedAt: at,
    publishedBody: text,
    publishedName: author,
  }));
}
