import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { completeConsultation } from "~/consultations/complete-consultation.server";
import { passConsultation } from "~/consultations/pass-consultation.server";
import type { Database } from "~/platform/db.server";
import * as consultation from "~/routes/consultations.$slug._index";
import * as outcome from "~/routes/consultations.$slug.outcome";
import * as sheet from "~/routes/desk.consultations.$slug.sheet/route";
import * as words from "~/routes/office.words/route";
import { fillSheet } from "../../../prisma/seeds/release-sheet";
import { createApproved, createStaff, createSubmitted, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { siteOf, type Site } from "../../setup/pages";

const JUNE = at("2026-06-22");

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  site = siteOf(db, {
    sheet: { path: "desk/consultations/:slug/sheet", module: sheet },
    words: { path: "office/words", module: words },
    consultation: { path: "consultations/:slug", module: consultation },
    outcome: { path: "consultations/:slug/outcome", module: outcome },
  });
});

const address = (slug: string) => `/desk/consultations/${slug}/sheet`;

async function passed(): Promise<string> {
  const slug = await createSubmitted(db, staff);
  await passConsultation(staff.reviewer, { slug, version: null }, { db, now: JUNE });
  return slug;
}

function post(slug: string, person: Person | null, fields: Record<string, string | string[]> | FormData) {
  return site.post(address(slug), person, JUNE, fields);
}

function paper(signer: Person, more: Record<string, string | File> = {}): FormData {
  const form = new FormData();
  const given = {
    ...{ act: "enter_paper", paperAct: "approve", signer: signer.accountId, number: "海住建签〔2026〕8号" },
    statedOn: "2026-06-19",
    attachment: new File(["%PDF-1.7\n%%EOF\n"], "批示件.pdf"),
    ...more,
  };
  for (const [name, value] of Object.entries(given)) form.append(name, value);
  return form;
}

/** Entered by one, verified by another. */
async function signedOnPaper(slug: string, now: Date, more: Record<string, string>): Promise<void> {
  expect((await site.post(address(slug), staff.handler, now, paper(staff.approver, more))).status).toBe(303);
  const { html } = await site.get(address(slug), staff.reviewer, now);
  const id = /name="paper" value="(\d+)"/.exec(html)?.[1] ?? "";
  expect((await site.post(address(slug), staff.reviewer, now, { act: "verify_paper", paper: id })).status).toBe(303);
}

/** What a public page says of the paper, as it is read. */
async function fromPaper(page: string, now: Date): Promise<string | undefined> {
  const { html } = await site.get(page, null, now);
  return /据纸质签批录入：编号 (.*?签批。)/.exec(html.replace(/<[^>]*>/g, ""))?.[1];
}

