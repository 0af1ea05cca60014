import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "~/i18n/language";
import { axe, expectNoConsoleErrors, lostOn, openPage } from "../setup/browser";
import { startServer, type RunningServer } from "../setup/server";
import { ask, findPlaces, PLAN, signIn } from "./client";
import { AccessibilityRecord } from "./accessibility-record";
import { examplesOf, ROUTES, type Places, listedAs } from "./route-list";

const MOST_SCRIPT_BYTES = 30 * 1024;
const MOST_STYLE_BYTES = 20 * 1024;
const TABS = 3;
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

let server: RunningServer;
let places: Places;

const pages = Object.entries(ROUTES).filter(([, { kind }]) => kind === "page");
const publicPages = pages.filter(([, { as }]) => !as);
const staffPages = pages.filter(([, { as }]) => as);

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
  places = await findPlaces(server.url);
});

const record = new AccessibilityRecord();

// `npm run accessibility:record` renews what /accessibility says of this test.
afterAll(async () => {
  if (process.env.ACCESSIBILITY_RECORD === "1") await record.write(new Date());
});

describe.each(LANGUAGES)("Public pages in %s", (language) => {
  it("axe finds nothing on any of them, wide or on a phone", { timeout: 600_000 }, async () => {
    const found: string[] = [];
    await inTabs(addresses(publicPages), { language, width: WIDE.width }, async (page, address) => {
      for (const viewport of [WIDE, PHONE]) {
        await page.setViewportSize(viewport);
        const violations = await record.check(page, listedAs(address, places), language);
        found.push(...violations.map((violation) => `${address} at ${viewport.width} pixels: ${violation}`));
      }
      // What else is asked of the page is asked while it is open.
      const more = [...(await unmarkedChinese(page, language)), ...(await lostAt(page, 320))];
      found.push(...more.map((what) => `${address} ${what}`));
      await page.setViewportSize(WIDE);
    });
    expect(found).toEqual([]);
  });

  it("axe finds nothing on a form that was refused, in large text too", async () => {
    const page = await visitor({ language, width: 360 });
    for (const elder of ["0", "1"]) {
      await page.goto(`${PLAN}/comments/new?clause=c2&elder=${elder}`);
      await page
        .locator("form[method=post] button[type=submit]:not([name]), form[method=post] button:not([type])")
        .last()
        .click();
      expect(await axe(page)).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(360);
    }
    await page.context().close();
  });
});

/** An English page marks whatever stands there in Chinese, and says that it exists only in Chinese. */
async function unmarkedChinese(page: Page, language: Language): Promise<string[]> {
  if (language !== "en") return [];
  const { bare, isChinese, isSaid } = await page.evaluate(chineseOn);
  return [
    ...bare.map((text) => `has unmarked Chinese: ${text}`),
    ...(isChinese && !isSaid ? ["does not say that something exists only in Chinese"] : []),
  ];
}

/** Runs in the page: Chinese text outside of elements that say so, and whether the page tells of it. A description of a picture cannot be marked in part. */
function chineseOn() {
  const bare: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? "";
    const isMarked = node.parentElement?.closest("[lang]")?.getAttribute("lang") === "zh-CN";
    if (/\p{Script=Han}/u.test(text) && !isMarked && !node.parentElement?.closest("desc")) bare.push(text.slice(0, 40));
  }
  const note = document.querySelector<HTMLElement>(".only-chinese");
  return {
    bare,
    isChinese: document.querySelector("main [lang=zh-CN]") !== null,
    isSaid: note !== null && note.offsetHeight > 0,
  };
}

/** What is lost when the page stands in so narrow a window; 320 pixels are 400 % zoom of a wide one. */
async function lostAt(page: Page, width: number): Promise<string[]> {
  const viewport = page.viewportSize()!;
  await page.setViewportSize({ ...viewport, width });
  const lost = await lostOn(page);
  await page.setViewportSize(viewport);
  return lost.map((what) => `at ${width} pixels: ${what}`);
}

