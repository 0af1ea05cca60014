import { beforeAll, describe, expect, it } from "vitest";
import { policy as policyShape } from "~/policies/policy-open-data";
import * as data from "~/routes/api.v1.policies.$slug";
import * as desk from "~/routes/desk/route";
import * as deskOrder from "~/routes/desk.policies.$slug.reinterpretation/route";
import * as officeCase from "~/routes/office.quality.$slug/route";
import * as officeList from "~/routes/office.quality._index/route";
import * as policy from "~/routes/policies.$slug._index";
import type { Database } from "~/platform/db.server";
import { createStaff, type Staff } from "../../factories/desk";
import { createReleased } from "../../factories/policies";
import { createOffice, createOrder, KEPT, type Office } from "../../factories/quality";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { siteOf, type Site } from "../../setup/pages";

let db: Database;
let staff: Staff;
let office: Office;
let site: Site;

const JULY = at("2026-07-06");

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  office = await createOffice(db);
  site = siteOf(db, {
    desk: { path: "desk", module: desk },
    deskOrder: { path: "policies/:slug/reinterpretation", module: deskOrder, parent: "desk" },
    officeList: { path: "office/quality", module: officeList },
    officeCase: { path: "office/quality/:slug", module: officeCase },
    policy: { path: "policies/:slug", module: policy },
    data: { path: "api/v1/policies/:slug", module: data },
  });
});

describe("the office's pages of quality", () => {
  it("are there for the office and leaders alone", async () => {
    const slug = await createReleased(db, staff);
    for (const address of ["/office/quality", `/office/quality/${slug}`]) {
      expect((await site.get(address, null, JULY)).status).toBe(303);
      expect((await site.post(address, null, JULY, { act: "check" })).status).toBe(401);
      for (const person of [staff.handler, staff.approver, staff.resident]) {
        expect((await site.get(address, person, JULY)).status).toBe(404);
        expect((await site.post(address, person, JULY, { act: "check" })).status).toBe(404);
      }
      for (const person of [office.first, office.leader])
        expect((await site.get(address, person, JULY)).status).toBe(200);
    }
  });

  it("keep a sheet that is not whole, with a message at each mark that is missing", async () => {
    const slug = await createReleased(db, staff);
    const { scope: _scope, ...marks } = KEPT;
    const typed = { act: "check", ...marks, outcome: "passable", important: "yes", note: "说明在此" };
    const refused = await site.post(`/office/quality/${slug}`, office.first, JULY, typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("请为这一项选一个评价");
    expect(refused.html).toContain("说明在此");
    expect(refused.html).toContain('href="#check-scope"');
    const kept = await site.post(`/office/quality/${slug}`, office.first, JULY, { ...typed, scope: "partly" });
    expect(kept.status).toBe(303);
    const unknown = await site.post(`/office/quality/${slug}`, office.first, JULY, { act: "publish" });
    expect(unknown.status).toBe(422);
  });

  it("show the unit its order with the clock, and the public its days", async () => {
    const slug = await createReleased(db, staff);
    await createOrder(db, office, slug, "zqinside");
    const unit = await site.get(`/desk/policies/${slug}/reinterpretation`, staff.handler, JULY);
    expect(unit.html).toContain("写清办理zqinside");
    expect(unit.html).toContain("2026-07-17");
    expect(unit.html).toContain("内部规定：发出要求后 10 个工作日");
    for (const person of [staff.otherHandler, staff.resident])
      expect((await site.get(`/desk/policies/${slug}/reinterpretation`, person, JULY)).status).toBe(404);
    const begun = await site.post(`/desk/policies/${slug}/reinterpretation`, staff.handler, JULY, {
      ...{ act: "begin_answer", kind: "qa" },
    });
    expect(begun.location).toBe(`/desk/policies/${slug}/materials/${slug}-qa`);
    const shown = await site.get(`/policies/${slug}`, null, JULY);
    expect(shown.html).toContain("这份文件正在重新解读");
    expect(shown.html).not.toContain("zqinside");
    const { html: json } = await site.get(`/api/v1/policies/${slug}`, null, JULY);
    expect(policyShape.parse(JSON.parse(json)).reinterpretation).toEqual({
      ...{ orderedOn: "2026-07-03", dueOn: "2026-07-17", isOverdue: false, endedOn: null, isMet: null },
    });
    expect(json).not.toContain("zqinside");
  });
});
