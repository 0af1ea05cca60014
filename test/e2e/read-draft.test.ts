import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { axe, expectNoConsoleErrors, openPage, type PageOptions } from "../setup/browser";
import { startServer, type RunningServer } from "../setup/server";
import { PLAN } from "./client";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
}, 300_000);

async function openDraft(options: PageOptions): Promise<Page> {
  const page = await openPage({ baseURL: server.url, ...options });
  await page.goto(PLAN);
  if (options.javaScript !== false) await page.waitForSelector(".reading[data-ready]");
  return page;
}

/** The words of a sentence as they stand in the draft. */
function words(page: Page, id: string): Promise<string> {
  return page.locator(`#${id}`).innerText();
}

function chosen(page: Page): Promise<string[]> {
  return page.locator("[data-chosen]").evaluateAll((sentences) => sentences.map(({ id }) => id));
}

async function sendChosen(page: Page, quoted: string[]): Promise<void> {
  await page.waitForURL("**/comments/new?clause=c5&from=2&to=3");
  const ticked = page.locator("input[name=sentence]:checked");
  expect(await ticked.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))).toEqual(["2", "3"]);
  await page.locator("textarea[name=body]").fill("请写明由谁巡查。");
  await page.locator("main form[method=post] button[type=submit]").click();
  await page.waitForURL("**/receipts/*");
  expect(await page.locator("main").innerText()).toContain(quoted.join(""));
}

describe("choosing sentences of a draft", () => {
  it("by touch on a phone: one, several, fewer, another clause, and from there to the form and a receipt", async () => {
    const page = await openDraft({ width: 390, touch: true });
    const bar = page.locator(".sentence-bar");
    const quoted = [await words(page, "c5-s2"), await words(page, "c5-s3")];
    expect(await bar.isVisible()).toBe(false);

    await page.locator("#c3-s1").tap();
    expect(await chosen(page)).toEqual(["c3-s1"]);
    await page.locator("#c5-s2").tap();
    expect(await chosen(page)).toEqual(["c5-s2"]);
    await page.locator("#c5-s3").tap();
    expect(await chosen(page)).toEqual(["c5-s2", "c5-s3"]);
    expect(await bar.innerText()).toContain("已选 (四) 第 2 至 3 句");
    expect(await page.locator("[role=status][data-status]").textContent()).toBe("已选 (四) 第 2 至 3 句");

    await bar.getByRole("button", { name: "少选一句" }).tap();
    expect(await chosen(page)).toEqual(["c5-s2"]);
    await bar.getByRole("button", { name: "多选一句" }).tap();
    expect(await chosen(page)).toEqual(["c5-s2", "c5-s3"]);
    expect(await axe(page)).toEqual([]);
    for (const button of await bar.locator("a, button").all()) {
      const { x, width, height } = (await button.boundingBox())!;
      expect([x >= 0, x + width <= 390, height >= 44]).toEqual([true, true, true]);
    }

    await bar.getByRole("link", { name: "写意见" }).tap();
    await sendChosen(page, quoted);
    expectNoConsoleErrors(page);
    await page.context().close();
  });

  it("by keyboard: arrow keys, Enter, Shift, the bar as the next stop, Escape", async () => {
    const page = await openDraft({ width: 1280 });
    const quoted = [await words(page, "c5-s2"), await words(page, "c5-s3")];
    await page.locator("#c5 .clause-number").focus();
    await page.keyboard.press("Tab");
    const first = page.locator("#c5-s1");
    expect(await first.getAttribute("role")).toBe("button");
    expect(await first.evaluate((sentence) => sentence === document.activeElement)).toBe(true);
    const keys = await first.getAttribute("aria-describedby");
    expect(await page.locator(`#${keys}`).textContent()).toContain("回车键");

    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+ArrowRight");
    expect(await chosen(page)).toEqual(["c5-s2", "c5-s3"]);
    expect(await page.locator("#c5-s3").getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator("[role=status][data-status]").textContent()).toBe("已选 (四) 第 2 至 3 句");
    expect(await axe(page)).toEqual([]);

    await page.keyboard.press("Escape");
    expect([await chosen(page), await page.locator(".sentence-bar").isVisible()]).toEqual([[], false]);

    await page.keyboard.press("Shift+ArrowLeft");
    const stops: (string | null)[] = [];
    for (let count = 0; count < 3; count += 1) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate(() => document.activeElement?.getAttribute("data-act") ?? null));
    }
    expect(stops).toContain("respond");
    while ((await page.evaluate(() => document.activeElement?.getAttribute("data-act"))) !== "respond")
      await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await sendChosen(page, quoted);
    expectNoConsoleErrors(page);
    await page.context().close();
  });

  it("without JavaScript: the contents are a plain list, and the form of the clause lists its sentences", async () => {
    const page = await openDraft({ width: 390, javaScript: false });
    expect(await page.locator(".contents a").first().isVisible()).toBe(true);
    expect(await page.locator(".sentence-bar, [data-tool]:visible").first().isVisible()).toBe(false);
    const quoted = [await words(page, "c5-s2"), await words(page, "c5-s3")];
    await page.locator('a[href$="/comments/new?clause=c5"]').click();
    for (const number of ["2", "3"]) await page.locator(`input[name=sentence][value='${number}']`).check();
    await page.locator("textarea[name=body]").fill("不用脚本也能选句子。");
    await page.locator("main form[method=post] button[type=submit]").click();
    await page.waitForURL("**/receipts/*");
    expect(await page.locator("main").innerText()).toContain(quoted.join(""));
    await page.context().close();
  });

  it("survives what moves on the page by itself, and an address that names no sentences ticks none", async () => {
    const page = await openDraft({ width: 1280 });
    await page.locator("#c5-s2").click();
    await page.evaluate(() => {
      const text = document.getElementById("draft-text")!;
      const fresh = text.cloneNode(true) as HTMLElement;
      fresh.querySelector(".sentence-bar")?.remove();
      text.replaceChildren(...fresh.childNodes);
      document.dispatchEvent(new Event("refreshed"));
    });
    expect(await chosen(page)).toEqual(["c5-s2"]);
    expect(await page.locator(".sentence-bar").count()).toBe(1);
    for (const query of ["from=3&to=2", "from=0&to=2", "from=99&to=99", "from=１&to=２", "to=2"]) {
      await page.goto(`${PLAN}/comments/new?clause=c5&${query}`);
      expect([query, await page.locator("input[name=sentence]:checked").count()]).toEqual([query, 0]);
    }
    await page.context().close();
  });
});

