import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import { editPolicy } from "~/policies/edit-policy.server";
import { proposeException, signException } from "~/policies/except-policy.server";
import { packageBench } from "~/policies/desk-policies.server";
import { publicMaterial } from "~/policies/public-materials.server";
import { listPublicPolicies, publicPolicy } from "~/policies/public-policies.server";
import { preparePolicy } from "~/policies/prepare-policy.server";
import { issuePolicy, releasePolicy } from "~/policies/release-policy.server";
import { savePolicyText } from "~/policies/save-policy-text.server";
import { approvePolicy, passPolicy, returnPolicy, submitPolicy } from "~/policies/sign-policy.server";
import { historyOf } from "~/timeline/queries.server";
import { createPerson, createStaff, WRITTEN, type Staff } from "../../factories/desk";
import {
  createIssued,
  createPackage,
  createPlanned,
  createPolicy,
  createReleased,
  materialOf,
  POLICY,
  policyOf,
  signAndIssue,
  textMaterial,
  writeMaterial,
} from "../../factories/policies";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

let db: Database;
let staff: Staff;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
});

const june = (day = "2026-06-24") => ({ db, now: at(day) });
const NOTHING = { q: "", unit: "", state: "", year: "" };

describe("document, plan and material", () => {
  it("are organised, signed and deployed together, and shown in one instant", async () => {
    const slug = await createIssued(db, staff);
    const material = `${slug}-text`;
    expect(await publicPolicy(june(), slug)).toBeNull();
    expect(await publicMaterial(june(), material)).toBeNull();
    await releasePolicy(staff.handler, { slug, version: null }, june("2026-06-25"));
    const policy = (await publicPolicy(june("2026-06-25"), slug))!;
    expect(policy).toMatchObject({ validity: "in_force", documentNumber: "演示府规〔2026〕3号", textNumber: 1 });
    expect(policy.materials.map((one) => one.slug)).toEqual([material]);
    expect(policy.clauses.find(({ id }) => id === "c2")!.materials).toHaveLength(1);
    expect((await publicMaterial(june("2026-06-25"), material))!.clauses.map(({ id }) => id)).toEqual(["c2"]);
    const [document, shown] = [await policyOf(db, slug), await materialOf(db, material)];
    expect(shown.releasedAt).toEqual(document.releasedAt);
  });

  it("leave an event for each step, with the stated date of signing beside the day it was recorded", async () => {
    const slug = await createReleased(db, staff);
    const events = await historyOf({ db }, { kind: "policy", id: slug });
    expect(events.map(({ kind }) => kind.replace("policy.", ""))).toEqual([
      ...[
        "prepared",
        "text_saved",
        "plan_edited",
        "form_planned",
        "submitted",
        "passed",
        "approved",
        "issued",
        "released",
      ],
    ]);
    expect(events.find(({ kind }) => kind === "policy.issued")).toMatchObject({ happenedOn: "2026-06-23" });
    const material = await historyOf({ db }, { kind: "interpretation", id: `${slug}-text` });
    expect(material.at(-1)).toMatchObject({
      kind: "interpretation.released",
      payload: { policy: slug, with: "document" },
    });
  });

  it("are not submitted before the gate opens, and every reason is named at once", async () => {
    const slug = await createPolicy(db, staff);
    const { codes } = await refusalOf(submitPolicy(staff.handler, { slug, version: null }, june()));
    expect(codes).toEqual([
      ...["plan_outline_missing", "plan_channels_missing", "plan_owner_missing", "plan_forms_missing"],
      "written_material_missing",
    ]);
  });

  it("wait for a material that is complete and bound to a clause of the text", async () => {
    const slug = await createPlanned(db, staff);
    await writeMaterial(db, staff, slug, textMaterial("太短。", []));
    const { codes } = await refusalOf(submitPolicy(staff.handler, { slug, version: null }, june()));
    expect(codes).toEqual(["written_material_missing", "planned_material_missing", "material_incomplete"]);
  });

  it("are signed by three people: nobody signs what they submitted or passed", async () => {
    const slug = await createPackage(db, staff);
    const input = { slug, version: null };
    await submitPolicy(staff.allround, input, june());
    expect((await refusalOf(passPolicy(staff.allround, input, june()))).codes).toEqual(["same_person_submitted"]);
    await passPolicy(staff.reviewer, input, june());
    const determined = { ...input, determinedAttribute: "proactive" as const };
    expect((await refusalOf(approvePolicy(staff.allround, determined, june()))).codes).toEqual([
      "same_person_submitted",
    ]);
    expect((await refusalOf(approvePolicy(staff.otherApprover, determined, june()))).status).toBe(404);
    await approvePolicy(staff.approver, determined, june());
    expect((await policyOf(db, slug)).state).toBe("signed");
  });

  it("come back together, and what was signed is signed anew", async () => {
    const slug = await createIssued(db, staff);
    await returnPolicy(staff.approver, { slug, version: null, reason: "附件有误。" }, june());
    const policy = await policyOf(db, slug);
    expect(policy).toMatchObject({ state: "preparing", approvedById: null, determinedAttribute: null });
    expect((await refusalOf(releasePolicy(staff.handler, { slug, version: null }, june()))).codes).toEqual([
      "package_not_possible",
    ]);
  });
});

