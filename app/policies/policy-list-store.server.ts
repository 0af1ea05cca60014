import { yearOf, type PlainDate } from "~/calendar/plain-date";
import type { Client } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { DocumentKind } from "./document-number";
import type { MaterialKind } from "./material";
import { packageState } from "./policy-package";
import type { Validity } from "./validity";

type FormOrigin = "plan" | "called_for" | "reinterpretation";

const LISTED = {
  id: true,
  slug: true,
  state: true,
  title: true,
  titleEn: true,
  summary: true,
  summaryEn: true,
  unitCode: true,
  documentKind: true,
  documentNumber: true,
  indexNumber: true,
  issuingAuthority: true,
  signedOn: true,
  effectiveFrom: true,
  validUntil: true,
  amendedOn: true,
  repealedOn: true,
  printedAttribute: true,
  proposedAttribute: true,
  createdAt: true,
  releasedAt: true,
  statedReleaseOn: true,
  unit: { select: { name: true, nameEn: true } },
  _count: { select: { materials: { where: { state: "released" } } } },
} satisfies Prisma.PolicyDocumentSelect;

export type ListedPolicyRow = Prisma.PolicyDocumentGetPayload<{ select: typeof LISTED }>;

export interface PublicPolicyFilter {
  q: string;
  unit: string;
  year: string;
  validity?: Validity;
}

const PUBLIC: Prisma.PolicyDocumentWhereInput = { state: { in: ["released", "imported"] } };
const NEWEST: Prisma.PolicyDocumentOrderByWithRelationInput[] = [
  { signedOn: { sort: "desc", nulls: "last" } },
  { createdAt: "desc" },
  { id: "desc" },
];

/** One page of the documents that the public may know of, and how many there are. */
export async function findPublicPolicies(
  client: Client,
  filter: PublicPolicyFilter,
  { today, page, pageSize }: { today: PlainDate; page: number; pageSize: number },
): Promise<{ rows: ListedPolicyRow[]; total: number }> {
  const where = { AND: [PUBLIC, ...conditionsOf(filter, today)] };
  const total = await client.policyDocument.count({ where });
  const skip = (page - 1) * pageSize;
  const rows = await client.policyDocument.findMany({ where, select: LISTED, orderBy: NEWEST, skip, take: pageSize });
  return { rows, total };
}

/** The latest releases, for feed and map of the site; imported records are no news. */
export function findLatestReleased(client: Client, take: number): Promise<ListedPolicyRow[]> {
  return client.policyDocument.findMany({
    where: { state: "released" },
    select: LISTED,
    orderBy: [{ releasedAt: "desc" }, { id: "desc" }],
    take,
  });
}

export function findPolicyPlaces(client: Client, take: number) {
  return client.policyDocument.findMany({
    where: PUBLIC,
    select: { slug: true, releasedAt: true, importedAt: true },
    orderBy: [{ releasedAt: "desc" }, { id: "desc" }],
    take,
  });
}

