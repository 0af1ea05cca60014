// One browser for each test file; every page gets its own cookies and is closed with it. What a page reports on its
// console, or throws, is kept until `expectNoConsoleErrors`.
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import type { Language } from "~/i18n/language";
import { findChromium } from "./chromium";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
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
}

let browser: Promise<Browser> | undefined;
const problems = new WeakMap<Page, string[]>();

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** A page of a fresh visitor, who has no cookies. */
export async function openPage(options: PageOptions = {}): Promise<Page> {
  const { baseURL, width = 1280, javaScript = true, touch = false, language = "zh-CN", userAgent } = options;
  const launched = await (browser ??= launch());
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

/** What axe finds with all its rules. */
export async function axeReport(page: Page): Promise<AxeReport> {
  // Its older way: no page has frames, for which the other opens a second page each time.
  const results = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const { violations, passes, incomplete, inapplicable, testEngine } = results;
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) => `${id}: ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`,
    ),
  );
  const rules = [...violations, ...passes, ...incomplete, ...inapplicable].map(({ id }) => id);
  return { found, rules, version: testEngine.version };
}

export async function axe(page: Page): Promise<string[]> {
  return (await axeReport(page)).found;
}

export function expectNoConsoleErrors(page: Page): void {
  expect(problems.get(page)).toEqual([]);
}

function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("No chromium: install it, or set CHROMIUM_PATH");
  return chromium.launch({ executablePath, args: FLAGS });
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
