import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { proposePolicyChange, refusePolicyChange, signPolicyChange } from "~/policies/change-policy.server";
import { stageUploads } from "~/attachments/keep-attachments.server";
import type { Database, Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { deskPolicy, packageBench } from "~/policies/desk-policies.server";
import { proposeException } from "~/policies/except-policy.server";
import { enterMaterialPaper, refuseMaterialPaper, verifyMaterialPaper } from "~/policies/paper-material.server";
import { enterPolicyPaper, refusePolicyPaper, verifyPolicyPaper } from "~/policies/paper-policy.server";
import { policyAgenda } from "~/policies/policy-agenda.server";
import { interpretationData, policyData } from "~/policies/policy-open-data.server";
import { readablePolicyFile } from "~/policies/policy-files.server";
import { listExceptions } from "~/policies/public-exceptions.server";
import { publicMaterial } from "~/policies/public-materials.server";
import { publicPolicy } from "~/policies/public-policies.server";
import { issuePolicy, releasePolicy } from "~/policies/release-policy.server";
import { actOnMaterial } from "~/policies/sign-material.server";
import { approvePolicy, passPolicy, returnPolicy, submitPolicy } from "~/policies/sign-policy.server";
import { setSheetCompulsory } from "~/reviews/sheet-setting.server";
import type { PaperAct } from "~/reviews/paper-signature";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createStaff, WRITTEN, type Staff } from "../../factories/desk";
import {
  createPackage,
  createPlanned,
  createReleased,
  materialOf,
  policyOf,
  textMaterial,
  writeMaterial,
} from "../../factories/policies";
import { createOffice, type Office } from "../../factories/quality";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";

let db: Database;
let staff: Staff;
let office: Office;
let deps: Deps;

const NUMBER = "海府办批〔2026〕31号";

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  office = await createOffice(db);
  deps = { db, now: at("2026-06-22") };
  await setSheetCompulsory(staff.office, false, deps);
});

afterAll(async () => expect(await verifyTimeline(db)).toMatchObject({ ok: true }));

async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refused);
  return (error as Refused).reasons.map(({ code }) => code);
}

async function enter(slug: string, act: PaperAct, signer: Person, by: Person, now = deps.now): Promise<number> {
  return enterInto(enterPolicyPaper, slug, act, signer, by, now);
}

async function enterInto(
  into: typeof enterPolicyPaper,
  slug: string,
  act: PaperAct,
  signer: Person,
  by: Person,
  now: Date,
): Promise<number> {
  const file = path.join(freshFolder(), "scan");
  writeFileSync(file, "%PDF-1.7\n%%EOF\n");
  const posted = { field: "attachment", fileName: "批示件.pdf", claimedType: "", path: file, size: 15, sha256: "x" };
  const uploads = (await stageUploads({ db, now }, [posted])).staged.map(({ id }) => id);
  const paper = { slug, act, signerId: signer.accountId, number: NUMBER, statedOn: "2026-06-19", uploads };
  await into(by, paper, { db, now });
  return (await db.client.paperSignature.findFirst({ orderBy: { id: "desc" } }))!.id;
}

function verify(person: Person, slug: string, id: number, words: string | null = null, now = deps.now) {
  return verifyPolicyPaper(person, { slug, id, words, determinedAttribute: null }, { db, now });
}

/** Whether the desk's agenda asks this person to verify a paper of the package, or of its material. */
async function isAsked(actor: Person, slug: string, material = ""): Promise<boolean> {
  return (await askedOf(actor, "verify_paper")).includes(
    `/desk/policies/${slug}${material && `/materials/${material}`}#papers`,
  );
}

async function askedOf(actor: Person, task: "verify_paper" | "review" | "sign"): Promise<string[]> {
  const filter = { q: "", unit: "", module: null, task, clock: null };
  const { entries } = await policyAgenda({ actor, filter, first: 50, today: "2026-06-22", deps });
  return entries.map(({ href }) => href);
}

