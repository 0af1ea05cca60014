// npm run bench:browser: how soon a phone of modest means shows a page. Chromium's own measures, with the processor four
// times slower and a slow 4G line (150 ms, 1.6 Mbit/s down), each page five times in a fresh profile. It asserts nothing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "../setup/chromium.js";
import { openConsultation, PUBLISHED, publishComments } from "./fill.js";
import { startProduct } from "./product.js";

const TIMES = 5;
const SLOWER = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
/** After the page has loaded: late shifts and larger paintings still count. */
const SETTLING_MS = 1_000;

const folder = mkdtempSync(path.join(tmpdir(), "yishiting-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const product = await startProduct(folder, { pin: [] });
const [, password] = /demonstration password: (\S+)/.exec(product.printed());
const opened = await openConsultation(product.port, password);
await publishComments(product.port, opened);
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
const pages = [
  ["home", "/"],
  [`draft with ${PUBLISHED} comments`, `/consultations/${opened.slug}`],
];
console.log(`Medians of ${TIMES} (least to most); processor ${SLOWER} times slower, slow 4G, 390 × 844:`);
for (const [name, address] of pages) {
  const runs = [];
  for (let turn = 0; turn < TIMES; turn++) runs.push(await measure(address));
  const told = (key, unit) => `${spread(runs.map((run) => run[key]))}${unit}`;
  console.log(`${name}: largest contentful paint ${told("largest", " ms")} of ${runs[0].what}`);
  console.log(`  first contentful paint ${told("first", " ms")}, answer begins after ${told("answer", " ms")}`);
  console.log(`  cumulative layout shift ${told("shift", "")}, transferred ${told("kilobytes", " kB")}`);
}
await browser.close();
await product.stop();

async function measure(address) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send("Network.enable");
  await tools.send("Network.emulateNetworkConditions", SLOW_4G);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(observe);
  await page.goto(`http://127.0.0.1:${product.port}${address}`, { waitUntil: "load" });
  await page.waitForTimeout(SETTLING_MS);
  const found = await page.evaluate(read);
  await context.close();
  return found;
}

/** Runs in the page before anything of it. */
function observe() {
  globalThis.seen = { largest: 0, what: "", shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      globalThis.seen.largest = entry.startTime;
      globalThis.seen.what = entry.element?.tagName.toLowerCase() ?? "a removed element";
    }
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

function read() {
  const [navigation] = performance.getEntriesByType("navigation");
  const files = [navigation, ...performance.getEntriesByType("resource")];
  return {
    ...globalThis.seen,
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    answer: navigation.responseStart,
    kilobytes: files.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000,
  };
}

function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const show = (value) => (value > 0 && value < 10 ? value.toFixed(3) : value.toFixed(0));
  return `${show(sorted[sorted.length >> 1])} (${show(sorted[0])} to ${show(sorted.at(-1))})`;
}
