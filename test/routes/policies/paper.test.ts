import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { proposeException } from "~/policies/except-policy.server";
import { passPolicy, submitPolicy } from "~/policies/sign-policy.server";
import * as attachments from "~/routes/attachments.$id";
import * as desk from "~/routes/desk/route";
import * as bench from "~/routes/desk.policies.$slug._index/route";
import * as exceptions from "~/routes/interpretations.exceptions";
import * as deskMaterial from "~/routes/desk.policies.$slug.materials.$material/route";
import * as interpretation from "~/routes/interpretations.$slug._index";
import * as policy from "~/routes/policies.$slug._index";
import type { Database } from "~/platform/db.server";
import { issuePolicy, releasePolicy } from "~/policies/release-policy.server";
import { proposePolicyChange } from "~/policies/change-policy.server";
import { actOnMaterial } from "~/policies/sign-material.server";
import { approvePolicy } from "~/policies/sign-policy.server";
import { createStaff, type Staff } from "../../factories/desk";
import {
  createPackage,
  createPlanned,
  createReleased,
  materialOf,
  policyOf,
  writeMaterial,
} from "../../factories/policies";
import { createOffice, type Office } from "../../factories/quality";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { siteOf, type Site } from "../../setup/pages";

const JUNE = at("2026-06-22");

let db: Database;
let staff: Staff;
let office: Office;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  office = await createOffice(db);
  site = siteOf(db, {
    desk: { path: "desk", module: desk },
    bench: { path: "policies/:slug", module: bench, parent: "desk" },
    deskMaterial: { path: "policies/:slug/materials/:material", module: deskMaterial, parent: "desk" },
    interpretation: { path: "interpretations/:slug", module: interpretation },
    policy: { path: "policies/:slug", module: policy },
    exceptions: { path: "interpretations/exceptions", module: exceptions },
    attachments: { path: "attachments/:id", module: attachments },
  });
});

function paper(paperAct: string, signer: Person, more: Record<string, string | File> = {}): FormData {
  const form = new FormData();
  const given = {
    ...{ act: "enter_paper", paperAct, signer: signer.accountId, number: "海住建签〔2026〕9号" },
    ...{ statedOn: "2026-06-19", attachment: new File(["%PDF-1.7\n%%EOF\n"], "发文稿纸.pdf"), ...more },
  };
  for (const [name, value] of Object.entries(given)) form.append(name, value);
  return form;
}

const idIn = (html: string) => /name="paper" value="(\d+)"/.exec(html)?.[1] ?? "";

