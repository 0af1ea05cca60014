import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectNoConsoleErrors, lostOn, openPage } from "../setup/browser";
import { startServer, type RunningServer } from "../setup/server";
import { numberOf, post, signIn, type Fields } from "./client";
import { EMOJI, LONG_WORD, TURNING, writeUnruly, ZERO_WIDTH, type Unruly } from "./unruly-texts";

const WIDTHS = [1280, 320];

let server: RunningServer;
let unruly: Unruly;
let office: string;
/** Where staff read a comment and a message of such words. */
let read: string[];

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
  unruly = writeUnruly(server.databaseUrl, { open: "basic-level-open-government-plan", ended: "legal-aid-stations" });
  office = await signIn(server, "office");
  const words = {
    body: [LONG_WORD, TURNING, ZERO_WIDTH, EMOJI.slice(0, 1_100)].join("\n"),
    ...{
      submitter: "person",
      name: `${TURNING}${"名".repeat(20)}`,
      contact: `${"x".repeat(180)}@a.cn`,
      publish: "yes",
    },
  };
  const message = { ...words, kind: "help", title: `${TURNING}${"W".repeat(30)}` };
  read = [
    `/desk/comments/${await numberOf(server.url, await taken(`${unruly.open}/comments`, words))}`,
    `/desk/messages/${await numberOf(server.url, await taken("/messages", message))}`,
  ];
}, 300_000);

async function taken(address: string, fields: Fields): Promise<string | null> {
  const { status, location } = await post(server.url, address, fields);
  expect([address, status]).toEqual([address, 303]);
  return location;
}

function visit(width: number): Promise<Page> {
  return openPage({ baseURL: server.url, width, touch: width < 600 });
}

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/** What a reader would get who selects the whole page and copies it. */
function copied(page: Page): Promise<string> {
  return page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector("main")!);
    const text = getSelection()!.toString();
    getSelection()!.removeAllRanges();
    return text;
  });
}

/** Buttons and links that look like buttons: inside the window, and nothing lies over them. */
async function hiddenButtons(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const button of await page.locator("main button:visible, main .button:visible").all()) {
    await button.scrollIntoViewIfNeeded();
    const isReached = await button.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return left >= 0 && right <= innerWidth && (element === over || element.contains(over));
    });
    if (!isReached) found.push(await button.innerText());
  }
  return found;
}

describe.each(WIDTHS)("texts that nobody would write, at %i pixels", (width) => {
  it("never make a page wider than the window or hide a button, and can be copied whole", async () => {
    const page = await visit(width);
    const pages = [
      "/consultations",
      unruly.open,
      `${unruly.open}/comments/new`,
      ...[1, 2, 3, 4, 5].map((number) => `${unruly.open}/comments/new?clause=u${number}`),
      unruly.short,
      `${unruly.ended}/outcome`,
    ];
    for (const address of pages) {
      await page.goto(address);
      expect([address, await widthOf(page)]).toEqual([address, width]);
      expect([address, await hiddenButtons(page)]).toEqual([address, []]);
    }
    await page.goto(unruly.open);
    const text = await copied(page);
    for (const words of [LONG_WORD, EMOJI, TURNING, ZERO_WIDTH]) expect(text.includes(words)).toBe(true);
    expectNoConsoleErrors(page);
    await page.context().close();
  });

  it("can be chosen and commented on, with the bar's buttons in reach", async () => {
    const page = await visit(width);
    await page.goto(unruly.open);
    await page.waitForSelector(".reading[data-ready]");
    for (const id of ["u1-s1", "u3-s1", "u5-s2"]) {
      await page.locator(`#${id}`).click({ position: { x: 4, y: 10 } });
      expect(await page.locator("[data-chosen]").count()).toBe(1);
      expect([id, await hiddenButtons(page)]).toEqual([id, []]);
      expect(await widthOf(page)).toBe(width);
    }
    await page.locator("a[data-act=respond]").click();
    await page.waitForURL("**/comments/new?clause=u5&from=2&to=2");
    expect(await page.locator("input[name=sentence]:checked").count()).toBe(1);
    await page.context().close();
  });

  it("do not turn around what stands beside them", async () => {
    const page = await visit(width);
    await page.goto(unruly.open);
    const order = await page.locator("#u3 .comment-meta").evaluate((meta) => {
      const walker = document.createTreeWalker(meta, NodeFilter.SHOW_TEXT);
      const text = walker.nextNode() as Text;
      const at = text.data.indexOf("网上提交");
      const left = [0, 1, 2, 3].map((offset) => {
        const range = document.createRange();
        range.setStart(text, at + offset);
        range.setEnd(text, at + offset + 1);
        const { left: x, top } = range.getBoundingClientRect();
        return top * 10_000 + x;
      });
      return left.every((x, index) => index === 0 || x > left[index - 1]!);
    });
    expect(order).toBe(true);
    await page.context().close();
  });
});

describe.each(WIDTHS)("the desk, at %i pixels, with texts that nobody would write", (width) => {
  it("is as wide as the window, and cuts no text and hides no button", async () => {
    const page = await visit(width);
    const [name = "", value = ""] = office.split(/=(.*)/s);
    await page.context().addCookies([{ name, value, url: server.url }]);
    const processing = ["", "/comments", "/dossier"].map((end) => `/desk${unruly.open}${end}`);
    for (const address of ["/desk", "/desk/consultations", ...processing, ...read, "/desk/messages"]) {
      await page.goto(address);
      expect([address, await lostOn(page)]).toEqual([address, []]);
      expect([address, await hiddenButtons(page)]).toEqual([address, []]);
    }
    expectNoConsoleErrors(page);
    await page.context().close();
  });
});

describe("very much", () => {
  it("of a draft, three thousand clauses, stays a page one can move in, down to the last", async () => {
    const width = 390;
    const page = await visit(width);
    await page.goto(unruly.many);
    await page.waitForSelector(".reading[data-ready]");
    expect(await page.locator(".clause").count()).toBe(3_000);
    expect(await widthOf(page)).toBe(width);
    const contents = await page.locator(".contents").boundingBox();
    expect(contents!.height).toBeLessThanOrEqual(page.viewportSize()!.height);
    await page.locator("#u3000-s2").click();
    expect(await page.locator(".sentence-bar").innerText()).toContain("第3000条");
    expect(await hiddenButtons(page)).toEqual([]);
    await page.context().close();
  });

  it("of an outcome, ten thousand comments, is turned page by page, and its charts stay small", async () => {
    const width = 1280;
    const page = await visit(width);
    await page.goto(`${unruly.ended}/outcome`);
    expect(await page.locator("#rows tbody tr").count()).toBeLessThanOrEqual(200);
    expect(await page.locator(".lead").innerText()).toContain("10,000");
    await page.getByRole("link", { name: "第 50 页" }).click();
    await page.waitForURL("**/outcome?page=50");
    expect(await page.locator("#rows tbody tr").count()).toBe(200);
    expect(await widthOf(page)).toBe(width);
    await page.context().close();
  });
});
