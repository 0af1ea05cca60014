import { randomUUID } from "node:crypto";
import type { Person, Right } from "~/accounts/actor";
import { approveConsultation } from "~/consultations/approve-consultation.server";
import { findConsultation, type ConsultationRecord } from "~/consultations/consultation-store.server";
import type { WrittenClause } from "~/drafting/draft-text";
import { importDraftVersion } from "~/consultations/import-draft-version.server";
import { passConsultation } from "~/consultations/pass-consultation.server";
import { prepareConsultation } from "~/consultations/prepare-consultation.server";
import type { PreparedFields } from "~/consultations/prepared-fields";
import { submitConsultation } from "~/consultations/submit-consultation.server";
import type { Database } from "~/platform/db.server";
import { fillSheet } from "../../prisma/seeds/release-sheet";
import { at } from "../setup/clock";

/** The people of two units and of the open-government office, as the desk's tests know them. */
export interface Staff {
  handler: Person;
  /** Handles in the same unit, and reviews and approves there too: rights alone do not stop them, the rules do. */
  allround: Person;
  reviewer: Person;
  approver: Person;
  otherHandler: Person;
  otherReviewer: Person;
  otherApprover: Person;
  office: Person;
  resident: Person;
}

export async function createStaff(db: Database): Promise<Staff> {
  await createUnits(db);
  return {
    handler: await createPerson(db, "林嘉敏", [{ role: "handling_officer", unit: "housing" }]),
    allround: await createPerson(db, "方全", [
      { role: "handling_officer", unit: "housing" },
      { role: "reviewer", unit: "housing" },
      { role: "approver", unit: "housing" },
    ]),
    reviewer: await createPerson(db, "周启明", [{ role: "reviewer", unit: "housing" }]),
    approver: await createPerson(db, "梁文海", [{ role: "approver", unit: "housing" }]),
    otherHandler: await createPerson(db, "陈思远", [{ role: "handling_officer", unit: "justice" }]),
    otherReviewer: await createPerson(db, "黄婉仪", [{ role: "reviewer", unit: "justice" }]),
    otherApprover: await createPerson(db, "罗志坚", [{ role: "approver", unit: "justice" }]),
    office: await createPerson(db, "区公开办", [{ role: "supervisor", unit: "office" }]),
    resident: await createPerson(db, "何晓岚", []),
  };
}

async function createUnits(db: Database): Promise<void> {
  const units = [
    { code: "housing", name: "区住房建设局", nameEn: "Housing Bureau", kind: "department", position: 1 },
    { code: "justice", name: "区司法局", nameEn: "Justice Bureau", kind: "department", position: 2 },
    { code: "office", name: "区政务公开办", nameEn: "Open Government Office", kind: "office", position: 0 },
  ];
  for (const unit of units) await db.client.unit.upsert({ where: { code: unit.code }, create: unit, update: {} });
}

export async function createPerson(db: Database, name: string, rights: Right[]): Promise<Person> {
  const accountId = randomUUID();
  const username = `u-${accountId.slice(0, 8)}`;
  await db.client.account.create({
    data: {
      ...{ id: accountId, username, name, passwordHash: "-", createdAt: at("2026-01-05") },
      rights: { create: rights.map(({ role, unit }) => ({ role, unitCode: unit })) },
    },
  });
  return { kind: "person", accountId, username, name, rights };
}

export const FIELDS: PreparedFields = {
  title: "绿道建设方案（征求意见稿）",
  titleEn: null,
  summary: "在全区建设绿道。",
  summaryEn: null,
  decisionKind: "major_decision",
  explanatoryNote: "起草说明。",
  legalBasis: "依据。",
  opensOn: "2026-07-01",
  closesOn: "2026-07-31",
  shortenedReason: null,
  resultsPlan: "截止后30个工作日内公布。",
  contactName: "陈工",
  contactPhone: "020-00000000",
  contactEmail: null,
  contactAddress: null,
  meetingNote: null,
  showComments: "during",
  askStance: true,
};

export const WRITTEN: WrittenClause[] = [
  { clauseId: null, level: "chapter", number: "一、", heading: "总体要求", text: "", note: null },
  { clauseId: null, level: "item", number: "（一）", heading: "目标", text: "全面公开。逐条答复。", note: null },
  { clauseId: null, level: "item", number: "（二）", heading: "渠道", text: "设立专区。", note: null },
];

/** Prepared with its draft, not yet submitted. By the real acts, in June 2026. */
export async function createPrepared(
  db: Database,
  staff: Staff,
  fields: Partial<PreparedFields> = {},
): Promise<string> {
  const deps = { db, now: at("2026-06-20") };
  const input = { ...FIELDS, ...fields, unit: "housing", slug: `desk-${randomUUID().slice(0, 8)}` };
  const { slug } = await prepareConsultation(staff.handler, input, deps);
  await importDraftVersion(
    staff.handler,
    { slug, version: 0, kind: "consultation", clauses: WRITTEN, changeNote: null },
    deps,
  );
  return slug;
}

export async function createSubmitted(
  db: Database,
  staff: Staff,
  fields: Partial<PreparedFields> = {},
): Promise<string> {
  const slug = await createPrepared(db, staff, fields);
  await submitConsultation(staff.handler, { slug, version: 1 }, { db, now: at("2026-06-21") });
  return slug;
}

/** Signed by three people; open from 1 to 31 July 2026 unless told otherwise. */
export async function createApproved(
  db: Database,
  staff: Staff,
  fields: Partial<PreparedFields> = {},
): Promise<string> {
  const slug = await createSubmitted(db, staff, fields);
  await passConsultation(staff.reviewer, { slug, version: 2 }, { db, now: at("2026-06-22") });
  await fillSheet(staff.reviewer, slug, { db, now: at("2026-06-22") });
  await approveConsultation(staff.approver, { slug, version: 3 }, { db, now: at("2026-06-23") });
  return slug;
}

export async function recordOf(db: Database, slug: string): Promise<ConsultationRecord> {
  return (await findConsultation(db.client, slug))!;
}