describe("a package's signatures on paper", () => {
  it("are entered and verified on its page by two people of the unit, with all that was typed kept when refused", async () => {
    const slug = await createPackage(db, staff);
    const address = `/desk/policies/${slug}`;
    const deps = { db, now: at("2026-06-21") };
    expect((await site.get(address, staff.handler, JUNE)).html).not.toContain("录入签批件");
    await submitPolicy(staff.handler, { slug, version: null }, deps);
    await passPolicy(staff.reviewer, { slug, version: null }, deps);
    const form = () => paper("approve", staff.approver);
    expect((await site.post(address, null, JUNE, form())).status).toBe(401);
    for (const person of [staff.otherHandler, office.first, office.leader, staff.resident])
      expect((await site.post(address, person, JUNE, form())).status).toBe(404);
    const refused = await site.post(
      address,
      staff.handler,
      JUNE,
      paper("agree", staff.approver, { statedOn: "2027-01-01" }),
    );
    expect(refused.status).toBe(422);
    for (const part of ["签批日期不能晚于今天", "请选择签批的是哪一步", "海住建签〔2026〕9号", "发文稿纸.pdf"])
      expect(refused.html).toContain(part);
    expect((await site.post(address, staff.handler, JUNE, form())).status).toBe(303);
    const { html } = await site.get(address, staff.reviewer, JUNE);
    const verify = { act: "verify_paper", paper: idIn(html), determinedAttribute: "proactive", words: "" };
    expect((await site.post(address, staff.handler, JUNE, verify)).status).toBe(422);
    expect((await site.post(address, staff.reviewer, JUNE, { ...verify, signer: "x" })).status).toBe(422);
    expect((await policyOf(db, slug)).state).toBe("in_review");
    expect((await site.post(address, staff.reviewer, JUNE, verify)).status).toBe(303);
    expect(await policyOf(db, slug)).toMatchObject({ state: "signed", approvedById: staff.approver.accountId });
    expect((await site.post(address, staff.reviewer, JUNE, verify)).status).toBe(422);
    const shown = (await site.get(address, staff.handler, JUNE)).html;
    expect(shown).toContain("据纸质签批录入：梁文海，2026年6月19日签批，编号 海住建签〔2026〕9号");
    const scan = /href="(\/attachments\/[0-9a-z]+)"/.exec(shown)?.[1] ?? "";
    expect((await site.get(scan, staff.reviewer, JUNE)).status).toBe(200);
    for (const person of [staff.otherHandler, staff.resident, null])
      expect((await site.get(scan, person, JUNE)).status).toBe(404);
  });

  it("let the office record a leader's exception, which page and list tell in both languages", async () => {
    const slug = await createPlanned(db, staff);
    const address = `/desk/policies/${slug}`;
    const deps = { db, now: JUNE };
    expect((await site.get(address, office.first, JUNE)).status).toBe(404);
    await proposeException(staff.handler, { slug, version: null, reason: "汛期紧急", promisedOn: "2026-07-03" }, deps);
    expect((await site.post(address, staff.handler, JUNE, paper("agree", office.leader))).status).toBe(404);
    expect((await site.post(address, office.first, JUNE, paper("agree", office.leader))).status).toBe(303);
    const { html } = await site.get(address, office.second, JUNE);
    const verify = { act: "verify_paper", paper: idIn(html), words: "" };
    expect((await site.post(address, office.second, JUNE, verify)).status).toBe(303);
    await submitPolicy(staff.handler, { slug, version: null }, deps);
    await passPolicy(staff.reviewer, { slug, version: null }, deps);
    await approvePolicy(staff.approver, { slug, version: null, determinedAttribute: "proactive" }, deps);
    const issued = { documentNumber: "演示府规〔2026〕4号", indexNumber: null, signedOn: "2026-06-22" };
    await issuePolicy(staff.handler, { slug, version: null, ...issued, printedAttribute: "proactive" }, deps);
    await releasePolicy(staff.handler, { slug, version: null }, deps);
    for (const place of [`/policies/${slug}`, "/interpretations/exceptions"]) {
      expect((await site.get(place, null, JUNE)).html).toMatch(
        /据纸质签批录入：编号 .*海住建签〔2026〕9号.*，2026年6月19日签批/,
      );
      expect((await site.get(`${place}?lang=en`, null, JUNE)).html).toContain("Recorded from a signature on paper");
    }
  });

  it("sign a change to what is public and a material that follows, each told on its page", async () => {
    const july = at("2026-07-01");
    const deps = { db, now: july };
    const slug = await createReleased(db, staff);
    const change = { change: "repeal" as const, reason: "已有新办法", effectiveOn: "2026-07-01", successor: null };
    await proposePolicyChange(staff.handler, { slug, version: null, ...change, clauses: null }, deps);
    const material = await writeMaterial(db, staff, slug, undefined, { title: "废止以后怎么办", now: july });
    await actOnMaterial(staff.handler, "submit_material", { slug: material, version: null }, deps);
    const places = [
      { address: `/desk/policies/${slug}`, act: "approve", signer: staff.approver },
      { address: `/desk/policies/${slug}/materials/${material}`, act: "pass", signer: staff.reviewer },
      { address: `/desk/policies/${slug}/materials/${material}`, act: "approve", signer: staff.approver },
    ];
    for (const { address, act, signer } of places) {
      const form = () => paper(act, signer);
      for (const person of [staff.otherHandler, office.leader, staff.resident])
        expect((await site.post(address, person, july, form())).status).toBe(404);
      const refused = await site.post(address, staff.handler, july, paper(act, signer, { statedOn: "2027-01-01" }));
      expect(refused.status).toBe(422);
      for (const part of ["签批日期不能晚于今天", "海住建签〔2026〕9号", "发文稿纸.pdf"])
        expect(refused.html).toContain(part);
      expect((await site.post(address, staff.handler, july, form())).status).toBe(303);
      const { html } = await site.get(address, staff.allround, july);
      expect(html).not.toContain('name="determinedAttribute"');
      const verify = { act: "verify_paper", paper: idIn(html), words: "" };
      expect((await site.post(address, staff.allround, july, { ...verify, signer: "x" })).status).toBe(422);
      expect((await site.post(address, staff.allround, july, verify)).status).toBe(303);
    }
    expect((await materialOf(db, material)).state).toBe("released");
    for (const place of [`/policies/${slug}`, `/interpretations/${material}`]) {
      expect((await site.get(place, null, july)).html).toMatch(
        /据纸质签批录入：编号 .*海住建签〔2026〕9号.*，2026年6月19日签批/,
      );
      expect((await site.get(`${place}?lang=en`, null, july)).html).toContain("Recorded from a signature on paper");
    }
  });
});
