import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { stageUploads } from "~/attachments/keep-attachments.server";
import { consultationAgenda } from "~/consultations/agenda-queries.server";
import { approveConsultation } from "~/consultations/approve-consultation.server";
import { readableAttachment } from "~/consultations/attachment-access.server";
import { workbench } from "~/consultations/desk-queries.server";
import {
  checkOutside,
  checkRelease,
  enterPaperSignature,
  overrideReleaseHits,
  refusePaperSignature,
  verifyPaperSignature,
} from "~/consultations/fill-release-sheet.server";
import { importDraftVersion } from "~/consultations/import-draft-version.server";
import { passConsultation } from "~/consultations/pass-consultation.server";
import { returnConsultation } from "~/consultations/return-consultation.server";
import { sheetPage } from "~/consultations/sheet-query.server";
import { submitConsultation } from "~/consultations/submit-consultation.server";
import type { Database, Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { addTerms, removeTerms, termLists } from "~/reviews/edit-terms.server";
import { setSheetCompulsory } from "~/reviews/sheet-setting.server";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { fillSheet } from "../../../prisma/seeds/release-sheet";
import { createStaff, createSubmitted, recordOf, WRITTEN, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";

let db: Database;
let staff: Staff;
let deps: Deps;
let answer = '{"terms":[]}';

const checker = createServer((request, response) => {
  request.resume();
  request.once("end", () => response.end(answer));
});

beforeAll(async () => {
  await new Promise<void>((done) => checker.listen(0, "127.0.0.1", done));
  process.env.LOG_LEVEL = "silent";
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  process.env.WORD_CHECK_URL = `http://127.0.0.1:${(checker.address() as AddressInfo).port}/`;
  process.env.WORD_CHECK_ADDRESSES = "127.0.0.1";
  db = await freshDatabase();
  staff = await createStaff(db);
  deps = { db, now: at("2026-06-22") };
  await addTerms(staff.office, { kind: "wrong", text: "座椅 坐椅" }, deps);
  await setSheetCompulsory(staff.office, true, deps);
});

afterAll(async () => {
  checker.close();
  expect(await verifyTimeline(db)).toMatchObject({ ok: true });
});

async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refused);
  return (error as Refused).reasons.map(({ code }) => code);
}

function approve(slug: string) {
  return approveConsultation(staff.approver, { slug, version: null }, deps);
}

async function passed(): Promise<string> {
  const slug = await createSubmitted(db, staff, { summary: "在全区增设座椅。来电 13800138000。" });
  await passConsultation(staff.reviewer, { slug, version: null }, deps);
  return slug;
}

async function openKeys(slug: string): Promise<string[]> {
  const { sheet } = await sheetPage(staff.reviewer, slug, deps);
  return sheet.hits.flatMap(({ isOpen, key }) => (isOpen ? [key] : []));
}

/** The outside checker has read it and found nothing. */
async function readOutside(slug: string): Promise<void> {
  answer = '{"terms":[]}';
  await checkOutside(staff.reviewer, { slug }, deps);
}

describe("where the sheet is not compulsory", () => {
  it("what nobody filled in is advice, and a review that said no still stops the signature", async () => {
    await setSheetCompulsory(staff.office, false, deps);
    try {
      const slug = await passed();
      const { offers } = await workbench(staff.approver, slug, deps);
      const offer = offers.find(({ act }) => act === "approve");
      expect(offer?.reasons).toEqual([]);
      expect(offer?.advice.map(({ code }) => code)).toContain("secrecy_check_missing");
      await checkRelease(staff.reviewer, { slug, kind: "secrecy", isCleared: false, note: "有内部数据。" }, deps);
      expect(await codesOf(approve(slug))).toEqual(["secrecy_not_cleared"]);
      await checkRelease(staff.reviewer, { slug, kind: "secrecy", isCleared: true, note: null }, deps);
      await approve(slug);
      expect(await recordOf(db, slug)).toMatchObject({ state: "approved" });
    } finally {
      await setSheetCompulsory(staff.office, true, deps);
    }
  });

  it("only the open-government office decides it", async () => {
    await expect(setSheetCompulsory(staff.approver, false, deps)).rejects.toMatchObject({ status: 404 });
  });
});

