import { beforeAll, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { nominationAgenda } from "~/nominations/agenda.server";
import { findNomination } from "~/nominations/nomination-store.server";
import { returnNomination, submitNomination, withdrawNomination } from "~/nominations/change-nomination.server";
import { publishRound, returnSelection, submitSelection } from "~/nominations/change-round.server";
import { roundData } from "~/nominations/open-data.server";
import type { Database } from "~/platform/db.server";
import * as attachments from "~/routes/attachments.$id";
import * as cases from "~/routes/cases.$round._index";
import * as nomination from "~/routes/desk.nominations.$number/route";
import * as round from "~/routes/office.nominations.$round._index/route";
import { historyOf } from "~/timeline/queries.server";
import { createPerson, createStaff, type Staff } from "../../factories/desk";
import {
  AUGUST,
  beginCase,
  createJudges,
  decideCase,
  JULY,
  nominateCase,
  ROUND,
  type Judges,
} from "../../factories/nominations";
import { createOffice, type Office } from "../../factories/quality";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { siteOf, type Site } from "../../setup/pages";

const ADDRESS = `/office/nominations/${ROUND}`;
const LATER = at("2026-08-06");

let db: Database;
let staff: Staff;
let judges: Judges;
let office: Office;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  judges = await createJudges(db);
  office = await createOffice(db);
  site = siteOf(db, {
    round: { path: "office/nominations/:round", module: round },
    cases: { path: "cases/:round", module: cases },
    nomination: { path: "desk/nominations/:number", module: nomination },
    attachments: { path: "attachments/:id", module: attachments },
  });
});

function paper(signer: Person, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  const given = {
    ...{ act: "enter_paper", paperAct: "approve", signer: signer.accountId, number: "海公开签〔2026〕2号" },
    ...{ statedOn: "2026-08-04", attachment: new File(["%PDF-1.7\n%%EOF\n"], "签批名单.pdf"), ...more },
  };
  for (const [name, value] of Object.entries(given)) form.append(name, value);
  return form;
}

async function waitingId(): Promise<string> {
  return String((await db.client.paperSignature.findFirst({ orderBy: { id: "desc" } }))!.id);
}

async function isAsked(actor: Person): Promise<boolean> {
  const filter = { q: "", unit: "", module: null, task: "verify_paper" as const, clock: null };
  const deps = { db, now: LATER };
  const { entries } = await nominationAgenda({ actor, filter, first: 9, today: "2026-08-06", deps });
  return entries.some(({ href }) => href === `${ADDRESS}#papers`);
}

it("a nomination signed on paper is entered and verified by two people of its unit, and goes to the office", async () => {
  const { number } = await beginCase(db, staff);
  const address = `/desk/nominations/${number}`;
  const [clerk, colleague] = await Promise.all(
    ["录入的人", "核对的人"].map((name) =>
      createPerson(db, name, [{ role: "handling_officer", unit: staff.handler.rights[0]!.unit }]),
    ),
  );
  const entry = (signer: Person, more: Record<string, string> = {}) =>
    paper(signer, { paperAct: "pass", statedOn: "2026-07-09", number: "推荐表〔2026〕7号", ...more });
  expect((await site.post(address, clerk!, JULY, entry(staff.reviewer))).status).toBe(422);
  const input = { number, version: null };
  await submitNomination(staff.handler, input, { db, now: at("2026-07-09") });
  expect((await site.post(address, null, JULY, entry(staff.reviewer))).status).toBe(401);
  for (const person of [staff.otherHandler, staff.office, staff.resident])
    expect((await site.post(address, person, JULY, entry(staff.reviewer))).status).toBe(404);
  const refused = await site.post(address, clerk!, JULY, entry(staff.handler));
  expect(refused.status).toBe(422);
  for (const part of ["请选择签批人", "推荐表〔2026〕7号", "签批名单.pdf"]) expect(refused.html).toContain(part);
  expect((await site.post(address, clerk!, JULY, entry(staff.reviewer))).status).toBe(303);
  const old = await waitingId();
  await returnNomination(staff.approver, { ...input, reason: "写具体。" }, { db, now: JULY });
  await submitNomination(staff.handler, input, { db, now: at("2026-07-11") });
  const now = at("2026-07-12");
  const verify = (id: string) => ({ act: "verify_paper", paper: id, words: "" });
  expect((await site.post(address, colleague!, now, verify(old))).html).toContain("签的不是现在的内容");
  expect((await site.post(address, clerk!, now, entry(staff.approver))).status).toBe(303);
  const id = await waitingId();
  const filter = { q: "", unit: "", module: null, task: "verify_paper" as const, clock: null };
  const asked = async (actor: Person) => {
    const wish = { actor, filter, first: 9, today: "2026-07-12", deps: { db, now } };
    return (await nominationAgenda(wish)).entries.map(({ href }) => href);
  };
  expect(await asked(colleague!)).toEqual([`${address}#papers`]);
  expect(await asked(clerk!)).toEqual([]);
  expect((await site.post(address, clerk!, now, verify(id))).status).toBe(422);
  expect((await site.get(address, colleague!, now)).html).toContain("核对编号 推荐表〔2026〕7号 的签批件");
  expect((await site.post(address, colleague!, now, verify(id))).status).toBe(303);
  expect(await findNomination(db.client, number)).toMatchObject({
    ...{ state: "nominated", passedById: staff.approver.accountId },
  });
  const events = await historyOf({ db }, { kind: "nomination", id: String(number) });
  expect(events.at(-1)).toMatchObject({
    ...{ kind: "nomination.passed", happenedOn: "2026-07-09", actorId: colleague!.accountId },
    payload: { paper: Number(id), signer: staff.approver.accountId },
  });
  const shown = (await site.get(address, staff.handler, now)).html;
  expect(shown).toContain("2026年7月9日签批，编号 推荐表〔2026〕7号");
  const scan = (await db.client.attachment.findFirst({ where: { paperId: Number(id) } }))!.id;
  expect((await site.get(`/attachments/${scan}`, staff.handler, now)).status).toBe(200);
  for (const person of [staff.otherHandler, staff.resident, null])
    expect((await site.get(`/attachments/${scan}`, person, now)).status).toBe(404);
  await withdrawNomination(staff.handler, input, { db, now });
});