describe("the sign-off of a package on paper", () => {
  async function submitted(): Promise<string> {
    const slug = await createPackage(db, staff);
    await submitPolicy(staff.handler, { slug, version: null }, { db, now: at("2026-06-21") });
    return slug;
  }

  async function passed(): Promise<string> {
    const slug = await submitted();
    await passPolicy(staff.reviewer, { slug, version: null }, deps);
    return slug;
  }

  it("counts once another person has verified it, is the signer's, and the public reads that it came from paper", async () => {
    const slug = await passed();
    const id = await enter(slug, "approve", staff.approver, staff.handler);
    expect(await policyOf(db, slug)).toMatchObject({ state: "in_review", approvedById: null });
    expect(await isAsked(staff.reviewer, slug)).toBe(true);
    for (const person of [staff.handler, staff.approver, staff.otherReviewer, office.first])
      expect(await isAsked(person, slug)).toBe(false);
    const here = { slug, version: null, determinedAttribute: "proactive" as const };
    expect(await codesOf(approvePolicy(staff.approver, here, deps))).toEqual(["paper_waits"]);
    expect(await codesOf(verify(staff.handler, slug, id))).toEqual(["paper_same_person"]);
    expect(await codesOf(verify(staff.approver, slug, id))).toEqual(["paper_own_signature"]);
    const deputy = { ...staff.allround, counterparts: [staff.handler.accountId] };
    expect(await codesOf(verify(deputy, slug, id))).toEqual(["paper_same_person"]);
    for (const person of [staff.otherReviewer, office.first, staff.resident])
      await expect(verify(person, slug, id)).rejects.toMatchObject({ status: 404 });
    await verify(staff.reviewer, slug, id);
    expect(await policyOf(db, slug)).toMatchObject({
      ...{ state: "signed", approvedById: staff.approver.accountId, determinedAttribute: "proactive" },
    });
    const last = (await historyOf({ db }, { kind: "policy", id: slug })).at(-1);
    expect(last).toMatchObject({
      ...{ kind: "policy.approved", happenedOn: "2026-06-19", actorId: staff.reviewer.accountId },
      payload: { paper: id, signer: staff.approver.accountId },
    });
    const { history } = await packageBench(staff.handler, slug, deps);
    const mark = { number: NUMBER, statedOn: "2026-06-19", signer: "梁文海" };
    expect(history.find(({ kind }) => kind === "approved")?.paper).toEqual(mark);
    const issued = { documentNumber: "演示府规〔2026〕3号", indexNumber: null, signedOn: "2026-06-19" };
    await issuePolicy(staff.handler, { slug, version: null, ...issued, printedAttribute: "proactive" }, deps);
    await releasePolicy(staff.handler, { slug, version: null }, deps);
    const told = { number: NUMBER, signedOn: "2026-06-19" };
    expect((await publicPolicy(deps, slug))?.approvalPaper).toEqual(told);
    expect((await policyData(deps, slug))?.approvalPaper).toEqual(told);
  });

  it("holds to the rules of the act for its signer, and nothing half is left", async () => {
    const slug = await submitted();
    expect(await codesOf(enter(slug, "approve", staff.reviewer, staff.handler))).toEqual(["paper_signer_unknown"]);
    expect(await codesOf(enter(slug, "agree", office.leader, staff.handler))).toEqual(["paper_act_unknown"]);
    const id = await enter(slug, "approve", staff.approver, staff.handler);
    expect(await codesOf(verify(staff.reviewer, slug, id))).toContain("not_yet_passed");
    expect(await db.client.paperSignature.findUnique({ where: { id } })).toMatchObject({ settledAt: null });
    const passing = await enter(slug, "pass", staff.reviewer, staff.handler);
    await verify(staff.allround, slug, passing);
    expect(await policyOf(db, slug)).toMatchObject({ passedById: staff.reviewer.accountId });
    await Promise.allSettled([verify(staff.reviewer, slug, id), verify(staff.allround, slug, id)]);
    const approvals = (await historyOf({ db }, { kind: "policy", id: slug })).filter(
      ({ kind }) => kind === "policy.approved",
    );
    expect(approvals).toHaveLength(1);
  });

  it("signs only the text that lay there when it was entered", async () => {
    const slug = await passed();
    const id = await enter(slug, "approve", staff.approver, staff.handler);
    await returnPolicy(staff.approver, { slug, version: null, reason: "第二条写清楚。" }, deps);
    expect(await codesOf(verify(staff.reviewer, slug, id))).toEqual(["package_not_possible"]);
    const later = { db, now: at("2026-06-23") };
    await submitPolicy(staff.handler, { slug, version: null }, later);
    await passPolicy(staff.reviewer, { slug, version: null }, later);
    expect(await codesOf(verify(staff.reviewer, slug, id, null, later.now))).toEqual(["paper_before_submission"]);
    await refusePolicyPaper(staff.reviewer, { slug, id, reason: "签的是旧稿。" }, later);
    await verify(staff.reviewer, slug, await enter(slug, "approve", staff.approver, staff.handler, later.now));
    expect(await policyOf(db, slug)).toMatchObject({ state: "signed" });
  });

  it("shows its scan to the desk alone", async () => {
    const slug = await passed();
    await enter(slug, "approve", staff.approver, staff.handler);
    const { papers } = await packageBench(staff.reviewer, slug, deps);
    const read = (person: Person) => readablePolicyFile(papers!.lines[0]!.scans[0]!.id, person, deps);
    expect((await read(staff.reviewer))?.name).toBe("批示件.pdf");
    for (const person of [staff.otherHandler, office.leader, office.first, staff.resident])
      expect(await read(person)).toBeNull();
  });
});

