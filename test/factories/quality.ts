import type { Person } from "~/accounts/actor";
import type { Database } from "~/platform/db.server";
import { actOnMaterial } from "~/policies/sign-material.server";
import { editMaterial } from "~/policies/write-material.server";
import { checkQuality } from "~/quality/check-quality.server";
import { beginAnswer, orderReinterpretation } from "~/quality/order-reinterpretation.server";
import { decideQualityReport, reportQuality } from "~/quality/report-quality.server";
import { ELEMENTS, type Sheet } from "~/quality/sheet";
import { at } from "../setup/clock";
import { createPerson, type Staff } from "./desk";
import { textMaterial } from "./policies";

export const KEPT = Object.fromEntries(ELEMENTS.map((element) => [element, "yes"])) as Sheet;

export interface Office {
  /** Checks, reports and orders; `second` makes the second check. */
  first: Person;
  second: Person;
  leader: Person;
}

export async function createOffice(db: Database): Promise<Office> {
  return {
    first: await createPerson(db, "公开办甲", [{ role: "supervisor", unit: "office" }]),
    second: await createPerson(db, "公开办乙", [{ role: "supervisor", unit: "office" }]),
    leader: await createPerson(db, "分管领导", [{ role: "leader", unit: "office" }]),
  };
}

/** Found weak on 1 July 2026. `marker` goes into all that must stay inside. */
export function checkWeak(db: Database, by: Person, slug: string, marker = ""): Promise<number> {
  const sheet: Sheet = { ...KEPT, procedures: "no" };
  const input = { slug, sheet, outcome: "weak" as const, note: `没有写怎么办理${marker}`, isImportant: true };
  return checkQuality(by, input, { db, now: at("2026-07-01") });
}

/** Checked, reported, agreed and ordered, on the first days of July 2026; ten working days from 3 July. */
export async function createOrder(db: Database, office: Office, slug: string, marker = ""): Promise<void> {
  await checkWeak(db, office.first, slug, marker);
  const report = { slug, findings: `没有讲清${marker}`, better: `写清办理${marker}` };
  await reportQuality(office.first, report, { db, now: at("2026-07-01", "15:00") });
  const decision = { slug, isApproved: true, reason: `同意${marker}` };
  await decideQualityReport(office.leader, decision, { db, now: at("2026-07-02") });
  const order = { slug, ground: `重要政策没有讲清${marker}`, better: `写清办理${marker}` };
  await orderReinterpretation(office.first, order, { db, now: at("2026-07-03") });
}

/** New material that names the order, signed by three people and released on 8 July 2026. Its address. */
export async function createAnswer(db: Database, staff: Staff, policy: string): Promise<string> {
  const deps = { db, now: at("2026-07-08") };
  const slug = await beginAnswer(staff.handler, { slug: policy, kind: "text", title: "怎么报修？" }, deps);
  const fields = { title: "怎么报修？", titleEn: null, summary: "一句话。", content: textMaterial() };
  await editMaterial(staff.handler, { slug, version: null, fields }, deps);
  await actOnMaterial(staff.handler, "submit_material", { slug, version: null }, deps);
  await actOnMaterial(staff.reviewer, "pass_material", { slug, version: null }, deps);
  await actOnMaterial(staff.approver, "approve_material", { slug, version: null }, deps);
  return slug;
}
