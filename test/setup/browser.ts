// One browser for each test file and size of letters; every page gets its own cookies and is closed with it. What a page reports on its
// console, or throws, is kept until `expectNoConsoleErrors`.
import { source, type AxeResults, type RunOptions } from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import type { Language } from "~/i18n/language";
import { findTestBrowser } from "./chromium";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Nobody watches: nothing needs to glide, and pictures of a page are rarely wanted.
  "--disable-smooth-scrolling",
  "--disable-threaded-animation",
  "--num-raster-threads=1",
  // Each page runs what looks at it for the first and only time: compiled at once, by no thread beside it (both
  // processors have work), and with room for what it throws away.
  "--js-flags=--always-sparkplug --single-threaded --min-semi-space-size=32",
];

export interface PageOptions {
  /** Address of the site, for addresses that start with /. */
  baseURL?: string;
  /** CSS pixels; the acceptance widths are 1280 and 360. */
  width?: number;
  javaScript?: boolean;
  /** A screen that is touched. */
  touch?: boolean;
  userAgent?: string;
  language?: Language;
  /** Of letters, in percent, as a reader sets it in the browser: lengths in rem and the page's own breaks follow. */
  textSize?: number;
}

const browsers = new Map<number, Promise<Browser>>();
const problems = new WeakMap<Page, string[]>();

afterAll(async () => {
  for (const browser of browsers.values()) await (await browser).close();
  browsers.clear();
});

/** A page of a fresh visitor, who has no cookies. */
export async function openPage(options: PageOptions = {}): Promise<Page> {
  const { baseURL, width = 1280, javaScript = true, touch = false, language = "zh-CN" } = options;
  const { textSize = 100, userAgent } = options;
  const launched = await browserWith(textSize);
  const context = await launched.newContext({
    baseURL,
    viewport: { width, height: width < 600 ? 740 : 900 },
    javaScriptEnabled: javaScript,
    hasTouch: touch,
    locale: language,
    userAgent,
    timezoneId: "Asia/Shanghai",
  });
  const page = await context.newPage();
  problems.set(page, []);
  watch(page, problems.get(page) ?? []);
  return page;
}

export interface AxeReport {
  /** One line for each element: rule, element, what is wrong. */
  found: string[];
  /** All rules that were asked, whether or not the page has anything they are about. */
  rules: string[];
  version: string;
}

/**
 * What axe finds with all its rules, or with those named. It stays in the page, which may be looked at in another width:
 * to read it in costs a good part of judging a page.
 */
export async function axeReport(page: Page, only?: string[]): Promise<AxeReport> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(`${source};(${rememberColours})()`);
  // Of what is right only the names of the rules are wanted: to describe each element takes as long as to judge it.
  const options: RunOptions = { resultTypes: ["violations"], ...(only && { runOnly: { type: "rule", values: only } }) };
  const { violations, passes, incomplete, inapplicable, testEngine } = await page.evaluate(
    (asked) => (window as unknown as { axe: { run(asked: RunOptions): Promise<AxeResults> } }).axe.run(asked),
    options,
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) => `${id}: ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`,
    ),
  );
  const rules = [...violations, ...passes, ...incomplete, ...inapplicable].map(({ id }) => id);
  return { found, rules, version: testEngine.version };
}

interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString(text: string): Colour;
}

/** Runs in the page: axe works out the colour of every element from its text anew, and a page has a handful of them. */
function rememberColours(): void {
  const { prototype } = (window as unknown as { axe: { commons: { color: { Color: { prototype: Colour } } } } }).axe
    .commons.color.Color;
  const parse = prototype.parseString;
  const known = new Map<string, Pick<Colour, "r" | "g" | "b" | "alpha">>();
  prototype.parseString = function (text) {
    const same = known.get(text);
    if (same) return Object.assign(this, same);
    const { r, g, b, alpha } = parse.call(this, text);
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

export async function axe(page: Page): Promise<string[]> {
  return (await axeReport(page)).found;
}

/** What the page cuts off or pushes aside: it scrolls sideways, or a box hides a part of its text. What was written into a field of one line moves under the cursor; nothing else of a field may be cut. */
export function lostOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const lost = scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} in ${clientWidth}`] : [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const { overflowX, overflowY, textOverflow, clip, position, clipPath } = getComputedStyle(element);
      const isForReadersOnly = position === "absolute" && (clip !== "auto" || clipPath !== "none");
      if (isForReadersOnly || element.closest("svg, .skip-link, select, option")) continue;
      const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const isMoved = element instanceof HTMLInputElement && element.value !== "";
      const isCut =
        (hides(overflowX) && !isMoved && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1) ||
        (textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth + 1);
      if (isCut) lost.push(`cut: ${element.tagName}.${element.className} ${element.innerText.slice(0, 30)}`);
    }
    return lost;
  });
}

export function expectNoConsoleErrors(page: Page): void {
  expect(problems.get(page)).toEqual([]);
}

/** The size of letters is a setting of a whole browser. */
function browserWith(textSize: number): Promise<Browser> {
  const known = browsers.get(textSize) ?? launch([`--blink-settings=defaultFontSize=${(textSize * 16) / 100}`]);
  browsers.set(textSize, known);
  return known;
}

function launch(flags: string[]): Promise<Browser> {
  const executablePath = findTestBrowser();
  if (!executablePath) throw new Error("No chromium: install it, or set CHROMIUM_PATH");
  return chromium.launch({ executablePath, args: [...FLAGS, ...flags] });
}

/** The browser also reports the status of a refused form as an error; that status is an answer, not a problem. */
function watch(page: Page, found: string[]): void {
  const answers = new Set<string>();
  page.on("response", (response) => {
    if (response.request().isNavigationRequest()) answers.add(response.url());
  });
  page.on("console", (message) => {
    const isAnswer = /^Failed to load resource:.* 4\d\d/.test(message.text()) && answers.has(message.location().url);
    if (["error", "warning"].includes(message.type()) && !isAnswer) found.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`thrown: ${error.message}`));
}