/** The exceptions that a leader signed, of released documents, with the materials that came since. */
export async function findSignedExceptions(client: Client, { page, pageSize }: { page: number; pageSize: number }) {
  const where: Prisma.PolicyExceptionWhereInput = { isSigned: true, policy: { state: "released" } };
  const total = await client.policyException.count({ where });
  const rows = await client.policyException.findMany({
    where,
    select: {
      ...{ id: true, reason: true, promisedOn: true, decidedAt: true },
      policy: {
        select: {
          ...{ slug: true, title: true, titleEn: true, documentNumber: true, releasedAt: true },
          unit: { select: { name: true, nameEn: true } },
          materials: {
            where: { state: "released" },
            select: { kind: true, releasedAt: true },
            orderBy: { releasedAt: "asc" },
          },
        },
      },
    },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return { rows, total };
}

export async function yearsOfPolicies(client: Client): Promise<number[]> {
  const rows = await client.policyDocument.findMany({
    where: { AND: [PUBLIC, { signedOn: { not: null } }] },
    distinct: ["signedOn"],
    select: { signedOn: true },
  });
  return [...new Set(rows.map(({ signedOn }) => yearOf(signedOn!)))].toSorted((a, b) => b - a);
}

/** Which documents came of this consultation, for its own page. */
export function findPoliciesOfConsultation(client: Client, consultationSlug: string) {
  return client.policyDocument.findMany({
    where: { AND: [PUBLIC, { consultationSlug }] },
    select: {
      ...{ slug: true, title: true, titleEn: true },
      _count: { select: { materials: { where: { state: "released" } } } },
    },
    orderBy: { signedOn: "asc" },
  });
}

export interface DeskPolicyFilter {
  q: string;
  unit: string;
  state: string;
  /** The units whose packages this person sees in every state. */
  unitCodes: readonly string[];
  /** Whether packages of all units are seen from signing on. */
  reachesAll: boolean;
  /** Whether packages are seen for which a leader is or was asked for an exception. */
  seesAsked: boolean;
}

export async function findDeskPolicies(
  client: Client,
  { q, unit, state, unitCodes, reachesAll, seesAsked }: DeskPolicyFilter,
  { page, pageSize }: { page: number; pageSize: number },
) {
  const scopes: Prisma.PolicyDocumentWhereInput[] = [{ unitCode: { in: [...unitCodes] } }];
  if (reachesAll) scopes.push({ state: { notIn: ["preparing", "in_review"] } });
  if (seesAsked) scopes.push({ exceptions: { some: { OR: [{ decidedAt: null }, { isSigned: true }] } } });
  const where: Prisma.PolicyDocumentWhereInput = {
    AND: [
      { OR: scopes },
      ...(q ? [{ OR: [{ title: { contains: q } }, { documentNumber: { contains: q } }] }] : []),
      ...(unit ? [{ unitCode: unit }] : []),
      ...(state ? [{ state }] : []),
    ],
  };
  const total = await client.policyDocument.count({ where });
  const rows = await client.policyDocument.findMany({
    where,
    select: LISTED,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return { rows, total };
}

function conditionsOf({ q, unit, year, validity }: PublicPolicyFilter, today: PlainDate) {
  const all: Prisma.PolicyDocumentWhereInput[] = [];
  if (unit) all.push({ unitCode: unit });
  if (year) all.push({ signedOn: { gte: `${year}-01-01`, lte: `${year}-12-31` } });
  if (q)
    all.push({
      OR: [
        { title: { contains: q } },
        { titleEn: { contains: q } },
        { summary: { contains: q } },
        { documentNumber: { contains: q } },
      ],
    });
  if (validity) all.push(whereValid(validity, today));
  return all;
}

/** The same division as `validityOn`, in the words of a query. */
function whereValid(validity: Validity, today: PlainDate): Prisma.PolicyDocumentWhereInput {
  const repealed = { repealedOn: { lte: today } };
  const expired = { validUntil: { lt: today } };
  const upcoming = { effectiveFrom: { gt: today } };
  const amended = { amendedOn: { lte: today } };
  switch (validity) {
    case "repealed":
      return repealed;
    case "expired":
      return { AND: [expired, without("repealedOn", repealed)] };
    case "upcoming":
      return { AND: [upcoming, without("repealedOn", repealed), without("validUntil", expired)] };
    case "amended":
      return { AND: [amended, ...ongoing()] };
    case "in_force":
      return { AND: [without("amendedOn", amended), ...ongoing()] };
  }

  function ongoing() {
    return [without("repealedOn", repealed), without("validUntil", expired), without("effectiveFrom", upcoming)];
  }
}

/** NOT in SQL also leaves out what is empty: an empty day has to be said. */
function without(
  column: "repealedOn" | "validUntil" | "effectiveFrom" | "amendedOn",
  condition: Prisma.PolicyDocumentWhereInput,
) {
  return { OR: [{ [column]: null }, { NOT: condition }] } as Prisma.PolicyDocumentWhereInput;
}

/** The packages that ask something of somebody: under work, or released with a promise, a change or a question open. */
export async function findAgendaPolicies(
  client: Client,
  { unitCodes, seesAsked, q, unit }: { unitCodes: readonly string[]; seesAsked: boolean; q: string; unit: string },
) {
  const isAsked = { exceptions: { some: { decidedAt: null } } };
  const isOwn = { unitCode: { in: [...unitCodes] } };
  const isOpen: Prisma.PolicyDocumentWhereInput = {
    OR: [
      { state: { in: ["preparing", "in_review", "signed", "issued"] } },
      { state: "released", forms: { some: { dueOn: { not: null } } } },
      { state: "released", changes: { some: { decidedAt: null } } },
      { state: "released", materials: { some: { state: "in_review" } } },
      { state: "released", questions: { some: { state: "waiting" } } },
    ],
  };
  const rows = await client.policyDocument.findMany({
    where: {
      AND: [
        isOpen,
        { OR: [isOwn, ...(seesAsked ? [isAsked] : [])] },
        ...(q ? [{ title: { contains: q } }] : []),
        ...(unit ? [{ unitCode: unit }] : []),
      ],
    },
    select: {
      ...{
        slug: true,
        title: true,
        unitCode: true,
        state: true,
        signedOn: true,
        attributeChangedOn: true,
        submittedById: true,
        passedById: true,
      },
      unit: { select: { name: true } },
      forms: { select: { kind: true, dueOn: true }, orderBy: { id: "asc" } },
      exceptions: { where: { decidedAt: null }, select: { id: true, proposedById: true }, take: 1 },
      changes: { where: { decidedAt: null }, select: { id: true, proposedById: true }, take: 1 },
      materials: {
        where: { state: { in: ["released", "in_review"] } },
        select: { slug: true, title: true, kind: true, state: true, submittedById: true, passedById: true },
      },
      _count: { select: { questions: { where: { state: "waiting" } } } },
    },
    orderBy: [{ signedOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ unit: { name }, exceptions, changes, materials, _count, state, forms, ...row }) => ({
    ...row,
    unitName: name,
    state: packageState(state),
    forms: forms.map(({ kind, dueOn }) => ({ kind: kind as MaterialKind, dueOn })),
    exceptionBy: exceptions[0]?.proposedById ?? null,
    exceptionId: exceptions[0]?.id ?? null,
    changeBy: changes[0]?.proposedById ?? null,
    changeId: changes[0]?.id ?? null,
    releasedKinds: materials.flatMap(({ kind, state }) => (state === "released" ? [kind as MaterialKind] : [])),
    inReview: materials.filter((material) => material.state === "in_review"),
    waitingQuestions: _count.questions,
  }));
}

/**
 * The documents of which some clock may run or was kept in these instants: under work with a day of signing, released
 * within them, or released with a form dated later or a signed exception.
 */
export async function findClockedPolicies(client: Client, released: { from: Date; until: Date }) {
  const rows = await client.policyDocument.findMany({
    where: {
      OR: [
        { state: { in: ["preparing", "in_review", "signed", "issued"] }, signedOn: { not: null } },
        { state: "released", releasedAt: { gte: released.from, lt: released.until } },
        { state: "released", forms: { some: { dueOn: { not: null } } } },
        { state: "released", exceptions: { some: { isSigned: true } } },
      ],
    },
    select: {
      ...{ slug: true, title: true, unitCode: true, state: true, documentKind: true, documentNumber: true },
      ...{ signedOn: true, attributeChangedOn: true, proposedAttribute: true, determinedAttribute: true },
      ...{ releasedAt: true, isInterpreted: true },
      unit: { select: { name: true } },
      forms: { select: { kind: true, dueOn: true, origin: true }, orderBy: { id: "asc" } },
      exceptions: { where: { isSigned: true }, select: { promisedOn: true }, orderBy: { id: "desc" }, take: 1 },
      materials: { where: { releasedAt: { not: null } }, select: { kind: true, releasedAt: true } },
    },
  });
  return rows.map(({ unit, state, documentKind, proposedAttribute, determinedAttribute, ...row }) => ({
    ...row,
    unitName: unit.name,
    state: packageState(state),
    documentKind: documentKind as DocumentKind,
    attribute: (determinedAttribute ?? proposedAttribute) as DisclosureAttribute,
    forms: row.forms.map((form) => ({ ...form, kind: form.kind as MaterialKind, origin: form.origin as FormOrigin })),
    exception: row.exceptions[0] ?? null,
    materials: row.materials.map(({ kind, releasedAt }) => ({ kind: kind as MaterialKind, releasedAt: releasedAt! })),
  }));
}
