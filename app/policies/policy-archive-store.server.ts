import { cutPlainText } from "~/drafting/clauses";
import type { Client, Tx } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import type { PolicyArchiveLine } from "./policy-archive-line";
import { insertText } from "./policy-store.server";

export async function linesDone(client: Client, source: string): Promise<number> {
  return (await client.importRun.findUnique({ where: { source } }))?.line ?? 0;
}

export async function markLinesDone(tx: Tx, source: string, line: number, bytes: number, now: Date): Promise<void> {
  const done = { line, bytes, changedAt: now };
  await tx.importRun.upsert({ where: { source }, create: { source, ...done }, update: done });
}

export async function policySlugsTaken(client: Client, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await client.policyDocument.findMany({ where: { slug: { in: [...slugs] } }, select: { slug: true } });
  return new Set(rows.map(({ slug }) => slug));
}

/** Keeps a document of an old portal as it was, with its paragraphs cut into clauses. */
export async function insertArchivedPolicy(
  tx: Tx,
  { slug, title, documentNumber, signedOn, publishedOn, paragraphs }: PolicyArchiveLine,
  unitCode: string,
  now: Date,
): Promise<void> {
  const id = randomId();
  await tx.policyDocument.create({
    data: {
      ...{ id, slug, unitCode, state: "imported", title, summary: "", documentKind: "other", issuingAuthority: "" },
      ...{ documentNumber, signedOn: signedOn ?? null, statedReleaseOn: publishedOn ?? null },
      ...{ proposedAttribute: "proactive", printedAttribute: "proactive", isInterpreted: false },
      ...{ createdAt: now, importedAt: now },
    },
  });
  const { clauses } = cutPlainText(paragraphs.join("\n"));
  if (clauses.length === 0) return;
  const text = { id: randomId(), policyId: id, kind: "first" as const, changeNote: null, createdAt: now, shownAt: now };
  const named = clauses.map(({ position, ...clause }) => ({ ...clause, clauseId: `c${position}`, note: null }));
  await insertText(tx, text, named);
}
