import type { Language } from "~/i18n/language";
import type { Database } from "~/platform/db.server";
import { rowInserter } from "~/platform/insert-rows.server";
import { Prisma } from "~/platform/prisma.server/client";
import type { SqlTx } from "~/platform/sql-transaction.server";
import { storedState, type ConsultationFacts } from "./consultation";

/** Where comments are about to go: the consultation, its draft, and the clauses they name. */
export interface CommentTarget extends ConsultationFacts {
  id: string;
  slug: string;
  title: string;
  unitName: string;
  version: number;
  askStance: boolean;
  draftId: string | null;
  /** The texts of those clauses by their ids; a clause that the draft does not have is not here. */
  clauseTexts: Map<string, string>;
}

type TargetRow = Omit<CommentTarget, "proposal" | "hasNextRound" | "clauseTexts">;

/**
 * Everything that posts to one consultation have to know, because posts come in bursts before a closing. On PostgreSQL
 * it holds the consultation for share, so that no comment slips past a closing sweep. Proposals and rounds do not matter
 * to a post and are not read.
 */
export async function openTarget(
  tx: SqlTx,
  engine: Database["engine"],
  { slug, clauseIds }: { slug: string; clauseIds: string[] },
): Promise<CommentTarget | null> {
  const lock = engine === "sqlite" ? Prisma.empty : Prisma.sql`FOR SHARE OF c`;
  const [row] = await tx.$queryRaw<TargetRow[]>`
    SELECT c.id, c.slug, c.title, c.version, c.state, c."unitCode", u.name AS "unitName", c."opensOn", c."closesOn",
      c."approvedAt", c."askStance", c."submittedById", c."passedById", c."approvedById", c."outcomeSubmittedById",
      c."outcomePassedById", c."outcomeApprovedById", d.id AS "draftId"
    FROM "Consultation" c
    JOIN "Unit" u ON u.code = c."unitCode"
    LEFT JOIN "ConsultationDraft" d ON d."consultationId" = c.id AND d.number = (
      SELECT MAX(number) FROM "ConsultationDraft" WHERE "consultationId" = c.id AND kind = 'consultation')
    WHERE c.slug = ${slug} ${lock}`;
  if (!row) return null;
  return {
    ...row,
    state: storedState(row.state),
    approvedAt: row.approvedAt && new Date(row.approvedAt),
    askStance: Boolean(row.askStance),
    clauseTexts: await textsOfClauses(tx, row.draftId, clauseIds),
    proposal: null,
    hasNextRound: false,
  };
}

async function textsOfClauses(tx: SqlTx, draftId: string | null, clauseIds: string[]): Promise<Map<string, string>> {
  if (draftId === null || clauseIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ clauseId: string; text: string }[]>`
    SELECT "clauseId", text FROM "Clause"
    WHERE "draftId" = ${draftId} AND "clauseId" IN (${Prisma.join(clauseIds)})`;
  return new Map(rows.map(({ clauseId, text }) => [clauseId, text]));
}

/** The numbers that the next comments are to take, in order. */
export async function nextCommentNumbers(tx: SqlTx, engine: Database["engine"], count: number): Promise<number[]> {
  if (engine === "sqlite") {
    const [row] = await tx.$queryRaw<{ last: number | bigint }[]>`
      SELECT COALESCE(MAX(number), 0) AS last FROM "Comment"`;
    return Array.from({ length: count }, (_, index) => Number(row!.last) + 1 + index);
  }
  const rows = await tx.$queryRaw<{ n: number | bigint }[]>`
    SELECT nextval(pg_get_serial_sequence('"Comment"', 'number')) AS n FROM generate_series(1, ${count}::int)`;
  return rows.map(({ n }) => Number(n));
}

export interface NewComment {
  number: number;
  consultationId: string;
  draftId: string | null;
  clauseId: string | null;
  sentenceFrom: number | null;
  sentenceTo: number | null;
  quote: string | null;
  stance: string | null;
  body: string;
  suggestion: string | null;
  submitter: string;
  name: string | null;
  contact: string | null;
  /** Of the form. */
  language: Language;
  accountId: string | null;
  consentsToPublish: boolean;
  channel: string;
  statedOn: string | null;
  enteredById: string | null;
  receivedAt: Date;
  key: string | null;
  receiptHash: string;
  salt: string;
  review: string;
}

/** How many came in: one whose key another comment has is left out. Plain SQL, because posts come in bursts. */
export function insertComments(tx: SqlTx, comments: NewComment[]): Promise<number> {
  return insertRows(tx, comments);
}

const insertRows = rowInserter(
  "Comment",
  [
    "number",
    "consultationId",
    "draftId",
    "clauseId",
    "sentenceFrom",
    "sentenceTo",
    "quote",
    "stance",
    "body",
    "suggestion",
    "submitter",
    "name",
    "contact",
    "language",
    "accountId",
    "consentsToPublish",
    "channel",
    "statedOn",
    "enteredById",
    "receivedAt",
    "key",
    "receiptHash",
    "salt",
    "review",
  ] as const satisfies (keyof NewComment)[],
  "ON CONFLICT (key) DO NOTHING",
);

export type KeyedComment = {
  number: number;
  body: string;
  suggestion: string | null;
  name: string | null;
  contact: string | null;
};

export async function findByKeys(client: SqlTx, keys: string[]): Promise<Map<string, KeyedComment>> {
  if (keys.length === 0) return new Map();
  const rows = await client.$queryRaw<(KeyedComment & { key: string })[]>`
    SELECT key, number, body, suggestion, name, contact FROM "Comment" WHERE key IN (${Prisma.join(keys)})`;
  return new Map(rows.map(({ key, ...comment }) => [key, { ...comment, number: Number(comment.number) }]));
}

export async function findByKey(client: SqlTx, key: string): Promise<KeyedComment | null> {
  return (await findByKeys(client, [key])).get(key) ?? null;
}
