// npm run screens: the contact sheet in docs/screens, taken from the built product with its demonstration. One small WebP
// for each page and shape; the newest replace the former ones.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { fillSheet } from "../bench/fill.js";
import { startProduct, Visitor } from "../bench/product.js";
import { findChromium } from "../setup/chromium.js";

const PLAN = "/consultations/basic-level-open-government-plan";
const ENDED = "/consultations/garden-district";
const QUALITY = 28;

const SHAPES = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  wechat: {
    viewport: { width: 390, height: 700 },
    isMobile: true,
    hasTouch: true,
    userAgent:
      "Mozilla/5.0 (Linux; Android 14; 23127PN0CC Build/UKQ1.230804.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) " +
      "Version/4.0 Chrome/126.0.6478.188 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.54.2760 WeChat/arm64 Language/zh_CN",
  },
};
const STAFF_SHAPES = ["desktop", "phone"];
/** Of public pages beside the plain one: large letters on a phone, English on a desktop. */
const VARIANTS = [
  ["elder", "phone", "elder=1"],
  ["en", "desktop", "lang=en"],
];

const folder = mkdtempSync(path.join(tmpdir(), "yishiting-screens-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const sheet = path.resolve(import.meta.dirname, "../../docs/screens");
mkdirSync(sheet, { recursive: true });

let product = await startProduct(folder, { pin: [] });
let site = `http://127.0.0.1:${product.port}`;
const [, password] = /demonstration password: (\S+)/.exec(product.printed());
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-gpu", "--lang=zh-CN"],
});
let total = 0;
const taken = [];

const receipt = await postComment();
const publicPages = {
  home: "/",
  list: "/consultations",
  draft: PLAN,
  comments: `${PLAN}#c5`,
  receipt: receipt.address,
  outcome: `${ENDED}/outcome`,
  rows: `${ENDED}/outcome#rows`,
  changes: `${ENDED}/changes`,
  policy: "/policies/open-government-plan",
  interpretation: "/interpretations/open-government-plan-qa",
  messages: "/messages",
  message: await firstAnswered(),
  "message-form": "/messages/new",
};
for (const [name, address] of Object.entries(publicPages)) await takeAll(name, address);
await takeAll("form", `${PLAN}/comments/new?clause=c2`, refuse);
for (const [name, address] of [
  ["draft", PLAN],
  ["receipt", receipt.address],
]) {
  await take(`${name}-wechat`, address, { shape: "wechat" });
}
for (const [name, address] of [
  ["desk", "/desk"],
  ["message-desk", "/desk/messages"],
  ["processing", "/desk/consultations/ten-livelihood-projects/comments"],
]) {
  for (const shape of STAFF_SHAPES) await take(`${name}-${shape}`, address, { shape, act: signIn });
}
await answerAll();
await takeAll("trace", `${receipt.address}#trace`);
await browser.close();
await product.stop();
writeIndex();
console.log(`${Math.round(total / 1000)} kB in docs/screens`);

/** A public page: both shapes, in large letters, in English. */
async function takeAll(name, address, act) {
  for (const shape of STAFF_SHAPES) await take(`${name}-${shape}`, address, { shape, act });
  for (const [variant, shape, choice] of VARIANTS) await take(`${name}-${variant}`, address, { shape, choice, act });
}

