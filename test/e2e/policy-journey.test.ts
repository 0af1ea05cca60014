import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import type { Database } from "~/platform/db.server";
import { ELEMENTS } from "~/quality/sheet";
import { createStaff, type Staff } from "../factories/desk";
import { openPage } from "../setup/browser";
import { at } from "../setup/clock";
import { freshDatabase, freshFolder } from "../setup/database";
import { openSite, type Site } from "../setup/site";

const MOST_MS = 240_000;
const MOST_TABS = 500;
const SLUG = "repair-rules";
const BENCH = `/desk/policies/${SLUG}`;
const TEXT = "第一条 为了管好绿道，制定本办法。\n第二条 街道收到报修后，七日内修好。\n第三条 修好以后，告诉报修的人。";

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, at("2026-06-22"));
}, 60_000);

/** One person at the keyboard: no script, no pictures, no mouse. */
interface Keys {
  page: Page;
  /** Enter on a link or a button, and the page that follows. */
  press(selector: string): Promise<void>;
  type(selector: string, words: string): Promise<void>;
  /** A radio button of the group with this name. */
  choose(name: string, value: string): Promise<void>;
  /** The option that stands so many places down in the list. */
  pick(selector: string, places: number): Promise<void>;
  day(selector: string, year: string, month: string, day: string): Promise<void>;
  text(): Promise<string>;
}

