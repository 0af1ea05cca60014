import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectNoConsoleErrors, openPage } from "../setup/browser";
import { startServer, type RunningServer } from "../setup/server";
import { numberOf, PLAN, post } from "./client";

const DESK = "/desk/consultations/basic-level-open-government-plan";
const FEW_TABS = 400;
const MOST_MS = 240_000;

let server: RunningServer;
let number: string;

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
  const words = { body: "请写明电话 13800138000 由谁接听。", submitter: "person", publish: "yes" };
  const { location } = await post(server.url, `${PLAN}/comments`, words);
  number = await numberOf(server.url, location);
});

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in?next=%2Fdesk");
  await page.locator("input[name=username]").fill("office");
  await page.locator("input[name=password]").fill(server.password);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL("**/desk");
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < FEW_TABS; count += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`No way by keyboard to ${selector}`);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML ?? "");

describe("an officer with the keyboard alone", () => {
  it("finds what is due, is told the keys, and gives a comment its outcome", { timeout: MOST_MS }, async () => {
    const page = await openPage({ baseURL: server.url });
    await signIn(page);
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
    expect(await page.locator("dialog kbd").allInnerTexts()).toContain("j");
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    expect(await focused(page)).toContain('name="q"');
    await page.keyboard.type("jjj");
    await page.keyboard.press("c");
    expect([new URL(page.url()).pathname, await page.locator("input[name=q]").inputValue()]).toEqual(["/desk", "jjjc"]);

    await tabTo(page, `a[href="${DESK}/comments"]`);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${DESK}/comments`);
    await page.keyboard.press("j");
    expect(await focused(page)).toContain('type="checkbox"');
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("x");
    expect(await page.locator("input[name=comments]:checked, input[name=cluster]:checked").count()).toBe(1);
    await tabTo(page, "input[name=outcome]");
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
    await tabTo(page, "textarea[name=reason]");
    await page.keyboard.type("已在第九条写明。");
    await tabTo(page, "button[value=decide]");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/comments?decided=*");
    expect(await page.locator("main").innerText()).toContain("已在第九条写明。");

    await page.keyboard.press("t");
    await page.waitForURL("**/desk");
    await page.keyboard.press("n");
    await page.waitForURL("**/desk/notices");
    expectNoConsoleErrors(page);
    await page.context().close();
  });

  it("switches the keys off, and they stay off", { timeout: MOST_MS }, async () => {
    const page = await openPage({ baseURL: server.url });
    await signIn(page);
    await page.goto("/desk/shortcuts");
    await page.getByLabel("使用单键快捷键").uncheck();
    await page.goto("/desk");
    await page.keyboard.press("c");
    await page.keyboard.press("?");
    expect([new URL(page.url()).pathname, await page.locator("dialog").count()]).toEqual(["/desk", 0]);
    await page.goto("/desk/shortcuts");
    await page.getByLabel("使用单键快捷键").check();
    await page.keyboard.press("c");
    await page.waitForURL("**/desk/consultations");
    await page.context().close();
  });
});

describe("an officer without JavaScript and without images, on a phone", () => {
  it(
    "reviews a comment, answers all of them, and completes the outcome after closing",
    { timeout: MOST_MS },
    async () => {
      const page = await plainPage();
      await signIn(page);
      await page.goto(`/desk/comments/${number}`);
      expect(await page.locator("#act-publish textarea[name=body]").inputValue()).not.toContain("13800138000");
      await page.locator("button[value=publish]").click();
      await page.goto(PLAN);
      expect(await page.locator("main").innerText()).toContain("由谁接听");

      await page.goto("/desk");
      await page.locator(`a[href="${DESK}/comments"]`).click();
      for (const box of await page.locator("input[name=comments], input[name=cluster]").all()) await box.check();
      await page.getByLabel("解释说明").check();
      await page.locator("textarea[name=reason]").fill("已在方案中说明。");
      await page.locator("button[value=decide]").click();
      await page.waitForURL("**/comments?decided=*");
      await page.goto(`${DESK}/comments?outcome=undecided`);
      expect(await page.locator("main").innerText()).toContain("没有符合条件的意见");
      await page.goto(`${DESK}/comments?review=awaiting_review`);
      await chooseAll(page);
      await page.locator("button[value=publish]").click();
      await page.waitForURL("**/comments?*done=*");
      await page.context().close();

      await server.stop();
      server = await startServer({ ...server.settings, NOW: "+P40D" });
      const later = await plainPage();
      await signIn(later);
      await later.locator(`a[href="${DESK}"]`).click();
      expect(await later.locator("main").innerText()).not.toContain("还不能");
      await later.locator("textarea[name=outcomeProcess]").fill("在本网站公开征求意见三十日。");
      await later.locator("button[value=complete]").click();
      await later.goto("/desk?clock=waiting");
      expect(await later.locator("main").innerText()).toContain("等待结果审签");
      await later.context().close();
    },
  );
});

async function chooseAll(page: Page): Promise<void> {
  for (const box of await page.locator("input[name=comments], input[name=cluster]").all()) await box.check();
}

async function plainPage(): Promise<Page> {
  const page = await openPage({ baseURL: server.url, javaScript: false, width: 360 });
  await page.route("**/*", (route) => (route.request().resourceType() === "image" ? route.abort() : route.continue()));
  return page;
}