async function take(name, address, { shape, choice, act }) {
  const context = await browser.newContext({
    ...SHAPES[shape],
    baseURL: site,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const cookies = [...receipt.cookies, ...(choice ? [choice] : [])].map((pair) => {
    const [cookie, value] = pair.split(/=(.*)/s);
    return { name: cookie, value, url: site };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(address);
  await act?.(page, address);
  // A part of a page that is jumped to stands where the jump ends.
  await page.evaluate(() => document.querySelector(location.hash || null)?.scrollIntoView({ behavior: "instant" }));
  const tools = await context.newCDPSession(page);
  const { data } = await tools.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  taken.push(name);
  const file = path.join(sheet, `${name}.webp`);
  writeFileSync(file, Buffer.from(data, "base64"));
  total += statSync(file).size;
  await context.close();
}

/** The index of the pictures: one row for each page, its shapes beside each other. */
function writeIndex() {
  const pages = [...new Set(taken.map((name) => name.replace(/-(desktop|phone|elder|en|wechat)$/, "")))].sort();
  const shapes = ["desktop", "phone", "elder", "en", "wechat"];
  const cell = (page, shape) =>
    taken.includes(`${page}-${shape}`)
      ? `<img src="${page}-${shape}.webp" width="${["desktop", "en"].includes(shape) ? 320 : 130}" alt="${page}, ${shape}">`
      : "";
  const lines = [
    "# How it looks",
    "",
    "`npm run screens` takes these pictures from the built product with its demonstration: on a desktop, on a phone, in large letters on a phone, in English on a desktop, and in WeChat's browser.",
    "",
    `| Page | ${shapes.join(" | ")} |`,
    `| --- | ${shapes.map(() => "---").join(" | ")} |`,
    ...pages.map((page) => `| ${page} | ${shapes.map((shape) => cell(page, shape)).join(" | ")} |`),
    "",
  ];
  writeFileSync(path.join(sheet, "README.md"), lines.join("\n"));
}

/** A message whose words and answer everyone may read. */
async function firstAnswered() {
  const { items } = await (await fetch(`${site}/api/v1/messages?state=replied`)).json();
  return `/messages/${items[0].number}`;
}

/** The form as it comes back when something is missing. */
async function refuse(page) {
  await page.locator("textarea[name=suggestion]").fill("增加“六十岁以上老人可以电话预约”。");
  await page.locator("main form[method=post]").evaluate((form) => form.setAttribute("novalidate", ""));
  await page.locator("main form[method=post] button[type=submit]").last().click();
  await page.waitForSelector("[role=alert]");
}

async function signIn(page, address) {
  await page.goto(`/sign-in?next=${encodeURIComponent(address)}`);
  await page.locator("input[name=username]").fill("office");
  await page.locator("input[name=password]").fill(password);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL((url) => url.pathname === address);
}

/** A comment as a resident posts it: its receipt, and the cookie that opens it. */
async function postComment() {
  const body = new URLSearchParams({
    ...{ clause: "c2", body: "建议写明由哪个科室负责，方便群众找人。", submitter: "person" },
    ...{ name: "林女士", contact: "13800138000", publish: "yes" },
  });
  const options = { method: "POST", headers: { Origin: site }, body, redirect: "manual" };
  const answer = await fetch(`${site}${PLAN}/comments`, options);
  const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { address: answer.headers.get("Location"), cookies };
}

/** The way to the published outcome: review, answers, and after closing three signatures. */
async function answerAll() {
  const desk = `/desk${PLAN}`;
  const office = await new Visitor(product.port).signIn("office", password);
  const chosen = async (filter) => {
    const page = await office.get(`${desk}/comments?${filter}`);
    return [...page.matchAll(/name="(comments|cluster)"[^>]*? value="([^"]+)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
  };
  const answer = { outcome: "adopted", clause: "c2", reason: "已写明牵头科室和电话。" };
  await office.post(`${desk}/comments`, [
    ["act", "decide"],
    ...Object.entries(answer),
    ...(await chosen("outcome=undecided")),
  ]);
  await office.post(`${desk}/comments`, [["act", "publish"], ...(await chosen("review=awaiting_review"))]);
  await product.stop();
  product = await startProduct(folder, { pin: [], more: { NOW: "+P40D" } });
  site = `http://127.0.0.1:${product.port}`;
  for (const [username, act] of [
    ["office", "complete"],
    ["office2", "pass"],
    ["leader", "approve"],
  ]) {
    const person = await new Visitor(product.port).signIn(username, password);
    if (act === "approve") await fillSheet(await new Visitor(product.port).signIn("office2", password), desk);
    const version = /name="version" value="(\d+)"/.exec(await person.get(desk))[1];
    await person.post(desk, { act, version, ...(act === "complete" && { outcomeProcess: "在本网站公开征求意见。" }) });
  }
}