async function keysOf(person: Person | null): Promise<Keys> {
  const page = await openPage({ baseURL: site.url, javaScript: false });
  await page.route("**/*", (route) => (route.request().resourceType() === "image" ? route.abort() : route.continue()));
  if (person) {
    const plain = new Request(site.url);
    const cookie = sessionCookie(await openSession(db.client, plain, person, new Date()), plain).split(";")[0] ?? "";
    const [name = "", value = ""] = cookie.split("=");
    await page.context().addCookies([{ name, value, url: site.url }]);
  }
  const isAt = (selector: string) =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  const to = async (selector: string) => {
    for (let count = 0; count < MOST_TABS; count += 1) {
      if (await isAt(selector)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`No way by keyboard to ${selector} at ${page.url()}`);
  };
  return {
    page,
    async press(selector) {
      await to(selector);
      const loaded = page.waitForEvent("load");
      await page.keyboard.press("Enter");
      await loaded;
    },
    async type(selector, words) {
      await to(selector);
      await page.keyboard.type(words);
    },
    async choose(name, value) {
      await to(`input[name="${name}"]`);
      if (await isAt(`[value="${value}"]`)) await page.keyboard.press("Space");
      for (let count = 0; !(await isAt(`[value="${value}"]:checked`)); count += 1) {
        if (count > 9) throw new Error(`No ${value} among ${name}`);
        await page.keyboard.press("ArrowDown");
      }
    },
    async pick(selector, places) {
      await to(selector);
      for (let count = 0; count < places; count += 1) await page.keyboard.press("ArrowDown");
    },
    async day(selector, year, month, day) {
      await to(selector);
      // As the browser of the tests lays out a day, whose own language is English.
      await page.keyboard.type(month + day + year);
      expect(await page.locator(selector).inputValue()).toBe(`${year}-${month}-${day}`);
    },
    text: () => page.locator("main").innerText(),
  };
}

const act = (name: string) => `button[name=act][value=${name}]`;

async function prepare(keys: Keys): Promise<void> {
  await keys.page.goto("/desk/policies");
  await keys.press('a[href="/desk/policies/new"]');
  await keys.type("input[name=slug]", SLUG);
  await keys.choose("secrecyReview", "cleared");
  await keys.type("input[name=secrecyReviewer]", "陈工");
  await keys.day("input[name=secrecyReviewedOn]", "2026", "06", "20");
  await keys.choose("proposedAttribute", "proactive");
  await keys.type("input[name=title]", "绿道维修办法");
  await keys.type("textarea[name=summary]", "绿道坏了，几天内修好。");
  await keys.pick("select[name=documentKind]", 2);
  await keys.type("input[name=issuingAuthority]", "海珠区人民政府办公室");
  await keys.press("main form button[type=submit]");
  expect(new URL(keys.page.url()).pathname).toBe(BENCH);
  await keys.press(`a[href="${BENCH}/text"]`);
  await keys.type("textarea[name=source]", TEXT);
  await keys.press(act("cut"));
  await keys.press(act("save_draft"));
}

async function plan(keys: Keys): Promise<void> {
  await keys.page.goto(BENCH);
  await keys.type("textarea[name=planOutline]", "背景、主要内容、怎么办理。");
  await keys.type("input[name=planChannels]", "本网站、服务窗口");
  await keys.type("input[name=planOwner]", "梁文海");
  await keys.press(act("edit_plan"));
  for (const places of [2, 3]) {
    await keys.pick("#add_form-kind", places);
    await keys.press(act("add_form"));
  }
}

async function writeQuestions(keys: Keys): Promise<void> {
  await keys.pick("#begin_material-kind", 2);
  await keys.press(act("begin_material"));
  await keys.page.keyboard.press("Tab");
  await keys.type("input[name=title]", "：绿道坏了找谁修");
  for (const [at, question] of ["坏了找谁？", "几天修好？", "修好了谁告诉我？"].entries()) {
    const own = at === 0 ? "" : `-${at}`;
    await keys.type(`#question${own}`, question);
    await keys.type(`#answer${own}`, "找街道。七日内修好，修好以后街道会告诉您，没有修好的会说明原因。");
    await keys.type(`#questionClauses${own}`, "第二条");
  }
  await keys.press(act("edit"));
}

async function drawChart(keys: Keys): Promise<void> {
  await keys.page.goto(BENCH);
  await keys.pick("#begin_material-kind", 3);
  await keys.press(act("begin_material"));
  await keys.choose("form", "course");
  await keys.type("textarea[name=table]", "月份,报修件数\n2026年1月,3\n2026年2月,5\n2026年3月,2");
  await keys.type("input[name=clauses]", "第二条");
  await keys.press(act("edit"));
}

async function sign(keys: Keys, verb: "pass" | "approve"): Promise<void> {
  await keys.page.goto(BENCH);
  await keys.press(act(verb));
}

async function issueAndRelease(keys: Keys): Promise<void> {
  await keys.page.goto(BENCH);
  await keys.type("#issue-documentNumber", "演示府规〔2026〕9号");
  await keys.day("#issue-signedOn", "2026", "06", "22");
  await keys.pick("#issue-printedAttribute", 1);
  await keys.press(act("issue"));
  await keys.press(act("release"));
}

describe("a policy with keyboard alone, without script and without pictures", () => {
  it(
    "goes from the first word to its readers, their question, a correction and a check",
    { timeout: MOST_MS },
    async () => {
      const handler = await keysOf(staff.handler);
      await prepare(handler);
      await plan(handler);
      await writeQuestions(handler);
      await drawChart(handler);
      expect(await handler.text()).toContain("完整，可以公布");
      await handler.page.goto(BENCH);
      await handler.press(act("submit"));
      await sign(await keysOf(staff.reviewer), "pass");
      const approver = await keysOf(staff.approver);
      await sign(approver, "approve");
      await issueAndRelease(handler);
      expect(await handler.text()).toContain("已公布");

      const reader = await keysOf(null);
      await reader.page.goto("/policies");
      await reader.press(`a[href="/policies/${SLUG}"]`);
      const read = await reader.text();
      for (const words of ["绿道维修办法", "演示府规〔2026〕9号", "街道收到报修后，七日内修好。"])
        expect(read).toContain(words);
      await reader.press(`a[href="/interpretations/${SLUG}-chart"]`);
      expect(await reader.text()).toContain("看数据表");
      await reader.choose("understood", "partly");
      await reader.type("textarea[name=reason]", "七日从哪天算？");
      await reader.press("form[action*=ratings] button[type=submit]");
      await reader.page.goBack();
      await reader.press(`a[href^="/policies/${SLUG}/questions"]`);
      await reader.type("textarea[name=text]", "七日是不是工作日？");
      await reader.press("main form[method=post] button[type=submit]");
      expect(await reader.text()).toContain("等待答复");

      await handler.page.goto(`${BENCH}/questions`);
      await handler.choose("outcome", "answered");
      await handler.type("[name=askedAs]", "七日怎么算？");
      await handler.type("textarea[name=answer]", "按自然日算，收到报修的第二天是第一天。");
      await handler.press("main form[method=post] button[type=submit]");
      await handler.page.goto(`${BENCH}/text`);
      await handler.choose("change", "correct");
      await handler.type("textarea[name=reason]", "漏了“工作”二字。");
      await handler.day("input[name=effectiveOn]", "2026", "06", "23");
      await handler.page.keyboard.press("Tab");
      await handler.type("textarea[name=clauses]", "");
      await handler.page.keyboard.press("Control+End");
      await handler.page.keyboard.type("（更正）");
      await handler.press(act("propose_change"));
      await approver.page.goto(BENCH);
      await approver.press(act("sign_change"));
      await reader.page.goto(`/policies/${SLUG}`);
      const corrected = await reader.text();
      for (const words of ["更正说明", "漏了“工作”二字。", "（更正）", "按自然日算"])
        expect(corrected).toContain(words);

      const office = await keysOf(staff.office);
      await office.page.goto(`/office/quality/${SLUG}`);
      for (const element of ELEMENTS) await office.choose(element, "yes");
      await office.choose("important", "yes");
      await office.choose("outcome", "good");
      await office.press(act("check"));
      expect(await office.text()).toContain("好");
      expect(await db.client.qualityCheck.count()).toBe(1);
    },
  );
});