describe("a leader's exception on paper", () => {
  async function asked(): Promise<string> {
    const slug = await createPlanned(db, staff);
    await proposeException(
      staff.handler,
      { slug, version: null, reason: "汛期紧急", promisedOn: "2026-07-03" },
      { db, now: at("2026-06-20") },
    );
    return slug;
  }

  it("is recorded by two people of the office, lets nothing out before, and is public with its number and day", async () => {
    const slug = await asked();
    for (const person of [staff.handler, office.leader])
      await expect(enter(slug, "agree", office.leader, person)).rejects.toMatchObject({ status: 404 });
    expect(await codesOf(enter(slug, "agree", staff.approver, office.first))).toEqual(["paper_signer_unknown"]);
    const id = await enter(slug, "agree", office.leader, office.first);
    expect(await isAsked(office.second, slug)).toBe(true);
    for (const person of [office.first, office.leader, staff.reviewer]) expect(await isAsked(person, slug)).toBe(false);
    expect((await deskPolicy(office.second, slug, deps)).exception).toMatchObject({ isSigned: false });
    const early = submitPolicy(staff.handler, { slug, version: null }, deps);
    expect(await codesOf(early)).toContain("exception_waits");
    expect(await codesOf(verify(office.first, slug, id))).toEqual(["paper_same_person"]);
    await expect(verify(staff.reviewer, slug, id)).rejects.toMatchObject({ status: 404 });
    await verify(office.second, slug, id);
    const { exception } = await policyOf(db, slug);
    expect(exception).toMatchObject({ isSigned: true, decidedById: office.leader.accountId });
    await submitPolicy(staff.handler, { slug, version: null }, deps);
    await passPolicy(staff.reviewer, { slug, version: null }, deps);
    await approvePolicy(staff.approver, { slug, version: null, determinedAttribute: "proactive" }, deps);
    const issued = { documentNumber: "演示府规〔2026〕4号", indexNumber: null, signedOn: "2026-06-22" };
    await issuePolicy(staff.handler, { slug, version: null, ...issued, printedAttribute: "proactive" }, deps);
    await releasePolicy(staff.handler, { slug, version: null }, deps);
    const told = { reason: "汛期紧急", signedOn: "2026-06-19", promisedOn: "2026-07-03", paper: NUMBER };
    expect((await policyData(deps, slug))?.exception).toEqual(told);
    const { items } = await listExceptions(deps, { page: 1, pageSize: 20 });
    expect(items.find(({ policy }) => policy.slug === slug)).toMatchObject(told);
  });

  it("that says no carries the leader's words, and the unit may ask once more", async () => {
    const slug = await asked();
    const id = await enter(slug, "decline", office.leader, office.first);
    expect(await codesOf(verify(office.second, slug, id))).toEqual(["paper_words_missing"]);
    await verify(office.second, slug, id, "先把问答写好。");
    const { history, papers } = await packageBench(staff.handler, slug, deps);
    expect(history.find(({ kind }) => kind === "exception_refused")?.remark).toBe("先把问答写好。");
    expect(papers?.part).toBeNull();
    expect((await policyOf(db, slug)).exception).toBeNull();
    expect(JSON.stringify(await historyOf({ db }, { kind: "policy", id: slug }))).not.toContain("问答写好");
  });
});