describe("a consultation", () => {
  it("is not signed before its release sheet is complete, and the approver is told everything at once", async () => {
    const slug = await passed();
    const missing = ["secrecy_check_missing", "personal_check_missing", "outside_check_missing", "hits_open"];
    expect(await codesOf(approve(slug))).toEqual(missing);
    const { offers, sheet } = await workbench(staff.approver, slug, deps);
    expect(offers.find(({ act }) => act === "approve")?.reasons.map(({ code }) => code)).toEqual(missing);
    expect(sheet?.hits.map(({ kind, term, place }) => [kind, term, place])).toEqual([
      ["wrong", "座椅", "summary"],
      ["personal", "phone", "summary"],
    ]);
    expect(JSON.stringify(sheet)).not.toContain("13800138000");
    await readOutside(slug);
    await fillSheet(staff.reviewer, slug, deps);
    await approve(slug);
    expect(await recordOf(db, slug)).toMatchObject({ state: "approved" });
  });

  it("needs its reviews again when its text has changed", async () => {
    const slug = await passed();
    await fillSheet(staff.reviewer, slug, deps);
    await returnConsultation(staff.reviewer, { slug, version: null, reason: "请改。" }, deps);
    const clauses = WRITTEN.map((clause) => ({ ...clause, text: `${clause.text}改。` }));
    const draft = { slug, version: null, kind: "consultation" as const, clauses, changeNote: null };
    await importDraftVersion(staff.handler, draft, deps);
    await submitConsultation(staff.handler, { slug, version: null }, deps);
    await passConsultation(staff.reviewer, { slug, version: null }, deps);
    expect(await codesOf(approve(slug))).toEqual([
      "secrecy_check_outdated",
      "personal_check_outdated",
      "outside_check_missing",
    ]);
  });

  it("is not cleared of secrecy by whoever submitted it, nor by other units", async () => {
    const slug = await passed();
    await readOutside(slug);
    await fillSheet(staff.reviewer, slug, deps);
    const check = { slug, kind: "secrecy" as const, isCleared: true, note: null };
    expect(await codesOf(checkRelease(staff.handler, check, deps))).toEqual(["secrecy_check_same_person"]);
    for (const person of [staff.otherReviewer, staff.office, staff.resident]) {
      await expect(checkRelease(person, check, deps)).rejects.toMatchObject({ status: 404 });
    }
    expect(await codesOf(checkRelease(staff.reviewer, { ...check, isCleared: false }, deps))).toEqual([
      "check_note_missing",
    ]);
    await checkRelease(staff.reviewer, { ...check, isCleared: false, note: "第二条涉及内部口径。" }, deps);
    expect(await codesOf(approve(slug))).toEqual(["secrecy_not_cleared"]);
  });

  it("keeps a word that was found only with a reason, and no word of it stands in the timeline", async () => {
    const slug = await passed();
    const hits = await openKeys(slug);
    expect(await codesOf(overrideReleaseHits(staff.reviewer, { slug, hits, reason: " " }, deps))).toEqual([
      "override_reason_missing",
    ]);
    expect(await codesOf(overrideReleaseHits(staff.reviewer, { slug, hits: [], reason: "原文" }, deps))).toEqual([
      "hit_missing",
    ]);
    const foreign = overrideReleaseHits(staff.reviewer, { slug, hits: ["wrong:draft:1:别的"], reason: "原文" }, deps);
    expect(await codesOf(foreign)).toEqual(["hit_gone"]);
    await overrideReleaseHits(staff.reviewer, { slug, hits, reason: "原文如此写" }, deps);
    expect(await openKeys(slug)).toEqual([]);
    expect(JSON.stringify(await historyOf({ db }, { kind: "consultation", id: slug }))).not.toMatch(/座椅|原文/);
  });

  it("is not changed on its sheet once it is public", async () => {
    const slug = await passed();
    await readOutside(slug);
    await fillSheet(staff.reviewer, slug, deps);
    await approve(slug);
    const outcome = await sheetPage(staff.reviewer, slug, deps);
    expect([outcome.part, outcome.sheet.checks]).toEqual(["outcome", []]);
  });
});