describe("the release sheet's page", () => {
  it("shows the three reviews and takes the two checks by plain forms", async () => {
    const slug = await passed();
    const before = await site.get(address(slug), staff.reviewer, JUNE);
    for (const part of ["初审（送审）", "林嘉敏", "周启明", "还没有做保密审查"]) expect(before.html).toContain(part);
    const unsaid = await post(slug, staff.reviewer, { act: "check_secrecy", cleared: "no", note: "" });
    expect(unsaid.status).toBe(422);
    expect(unsaid.html).toContain("没有通过的，请写明问题在哪里。");
    expect((await post(slug, staff.reviewer, { act: "check_secrecy", note: "先写下来的话" })).html).toContain(
      "先写下来的话",
    );
    for (const act of ["check_secrecy", "check_personal"]) {
      expect((await post(slug, staff.reviewer, { act, cleared: "yes", note: "" })).status).toBe(303);
    }
    expect((await site.get(address(slug), staff.reviewer, JUNE)).html).toContain("审查单已填完，可以签发。");
  });

  it("does not exist for others, refuses unknown acts and fields, and sends guests to sign in", async () => {
    const slug = await passed();
    for (const person of [staff.otherHandler, staff.resident]) {
      expect((await site.get(address(slug), person, JUNE)).status).toBe(404);
      expect((await post(slug, person, { act: "check_secrecy", cleared: "yes" })).status).toBe(404);
    }
    expect((await post(slug, null, { act: "check_secrecy", cleared: "yes" })).status).toBe(401);
    expect((await site.get(address(slug), null, JUNE)).status).toBe(303);
    expect((await post(slug, staff.reviewer, { act: "approve" })).status).toBe(422);
    const strange = { act: "check_secrecy", cleared: "yes", note: "", byId: staff.approver.accountId };
    expect((await post(slug, staff.reviewer, strange)).status).toBe(422);
  });

  it("takes a signature from paper by two people, and the desk's history says so", async () => {
    const slug = await passed();
    await fillSheet(staff.reviewer, slug, { db, now: JUNE });
    const later = await post(slug, staff.handler, paper(staff.approver, { statedOn: "2026-07-01" }));
    expect(later.status).toBe(422);
    for (const part of ["签批日期不能晚于今天", "海住建签〔2026〕8号", "批示件.pdf"])
      expect(later.html).toContain(part);
    expect((await post(slug, staff.handler, paper(staff.approver))).status).toBe(303);
    const { html } = await site.get(address(slug), staff.reviewer, JUNE);
    const id = /name="paper" value="(\d+)"/.exec(html)?.[1] ?? "";
    expect((await post(slug, staff.handler, { act: "verify_paper", paper: id })).status).toBe(422);
    expect((await post(slug, staff.reviewer, { act: "verify_paper", paper: id })).status).toBe(303);
    const row = await db.client.consultation.findUnique({
      where: { slug },
      select: { state: true, approvedById: true },
    });
    expect(row).toEqual({ state: "approved", approvedById: staff.approver.accountId });
  });

  it("names the paper by which the draft was signed on its public page, and that of the outcome on the outcome's", async () => {
    const slug = await passed();
    await fillSheet(staff.reviewer, slug, { db, now: JUNE });
    await signedOnPaper(slug, JUNE, { number: "海住建签〔2026〕11号" });
    const [open, told] = [at("2026-07-02"), at("2026-08-07")];
    const page = `/consultations/${slug}`;
    expect(await fromPaper(page, open)).toBe("海住建签〔2026〕11号，2026年6月19日签批。");
    expect((await site.get(`${page}?lang=en`, null, open)).html).toContain("Recorded from a signature on paper");
    const input = { slug, version: null };
    await completeConsultation(
      staff.handler,
      { ...input, outcomeProcess: "没有意见。" },
      { db, now: at("2026-08-05") },
    );
    await passConsultation(staff.reviewer, input, { db, now: at("2026-08-06") });
    await fillSheet(staff.reviewer, slug, { db, now: at("2026-08-06") });
    await signedOnPaper(slug, told, { number: "海住建签〔2026〕12号", statedOn: "2026-08-06" });
    expect(await fromPaper(`${page}/outcome`, told)).toBe("海住建签〔2026〕12号，2026年8月6日签批。");
    expect(await fromPaper(page, told)).toBe("海住建签〔2026〕11号，2026年6月19日签批。");
  });

  it("names no paper where the approver signed here", async () => {
    const slug = await createApproved(db, staff);
    const { status, html } = await site.get(`/consultations/${slug}`, null, at("2026-07-02"));
    expect([status, html.includes("据纸质签批录入")]).toEqual([200, false]);
  });

  it("can be read by the office from the approval on, and filled by the unit alone", async () => {
    const slug = await createApproved(db, staff);
    const page = await site.get(address(slug), staff.office, JUNE);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('name="act"');
    expect((await post(slug, staff.office, { act: "check_secrecy", cleared: "yes", note: "" })).status).toBe(404);
  });
});

describe("the lists of words", () => {
  const add = (person: Person | null, fields: Record<string, string>) =>
    site.post("/office/words", person, JUNE, { act: "add", ...fields });

  it("belong to the office", async () => {
    for (const person of [staff.handler, staff.approver, staff.resident]) {
      expect((await site.get("/office/words", person, JUNE)).status).toBe(404);
      expect((await add(person, { kind: "sensitive", terms: "词" })).status).toBe(404);
    }
  });

  it("grow line by line, name the line that is wrong, and lose what is taken off", async () => {
    const wrong = await add(staff.office, { kind: "wrong", terms: "帐户 账户\n按装" });
    expect(wrong.status).toBe(422);
    for (const part of ["第 2 行没有写正确的词", "帐户 账户"]) expect(wrong.html).toContain(part);
    expect((await add(staff.office, { kind: "wrong", terms: "帐户 账户\n按装 安装" })).status).toBe(303);
    const { html } = await site.get("/office/words", staff.office, JUNE);
    expect(html).toContain("按装");
    const term = /name="term" value="(\d+)"/.exec(html)?.[1] ?? "";
    expect((await site.post("/office/words", staff.office, JUNE, { act: "remove", term })).status).toBe(303);
    expect(await db.client.screenedTerm.count({ where: { removedAt: null } })).toBe(1);
    expect((await site.post("/office/words", staff.office, JUNE, { act: "remove" })).status).toBe(422);
  });

  it("stand beside the number of people who review, which the office sets for a unit or the district", async () => {
    const set = (fields: Record<string, string>) =>
      site.post("/office/words", staff.office, JUNE, { act: "set_people", ...fields });
    const refused = await set({ unit: "housing" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<option value="housing" selected="">');
    expect((await set({ unit: "", people: "district" })).status).toBe(422);
    expect((await set({ unit: "housing", people: "two" })).status).toBe(303);
    expect((await site.get("/office/words", staff.office, JUNE)).html).toContain("区住房建设局（两个人）");
    const shown = await site.get(address(await createSubmitted(db, staff)), staff.handler, JUNE);
    expect(shown.html).toContain("由两个人审");
    expect((await set({ unit: "housing", people: "district" })).status).toBe(303);
  });
});