describe("a change to a public document on paper", () => {
  const july = at("2026-07-01");
  const after = () => ({ db, now: july });

  async function proposed(): Promise<string> {
    const slug = await createReleased(db, staff);
    const clauses = WRITTEN.map((clause) => ({ ...clause, text: clause.text && `${clause.text}（更正）` }));
    const change = { change: "correct" as const, reason: "漏字", effectiveOn: "2026-07-01", successor: null, clauses };
    await proposePolicyChange(staff.handler, { slug, version: null, ...change }, after());
    return slug;
  }

  it("shows the new text once another person has verified it, and the page names the paper", async () => {
    const slug = await proposed();
    expect((await packageBench(staff.reviewer, slug, after())).papers?.signers).toEqual({
      approve: expect.arrayContaining([{ id: staff.approver.accountId, name: "梁文海" }]) as unknown,
    });
    expect(await codesOf(enter(slug, "pass", staff.reviewer, staff.handler, july))).toEqual(["paper_act_unknown"]);
    const id = await enter(slug, "approve", staff.approver, staff.handler, july);
    expect((await publicPolicy(after(), slug))?.changes).toEqual([]);
    expect(await isAsked(staff.reviewer, slug)).toBe(true);
    expect(await isAsked(staff.handler, slug)).toBe(false);
    expect(await codesOf(verify(staff.handler, slug, id, null, july))).toEqual(["paper_same_person"]);
    for (const person of [staff.otherReviewer, office.first, staff.resident])
      await expect(verify(person, slug, id, null, july)).rejects.toMatchObject({ status: 404 });
    await verify(staff.reviewer, slug, id, null, july);
    const found = await publicPolicy(after(), slug);
    expect(found).toMatchObject({ textNumber: 2, approvalPaper: null });
    expect(found?.changes).toEqual([
      { kind: "correct", reason: "漏字", effectiveOn: "2026-07-01", signedOn: "2026-06-19", paper: NUMBER },
    ]);
    expect((await historyOf({ db }, { kind: "policy", id: slug })).at(-1)).toMatchObject({
      ...{ kind: "policy.changed", happenedOn: "2026-06-19", actorId: staff.reviewer.accountId },
      payload: { paper: id, signer: staff.approver.accountId, effectiveOn: "2026-07-01" },
    });
  });

  it("holds to the rules of the signature, and one paper signs one proposal only", async () => {
    const slug = await proposed();
    const id = await enter(slug, "approve", staff.approver, staff.reviewer, july);
    await refusePolicyChange(staff.approver, { slug, version: null, reason: "再核一遍。" }, after());
    expect(await codesOf(verify(staff.handler, slug, id, null, july))).toEqual(["package_not_possible"]);
    const change = { change: "repeal" as const, reason: "已有新办法", effectiveOn: "2026-07-02", successor: null };
    const proposal = { slug, version: null, ...change, clauses: null };
    await proposePolicyChange(staff.handler, proposal, after());
    await expect(verify(staff.allround, slug, id, null, july)).rejects.toMatchObject({ status: 404 });
    const anew = await enter(slug, "approve", staff.approver, staff.reviewer, july);
    await Promise.allSettled([
      verify(staff.handler, slug, anew, null, july),
      signPolicyChange(staff.approver, { slug, version: null }, after()),
    ]);
    const changed = (await historyOf({ db }, { kind: "policy", id: slug })).filter(
      ({ kind }) => kind === "policy.changed",
    );
    expect(changed).toHaveLength(1);
    expect((await policyOf(db, slug)).repealedOn).toBe("2026-07-02");
  });
});

