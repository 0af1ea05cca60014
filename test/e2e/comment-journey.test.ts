import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, expectNoConsoleErrors, openPage } from "../setup/browser";
import { Keyboard } from "../setup/keyboard";
import { startServer, type RunningServer } from "../setup/server";

const PLAN = "/consultations/basic-level-open-government-plan";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
}, 300_000);
afterAll(async () => {
  await server?.stop();
});

async function received(page: Page): Promise<number> {
  const text = await page.locator("[data-count=received]").innerText();
  return Number(/\d+/.exec(text.replaceAll(",", ""))?.[0]);
}

/** The address of the form for the first clause with several sentences. */
async function clauseForm(page: Page): Promise<string> {
  await page.goto(PLAN);
  const links = await page.locator('a[href*="/comments/new?clause="]').all();
  for (const link of links) {
    const address = (await link.getAttribute("href"))!;
    const clause = new URL(address, server.url).searchParams.get("clause")!;
    if ((await page.locator(`[id="${clause}-s3"]`).count()) > 0) return address;
  }
  throw new Error("No clause of three sentences");
}

describe("with the keyboard alone", () => {
  it("a resident finds the plan, comments on two sentences of an item and holds a receipt", async () => {
    const page = await openPage({ baseURL: server.url });
    const keyboard = new Keyboard(page);
    await page.goto("/consultations");
    await keyboard.to(`a[href="${PLAN}"]`);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${PLAN}`);
    const before = await received(page);

    const form = await clauseForm(page);
    await page.goto(PLAN);
    await keyboard.to(`a[href="${form}"]`);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/comments/new?clause=*");
    await keyboard.to("input[name=sentence][value='1']");
    await page.keyboard.press("Space");
    await keyboard.to("input[name=sentence][value='2']");
    await page.keyboard.press("Space");
    await keyboard.to("input[name=stance]");
    await page.keyboard.press("Space");
    await keyboard.to("textarea[name=body]");
    await page.keyboard.type("建议写明由哪个科室负责。");
    await keyboard.to("input[name=contact]");
    await page.keyboard.type("13800138000");
    await keyboard.to("input[name=publish]");
    await page.keyboard.press("Space");
    await keyboard.to("main form[method=post] button[type=submit]");
    await page.keyboard.press("Enter");

    await page.waitForURL("**/receipts/*");
    expect(await page.locator("main").innerText()).toContain("建议写明由哪个科室负责。");
    expect(await page.locator("svg[role=img]").count()).toBe(1);
    await page.goto(PLAN);
    expect(await received(page)).toBe(before + 1);
    expect(await page.locator("main").innerText()).not.toContain("建议写明由哪个科室负责。");
    expectNoConsoleErrors(page);
  });
});

describe("with JavaScript off and images blocked", () => {
  it("the whole way works: form, refusal with everything kept, receipt, another browser, consent, leaving", async () => {
    const page = await openPage({ baseURL: server.url, javaScript: false, width: 360 });
    await page.route("**/*", (route) =>
      route.request().resourceType() === "image" ? route.abort() : route.continue(),
    );
    await page.goto(await clauseForm(page));
    expect(await page.locator("input[name=publish]:checked").count()).toBe(0);
    await page.getByLabel("修改建议").fill("增加一句。");
    await page.getByLabel("称呼或者名称").fill("林小明");
    await page.getByLabel("手机号或者电子邮箱").fill("linxiaoming@example.org");
    await page.getByLabel("同意公开", { exact: true }).check();
    await page.locator("input[name=sentence][value='2']").check();
    const picture = { name: "现场.txt", mimeType: "text/plain", buffer: Buffer.from("现场说明") };
    await page.locator("input[type=file]").setInputFiles(picture);
    // The browser would stop an empty field; this asks what the server does.
    await page.locator("textarea[name=body]").fill(" \u3000 ");
    await page.locator("main form[method=post] button[type=submit]").click();

    expect(await page.locator("#error-summary").innerText()).toContain("请填写意见内容");
    expect(await page.locator("input[name=name]").inputValue()).toBe("林小明");
    expect(await page.locator("input[name=sentence][value='2']").isChecked()).toBe(true);
    expect(await page.locator("input[name=publish][value=yes]").isChecked()).toBe(true);
    expect(await page.locator("input[name=kept]").isChecked()).toBe(true);

    await page.locator("textarea[name=body]").fill("无脚本也能提意见。");
    await page.locator("main form[method=post] button[type=submit]").click();
    await page.waitForURL("**/receipts/*");
    const receipt = page.url();
    const main = await page.locator("main").innerText();
    for (const said of ["无脚本也能提意见。", "增加一句。", "林小明", "linxiaoming@example.org", "现场.txt"]) {
      expect(main).toContain(said);
    }

    const other = await openPage({ baseURL: server.url, javaScript: false });
    await other.goto(receipt);
    expect(await other.locator("main").innerText()).not.toMatch(/无脚本|林小明|linxiaoming/);
    await other.getByLabel("联系方式的后四位").fill("0000");
    await other.locator("main form button[type=submit]").click();
    expect(await other.locator("[role=alert]").innerText()).toContain("对不上");
    await other.getByLabel("联系方式的后四位").fill("ming");
    await other.locator("main form button[type=submit]").click();
    await other.waitForURL(receipt);
    expect(await other.locator("main").innerText()).toContain("无脚本也能提意见。");

    await other.getByRole("button", { name: "撤回同意，不再公开" }).click();
    expect(await other.locator("main").innerText()).toContain("撤回同意");
    expect(await other.getByRole("button", { name: "撤回同意，不再公开" }).count()).toBe(0);
    await other.getByRole("button", { name: "退出并清除" }).click();
    await other.waitForURL("**/track");
    await other.goto(receipt);
    expect(await other.locator("main").innerText()).not.toContain("无脚本也能提意见。");

    await page.reload();
    await page.locator("details.dialog summary").click();
    await page.getByLabel("我知道删除以后不能恢复").check();
    await page.getByRole("button", { name: "删除", exact: true }).click();
    expect(await page.locator("main").innerText()).toContain("依法遮盖");
    expect(await page.locator("main").innerText()).not.toMatch(/无脚本|林小明|linxiaoming/);
  });

  it("a text beyond all measure is not taken, and going back leads to all that was typed", async () => {
    const page = await openPage({ baseURL: server.url, javaScript: false });
    await page.goto(`${PLAN}/comments/new`);
    await page.getByLabel("称呼或者名称").fill("林小明");
    const field = page.locator("textarea[name=body]");
    await field.fill("长".repeat(400_000));
    await page.locator("main form[method=post] button[type=submit]").click();
    expect(await page.locator("#error-summary").innerText()).toContain("按浏览器的“返回”，刚才写的都还在");
    await page.goBack();
    expect([(await field.inputValue()).length, await page.locator("input[name=name]").inputValue()]).toEqual([
      400_000,
      "林小明",
    ]);
  });
});

describe("an open page", () => {
  it("moves its number by itself when somebody else comments", async () => {
    const reader = await openPage({ baseURL: server.url });
    await reader.goto(PLAN);
    await reader.waitForSelector("html[data-live=on]", { state: "attached" });
    const before = await received(reader);
    const writer = await openPage({ baseURL: server.url, javaScript: false });
    await writer.goto(`${PLAN}/comments/new`);
    await writer.locator("textarea[name=body]").fill("另一页上的人也会看到数字变化。");
    await writer.locator("main form[method=post] button[type=submit]").click();
    await writer.waitForURL("**/receipts/*");
    await expect.poll(() => received(reader), { timeout: 15_000 }).toBe(before + 1);
    expectNoConsoleErrors(reader);
  });
});

/** What stands at an address of its own is judged by the test of axe; these pages come of what somebody typed. */
describe.each(["zh-CN", "en"] as const)("in %s axe finds nothing", (language) => {
  const seenOn = async (page: Page) => {
    const found: string[] = [];
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await axe(page)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    return found;
  };

  it("in a refused form and on a receipt, with and without its words, wide or on a phone", async () => {
    const page = await openPage({ baseURL: server.url, language });
    await page.goto(`${await clauseForm(page)}&lang=${language}`);
    await page.locator("textarea[name=body]").fill("\u3000");
    await page.locator("main form[method=post] button[type=submit]").click();
    await page.waitForSelector("[role=alert]");
    expect(await seenOn(page)).toEqual([]);
    await page.locator("textarea[name=body]").fill("看得清楚吗？");
    await page.locator("input[name=publish][value=yes]").check();
    await page.locator("main form[method=post] button[type=submit]").click();
    await page.waitForURL("**/receipts/*");
    expect(await seenOn(page)).toEqual([]);
    const stranger = await openPage({ baseURL: server.url, language });
    await stranger.goto(`${page.url()}?lang=${language}`);
    expect(await seenOn(stranger)).toEqual([]);
    for (const one of [page, stranger]) await one.context().close();
  });
});
