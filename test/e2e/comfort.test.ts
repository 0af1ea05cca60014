// What the one script adds, and that everything is there without it.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { openPage, type PageOptions } from "../setup/browser";
import { startServer, type RunningServer } from "../setup/server";
import { PLAN } from "./client";
import { pageAddresses } from "./route-list";

const WECHAT =
  "Mozilla/5.0 (Linux; Android 12; M2007J3SC) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.35 NetType/WIFI Language/zh_CN";

/** Looked through side by side, because each page is waited for until it is quiet. */
const TABS = 4;

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
});

describe("a phone in WeChat", () => {
  it("shows the next steps and both switches on the first screen of the home page", async () => {
    const page = await phone({ userAgent: WECHAT });
    await page.goto("/");
    for (const text of ["提意见", "查进度", "长者模式", "English", "菜单"]) {
      const box = await page.getByText(text, { exact: true }).locator("visible=true").first().boundingBox();
      expect([text, box && box.y + box.height < 700 && box.x + box.width <= 390]).toEqual([text, true]);
    }
    await page.context().close();
  });

  it("shows on the first screen of an open draft what to do and how long is left, in large text too", async () => {
    const page = await phone({ userAgent: WECHAT });
    for (const elder of ["0", "1"]) {
      await page.goto(`${PLAN}?elder=${elder}`);
      for (const part of [page.locator("#call .badge"), page.getByRole("link", { name: "提意见", exact: true })]) {
        const box = await part.boundingBox();
        expect([elder, box && box.y + box.height <= page.viewportSize()!.height]).toEqual([elder, true]);
      }
    }
    await page.context().close();
  });

  it("opens the list of sections and large text without script, and large text stays", async () => {
    const page = await phone({ javaScript: false });
    await page.goto("/consultations");
    const sections = page.locator(".site-nav a");
    expect(await sections.first().isVisible()).toBe(false);
    await page.locator(".menu summary").click();
    expect(await sections.first().isVisible()).toBe(true);
    expect(await page.locator(".aids-switch").isVisible()).toBe(false);
    await page.getByText("长者模式").click();
    await page.goto("/track");
    expect(await page.locator("html").getAttribute("class")).toBe("elder");
    await page.context().close();
  });

  it("moves nothing while a page loads", { timeout: 240_000 }, async () => {
    const addresses = pageAddresses().public.filter((one) => !one.includes("{"));
    const tab = async (_: unknown, tab: number) => {
      const page = await phone();
      await page.addInitScript(measureShift);
      const moved = await movedOn(
        page,
        addresses.filter((_, index) => index % TABS === tab),
      );
      await page.context().close();
      return moved;
    };
    expect((await Promise.all(Array.from({ length: TABS }, tab))).flat()).toEqual([]);
  });

  it("moves nothing either for whoever chose larger letters and more contrast before", async () => {
    const page = await phone();
    await page.addInitScript(measureShift);
    await page.addInitScript(() => {
      for (const [key, value] of Object.entries({
        "aid:size": "larger",
        "aid:contrast": "high",
        "text-size": "largest",
      }))
        localStorage.setItem(key, value);
    });
    expect(await movedOn(page, ["/", PLAN, `${PLAN}#draft`, "/messages", "/track"])).toEqual([]);
    await page.goto(PLAN);
    const lettersOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect([await lettersOf("html"), await lettersOf(".clause-text")]).toEqual([22, 38.5]);
    expect(await page.locator("button[data-size=largest]").getAttribute("aria-pressed")).toBe("true");
    await page.context().close();
  });

  it("would be caught moving: what pushes a page down after its first painting is measured", async () => {
    const page = await phone();
    await page.addInitScript(measureShift);
    await page.addInitScript(() =>
      addEventListener("load", () =>
        setTimeout(() => {
          const late = document.createElement("div");
          late.append(..."迟到的一段文字".repeat(20));
          document.getElementById("main")?.prepend(late);
        }, 100),
      ),
    );
    await page.goto("/track");
    await page.waitForFunction(() => document.documentElement.dataset.shift !== undefined);
    await page.context().close();
  });
});

interface Shift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}

