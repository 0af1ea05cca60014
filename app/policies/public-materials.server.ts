import { endOfDay, plainDateOf, yearOf, type PlainDate } from "~/calendar/plain-date";
import { splitSentences } from "~/wording/sentences";
import type { MediaFile } from "~/media/media-file";
import type { Client, Deps } from "~/platform/db.server";
import { approvalAmong, verifiedPapersOf, type ApprovalPaper } from "~/reviews/paper.server";
import { isMaterialPublic, MATERIAL_KINDS, type MaterialKind } from "./material";
import { readContent, type MaterialContent } from "./material-content";
import { findPublicMaterials, yearsOfMaterials } from "./material-list-store.server";
import { findMaterial, findMaterials, type MaterialRecord } from "./material-store.server";
import { findClauses, findPolicy, type PolicyClauseRecord, type PolicyRecord } from "./policy-store.server";
import { MATERIAL_PAPER_PART } from "./paper-place";
import { countRatings, countReadings } from "./reader-store.server";
import { mediaOfMaterials } from "./shown-media.server";
import { stalenessOf, type Staleness } from "./staleness";

export interface ListedMaterial {
  slug: string;
  kind: MaterialKind;
  title: string;
  titleEn: string | null;
  summary: string;
  releasedOn: PlainDate;
  clauseIds: string[];
  policy: { slug: string; title: string; titleEn: string | null; documentNumber: string | null };
  unit: { name: string; nameEn: string };
}

/** The published materials of a document, oldest first. */
export async function publicMaterialsOf({ db }: Deps, policyId: string): Promise<ListedMaterial[]> {
  return (await findMaterials(db.client, policyId)).filter(isMaterialPublic).map(listedMaterial);
}

export interface MaterialFilter {
  q: string;
  unit: string;
  kind: string;
  year: string;
}

/** The materials the public may know of, newest first. A filter value that means nothing finds nothing. */
export async function listPublicMaterials(
  { db }: Deps,
  { q, unit, kind, year }: MaterialFilter,
  paging: { page: number; pageSize: number },
): Promise<{ items: ListedMaterial[]; total: number }> {
  const isKnown = kind === "" || MATERIAL_KINDS.some((one) => one === kind);
  if (!isKnown || (year !== "" && !/^\d{4}$/.test(year))) return { items: [], total: 0 };
  const { rows, total } = await findPublicMaterials(db.client, { q, unit, kind, year }, paging);
  return { items: rows.map(listedMaterial), total };
}

/** The years in which materials were published, newest first. */
export async function materialYears({ db }: Pick<Deps, "db">): Promise<number[]> {
  const { first, last } = await yearsOfMaterials(db.client);
  if (!first || !last) return [];
  const [from, to] = [yearOf(plainDateOf(first)), yearOf(plainDateOf(last))];
  return Array.from({ length: to - from + 1 }, (_, index) => to - index);
}

export interface QuotedClause extends Pick<PolicyClauseRecord, "level" | "number" | "heading"> {
  id: string;
  sentences: string[];
}

export interface PublicMaterial extends ListedMaterial {
  /** The consultation its document came from. */
  consultationSlug: string | null;
  content: MaterialContent;
  /** The film, recording or picture that it shows. */
  media: MediaFile | null;
  /** The clauses that it explains, as they read now; one that is gone is left out. */
  clauses: QuotedClause[];
  staleness: Staleness | null;
  /** A material that followed was signed on paper, and recorded from it. */
  approvalPaper: ApprovalPaper | null;
  /** The other materials on the same document. */
  others: Pick<ListedMaterial, "slug" | "kind" | "title" | "titleEn">[];
  ratings: { yes: number; partly: number; no: number };
  /** Up to and including yesterday. */
  readings: number;
  nextChangeAt: Date;
}

/** All that the page of a material shows; null when there is nothing the public may know of. */
export async function publicMaterial({ db, now }: Deps, slug: string): Promise<PublicMaterial | null> {
  const record = await findMaterial(db.client, slug);
  if (!record || !isMaterialPublic(record)) return null;
  const policy = (await findPolicy(db.client, record.policy.slug))!;
  const today = plainDateOf(now);
  const clauses = policy.text ? await findClauses(db.client, policy.text.id) : [];
  const ratings = (await countRatings(db.client, [record.id])).get(record.id);
  const papers = await verifiedPapersOf({ db }, "interpretation", [slug]);
  const all = await publicMaterialsOf({ db, now }, policy.id);
  return {
    ...listedMaterial(record),
    consultationSlug: policy.consultationSlug,
    content: readContent(record.kind, record.content),
    media: (await mediaOfMaterials(db.client, [slug])).get(slug) ?? null,
    clauses: quotedClauses(record.clauseIds, clauses),
    staleness: await materialStaleness(db.client, record, policy, clauses, today),
    approvalPaper: approvalAmong(papers.get(slug) ?? [], { part: MATERIAL_PAPER_PART, at: record.releasedAt }),
    others: all
      .filter((other) => other.slug !== slug)
      .map(({ slug, kind, title, titleEn }) => ({ slug, kind, title, titleEn })),
    ratings: { yes: ratings?.get("yes") ?? 0, partly: ratings?.get("partly") ?? 0, no: ratings?.get("no") ?? 0 },
    readings: (await countReadings(db.client, "interpretation", [slug], today)).get(slug) ?? 0,
    nextChangeAt: endOfDay(today),
  };
}

/** Whether the material still fits its document: the clauses it explains are compared with those it was written for. */
export async function materialStaleness(
  client: Client,
  material: MaterialRecord,
  policy: PolicyRecord,
  clauses: readonly PolicyClauseRecord[],
  today: PlainDate,
): Promise<Staleness | null> {
  const before = policy.texts.find(({ number }) => number === material.textNumber);
  const isBehind = before !== undefined && material.textNumber < (policy.text?.number ?? 0);
  const old = isBehind ? await findClauses(client, before.id) : clauses;
  const changedClauses = material.clauseIds.filter((id) => textOf(old, id) !== textOf(clauses, id));
  return stalenessOf(
    {
      ...policy,
      textNumber: policy.text?.number ?? 0,
      materialTextNumber: material.textNumber,
      changedClauses,
      successorSlug: policy.successor?.state === "released" ? policy.successor.slug : null,
    },
    today,
  );
}

function textOf(clauses: readonly PolicyClauseRecord[], id: string): string | null {
  const clause = clauses.find(({ clauseId }) => clauseId === id);
  return clause ? `${clause.heading}\n${clause.text}` : null;
}

/** The clauses that a material explains, in its order. */
export function quotedClauses(ids: readonly string[], clauses: readonly PolicyClauseRecord[]): QuotedClause[] {
  return ids.flatMap((id) => quoted(clauses.find(({ clauseId }) => clauseId === id)));
}

function quoted(clause: PolicyClauseRecord | undefined): QuotedClause[] {
  if (!clause) return [];
  const { clauseId, level, number, heading, text } = clause;
  return [{ id: clauseId, level, number, heading, sentences: splitSentences(text) }];
}

function listedMaterial(record: MaterialRecord): ListedMaterial {
  const { slug, kind, title, titleEn, summary, releasedAt, clauseIds } = record;
  const { unit, documentNumber, ...policy } = record.policy;
  return {
    ...{ slug, kind, title, titleEn, summary, clauseIds, unit },
    releasedOn: plainDateOf(releasedAt!),
    policy: { slug: policy.slug, title: policy.title, titleEn: policy.titleEn, documentNumber },
  };
}