describe("a material that follows its document, signed on paper", () => {
  const july = at("2026-07-01");
  const after = () => ({ db, now: july });

  async function submitted(): Promise<{ policy: string; slug: string }> {
    const policy = await createReleased(db, staff);
    const slug = await writeMaterial(db, staff, policy, textMaterial(), { title: "绿道问题再解释", now: july });
    await actOnMaterial(staff.handler, "submit_material", { slug, version: null }, after());
    return { policy, slug };
  }

  const enterFor = (slug: string, act: PaperAct, signer: Person, by: Person, now = july) =>
    enterInto(enterMaterialPaper, slug, act, signer, by, now);

  it("waits on the desk of reviewer and approver, goes out once verified, and names the paper", async () => {
    const { policy, slug } = await submitted();
    const href = `/desk/policies/${policy}/materials/${slug}`;
    expect(await askedOf(staff.reviewer, "review")).toContain(href);
    for (const person of [staff.handler, staff.approver, staff.otherReviewer])
      expect(await askedOf(person, "review")).not.toContain(href);
    const passing = await enterFor(slug, "pass", staff.reviewer, staff.handler);
    await verifyMaterialPaper(staff.allround, { slug, id: passing }, after());
    expect(await materialOf(db, slug)).toMatchObject({ state: "in_review", passedById: staff.reviewer.accountId });
    expect(await askedOf(staff.approver, "sign")).toContain(href);
    const id = await enterFor(slug, "approve", staff.approver, staff.handler);
    expect(await isAsked(staff.reviewer, policy, slug)).toBe(true);
    for (const person of [staff.handler, staff.approver, office.first])
      expect(await isAsked(person, policy, slug)).toBe(false);
    const here = actOnMaterial(staff.approver, "approve_material", { slug, version: null }, after());
    expect(await codesOf(here)).toEqual(["paper_waits"]);
    expect(await publicMaterial(after(), slug)).toBeNull();
    expect(await codesOf(verifyMaterialPaper(staff.handler, { slug, id }, after()))).toEqual(["paper_same_person"]);
    for (const person of [staff.otherReviewer, office.first, staff.resident])
      await expect(verifyMaterialPaper(person, { slug, id }, after())).rejects.toMatchObject({ status: 404 });
    await verifyMaterialPaper(staff.reviewer, { slug, id }, after());
    const paper = { number: NUMBER, signedOn: "2026-06-19" };
    expect((await publicMaterial(after(), slug))?.approvalPaper).toEqual(paper);
    expect((await interpretationData(after(), slug))?.approvalPaper).toEqual(paper);
    expect((await historyOf({ db }, { kind: "interpretation", id: slug })).at(-1)).toMatchObject({
      ...{ kind: "interpretation.released", happenedOn: "2026-06-19", actorId: staff.reviewer.accountId },
      payload: { paper: id, signer: staff.approver.accountId },
    });
    await expect(enterFor(slug, "approve", staff.approver, staff.handler)).rejects.toMatchObject({ status: 422 });
  });

  it("signs only the text that lay there, and only for whoever may sign; its scan stays with the desk", async () => {
    const { slug } = await submitted();
    expect(await codesOf(enterFor(slug, "approve", staff.reviewer, staff.handler))).toEqual(["paper_signer_unknown"]);
    const id = await enterFor(slug, "approve", staff.approver, staff.handler);
    expect(await codesOf(verifyMaterialPaper(staff.reviewer, { slug, id }, after()))).toContain("package_not_possible");
    const scan = (await db.client.attachment.findFirst({ where: { paperId: id } }))!.id;
    expect((await readablePolicyFile(scan, staff.reviewer, after()))?.id).toBe(scan);
    for (const person of [staff.otherHandler, staff.resident])
      expect(await readablePolicyFile(scan, person, after())).toBeNull();
    await actOnMaterial(staff.reviewer, "return_material", { slug, version: null, reason: "写清楚。" }, after());
    const later = { db, now: at("2026-07-02") };
    await actOnMaterial(staff.handler, "submit_material", { slug, version: null }, later);
    await actOnMaterial(staff.reviewer, "pass_material", { slug, version: null }, later);
    expect(await codesOf(verifyMaterialPaper(staff.reviewer, { slug, id }, later))).toEqual([
      "paper_before_submission",
    ]);
    await refuseMaterialPaper(staff.reviewer, { slug, id, reason: "签的是旧稿。" }, later);
    await actOnMaterial(staff.approver, "approve_material", { slug, version: null }, later);
    expect((await publicMaterial(later, slug))?.approvalPaper).toBeNull();
  });
});