/** Runs in the page before anything of it: all movements, and what moved, stand at the document. */
function measureShift(): void {
  new PerformanceObserver((list) => {
    const root = document.documentElement;
    for (const { value, sources } of list.getEntries() as Shift[]) {
      const moved = sources.map(({ node }) => (node instanceof Element ? `${node.tagName}.${node.className}` : "text"));
      root.dataset.shift = `${root.dataset.shift ?? ""} ${value.toFixed(4)} of ${moved.join(", ")};`;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

async function movedOn(page: Page, addresses: string[]): Promise<string[]> {
  const moved: string[] = [];
  for (const address of addresses) {
    await page.goto(address, { waitUntil: "networkidle" });
    const shift = await page.locator("html").getAttribute("data-shift");
    if (shift) moved.push(`${address}: ${shift}`);
  }
  return moved;
}

describe("the reading aids", () => {
  it("keep text size and contrast from page to page on this device, and back", async () => {
    const page = await openPage({ baseURL: server.url });
    await page.goto("/");
    const sizeOf = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    await page.getByRole("button", { name: "阅读工具" }).click();
    await page.getByRole("button", { name: "特大" }).click();
    await page.getByRole("button", { name: "高", exact: true }).click();
    await page.goto("/track");
    expect(await sizeOf()).toBe(22);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(0, 0, 0)");
    await page.getByRole("button", { name: "阅读工具" }).click();
    expect(await page.getByRole("button", { name: "特大" }).getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("group", { name: "字号" }).getByRole("button", { name: "标准" }).click();
    expect(await sizeOf()).toBe(16);
    await page.context().close();
  });

  it("read clause by clause with the browser's voice, mark where they are, pause, and stop at Escape", async () => {
    const page = await openPage({ baseURL: server.url });
    await page.addInitScript(standInForTheVoice);
    await page.goto(PLAN);
    await page.getByRole("button", { name: "阅读工具" }).click();
    await page.getByRole("button", { name: "朗读本页" }).click();
    const marked = page.locator(".read-now");
    expect(await marked.textContent()).toContain("海珠区全面推进基层政务公开");
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    while (!(await marked.evaluate((element) => element.matches(".clause-main"))))
      await page.getByRole("button", { name: "下一段" }).click();
    const clause = (await marked.textContent()) ?? "";
    expect(clause).toContain((await heard()).at(-1));
    await page.getByRole("button", { name: "暂停" }).click();
    expect(await page.locator("[data-reader-toggle]").textContent()).toBe("继续");
    await page.keyboard.press("Escape");
    expect(await marked.count()).toBe(0);
    expect(await page.locator(".player").isVisible()).toBe(false);
    await page.context().close();
  });

  it("offer no voice where the browser has none", async () => {
    const page = await openPage({ baseURL: server.url });
    await page.addInitScript(() => Reflect.deleteProperty(window, "speechSynthesis"));
    await page.goto("/");
    await page.getByRole("button", { name: "阅读工具" }).click();
    expect(await page.getByText("朗读本页").isVisible()).toBe(false);
    await page.context().close();
  });
});

describe("a form with files", () => {
  it("says which file is too large, how much room a text has left, and arrives at the receipt", async () => {
    const page = await openPage({ baseURL: server.url });
    await page.goto(`${PLAN}/comments/new`);
    const file = { name: "goods.pdf", mimeType: "application/pdf" };
    await page.setInputFiles("#attachment", [{ ...file, buffer: Buffer.alloc(21 * 1024 * 1024, "a") }]);
    expect(await page.locator(".chosen-too-large").textContent()).toContain("太大");
    await page.fill("#body", "字".repeat(9000));
    expect(await page.locator("[data-count]").first().textContent()).toBe("还可以写 1000 字");
    const pdf = Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(600 * 1024, " "), Buffer.from("\n%%EOF")]);
    await page.setInputFiles("#attachment", [{ ...file, buffer: pdf }]);
    await page.check("input[name=submitter][value=person]");
    await page.locator("main form[method=post] .button-primary").click();
    await page.waitForURL(/\/receipts\//);
    expect(await page.locator("main").textContent()).toContain("goods.pdf");
    await page.context().close();
  });

  it("comes back with its errors in view when it was refused, everything typed still there", async () => {
    const page = await openPage({ baseURL: server.url });
    await page.goto(`${PLAN}/comments/new`);
    const image = Buffer.alloc(400 * 1024, "x");
    await page.setInputFiles("#attachment", [{ name: "photo.png", mimeType: "image/png", buffer: image }]);
    await page.fill("#body", "请写明时间。");
    await page.check("input[name=submitter][value=person]");
    await page.locator("main form[method=post] .button-primary").click();
    await page.locator("#error-summary").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("error-summary");
    expect(await page.inputValue("#body")).toBe("请写明时间。");
    await page.context().close();
  });
});

function phone(options: PageOptions = {}): Promise<Page> {
  return openPage({ baseURL: server.url, width: 390, ...options });
}

/** Machines that run tests have no voice: this one says nothing and remembers what it was given to say. */
function standInForTheVoice(): void {
  const heard: string[] = [];
  const voice = { speak: ({ text }: { text: string }) => heard.push(text), cancel: () => undefined };
  Object.defineProperty(window, "heard", { value: heard });
  Object.defineProperty(window, "speechSynthesis", { value: voice });
}
