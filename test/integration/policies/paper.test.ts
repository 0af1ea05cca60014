import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { stageUploads } from "~/attachments/keep-attachments.server";
import type { Database, Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { deskPolicy, packageBench } from "~/policies/desk-policies.server";
import { proposeException } from "~/policies/except-policy.server";
import { enterPolicyPaper, refusePolicyPaper, verifyPolicyPaper } from "~/policies/paper-policy.server";
import { policyAgenda } from "~/policies/policy-agenda.server";
import { policyData } from "~/policies/policy-open-data.server";
import { readablePolicyFile } from "~/policies/policy-files.server";
import { listExceptions } from "~/policies/public-exceptions.server";
import { publicPolicy } from "~/policies/public-policies.server";
import { issuePolicy, releasePolicy } from "~/policies/release-policy.server";
import { approvePolicy, passPolicy, returnPolicy, submitPolicy } from "~/policies/sign-policy.server";
import { setSheetCompulsory } from "~/reviews/sheet-setting.server";
import type { PaperAct } from "~/reviews/paper-signature";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createStaff, type Staff } from "../../factories/desk";
import { createPackage, createPlanned, policyOf } from "../../factories/policies";
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
  const file = path.join(freshFolder(), "scan");
  writeFileSync(file, "%PDF-1.7\n%%EOF\n");
  const posted = { field: "attachment", fileName: "批示件.pdf", claimedType: "", path: file, size: 15, sha256: "x" };
  const uploads = (await stageUploads({ db, now }, [posted])).staged.map(({ id }) => id);
  const paper = { slug, act, signerId: signer.accountId, number: NUMBER, statedOn: "2026-06-19", uploads };
  await enterPolicyPaper(by, paper, { db, now });
  return (await db.client.paperSignature.findFirst({ orderBy: { id: "desc" } }))!.id;
}

function verify(person: Person, slug: string, id: number, words: string | null = null, now = deps.now) {
  return verifyPolicyPaper(person, { slug, id, words, determinedAttribute: null }, { db, now });
}

/** Whether the desk's agenda asks this person to verify a paper of the package. */
async function isAsked(actor: Person, slug: string): Promise<boolean> {
  const filter = { q: "", unit: "", module: null, task: "verify_paper" as const, clock: null };
  const { entries } = await policyAgenda({ actor, filter, first: 50, today: "2026-06-22", deps });
  return entries.some(({ subject, href }) => subject === slug && href === `/desk/policies/${slug}#papers`);
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