describe("a long draft", () => {
  it("is quoted with its title, clause, address and day", async () => {
    const page = await openDraft({ width: 1280 });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.url });
    await page.locator("#c5-s2").click();
    await page.locator(".sentence-bar").getByRole("button", { name: "复制" }).click();
    await page.waitForFunction(() => document.querySelector("[data-status]")?.textContent?.includes("已复制"));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const title = await page.locator("h1").innerText();
    expect(copied).toContain(`“${await words(page, "c5-s2")}”`);
    expect(copied).toContain(`《${title}》，(四) 第 2 句，${server.url}${PLAN}#c5-s2，`);
    expect(copied).toMatch(/\d{4}年\d{1,2}月\d{1,2}日查阅$/);
    await page.context().close();
  });

  it("shows in its contents where the reader is, and keeps the size of letters that was chosen", async () => {
    const page = await openDraft({ width: 1280 });
    await page.goto(`${PLAN}#c8`);
    await page.waitForSelector(".contents a[href='#c8'][aria-current=location]");
    const size = () => page.locator("#c5").evaluate((clause) => getComputedStyle(clause).fontSize);
    const standard = await size();
    await page.getByRole("button", { name: "特大" }).click();
    const largest = await size();
    expect(parseFloat(largest)).toBeGreaterThan(parseFloat(standard));
    await page.reload();
    await page.waitForSelector(".reading[data-ready]");
    expect(await size()).toBe(largest);
    await page.context().close();
  });
});