describe("Staff pages", () => {
  it.each(staffPages)(
    "axe finds nothing on %s, and nothing comes from elsewhere",
    async (_route, { as = "", ...entry }) => {
      const page = await visitor({ width: WIDE.width });
      await page.context().addCookies(cookiesOf(await signedInAs(as)));
      for (const address of examplesOf(entry, places)) {
        const answer = await page.goto(address);
        expect([address, answer?.status()]).toEqual([address, 200]);
        expect([address, await record.check(page, listedAs(address, places), "zh-CN")]).toEqual([address, []]);
        await page.setViewportSize(PHONE);
        expect([address, await widthOf(page)]).toEqual([address, PHONE.width]);
        expect([address, await lostAt(page, 320)]).toEqual([address, []]);
        await page.setViewportSize(WIDE);
      }
      expectNoConsoleErrors(page);
      expect(await foreignRequests(page)).toEqual([]);
      await page.context().close();
    },
  );
});

describe("What a public page brings along", () => {
  it.each(publicPages)(
    "%s has one small script, the few lines that keep what the reader chose, one style sheet, and nothing inline",
    async (_route, entry) => {
      for (const address of examplesOf(entry, places)) {
        const { status, text } = await ask(server.url, address);
        expect([address, status]).toEqual([address, entry.status ?? 200]);
        expect([
          address,
          text.match(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle="|\son[a-z]+="|javascript:/gi),
        ]).toEqual([address, null]);
        const scripts = [
          ...text.matchAll(/<(?:script[^>]*\ssrc|link[^>]*rel="modulepreload"[^>]*href)="([^"]+)"/g),
        ].map(([, file]) => file ?? "");
        const styles = [...text.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
          ([, file]) => file ?? "",
        );
        expect([address, scripts.length, styles.length]).toEqual([address, 2, 1]);
        expect(await gzippedBytes(await withImports(scripts))).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
        expect(await gzippedBytes(styles)).toBeLessThanOrEqual(MOST_STYLE_BYTES);
      }
    },
  );

  it("data, files and what is only posted answer as listed", async () => {
    for (const [route, entry] of Object.entries(ROUTES).filter(([, { kind }]) => kind !== "page")) {
      const cookie = entry.as && (await signedInAs(entry.as));
      for (const address of examplesOf(entry, places)) {
        expect([route, (await ask(server.url, address, { cookie })).status]).toEqual([route, entry.status ?? 200]);
      }
    }
  });
});

const sessions = new Map<string, Promise<string>>();

/** The cookies of this account, which signs in once for all its pages. */
function signedInAs(account: string): Promise<string> {
  const session = sessions.get(account) ?? signIn(server, account);
  sessions.set(account, session);
  return session;
}

function visitor(options: { language?: Language; width: number }): Promise<Page> {
  return openPage({ baseURL: server.url, ...options }).then(async (page) => {
    if (options.language) await page.context().addCookies(cookiesOf(`lang=${options.language}`));
    requests.set(page, []);
    page.on("request", (request) => requests.get(page)?.push(request.url()));
    return page;
  });
}

/** Looks at each address in one of a few tabs, none of which may complain or ask anything of another site. */
async function inTabs(
  list: string[],
  options: Parameters<typeof visitor>[0],
  look: (page: Page, address: string) => Promise<void>,
): Promise<void> {
  const left = [...list];
  const tab = async () => {
    const page = await visitor(options);
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      await page.goto(address);
      await look(page, address);
    }
    expectNoConsoleErrors(page);
    expect(await foreignRequests(page)).toEqual([]);
    await page.context().close();
  };
  await Promise.all(Array.from({ length: TABS }, tab));
}

const requests = new WeakMap<Page, string[]>();

async function foreignRequests(page: Page): Promise<string[]> {
  return (requests.get(page) ?? []).filter((url) => new URL(url).host !== new URL(server.url).host);
}

function cookiesOf(header: string): { name: string; value: string; url: string }[] {
  return header.split("; ").map((pair) => {
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    return { name, value, url: server.url };
  });
}

function addresses(list: typeof pages): string[] {
  return list.flatMap(([, entry]) => examplesOf(entry, places));
}

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/** The files with all that they import, at once or later. */
async function withImports(files: string[], known: string[] = []): Promise<string[]> {
  for (const file of files.filter((one) => !known.includes(one))) {
    known.push(file);
    const { text } = await ask(server.url, file);
    const imports = [...text.matchAll(/(?:from|import)\s*\(?"(\.\/[^"]+\.js)"/g)].map(
      ([, name = ""]) => `/assets/${name.slice(2)}`,
    );
    await withImports(imports, known);
  }
  return known;
}

async function gzippedBytes(files: string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => gzipSync((await ask(server.url, file)).text).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}
