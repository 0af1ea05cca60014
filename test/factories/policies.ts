import { randomUUID } from "node:crypto";
import type { Database } from "~/platform/db.server";
import type { MaterialContent } from "~/policies/material-content";
import { findMaterial, type MaterialRecord } from "~/policies/material-store.server";
import { addPlannedForm } from "~/policies/plan-forms.server";
import type { PlanFields, PolicyFields } from "~/policies/policy-fields";
import { findPolicy, type PolicyRecord } from "~/policies/policy-store.server";
import { preparePolicy } from "~/policies/prepare-policy.server";
import { editPlan } from "~/policies/edit-policy.server";
import { issuePolicy, releasePolicy } from "~/policies/release-policy.server";
import { savePolicyText } from "~/policies/save-policy-text.server";
import { approvePolicy, passPolicy, submitPolicy } from "~/policies/sign-policy.server";
import { beginMaterial, editMaterial } from "~/policies/write-material.server";
import { at } from "../setup/clock";
import { WRITTEN, type Staff } from "./desk";

export const POLICY: PolicyFields = {
  title: "绿道建设管理办法",
  titleEn: null,
  summary: "绿道怎么建、怎么管，居民可以怎样参与。",
  summaryEn: null,
  documentKind: "normative_document",
  issuingAuthority: "海珠区人民政府办公室",
  jointIssuers: null,
  topic: null,
  keywords: null,
  documentNumber: null,
  indexNumber: null,
  signedOn: null,
  effectiveFrom: null,
  validUntil: null,
  consultationSlug: null,
  proposedAttribute: "proactive",
  attributeGround: null,
  attributeReason: null,
  secrecyReview: "cleared",
  secrecyReviewer: "陈工",
  secrecyReviewedOn: "2026-06-01",
};

const PLAN: PlanFields = {
  isInterpreted: true,
  notInterpretedReason: null,
  planOutline: "背景、主要内容、怎么办理。",
  planChannels: "本网站、服务窗口",
  planOwner: "梁文海",
};

/** Eighty characters and more, so that the check finds enough words. */
export const WORDS =
  "过去绿道由几个单位分头管理，坏了不知道找谁。新办法把养护责任分到街道，写明多少天内修好，居民看到破损可以随时报修，街道要把结果告诉报修人。每年还要公布一次修了哪些、没修哪些，以及没修的原因。";

export function textMaterial(body = WORDS, clauses = ["c2"]): MaterialContent {
  return { kind: "text", body, clauses };
}

const JUNE = at("2026-06-20");

/** A document of the housing bureau in preparing, with its text. By the real acts, in June 2026. */
export async function createPolicy(db: Database, staff: Staff, fields: Partial<PolicyFields> = {}): Promise<string> {
  const deps = { db, now: JUNE };
  const input = { ...POLICY, ...fields, unit: "housing", slug: `policy-${randomUUID().slice(0, 8)}` };
  const { slug } = await preparePolicy(staff.handler, input, deps);
  if (input.proposedAttribute === "proactive" && input.secrecyReview === "cleared")
    await savePolicyText(staff.handler, { slug, version: null, clauses: WRITTEN, changeNote: null }, deps);
  return slug;
}

/** The same with its interpretation plan: a text that goes out with the document. */
export async function createPlanned(db: Database, staff: Staff, fields: Partial<PolicyFields> = {}): Promise<string> {
  const slug = await createPolicy(db, staff, fields);
  const deps = { db, now: JUNE };
  await editPlan(staff.handler, { slug, version: null, fields: PLAN }, deps);
  await addPlannedForm(staff.handler, { slug, version: null, kind: "text", dueOn: null }, deps);
  return slug;
}

/** Adds a material of the document and saves it; returns its address. */
export async function writeMaterial(
  db: Database,
  staff: Staff,
  policy: string,
  content: MaterialContent = textMaterial(),
  { title = "绿道坏了找谁修？", now = JUNE }: { title?: string; now?: Date } = {},
): Promise<string> {
  const slug = await beginMaterial(staff.handler, { policy, kind: content.kind, title }, { db, now });
  const fields = { title, titleEn: null, summary: "一句话说清楚。", content };
  await editMaterial(staff.handler, { slug, version: null, fields }, { db, now });
  return slug;
}

/** A complete package in preparing. */
export async function createPackage(db: Database, staff: Staff, fields: Partial<PolicyFields> = {}): Promise<string> {
  const slug = await createPlanned(db, staff, fields);
  await writeMaterial(db, staff, slug);
  return slug;
}

/** Submitted, passed, signed and issued by three people: the release is all that is left. */
export async function createIssued(db: Database, staff: Staff, fields: Partial<PolicyFields> = {}): Promise<string> {
  const slug = await createPackage(db, staff, fields);
  await signAndIssue(db, staff, slug);
  return slug;
}

export async function signAndIssue(db: Database, staff: Staff, slug: string): Promise<void> {
  const input = { slug, version: null };
  await submitPolicy(staff.handler, input, { db, now: at("2026-06-21") });
  await passPolicy(staff.reviewer, input, { db, now: at("2026-06-22") });
  await approvePolicy(staff.approver, { ...input, determinedAttribute: "proactive" }, { db, now: at("2026-06-23") });
  const issued = { documentNumber: "演示府规〔2026〕3号", indexNumber: null, signedOn: "2026-06-23" };
  await issuePolicy(
    staff.handler,
    { ...input, ...issued, printedAttribute: "proactive" },
    { db, now: at("2026-06-24") },
  );
}

/** Released with its material on 25 June 2026. */
export async function createReleased(db: Database, staff: Staff, fields: Partial<PolicyFields> = {}): Promise<string> {
  const slug = await createIssued(db, staff, fields);
  await releasePolicy(staff.handler, { slug, version: null }, { db, now: at("2026-06-25") });
  return slug;
}

export async function policyOf(db: Database, slug: string): Promise<PolicyRecord> {
  return (await findPolicy(db.client, slug))!;
}

export async function materialOf(db: Database, slug: string): Promise<MaterialRecord> {
  return (await findMaterial(db.client, slug))!;
}
