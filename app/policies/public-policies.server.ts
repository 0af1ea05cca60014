import type { AttachmentRecord } from "~/attachments/attachment";
import { attachmentsOf } from "~/attachments/queries.server";
import { endOfDay, plainDateOf, type PlainDate } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import { splitSentences } from "~/wording/sentences";
import type { Client, Deps } from "~/platform/db.server";
import { approvalAmong, papersVerifiedAt, verifiedPapersOf, type ApprovalPaper } from "~/reviews/paper.server";
import type { DocumentKind } from "./document-number";
import { publicMaterialsOf, type ListedMaterial } from "./public-materials.server";
import { paperOfChange, paperOfException, paperOfReview } from "./paper-place";
import { isPublic } from "./policy-package";
import {
  findPublicPolicies,
  yearsOfPolicies,
  type ListedPolicyRow,
  type PublicPolicyFilter,
} from "./policy-list-store.server";
import {
  findClauses,
  findPolicy,
  findSignedChanges,
  type PolicyClauseRecord,
  type PolicyRecord,
} from "./policy-store.server";
import { countReadings, findAnswered } from "./reader-store.server";
import { releaseClock, releaseClockStart } from "./release-clock";
import { validityOn, VALIDITIES, type SignedChange, type Validity } from "./validity";

export interface PolicyFilter {
  q: string;
  unit: string;
  state: string;
  year: string;
}

export interface ListedPolicy extends Pick<
  ListedPolicyRow,
  "slug" | "title" | "titleEn" | "summary" | "summaryEn" | "documentNumber" | "signedOn" | "unit"
> {
  documentKind: DocumentKind;
  validity: Validity;
  isImported: boolean;
  materials: number;
}

/** The documents the public may know of, newest first. A filter value that means nothing finds nothing. */
export async function listPublicPolicies(
  { db, now }: Deps,
  { q, unit, state, year }: PolicyFilter,
  paging: { page: number; pageSize: number },
): Promise<{ items: ListedPolicy[]; total: number }> {
  const validity = VALIDITIES.find((one) => one === state);
  if ((state !== "" && !validity) || (year !== "" && !/^\d{4}$/.test(year))) return { items: [], total: 0 };
  const today = plainDateOf(now);
  const filter: PublicPolicyFilter = { q, unit, year, ...(validity ? { validity } : {}) };
  const { rows, total } = await findPublicPolicies(db.client, filter, { today, ...paging });
  return { items: rows.map((row) => listed(row, today)), total };
}

function listed(row: ListedPolicyRow, today: PlainDate): ListedPolicy {
  const { slug, title, titleEn, summary, summaryEn, documentNumber, signedOn, unit } = row;
  return {
    ...{ slug, title, titleEn, summary, summaryEn, documentNumber, signedOn, unit },
    documentKind: row.documentKind as DocumentKind,
    validity: validityOn(row, today),
    isImported: row.state === "imported",
    materials: row._count.materials,
  };
}

/** The years in which public documents were signed, newest first. */
export function policyYears({ db }: Pick<Deps, "db">): Promise<number[]> {
  return yearsOfPolicies(db.client);
}

export interface PublicPolicyClause extends Pick<PolicyClauseRecord, "level" | "number" | "heading" | "note"> {
  id: string;
  sentences: string[];
  /** The materials that explain it. */
  materials: Pick<ListedMaterial, "slug" | "kind" | "title" | "titleEn">[];
}

export interface Neighbour {
  slug: string;
  title: string;
  titleEn: string | null;
}

type Facts = Pick<
  PolicyRecord,
  | "slug"
  | "title"
  | "titleEn"
  | "summary"
  | "summaryEn"
  | "unit"
  | "documentKind"
  | "issuingAuthority"
  | "jointIssuers"
  | "topic"
  | "keywords"
  | "documentNumber"
  | "indexNumber"
  | "signedOn"
  | "effectiveFrom"
  | "validUntil"
  | "amendedOn"
  | "repealedOn"
  | "repealedReason"
  | "consultationSlug"
>;

export interface PublicPolicy extends Facts {
  id: string;
  isImported: boolean;
  validity: Validity;
  printedAttribute: DisclosureAttribute | null;
  releasedOn: PlainDate | null;
  successor: Neighbour | null;
  predecessors: Neighbour[];
  clauses: PublicPolicyClause[];
  textNumber: number;
  materials: ListedMaterial[];
  /** Forms of the plan that are still to come, with their day. */
  promised: { kind: string; dueOn: PlainDate; isLate: boolean }[];
  /** The package was signed on paper, and recorded from it. */
  approvalPaper: ApprovalPaper | null;
  /** `paper` is the number of the 批示件 that it was recorded from. */
  exception: { reason: string; promisedOn: PlainDate; signedOn: PlainDate; paper: string | null } | null;
  /** `paper` is the number of the paper by which it was signed. */
  changes: { kind: SignedChange; reason: string; effectiveOn: PlainDate; signedOn: PlainDate; paper: string | null }[];
  /** How long it took, by the rule of twenty working days: from signing, or from the review that opened it. */
  release: { dueOn: PlainDate; day: number; isLate: boolean; isReviewed: boolean } | null;
  calledFor: { reason: string; on: PlainDate } | null;
  attachments: AttachmentRecord[];
  answered: { number: number; clauseId: string | null; question: string; answer: string; answeredOn: PlainDate }[];
  /** Up to and including yesterday. */
  readings: number;
  nextChangeAt: Date;
}

