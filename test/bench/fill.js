// What the benchmark's database holds, made the same in every run.
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Visitor } from "./product.js";

export const IMPORTED = 20_000;
export const PUBLISHED = 200;
const DRAFT_CHARACTERS = 10_000;
const DAY = 24 * 3600 * 1000;

const PHRASES = [
  "区政府各部门应当在职责范围内做好有关工作",
  "居民可以通过网站、信函和现场等方式提出意见",
  "意见的采纳情况及其理由应当在三十个工作日内公布",
  "新建住宅小区应当配套建设养老和托育服务设施",
  "街道办事处负责辖区内公共空间的日常维护",
  "鼓励社会组织和志愿者参与社区治理",
  "涉及群众切身利益的事项应当举行听证会",
  "有关费用由区财政予以保障并接受审计监督",
  "老旧小区加装电梯应当听取低层住户的意见",
  "公共停车位的收费标准应当向社会公开",
];

/** consultations.jsonl of an old portal: each with three paragraphs and two published comments. */
export async function writeArchive(folder) {
  await mkdir(folder, { recursive: true });
  const file = createWriteStream(path.join(folder, "consultations.jsonl"));
  for (let number = 1; number <= IMPORTED; number++) {
    if (!file.write(`${JSON.stringify(archived(number))}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
  return folder;
}

function archived(number) {
  const opensOn = new Date(Date.UTC(2005, 0, 1) + (number % 7000) * DAY);
  const closesOn = new Date(opensOn.getTime() + 30 * DAY);
  return {
    slug: `archive-${number}`,
    title: `关于征求第${number}号公共服务方案意见的公告`,
    unit: number % 2 ? "housing-construction" : "justice",
    opensOn: dayOf(opensOn),
    closesOn: dayOf(closesOn),
    note: sentence(number),
    paragraphs: [sentence(number), sentence(number + 3), sentence(number + 7)],
    comments: [1, 2].map((turn) => ({
      author: `居民${number % 97}`,
      text: sentence(number + turn),
      at: `${dayOf(new Date(opensOn.getTime() + turn * DAY))}T09:30:00+08:00`,
    })),
  };
}

/** An open consultation of the housing bureau with its draft, prepared and signed by three people. Returns its slug. */
export async function openConsultation(port, password) {
  const [handler, reviewer, approver] = await Promise.all(
    ["handler", "reviewer", "approver"].map((role) => new Visitor(port).signIn(`${role}.housing`, password)),
  );
  const slug = "benchmark";
  await handler.post("/desk/consultations/new", fields(slug));
  const desk = `/desk/consultations/${slug}`;
  await handler.post(`${desk}/draft`, { act: "save_draft", version: 0, clauses: draft() });
  for (const [visitor, act] of [
    [handler, "submit"],
    [reviewer, "pass"],
    [approver, "approve"],
  ]) {
    if (act === "approve") await fillSheet(reviewer, desk);
    await visitor.post(desk, { act, version: await versionOn(visitor, desk) });
  }
  return { slug, handler };
}

/** The release sheet, without which nothing is signed; what the word check finds in made-up sentences may stand. */
export async function fillSheet(reviewer, desk) {
  const page = await reviewer.get(`${desk}/sheet`);
  const hits = [...page.matchAll(/name="hit"[^>]*? value="([^"]+)"/g)].map(([, value]) => ["hit", value]);
  if (hits.length > 0) await reviewer.post(`${desk}/sheet`, [["act", "override"], ["reason", "已核对。"], ...hits]);
  for (const act of ["check_secrecy", "check_personal"]) await reviewer.post(`${desk}/sheet`, { act, cleared: "yes" });
}

/** Posts as a visitor does and publishes each at the desk, as the masking proposes it. */
export async function publishComments(port, { slug, handler }) {
  const visitor = new Visitor(port);
  for (let number = 0; number < PUBLISHED; number++) {
    const posted = await visitor.post(`/consultations/${slug}/comments`, commentOf("published", number));
    const [, comment] = /^items=\d+\.(\d+)~/.exec(posted.headers.getSetCookie()[0]);
    await handler.post(`/desk/comments/${comment}`, { act: "publish", version: 0 });
  }
}

function fields(slug) {
  const today = Date.now();
  return {
    slug,
    unit: "housing-construction",
    title: "社区公共服务设施建设和管理办法（征求意见稿）",
    summary: "规定社区公共服务设施的建设、移交、使用和监督。",
    decisionKind: "normative_document",
    explanatoryNote: sentence(1),
    legalBasis: "《重大行政决策程序暂行条例》",
    opensOn: dayOf(new Date(today)),
    closesOn: dayOf(new Date(today + 45 * DAY)),
    resultsPlan: "截止后三十个工作日内公布。",
    contactName: "林嘉敏",
    contactPhone: "020-00000000",
    showComments: "during",
    askStance: "yes",
  };
}

/** In the format of the drafter's form: fifty articles of five sentences, `DRAFT_CHARACTERS` in all. */
function draft() {
  const articles = Array.from({ length: 50 }, (_, index) => {
    const text = Array.from({ length: 10 }, (_, turn) => sentence(index + turn)).join("");
    return `# 条 | 第${index + 1}条 | 公共服务 | \n${text.slice(0, DRAFT_CHARACTERS / 50 - 1)}。`;
  });
  return articles.join("\n\n");
}

async function versionOn(visitor, url) {
  return /name="version" value="(\d+)"/.exec(await visitor.get(url))?.[1] ?? "";
}

/** One comment as the page's form posts it: every other one names an article and two of its sentences. */
export function commentOf(name, number) {
  const place = number % 2 ? { clause: `c${(number % 50) + 1}`, from: 2, to: 3 } : {};
  return {
    ...place,
    key: `benchmark-${name}-${String(number).padStart(8, "0")}`,
    stance: ["support", "oppose", "neutral"][number % 3],
    body: `${sentence(number)}建议第${(number % 50) + 1}条写明办理期限。${sentence(number + 4)}`,
    suggestion: number % 2 ? sentence(number + 2) : "",
    submitter: "person",
    name: `居民${number % 97}`,
    contact: "",
    publish: "yes",
  };
}

export function sentence(number) {
  return `${PHRASES[number % PHRASES.length]}，${PHRASES[(number + 3) % PHRASES.length]}。`;
}

function dayOf(date) {
  return new Date(date.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 10);
}