it("a list signed on paper is entered and verified by two people of the office, and its page names the paper", async () => {
  const { number } = await nominateCase(db, staff);
  await decideCase(db, staff, number, true, "讲得清楚。");
  expect((await site.post(ADDRESS, staff.office, AUGUST, paper(judges.leader))).status).toBe(422);
  const input = { round: ROUND, version: null };
  await submitSelection(staff.office, input, { db, now: AUGUST });
  expect((await site.post(ADDRESS, null, AUGUST, paper(judges.leader))).status).toBe(401);
  for (const person of [staff.handler, staff.resident, judges.leader])
    expect((await site.post(ADDRESS, person, AUGUST, paper(judges.leader))).status).toBe(404);
  const refused = await site.post(ADDRESS, staff.office, AUGUST, paper(staff.approver, { statedOn: "2027-01-01" }));
  expect(refused.status).toBe(422);
  for (const part of ["签批日期不能晚于今天", "海公开签〔2026〕2号", "签批名单.pdf"])
    expect(refused.html).toContain(part);
  expect((await site.post(ADDRESS, staff.office, AUGUST, paper(judges.leader))).status).toBe(303);
  const old = await waitingId();
  // The list goes back and comes again: what was signed before signs another list.
  await returnSelection(judges.leader, { ...input, reason: "再核对一次。" }, { db, now: AUGUST });
  await submitSelection(staff.office, input, { db, now: LATER });
  const verify = (id: string) => ({ act: "verify_paper", paper: id, words: "" });
  expect((await site.post(ADDRESS, office.first, LATER, verify(old))).html).toContain("签的不是现在的内容");
  expect((await site.post(ADDRESS, staff.office, LATER, paper(judges.officeApprover))).status).toBe(303);
  const id = await waitingId();
  expect([await isAsked(office.first), await isAsked(staff.office), await isAsked(judges.leader)]).toEqual([
    ...[true, false, false],
  ]);
  expect((await site.post(ADDRESS, staff.office, LATER, verify(id))).status).toBe(422);
  const shown = await site.get(ADDRESS, office.first, LATER);
  expect(shown.html).toContain("核对编号 海公开签〔2026〕2号 的签批件");
  expect((await site.post(ADDRESS, office.first, LATER, verify(id))).status).toBe(303);
  const events = await historyOf({ db }, { kind: "nomination_round", id: ROUND });
  expect(events.at(-1)).toMatchObject({
    ...{ kind: "nomination_round.signed", happenedOn: "2026-08-04", actorId: office.first.accountId },
    payload: { paper: Number(id), signer: judges.officeApprover.accountId },
  });
  expect((await site.get(ADDRESS, staff.office, LATER)).html).toContain("2026年8月4日签批，编号 海公开签〔2026〕2号");
  expect((await site.get(`/cases/${ROUND}`, null, LATER)).html).not.toContain("海公开签");
  await publishRound(staff.office, input, { db, now: LATER });
  expect((await site.get(`/cases/${ROUND}`, null, LATER)).html).toMatch(/据纸质签批录入：编号 .*海公开签〔2026〕2号/);
  expect((await site.get(`/cases/${ROUND}?lang=en`, null, LATER)).html).toContain("Recorded from a signature on paper");
  const told = { number: "海公开签〔2026〕2号", signedOn: "2026-08-04" };
  expect((await roundData({ db, now: LATER }, ROUND))?.approvalPaper).toEqual(told);
  const scan = (await db.client.attachment.findFirst({ where: { paperId: Number(id) } }))!.id;
  expect((await site.get(`/attachments/${scan}`, judges.leader, LATER)).status).toBe(200);
  for (const person of [staff.handler, staff.resident, null])
    expect((await site.get(`/attachments/${scan}`, person, LATER)).status).toBe(404);
});