describe("the disclosure attribute", () => {
  it("printed at issue is the one that was determined", async () => {
    const slug = await createPackage(db, staff);
    const input = { slug, version: null };
    await submitPolicy(staff.handler, input, june());
    await passPolicy(staff.reviewer, input, june());
    await approvePolicy(staff.approver, { ...input, determinedAttribute: "proactive" }, june());
    const issued = { documentNumber: null, indexNumber: null, signedOn: "2026-07-01" };
    const wrong = issuePolicy(staff.handler, { ...input, ...issued, printedAttribute: "withheld" }, june());
    expect((await refusalOf(wrong)).codes).toEqual(["number_missing", "signed_in_future", "attribute_differs"]);
  });

  it("other than 主动公开 makes a register entry: no text, no public page, no list", async () => {
    const fields = {
      proposedAttribute: "on_request" as const,
      attributeReason: "涉及内部分工。",
      title: "内部分工规则",
    };
    const slug = await createPolicy(db, staff, fields);
    const text = savePolicyText(staff.handler, { slug, version: null, clauses: WRITTEN, changeNote: null }, june());
    expect((await refusalOf(text)).codes).toEqual(["register_entry_only"]);
    const input = { slug, version: null };
    await submitPolicy(staff.handler, input, june());
    await passPolicy(staff.reviewer, input, june());
    await approvePolicy(staff.approver, { ...input, determinedAttribute: "on_request" }, june());
    const issued = { documentNumber: "演示府规〔2026〕9号", indexNumber: null, signedOn: "2026-06-23" };
    await issuePolicy(staff.handler, { ...input, ...issued, printedAttribute: "on_request" }, june());
    expect((await policyOf(db, slug)).state).toBe("registered");
    expect((await refusalOf(releasePolicy(staff.handler, input, june()))).codes).toEqual(["package_not_possible"]);
    expect(await publicPolicy(june(), slug)).toBeNull();
    const { items } = await listPublicPolicies(june(), { ...NOTHING, q: "内部分工" }, { page: 1, pageSize: 20 });
    expect(items).toEqual([]);
  });

  it("cannot turn away from 主动公开 while text is there", async () => {
    const slug = await createPolicy(db, staff);
    const fields = {
      ...POLICY,
      proposedAttribute: "withheld" as const,
      attributeGround: "deliberation",
      attributeReason: "过程稿。",
    };
    expect((await refusalOf(editPolicy(staff.handler, { slug, version: null, fields }, june()))).codes).toEqual([
      "register_entry_holds_text",
    ]);
  });

  it("never takes in a state secret: nothing of it is kept", async () => {
    const input = { ...POLICY, title: "zqsecret", secrecyReview: "state_secret" as const, unit: "housing", slug: null };
    expect((await refusalOf(preparePolicy(staff.handler, input, june()))).codes).toEqual(["state_secret"]);
    expect(await db.client.policyDocument.count({ where: { title: "zqsecret" } })).toBe(0);
  });

  it("asks for the secrecy review before any text", async () => {
    const slug = await createPolicy(db, staff, { secrecyReview: null });
    const text = savePolicyText(staff.handler, { slug, version: null, clauses: WRITTEN, changeNote: null }, june());
    expect((await refusalOf(text)).codes).toEqual(["secrecy_review_missing"]);
  });
});

describe("an exception from the three-sync rule", () => {
  it("is signed by a leader, public, and dated; without it the document waits", async () => {
    const leader = await createPerson(db, "分管领导", [{ role: "leader", unit: "office" }]);
    const slug = await createPlanned(db, staff);
    const proposal = { slug, version: null, reason: "防汛紧急，须立即公布。", promisedOn: "2026-07-03" };
    await proposeException(staff.handler, proposal, june("2026-06-20"));
    expect((await refusalOf(submitPolicy(staff.handler, { slug, version: null }, june()))).codes).toContain(
      "exception_waits",
    );
    const signing = { slug, version: null };
    expect((await refusalOf(signException(staff.approver, signing, june()))).status).toBe(404);
    await signException(leader, signing, june("2026-06-20"));
    await signAndIssue(db, staff, slug);
    await releasePolicy(staff.handler, { slug, version: null }, june("2026-06-25"));
    const shown = (await publicPolicy(june("2026-07-06"), slug))!;
    expect(shown.exception).toMatchObject({ reason: "防汛紧急，须立即公布。", promisedOn: "2026-07-03" });
    expect(shown.materials).toEqual([]);
  });

  it("is not asked for where no material is missing", async () => {
    const slug = await createPackage(db, staff);
    const proposal = { slug, version: null, reason: "来不及。", promisedOn: "2026-07-03" };
    expect((await refusalOf(proposeException(staff.handler, proposal, june()))).codes).toEqual([
      "exception_not_needed",
    ]);
  });
});

describe("the desk", () => {
  it("shows why the gate is shut beside the clock of twenty working days", async () => {
    const slug = await createPolicy(db, staff, { signedOn: "2026-06-08" });
    const bench = await packageBench(staff.handler, slug, june("2026-06-23"));
    expect(bench.gate.map(({ code }) => code)).toContain("written_material_missing");
    expect(bench.clock).toMatchObject({ dueOn: "2026-07-07", day: 10, left: 10, warning: "early" });
  });

  it("is not there for another unit, nor for the office before signing", async () => {
    const slug = await createPolicy(db, staff);
    for (const person of [staff.otherHandler, staff.office, staff.resident])
      expect((await refusalOf(packageBench(person, slug, june()))).status).toBe(404);
  });
});
