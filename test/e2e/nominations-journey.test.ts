import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import type { Database } from "~/platform/db.server";
import { createStaff, type Staff } from "../factories/desk";
import { AUGUST, createJudges, JULY, ROUND, type Judges } from "../factories/nominations";
import { createReleased } from "../factories/policies";
import { openPage } from "../setup/browser";
import { freshDatabase } from "../setup/database";
import { openSite, type Site } from "../setup/site";

// On days of its own: whether a round collects is a matter of the calendar.

const MOST_MS = 240_000;

let db: Database;
let staff: Staff;
let judges: Judges;
let site: Site;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  judges = await createJudges(db);
  await createReleased(db, staff);
  site = await openSite(db, JULY);
}, 60_000);

/** A browser without script in which this person is signed in. */
async function pageOf(person: Person | null, width = 1280): Promise<Page> {
  const page = await openPage({ baseURL: site.url, javaScript: false, width });
  if (!person) return page;
  const plain = new Request(site.url);
  const [name = "", value = ""] =
    sessionCookie(await openSession(db.client, plain, person, new Date()), plain)
      .split(";")[0]
      ?.split("=") ?? [];
  await page.context().addCookies([{ name, value, url: site.url }]);
  return page;
}

const textOf = (page: Page) => page.locator("main").innerText();

describe("a case without script", () => {
  it("is put forward, passed, selected, signed and read on a phone", { timeout: MOST_MS }, async () => {
    const handler = await pageOf(staff.handler);
    await handler.goto("/desk/nominations");
    await handler.getByRole("link", { name: /^推荐 绿道建设管理办法/ }).click();
    await handler.getByLabel("案例标题").fill("绿道坏了找谁修，一看就懂");
    await handler.getByRole("button", { name: "保存" }).click();
    expect(await textOf(handler)).toContain("请写明做法和成效。");
    expect(await handler.getByLabel("案例标题").inputValue()).toBe("绿道坏了找谁修，一看就懂");
    await handler.getByLabel("做法和成效").fill("照居民问的写。");
    await handler.getByRole("button", { name: "保存" }).click();
    expect(await textOf(handler)).toContain("截至今天（2026年7月10日）的记录");
    await handler.getByRole("button", { name: "报送本单位审核" }).click();
    const address = new URL(handler.url()).pathname;

    const reviewer = await pageOf(staff.reviewer);
    await reviewer.goto(address);
    await reviewer.getByRole("button", { name: "审核通过，报送区公开办" }).click();
    expect(await textOf(reviewer)).toContain("已报送区公开办");

    const reader = await pageOf(null, 360);
    await reader.goto(`/cases/${ROUND}`);
    expect(await textOf(reader)).not.toContain("绿道");

    site.setNow(AUGUST);
    const office = await pageOf(staff.office);
    await office.goto(address);
    await office.getByLabel("入选", { exact: true }).check();
    await office.getByLabel("理由").fill("先讲居民要做什么，再讲规定。");
    await office.getByRole("button", { name: "保存" }).click();
    await office.goto(`/office/nominations/${ROUND}`);
    await office.getByRole("button", { name: "提交名单签批" }).click();

    const leader = await pageOf(judges.leader);
    await leader.goto(`/office/nominations/${ROUND}`);
    await leader.getByRole("button", { name: "签批名单" }).click();
    await office.goto(`/office/nominations/${ROUND}`);
    await office.getByRole("button", { name: "公布名单" }).click();

    await reader.goto("/cases");
    await reader.getByRole("link", { name: "2026年上半年" }).click();
    expect(await textOf(reader)).toContain("先讲居民要做什么，再讲规定。");
    await reader.locator(".material-links a").first().click();
    expect(await reader.locator("h1").innerText()).toBe("绿道坏了找谁修？");
    for (const page of [handler, reviewer, office, leader, reader]) await page.context().close();
  });
});
