import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { axeReport, expectNoConsoleErrors, lostOn, openPage } from "../setup/browser";
import { startServer, type RunningServer } from "../setup/server";
import { findPlaces, signIn } from "./client";
import { examplesOf, ROUTES, type Places } from "./route-list";

const MOST_MS = 300_000;
/** CSS pixels: in elder mode what any finger hits (WCAG 2.5.5), else the least that is allowed (WCAG 2.5.8). */
const TARGETS = { elder: 44, standard: 24 };
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

let server: RunningServer;
let places: Places;

const pages = Object.entries(ROUTES).filter(([, { kind }]) => kind === "page");

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
  places = await findPlaces(server.url);
});

/** The same at 320 pixels, as at 400 % zoom, is asked by the test of axe, which has each page open. */
describe("With text of twice the size", () => {
  const see = async (page: Page, addresses: string[]) => {
    const lost: string[] = [];
    for (const address of addresses) {
      await page.goto(address);
      const letters = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      expect([address, letters]).toEqual([address, "32px"]);
      lost.push(...(await lostOn(page)).map((what) => `${address} ${what}`));
      await page.setViewportSize(PHONE);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > PHONE.width) lost.push(`${address} is ${width} pixels wide on a phone`);
      await page.setViewportSize(DESKTOP);
    }
    return lost;
  };
  const opened = () => openPage({ baseURL: server.url, width: DESKTOP.width, textSize: 200 });
  it("nothing is lost on any public page, and it scrolls in one direction only", { timeout: MOST_MS }, async () => {
    const page = await opened();
    const addresses = pages.filter(([, { as }]) => !as).flatMap(([, entry]) => examplesOf(entry, places));
    expect(await see(page, addresses)).toEqual([]);
    await page.context().close();
  });

  it("nor on any page of staff", { timeout: MOST_MS }, async () => {
    const lost: string[] = [];
    for (const as of new Set(pages.flatMap(([, entry]) => entry.as ?? []))) {
      const page = await opened();
      await page.context().addCookies(cookiesOf(await signIn(server, as)));
      const own = pages.filter(([, entry]) => entry.as === as).flatMap(([, entry]) => examplesOf(entry, places));
      lost.push(...(await see(page, own)));
      await page.context().close();
    }
    expect(lost).toEqual([]);
  });
});

/**
 * Each two of the three meet: large letters of the site, more contrast of the system, twice the text of the browser.
 * With none of them the test of axe judges contrast and targets on every page.
 */
const MODES = [
  { elder: false, contrast: "more", textSize: 200, language: "zh-CN" },
  { elder: true, contrast: "no-preference", textSize: 200, language: "zh-CN" },
  { elder: true, contrast: "more", textSize: 100, language: "en" },
] as const;

describe.each(MODES)("In elder mode $elder, contrast $contrast, text $textSize %, $language", (mode) => {
  const { elder, contrast, textSize, language } = mode;
  it(
    "one page of each template has contrast enough, targets a finger hits, and room for its sentences",
    { timeout: MOST_MS },
    async () => {
      const page = await openPage({ baseURL: server.url, width: PHONE.width, textSize });
      await page.emulateMedia({ contrast });
      await page.context().addCookies(cookiesOf(`elder=${elder ? 1 : 0}; lang=${language}`));
      const found: string[] = [];
      for (const address of oneOfEachTemplate()) {
        await page.goto(address);
        expect([address, await page.locator("html.elder").count()]).toEqual([address, elder ? 1 : 0]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > PHONE.width) found.push(`${address} is ${width} pixels wide`);
        const contrasts = await axeReport(page, ["color-contrast"]);
        found.push(...contrasts.found.map((violation) => `${address} ${violation}`));
        found.push(
          ...(await smallTargets(page, elder ? TARGETS.elder : TARGETS.standard)).map(
            (target) => `${address} ${target}`,
          ),
        );
        const narrow = page.viewportSize()!;
        await page.setViewportSize(DESKTOP);
        found.push(...(await squeezedText(page)).map((text) => `${address} squeezed: ${text}`));
        await page.setViewportSize(narrow);
      }
      expect(found).toEqual([]);
      expectNoConsoleErrors(page);
      await page.context().close();
    },
  );
});

/** The first example of each public route. */
function oneOfEachTemplate(): string[] {
  return pages.filter(([, { as }]) => !as).flatMap(([, entry]) => examplesOf(entry, places).slice(0, 1));
}

/** Buttons, fields and links that stand by themselves; a link inside a sentence is exempt, like the sentence it is in. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((pixels) => {
    const small: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")) {
      const { display, visibility } = getComputedStyle(element);
      if (display === "inline" || visibility === "hidden" || element.matches("[type=hidden], .skip-link")) continue;
      const label = element.matches("[type=radio], [type=checkbox]") ? element.closest(".choice") : null;
      const { width, height } = (label ?? element).getBoundingClientRect();
      const isShown = width > 0 && height > 0;
      if (isShown && (height < pixels - 0.5 || width < pixels - 0.5)) {
        small.push(
          `${Math.round(width)}×${Math.round(height)} ${element.tagName}.${element.className} ${element.innerText}`,
        );
      }
    }
    return small;
  }, least);
}

/** Sentences that stand in so narrow a column that each line holds hardly a word. */
function squeezedText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main :is(p, li, dd)")]
      .filter((element) => element.innerText.trim().length > 20 && !element.matches(".visually-hidden"))
      .filter(({ clientWidth }) => clientWidth > 0)
      .filter((element) => element.clientWidth < 5 * Number.parseFloat(getComputedStyle(element).fontSize))
      .map(({ innerText }) => innerText.slice(0, 30)),
  );
}

function cookiesOf(header: string): { name: string; value: string; url: string }[] {
  return header.split("; ").map((pair) => {
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    return { name, value, url: server.url };
  });
}
