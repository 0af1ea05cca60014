import { beforeAll, describe, expect, it } from "vitest";
import * as desk from "~/routes/desk/route";
import * as deskHome from "~/routes/desk._index/route";
import * as packages from "~/routes/office.packages/route";
import { createStaff, type Staff } from "../../factories/desk";
import { createPolicy, createReleased } from "../../factories/policies";
import { createOffice, type Office } from "../../factories/quality";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { siteOf, type Site } from "../../setup/pages";

let staff: Staff;
let office: Office;
let site: Site;
let released: string;

const JULY = at("2026-07-10");

beforeAll(async () => {
  const db = await freshDatabase();
  staff = await createStaff(db);
  office = await createOffice(db);
  released = await createReleased(db, staff, { title: "绿道建设管理办法" });
  const dated = { documentNumber: "演示府规〔2026〕9号", signedOn: "2026-06-01" };
  await createPolicy(db, staff, { ...dated, title: "夜间施工管理办法" });
  await createPolicy(db, staff, { title: "还没有成文日期的办法" });
  await createPolicy(db, staff, { ...dated, title: "不必解读的通知", documentKind: "other", documentNumber: null });
  site = siteOf(db, {
    desk: { path: "desk", module: desk },
    deskHome: { path: "", module: deskHome, parent: "desk" },
    packages: { path: "office/packages", module: packages },
  });
});

describe("the office's page of clocks", () => {
  it("is there for the office and leaders alone, and named on their desks", async () => {
    expect((await site.get("/office/packages", null, JULY)).status).toBe(303);
    for (const person of [staff.handler, staff.approver, staff.resident])
      expect((await site.get("/office/packages", person, JULY)).status).toBe(404);
    for (const person of [office.first, office.leader]) {
      expect((await site.get("/office/packages", person, JULY)).status).toBe(200);
      expect((await site.get("/desk", person, JULY)).html).toContain('href="/office/packages"');
    }
    expect((await site.get("/desk", staff.handler, JULY)).html).not.toContain("/office/packages");
  });

  it("lists misses, near misses and what was on time, the miss first", async () => {
    const { html } = await site.get("/office/packages", office.first, JULY);
    expect(html.indexOf("夜间施工管理办法")).toBeLessThan(html.indexOf("绿道建设管理办法"));
    expect(html).toContain("2026年6月30日");
    expect(html).toContain("过期 8 个工作日");
    expect(html).toContain("办结，第 2 个工作日");
    expect(html).not.toContain("还没有成文日期的办法");
    expect(html).not.toContain("不必解读的通知");
    const early = await site.get("/office/packages", office.first, at("2026-06-16"));
    expect(early.html).toContain("今天是第 11 个工作日");
  });

  it("does not lead the office into what its unit still prepares", async () => {
    const { html } = await site.get("/office/packages", office.first, JULY);
    expect(html).toContain(`href="/desk/policies/${released}"`);
    expect(html.match(/href="\/desk\/policies\/policy-/g)).toHaveLength(1);
    expect((await site.get("/office/packages", office.leader, JULY)).html).toContain(`href="/policies/${released}"`);
  });

  it("narrows by standing, kind, unit and year, and takes what is no filter for none", async () => {
    const get = async (query: string) => (await site.get(`/office/packages?${query}`, office.first, JULY)).html;
    expect(await get("standing=overdue")).not.toContain("绿道建设管理办法");
    expect(await get("kind=exception")).toContain("没有符合条件的期限");
    expect(await get("unit=justice")).toContain("没有符合条件的期限");
    expect(await get("year=2025")).not.toContain("绿道建设管理办法");
    expect(await get("year=2025")).toContain("夜间施工管理办法");
    for (const year of ["9999999", "2025.5", "2e3"])
      expect(await get(`standing=no&kind=x&year=${year}&page=1`)).toContain("绿道建设管理办法");
  });
});
