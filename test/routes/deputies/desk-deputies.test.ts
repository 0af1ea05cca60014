import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import type { Database } from "~/platform/db.server";
import { createPerson, createPrepared, createStaff, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { openSite, type Site } from "../../setup/site";
import { pageText } from "../../setup/page-text";

const NOW = at("2026-06-22");

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, NOW);
});

async function cookieOf(person: Person): Promise<string> {
  const plain = new Request(`${site.url}/desk`);
  return sessionCookie(await openSession(db.client, plain, person, new Date()), plain).split(";")[0]!;
}

async function post(person: Person | null, fields: Record<string, string>) {
  const headers: Record<string, string> = { Origin: site.url, "Content-Type": "application/x-www-form-urlencoded" };
  if (person) headers.Cookie = await cookieOf(person);
  const body = new URLSearchParams(fields).toString();
  const answer = await fetch(`${site.url}/desk/deputies`, { method: "POST", headers, body, redirect: "manual" });
  return { status: answer.status, location: answer.headers.get("Location"), text: await pageText(answer) };
}

const page = async (person: Person) => site.get("/desk/deputies", { Cookie: await cookieOf(person) });
const DAYS = { fromOn: "2026-06-22", untilOn: "2026-06-24" };

describe("the page of deputies", () => {
  it("takes an arrangement, shows it, and tells the deputy in whose place she is today", async () => {
    const fields = { principal: staff.reviewer.accountId, deputy: staff.handler.accountId, ...DAYS };
    const taken = await post(staff.approver, { act: "arrange", ...fields });
    expect([taken.status, taken.location]).toEqual([303, "/desk/deputies?done=arrange"]);
    expect((await page(staff.approver)).text).toContain("林嘉敏 代 周启明");
    expect((await page(staff.handler)).text).toContain("林嘉敏（今日代理：周启明）");
    expect((await page(staff.otherHandler)).text).not.toContain("周启明");
    const ended = await post(staff.handler, { act: "end", arrangement: "1" });
    expect(ended.location).toBe("/desk/deputies?done=end");
  });

  it("keeps what was typed and says at the field why it was refused", async () => {
    const fields = { principal: staff.handler.accountId, deputy: staff.otherHandler.accountId, ...DAYS };
    const refused = await post(staff.approver, { act: "arrange", ...fields, untilOn: "2026-06-21" });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("B 角不在 A 角的单位");
    expect(refused.text).toContain("结束日期早于开始日期");
    expect(refused.text).toMatch(/name="untilOn"[^>]*value="2026-06-21"|value="2026-06-21"[^>]*name="untilOn"/);
    for (const wrong of [
      { act: "lend" },
      { ...fields, act: "arrange", more: "1" },
      { act: "end", arrangement: "１" },
    ]) {
      expect((await post(staff.approver, wrong as Record<string, string>)).status).toBe(422);
    }
  });

  it("moves a person's work and says item by item what became of it", async () => {
    await createPrepared(db, staff, { title: "绿道方案甲" });
    const ids = { from: staff.handler.accountId, to: staff.otherHandler.accountId };
    const refused = await post(staff.approver, { act: "hand_over", ...ids });
    expect(refused.text).toContain("有 1 项没有移交");
    expect(refused.text).toContain("绿道方案甲");
    const moved = await post(staff.approver, { act: "hand_over", ...ids, to: staff.allround.accountId });
    expect(moved.text).toContain("已移交 1 项");
    expect((await post(staff.handler, { act: "hand_over", ...ids })).status).toBe(404);
  });

  it("shows the approver who has not signed in, with what waits", async () => {
    const { text } = await page(staff.approver);
    expect(text).toContain("久未登录的人");
    expect(text).toContain("绿道方案甲");
    expect((await page(staff.handler)).text).not.toContain("久未登录的人");
  });

  it("lets the system administrator set the days", async () => {
    const admin = await createPerson(db, "系统管理员", [{ role: "system_admin", unit: "office" }]);
    expect((await post(admin, { act: "set_absence", days: "61" })).status).toBe(422);
    expect((await post(admin, { act: "set_absence", days: "7" })).status).toBe(303);
    expect((await post(staff.approver, { act: "set_absence", days: "7" })).status).toBe(404);
  });

  it("is not there for residents and asks guests to sign in", async () => {
    expect((await page(staff.resident)).status).toBe(404);
    expect((await post(staff.resident, { act: "end", arrangement: "1" })).status).toBe(404);
    expect((await site.get("/desk/deputies")).status).toBe(303);
    expect((await post(null, { act: "end", arrangement: "1" })).status).toBe(401);
  });
});