/** All that the public page shows; null when there is nothing the public may know of. */
export async function publicPolicy({ db, now }: Deps, slug: string): Promise<PublicPolicy | null> {
  const record = await findPolicy(db.client, slug);
  if (!record || !isPublic(record)) return null;
  const today = plainDateOf(now);
  const materials = await publicMaterialsOf({ db, now }, record.id);
  return {
    ...factsOf(record),
    ...(await datesOf(db.client, record, today)),
    ...(await signaturesOf({ db }, record)),
    ...neighboursOf(record),
    clauses: await clausesOf(db.client, record, materials),
    textNumber: record.text?.number ?? 0,
    materials,
    promised: promisedOf(record, materials, today),
    attachments: await attachmentsOf({ db }, { policyId: record.id }),
    answered: (await findAnswered(db.client, record.id)).map(({ number, clauseId, askedAs, answer, answeredAt }) => ({
      ...{ number, clauseId, question: askedAs ?? "", answer: answer ?? "", answeredOn: plainDateOf(answeredAt!) },
    })),
    readings: (await countReadings(db.client, "policy", [slug], today)).get(slug) ?? 0,
    nextChangeAt: endOfDay(today),
  };
}

function factsOf(record: PolicyRecord): Facts & Pick<PublicPolicy, "id" | "isImported" | "printedAttribute"> {
  const { id, slug, title, titleEn, summary, summaryEn, unit, documentKind, issuingAuthority, jointIssuers } = record;
  const { topic, keywords, documentNumber, indexNumber, signedOn, effectiveFrom, validUntil, amendedOn } = record;
  const { repealedOn, repealedReason, consultationSlug, printedAttribute, state } = record;
  return {
    ...{ id, slug, title, titleEn, summary, summaryEn, unit, documentKind, issuingAuthority, jointIssuers },
    ...{ topic, keywords, documentNumber, indexNumber, signedOn, effectiveFrom, validUntil, amendedOn },
    ...{ repealedOn, repealedReason, consultationSlug },
    printedAttribute: printedAttribute as DisclosureAttribute | null,
    isImported: state === "imported",
  };
}

async function datesOf(client: Client, record: PolicyRecord, today: PlainDate) {
  const { releasedAt, statedReleaseOn, calledForAt, calledForReason, state } = record;
  const start = releaseClockStart(record);
  const releasedOn = releasedAt ? plainDateOf(releasedAt) : statedReleaseOn;
  const clock =
    start && releasedOn && state === "released" ? releaseClock(start, releasedOn, await currentCalendar(client)) : null;
  return {
    validity: validityOn(record, today),
    releasedOn,
    release: clock && {
      dueOn: clock.dueOn,
      day: clock.day,
      isLate: clock.warning === "overdue",
      isReviewed: record.attributeChangedOn !== null,
    },
    calledFor: calledForAt ? { reason: calledForReason ?? "", on: plainDateOf(calledForAt) } : null,
  };
}

/** Whose signature came from paper bears its number and its stated day. */
async function signaturesOf(
  { db }: Pick<Deps, "db">,
  { id, slug, exception, approvedAt }: PolicyRecord,
): Promise<Pick<PublicPolicy, "approvalPaper" | "exception" | "changes">> {
  const papers = (await verifiedPapersOf({ db }, "policy", [slug])).get(slug) ?? [];
  const decision = exception && paperOfException(papers, exception.id);
  const signed = await findSignedChanges(db.client, id);
  const instants = signed.map(({ decidedAt }) => decidedAt!);
  const reviews = await papersVerifiedAt({ db }, "attribute_review", instants);
  return {
    approvalPaper: approvalAmong(papers, { part: "package", at: approvedAt }),
    changes: signed.map(({ id: change, kind, reason, effectiveOn, decidedAt }) => {
      const paper = paperOfChange(papers, change) ?? paperOfReview(reviews, { decidedAt });
      const signedOn = paper?.statedOn ?? plainDateOf(decidedAt!);
      return { kind, reason, effectiveOn, signedOn, paper: paper?.number ?? null };
    }),
    exception: exception?.isSigned
      ? {
          ...{ reason: exception.reason, promisedOn: exception.promisedOn, paper: decision?.number ?? null },
          signedOn: decision?.statedOn ?? plainDateOf(exception.decidedAt!),
        }
      : null,
  };
}

function neighboursOf({ successor, predecessors }: PolicyRecord) {
  const shown = (one: Neighbour & { state: string }) => {
    const { slug, title, titleEn } = one;
    return one.state === "released" || one.state === "imported" ? { slug, title, titleEn } : null;
  };
  return {
    successor: successor && shown(successor),
    predecessors: predecessors.flatMap((one) => shown(one) ?? []),
  };
}

async function clausesOf(
  client: Client,
  { text }: PolicyRecord,
  materials: readonly ListedMaterial[],
): Promise<PublicPolicyClause[]> {
  if (!text) return [];
  const clauses = await findClauses(client, text.id);
  return clauses.map(({ clauseId, level, number, heading, note, text: words }) => ({
    id: clauseId,
    ...{ level, number, heading, note },
    sentences: splitSentences(words),
    materials: materials
      .filter(({ clauseIds }) => clauseIds.includes(clauseId))
      .map(({ slug, kind, title, titleEn }) => ({ slug, kind, title, titleEn })),
  }));
}

/** A planned form is kept when a material of its kind is public; until then its day is told, also when it is past. */
function promisedOf({ forms, state }: PolicyRecord, materials: readonly ListedMaterial[], today: PlainDate) {
  if (state !== "released") return [];
  return forms.flatMap(({ kind, dueOn }) =>
    dueOn === null || materials.some((material) => material.kind === kind)
      ? []
      : [{ kind, dueOn, isLate: dueOn < today }],
  );
}
