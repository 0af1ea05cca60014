import { beforeAll, describe, expect, it } from "vitest";
import type { Database, Deps } from "~/platform/db.server";
import { proposePolicyChange, signPolicyChange } from "~/policies/change-policy.server";
import { fillPolicySheet } from "~/policies/fill-policy-sheet.server";
import { deskText } from "~/policies/desk-text.server";
import { packageBench } from "~/policies/desk-policies.server";
import { actOnMaterial } from "~/policies/sign-material.server";
import { approvePolicy, passPolicy, submitPolicy } from "~/policies/sign-policy.server";
import { addTerms } from "~/reviews/edit-terms.server";
import { setSheetCompulsory } from "~/reviews/sheet-setting.server";
import { createStaff, type Staff } from "../../factories/desk";
import { createPackage, createReleased, textMaterial, WORDS, writeMaterial } from "../../factories/policies";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

const NOTHING_FILLED = ["secrecy_check_missing", "personal_check_missing"];

let db: Database;
let staff: Staff;
let deps: Deps;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  deps = { db, now: at("2026-06-22") };
  await addTerms(staff.office, { kind: "wrong", text: "坐椅 座椅" }, deps);
});

const check = (kind: "secrecy" | "personal", isCleared = true) => ({
  act: "check" as const,
  check: { kind, isCleared, note: isCleared ? null : "第二条写了内部数据。" },
});

async function inReview(title = "绿道建设管理办法"): Promise<string> {
  const slug = await createPackage(db, staff, { title });
  await submitPolicy(staff.handler, { slug, version: null }, deps);
  await passPolicy(staff.reviewer, { slug, version: null }, deps);
  return slug;
}

function approve(slug: string) {
  return approvePolicy(staff.approver, { slug, version: null, determinedAttribute: "proactive" }, deps);
}

describe("the release sheet of a package", () => {
  it("is advice, but a review that said no stops the signature", async () => {
    const slug = await inReview();
    const { sheet } = await packageBench(staff.approver, slug, deps);
    expect(sheet?.sheet.reasons.map(({ code }) => code)).toEqual(NOTHING_FILLED);
    await fillPolicySheet(staff.reviewer, { policy: slug }, check("secrecy", false), deps);
    expect((await refusalOf(approve(slug))).codes).toEqual(["secrecy_not_cleared"]);
    await fillPolicySheet(staff.reviewer, { policy: slug }, check("secrecy"), deps);
    await approve(slug);
    expect((await packageBench(staff.approver, slug, deps)).sheet).toBeNull();
    const late = await refusalOf(fillPolicySheet(staff.reviewer, { policy: slug }, check("personal"), deps));
    expect(late.codes).toEqual(["package_not_possible"]);
  });

  it("where the office made it compulsory, holds the signature until each word and review is settled", async () => {
    await setSheetCompulsory(staff.office, true, deps);
    try {
      const slug = await inReview("绿道坐椅管理办法");
      expect((await refusalOf(approve(slug))).codes).toEqual([...NOTHING_FILLED, "hits_open"]);
      const own = await refusalOf(fillPolicySheet(staff.handler, { policy: slug }, check("secrecy"), deps));
      expect(own.codes).toEqual(["secrecy_check_same_person"]);
      for (const kind of ["secrecy", "personal"] as const)
        await fillPolicySheet(staff.reviewer, { policy: slug }, check(kind), deps);
      const { sheet } = await packageBench(staff.reviewer, slug, deps);
      const hits = sheet!.sheet.hits.filter(({ isOpen }) => isOpen).map(({ key }) => key);
      const override = { act: "override" as const, override: { hits, reason: "文件原题如此。" } };
      await fillPolicySheet(staff.reviewer, { policy: slug }, override, deps);
      await approve(slug);
    } finally {
      await setSheetCompulsory(staff.office, false, deps);
    }
  });

  it("covers what is said in the materials that go out with the document, and nothing of another unit's", async () => {
    const slug = await createPackage(db, staff);
    await writeMaterial(db, staff, slug, textMaterial(`${WORDS}坐椅坏了也修。`), { title: "第二份解读" });
    const { sheet } = await packageBench(staff.handler, slug, deps);
    expect(sheet?.sheet.hits).toMatchObject([{ term: "坐椅", place: "第二份解读", isOpen: true }]);
    for (const person of [staff.otherHandler, staff.office, staff.resident])
      expect((await refusalOf(fillPolicySheet(person, { policy: slug }, check("secrecy"), deps))).status).toBe(404);
  });
});

describe("the release sheet of a material that follows its document", () => {
  it("stands on its own, and a no stops its signature", async () => {
    const policy = await createReleased(db, staff);
    const now = at("2026-07-01");
    const later = { db, now };
    const slug = await writeMaterial(db, staff, policy, textMaterial(), { title: "后来的解读", now });
    const input = { slug, version: null };
    await actOnMaterial(staff.handler, "submit_material", input, later);
    await actOnMaterial(staff.reviewer, "pass_material", input, later);
    await fillPolicySheet(staff.reviewer, { policy, material: slug }, check("personal", false), later);
    const refused = await refusalOf(actOnMaterial(staff.approver, "approve_material", input, later));
    expect(refused.codes).toEqual(["personal_not_cleared"]);
    await fillPolicySheet(staff.reviewer, { policy, material: slug }, check("personal"), later);
    await actOnMaterial(staff.approver, "approve_material", input, later);
    const elsewhere = { policy: await createReleased(db, staff), material: slug };
    expect((await refusalOf(fillPolicySheet(staff.reviewer, elsewhere, check("secrecy"), later))).status).toBe(404);
  });
});

describe("the release sheet of a change to what is public", () => {
  it("covers the new text and the reason, shows the signer what changes, and a no stops the signature", async () => {
    const slug = await createReleased(db, staff);
    const later = { db, now: at("2026-07-01") };
    const published = (await deskText(staff.handler, slug, later)).clauses;
    const clauses = published.map((clause, index) =>
      index === 1 ? { ...clause, text: `${clause.text}联系电话13800138000。` } : clause,
    );
    const change = { change: "correct" as const, reason: "补上坐椅一项", effectiveOn: "2026-07-01", successor: null };
    await proposePolicyChange(staff.handler, { slug, version: null, ...change, clauses }, later);
    const bench = await packageBench(staff.approver, slug, later);
    expect(bench.proposed).toHaveLength(1);
    expect(bench.proposed[0]!.after).toContain("联系电话13800138000。");
    expect(bench.proposed[0]!.before).not.toContain("联系电话");
    const found = bench.sheet?.sheet.hits.map(({ term, place }) => `${place} ${term}`);
    expect(found).toEqual(expect.arrayContaining(["change 坐椅", "text phone"]));
    const own = await refusalOf(fillPolicySheet(staff.handler, { policy: slug }, check("secrecy"), later));
    expect(own.codes).toEqual(["secrecy_check_same_person"]);
    await fillPolicySheet(staff.reviewer, { policy: slug }, check("personal", false), later);
    const signing = () => signPolicyChange(staff.approver, { slug, version: null }, later);
    expect((await refusalOf(signing())).codes).toEqual(["personal_not_cleared"]);
    expect(await packageBench(staff.approver, slug, later)).toMatchObject({
      offers: expect.arrayContaining([
        { act: "sign_change", reasons: [expect.objectContaining({ code: "personal_not_cleared" })] },
      ]) as unknown,
    });
    await fillPolicySheet(staff.reviewer, { policy: slug }, check("personal"), later);
    await signing();
    expect(await packageBench(staff.approver, slug, later)).toMatchObject({ sheet: null, proposed: [] });
  });
});