describe("the outside checker", () => {
  it("adds what it finds, to be put right or to stand with a reason", async () => {
    const slug = await passed();
    answer = '{"terms":["增设"]}';
    await checkOutside(staff.reviewer, { slug }, deps);
    const { sheet } = await sheetPage(staff.reviewer, slug, deps);
    expect(sheet.hits.map(({ kind, term }) => [kind, term])).toContainEqual(["outside", "增设"]);
    await fillSheet(staff.reviewer, slug, deps);
    await approve(slug);
  });

  it("that fails is said, and passed over only with a reason", async () => {
    const slug = await passed();
    answer = "<html>";
    await checkOutside(staff.reviewer, { slug }, deps);
    await fillSheet(staff.reviewer, slug, deps);
    expect(await codesOf(approve(slug))).toEqual(["outside_check_failed"]);
    const { sheet } = await sheetPage(staff.reviewer, slug, deps);
    expect(sheet.outside).toMatchObject({ isCurrent: true, failure: "unreadable" });
    await overrideReleaseHits(
      staff.reviewer,
      { slug, hits: [sheet.outside!.key], reason: "服务停机，已人工核对。" },
      deps,
    );
    await approve(slug);
  });
});

describe("a signature on paper", () => {
  async function scan(): Promise<string[]> {
    const file = path.join(freshFolder(), "scan");
    writeFileSync(file, "%PDF-1.7\n%%EOF\n");
    const posted = { field: "attachment", fileName: "批示件.pdf", claimedType: "", path: file, size: 15, sha256: "x" };
    return (await stageUploads(deps, [posted])).staged.map(({ id }) => id);
  }

  async function enter(slug: string, act: "pass" | "approve", signer: Person, by = staff.handler): Promise<number> {
    const paper = { act, signerId: signer.accountId, number: "海住建签〔2026〕8号", statedOn: "2026-06-19" };
    await enterPaperSignature(by, { slug, ...paper, uploads: await scan() }, deps);
    const { sheet } = await sheetPage(by, slug, deps);
    return sheet.papers.at(-1)!.id;
  }

  async function papersOn(actor: Person, slug: string) {
    const filter = { q: "", unit: "", module: null, task: "verify_paper" as const, clock: null };
    const { entries } = await consultationAgenda({ actor, filter, first: 50, today: "2026-06-22", deps });
    return entries.filter(({ subject }) => subject === slug);
  }

  const verify = (person: Person, slug: string, id: number) =>
    verifyPaperSignature(person, { slug, id, releaseRevisedDraft: false }, deps);

  it("counts once another person has verified it, is the signer's, and bears its stated day beside the day it was recorded", async () => {
    const slug = await passed();
    await readOutside(slug);
    await fillSheet(staff.reviewer, slug, deps);
    const id = await enter(slug, "approve", staff.approver);
    expect(await codesOf(approve(slug))).toEqual(["paper_waits"]);
    const asked = { task: "verify_paper", dueOn: "2026-07-01", href: `/desk/consultations/${slug}/sheet#papers` };
    expect(await papersOn(staff.reviewer, slug)).toMatchObject([asked]);
    for (const person of [staff.handler, staff.approver, staff.otherReviewer])
      expect(await papersOn(person, slug)).toEqual([]);
    expect(await codesOf(verify(staff.handler, slug, id))).toEqual(["paper_same_person"]);
    expect(await codesOf(verify(staff.approver, slug, id))).toEqual(["paper_own_signature"]);
    await expect(verify(staff.otherReviewer, slug, id)).rejects.toMatchObject({ status: 404 });
    await verify(staff.reviewer, slug, id);
    expect(await papersOn(staff.reviewer, slug)).toEqual([]);
    expect(await recordOf(db, slug)).toMatchObject({
      state: "approved",
      approvedById: staff.approver.accountId,
      approvedAt: deps.now,
    });
    const last = (await historyOf({ db }, { kind: "consultation", id: slug })).at(-1);
    expect(last).toMatchObject({
      kind: "consultation.approved",
      happenedOn: "2026-06-19",
      actorId: staff.reviewer.accountId,
      payload: { paper: id, signer: staff.approver.accountId },
    });
    const { history } = await workbench(staff.handler, slug, deps);
    expect(history.at(-1)?.paper).toEqual({ number: "海住建签〔2026〕8号", statedOn: "2026-06-19", signer: "梁文海" });
    await expect(verify(staff.reviewer, slug, id)).rejects.toMatchObject({ status: 404 });
  });

  it("holds to the rules of the act for its signer: a reviewer's cannot sign, and nothing half is left", async () => {
    const slug = await createSubmitted(db, staff);
    const wrong = enterPaperSignature(
      staff.handler,
      {
        slug,
        act: "approve",
        signerId: staff.reviewer.accountId,
        number: "1",
        statedOn: "2026-06-19",
        uploads: await scan(),
      },
      deps,
    );
    expect(await codesOf(wrong)).toEqual(["paper_signer_unknown"]);
    const id = await enter(slug, "approve", staff.approver);
    expect(await codesOf(verify(staff.reviewer, slug, id))).toContain("not_yet_passed");
    expect(await db.client.paperSignature.findUnique({ where: { id } })).toMatchObject({ settledAt: null });
    await refusePaperSignature(staff.reviewer, { slug, id, reason: "还没有审核。" }, deps);
    const passing = await enter(slug, "pass", staff.reviewer);
    await verify(staff.allround, slug, passing);
    expect(await recordOf(db, slug)).toMatchObject({ passedById: staff.reviewer.accountId });
  });

  it("signs only the text that lay there when it was entered", async () => {
    const slug = await passed();
    await readOutside(slug);
    await fillSheet(staff.reviewer, slug, deps);
    const id = await enter(slug, "approve", staff.approver);
    const later = { db, now: at("2026-06-23") };
    await returnConsultation(staff.approver, { slug, version: null, reason: "请改。" }, later);
    await submitConsultation(staff.handler, { slug, version: null }, later);
    await passConsultation(staff.reviewer, { slug, version: null }, later);
    const verified = verifyPaperSignature(staff.reviewer, { slug, id, releaseRevisedDraft: false }, later);
    expect(await codesOf(verified)).toEqual(["paper_before_submission"]);
  });

  it("is read with its scan by the desk alone", async () => {
    const slug = await passed();
    await enter(slug, "approve", staff.approver);
    const { sheet } = await sheetPage(staff.handler, slug, deps);
    const [file] = sheet.papers[0]!.scans;
    const read = (actor: Person) => readableAttachment(file!.id, { actor, holdsItem: () => false }, deps);
    expect((await read(staff.reviewer))?.name).toBe("批示件.pdf");
    for (const person of [staff.otherHandler, staff.resident]) expect(await read(person)).toBeNull();
  });

  it("of the outcome is entered on the sheet of the outcome", async () => {
    answer = '{"terms":[]}';
    const slug = await createApprovedOf();
    expect((await sheetPage(staff.handler, slug, deps)).part).toBe("outcome");
  });

  async function createApprovedOf(): Promise<string> {
    const slug = await passed();
    await readOutside(slug);
    await fillSheet(staff.reviewer, slug, deps);
    await approve(slug);
    return slug;
  }
});

describe("the lists of words", () => {
  it("are the office's: a word added is found at once, one removed no longer", async () => {
    const slug = await passed();
    const add = (person: Person) => addTerms(person, { kind: "sensitive", text: "在全区" }, deps);
    await expect(add(staff.handler)).rejects.toMatchObject({ status: 404 });
    await add(staff.office);
    const found = async () => (await sheetPage(staff.reviewer, slug, deps)).sheet.hits.map(({ term }) => term);
    expect(await found()).toContain("在全区");
    const ids = (await termLists(staff.office, deps)).flatMap(({ id, term }) => (term === "在全区" ? [id] : []));
    await removeTerms(staff.office, ids, deps);
    expect(await found()).not.toContain("在全区");
  });
});
