import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Person } from "~/accounts/actor";
import { objectToWithholding } from "~/consultations/object-to-withholding.server";
import { postComment, type CommentInput } from "~/consultations/post-comment.server";
import type { Database } from "~/platform/db.server";
import * as layout from "~/routes/desk/route";
import * as comment from "~/routes/desk.comments.$number/route";
import * as bench from "~/routes/desk.consultations.$slug._index/route";
import * as list from "~/routes/desk.consultations.$slug.comments/route";
import { verifyTimeline } from "~/timeline/verify.server";
import { createApproved, createStaff, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { siteOf, type Site } from "../../setup/pages";

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  const parent = "routes/desk";
  site = siteOf(db, {
    [parent]: { path: "desk", module: layout },
    "routes/desk.consultations.$slug._index": { path: "consultations/:slug", module: bench, parent },
    "routes/desk.consultations.$slug.comments": { path: "consultations/:slug/comments", module: list, parent },
    "routes/desk.comments.$number": { path: "comments/:number", module: comment, parent },
  });
});
afterAll(async () => {
  expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  await db.close();
});

const NOW = at("2026-07-10");

const SAME = "请在绿道沿线多设一些长椅，老人走累了可以坐一坐，夏天最好有遮阳的地方，谢谢。";

async function said(slug: string, more: Partial<CommentInput> = {}): Promise<number> {
  const input: CommentInput = {
    ...{ slug, clause: null, from: null, to: null, stance: null, suggestion: null, submitter: "person" },
    ...{ name: null, contact: null, publish: true, key: null, uploads: [], language: "zh-CN" },
    body: "建议写明完成时间。",
    ...more,
  };
  return (await postComment(GUEST, input, { db, now: NOW })).number;
}

const listOf = (slug: string, query = "") => `/desk/consultations/${slug}/comments${query}`;

async function see(path: string, person: Person | null = staff.handler): Promise<string> {
  const { status, html } = await site.get(path, person, NOW);
  expect(status).toBe(200);
  return html.replaceAll("<!-- -->", "");
}

const DECISION = { act: "decide", outcome: "explained", reason: "已在方案中安排，见说明。" };

function outcomes(numbers: number[]) {
  return db.client.comment
    .findMany({ where: { number: { in: numbers } }, orderBy: { number: "asc" } })
    .then((rows) => rows.map(({ outcome }) => outcome));
}

describe("the processing desk", () => {
  it("shows near-identical comments as one opinion of so many people, with what differs", async () => {
    const slug = await createApproved(db, staff);
    const [first] = [await said(slug, { body: SAME }), await said(slug, { body: SAME })];
    await said(slug, { body: SAME.replace("长椅", "座椅") });
    await said(slug, { body: "反对占用停车位。" });
    const html = await see(listOf(slug));
    expect(html).toContain("共 4 条，相近的归在一起，分 2 行列出");
    expect(html).toContain("2 种写法，3 人");
    expect(html).toContain("另一种写法，1 人：");
    expect(html).toMatch(/<ins>.*座.*<\/ins>/s);
    expect(html.match(/name="cluster"/g)).toHaveLength(1);
    expect(html.match(/name="comments"/g)).toHaveLength(1);
    expect(html).toContain(`id="comment-${first}"`);
  });

  it("answers a whole group and single comments with one response", async () => {
    const slug = await createApproved(db, staff);
    const numbers = [await said(slug, { body: SAME }), await said(slug, { body: SAME }), await said(slug)];
    const html = await see(listOf(slug));
    const cluster = /name="cluster"[^>]*value="([^"]+)"/.exec(html)![1]!;
    const posted = { ...DECISION, cluster, comments: `${numbers[2]}:0` };
    const answer = await site.post(listOf(slug), staff.handler, NOW, posted);
    expect([answer.status, answer.location]).toEqual([303, `${listOf(slug)}?decided=3`]);
    expect(await outcomes(numbers)).toEqual(["explained", "explained", "explained"]);
    const rows = await db.client.comment.findMany({ where: { number: { in: numbers } } });
    expect(new Set(rows.map(({ responseId }) => responseId)).size).toBe(1);
  });

  it("refuses a group that grew after the page was shown, and keeps what was typed", async () => {
    const slug = await createApproved(db, staff);
    const numbers = [await said(slug, { body: SAME }), await said(slug, { body: SAME })];
    const cluster = /name="cluster"[^>]*value="([^"]+)"/.exec(await see(listOf(slug)))![1]!;
    numbers.push(await said(slug, { body: SAME }));
    const refused = await site.post(listOf(slug), staff.handler, NOW, { ...DECISION, cluster });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain("有变化，全部没有保存");
    expect(refused.html).toContain(DECISION.reason);
    expect(await outcomes(numbers)).toEqual([null, null, null]);
  });

  it("takes all or none, and says which comment a colleague had decided, who and when", async () => {
    const slug = await createApproved(db, staff);
    const [one, two] = [await said(slug), await said(slug, { body: "请增设照明。" })];
    const first = { ...DECISION, comments: `${one}:0` };
    expect((await site.post(listOf(slug), staff.handler, NOW, first)).status).toBe(303);
    const second = { ...DECISION, outcome: "out_of_scope", comments: [`${one}:0`, `${two}:0`] };
    const refused = await site.post(listOf(slug), staff.allround, NOW, second);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain(`第 ${one} 号，林嘉敏 于 2026年7月10日 12:00 办理`);
    expect(await outcomes([one, two])).toEqual(["explained", null]);
  });

  it("publishes what is chosen, with personal data masked, and says which could not be and why", async () => {
    const slug = await createApproved(db, staff);
    const open = await said(slug, { body: "请打电话 13800138000 告诉我。" });
    const silent = await said(slug, { body: "请不要公开。", publish: false });
    const chosen = { act: "publish", comments: [`${open}:0`, `${silent}:0`], theme: "", ground: "", outcome: "" };
    const answer = await site.post(listOf(slug), staff.handler, NOW, chosen);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("已办理 1 条。有 1 条没有办理：");
    expect(answer.html.replaceAll("<!-- -->", "")).toMatch(new RegExp(`第 ${silent} 号</a>：[^<]*没有同意公开`));
    const [shown, kept] = await db.client.comment.findMany({
      where: { number: { in: [open, silent] } },
      orderBy: { number: "asc" },
    });
    expect([shown!.review, kept!.review]).toEqual(["published", "pending"]);
    expect(shown!.publishedBody).not.toContain("13800138000");
  });

  it("marks the theme of a whole group, and withholds single ones on a ground", async () => {
    const slug = await createApproved(db, staff);
    const numbers = [await said(slug, { body: SAME }), await said(slug, { body: SAME }), await said(slug)];
    const cluster = /name="cluster"[^>]*value="([^"]+)"/.exec(await see(listOf(slug)))![1]!;
    const answer = await site.post(listOf(slug), staff.handler, NOW, { act: "summarise", theme: "休息设施", cluster });
    expect([answer.status, answer.location]).toEqual([303, `${listOf(slug)}?done=2`]);
    const withheld = { act: "withhold", ground: "unsuitable", comments: `${numbers[2]}:0` };
    const without = await site.post(listOf(slug), staff.handler, NOW, withheld);
    expect([without.status, without.html.includes("有 1 条没有办理")]).toEqual([422, true]);
    const because = { ...withheld, withheldReason: "内容与他人隐私有关。" };
    expect((await site.post(listOf(slug), staff.handler, NOW, because)).status).toBe(303);
    const rows = await db.client.comment.findMany({ where: { number: { in: numbers } }, orderBy: { number: "asc" } });
    expect(rows.map(({ theme, review }) => [theme, review])).toEqual([
      ["休息设施", "pending"],
      ["休息设施", "pending"],
      [null, "withheld"],
    ]);
  });

  it("acts on nothing of another consultation, and on nothing for another unit", async () => {
    const [slug, other] = [await createApproved(db, staff), await createApproved(db, staff)];
    const foreign = await said(other);
    for (const act of ["publish", "summarise"]) {
      const form = { act, theme: "交通", comments: `${foreign}:0` };
      expect((await site.post(listOf(slug), staff.handler, NOW, form)).status).toBe(404);
      expect((await site.post(listOf(other), staff.otherHandler, NOW, form)).status).toBe(404);
    }
    expect(await db.client.comment.findUnique({ where: { number: foreign } })).toMatchObject({ version: 0 });
  });

  it("asks for the clause of what is adopted, for a reason otherwise, and for something to decide", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug);
    const cases: [Record<string, string>, string][] = [
      [{ outcome: "adopted", comments: `${number}` }, "请指明对应的条款"],
      [{ outcome: "adopted", clause: "c9", comments: `${number}` }, "草案中没有这一条款"],
      [{ outcome: "not_adopted", comments: `${number}` }, "请写明理由"],
      [{ outcome: "not_adopted", reason: "见说明" }, "请选择要办理的意见"],
      [{ reason: "见说明", comments: `${number}` }, "请选择采纳情况"],
      [{ outcome: "explained", reason: "见说明", comments: "12abc" }, "请填写数字"],
    ];
    for (const [fields, text] of cases) {
      const refused = await site.post(listOf(slug), staff.handler, NOW, { act: "decide", ...fields });
      expect(refused.status, text).toBe(422);
      expect(refused.html).toContain(text);
    }
    expect(await outcomes([number])).toEqual([null]);
  });

  it("takes the contract's form at the consultation's own address", async () => {
    const slug = await createApproved(db, staff);
    const numbers = [await said(slug), await said(slug, { body: "请增设照明。" })];
    const posted = { act: "decide", outcome: "adopted", reason: "", clause: "c2", comments: numbers.map(String) };
    const answer = await site.post(`/desk/consultations/${slug}`, staff.handler, NOW, posted);
    expect(answer.status).toBe(303);
    expect(await outcomes(numbers)).toEqual(["adopted", "adopted"]);
  });

  it("is narrowed by what stands in the address, and counts what it shows", async () => {
    const slug = await createApproved(db, staff);
    await said(slug, { clause: "c2", stance: "support", body: "支持全面公开。" });
    await said(slug, { clause: "c3", stance: "oppose", body: "反对设立专区。", publish: false });
    const decided = await said(slug, { body: "与草案无关的一句话。" });
    await site.post(listOf(slug), staff.handler, NOW, { ...DECISION, comments: `${decided}` });
    const cases: [string, string[]][] = [
      ["?clause=c2", ["支持全面公开"]],
      ["?clause=none", ["与草案无关"]],
      ["?stance=oppose", ["反对设立专区"]],
      ["?review=without_consent", ["反对设立专区"]],
      ["?review=awaiting_review", ["支持全面公开", "与草案无关"]],
      ["?outcome=undecided", ["支持全面公开", "反对设立专区"]],
      ["?outcome=explained", ["与草案无关"]],
      [`?q=${encodeURIComponent("专区")}`, ["反对设立专区"]],
      [`?q=${decided}`, ["与草案无关"]],
      ["?channel=letter", []],
      ["?stance=maybe&nonsense=1", ["支持全面公开", "反对设立专区", "与草案无关"]],
    ];
    for (const [query, words] of cases) {
      const html = await see(listOf(slug, query));
      const shown = ["支持全面公开", "反对设立专区", "与草案无关"].filter((text) =>
        html.split("</form>").some((part) => part.includes(`${text}`) && part.includes("comment-words")),
      );
      expect(shown, query).toEqual(words);
    }
  });

  it("turns pages", async () => {
    const slug = await createApproved(db, staff);
    for (let index = 0; index < 51; index += 1)
      await said(slug, { body: `第 ${index} 个地点需要路灯：${"甲乙丙丁戊己庚辛"[index % 8]}${index * 7919}` });
    expect((await see(listOf(slug))).match(/class="comment"/g)).toHaveLength(50);
    expect((await see(listOf(slug, "?page=2"))).match(/class="comment"/g)).toHaveLength(1);
  });
});

describe("who reads what", () => {
  const WORDS = "我叫何晓岚，电话13912345678，住在江南大道中180号302房。";

  it("only the handling officer of the unit reads phone, address and name in full, with what will be masked marked", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug, { body: WORDS, name: "何晓岚", contact: "13912345678" });
    for (const path of [listOf(slug), `/desk/comments/${number}`]) {
      expect(await see(path)).toContain("<mark>13912345678</mark>");
      for (const person of [staff.reviewer, staff.approver, staff.office]) {
        const html = await see(path, person);
        expect(html, `${person.name} ${path}`).not.toContain("13912345678");
        expect(html).not.toContain("180号");
        expect(html).toContain("139");
        expect(html).not.toContain("<mark>");
      }
    }
    expect(await see(`/desk/comments/${number}`)).toContain("何晓岚");
    expect(await see(listOf(slug), staff.reviewer)).toContain("何**");
  });

  it("nobody finds out by searching what they may not read", async () => {
    const slug = await createApproved(db, staff);
    await said(slug, { body: WORDS });
    expect(await see(listOf(slug, "?q=13912345678"))).toContain("共 1 条");
    expect(await see(listOf(slug, "?q=13912345678"), staff.reviewer)).toContain("没有符合条件的意见");
  });

  it("to people of other units and to the public the pages do not exist", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug);
    for (const path of [listOf(slug), `/desk/comments/${number}`]) {
      for (const person of [staff.otherHandler, staff.otherApprover, staff.resident]) {
        expect((await site.get(path, person, NOW)).status, person.name).toBe(404);
        expect((await site.post(path, person, NOW, DECISION)).status, person.name).toBe(404);
      }
      expect((await site.get(path, null, NOW)).location).toContain("/sign-in?next=");
      expect((await site.post(path, null, NOW, DECISION)).status).toBe(401);
    }
    for (const path of ["/desk/comments/999999", "/desk/comments/1abc", "/desk/comments/0", listOf("nowhere")]) {
      expect((await site.get(path, staff.handler, NOW)).status, path).toBe(404);
    }
  });

  it("a reviewer of the unit reads, and decides nothing", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug);
    const html = await see(`/desk/comments/${number}`, staff.reviewer);
    expect(html).toContain("您目前没有可办理的步骤");
    for (const act of ["publish", "withhold", "decide", "summarise", "decide_objection", "erase"]) {
      const fields = { act, outcome: "explained", reason: "x", ground: "indecent", upheld: "yes" };
      const own: Record<string, string[]> = {
        ...{ publish: [], summarise: [], withhold: ["ground", "reason"], decide: ["outcome", "reason"] },
        ...{ decide_objection: ["upheld"], erase: ["ground"] },
      };
      const kept = Object.entries(fields).filter(([name]) => name === "act" || own[act]!.includes(name));
      const form = { ...Object.fromEntries(kept), ...(act === "erase" ? { ground: "personal_data" } : {}) };
      expect((await site.post(`/desk/comments/${number}`, staff.reviewer, NOW, form)).status, act).toBe(404);
    }
  });
});

describe("the page of a comment", () => {
  const pageOf = (number: number) => `/desk/comments/${number}`;
  const post = (number: number, form: Record<string, string>, person = staff.handler) =>
    site.post(pageOf(number), person, NOW, form);
  const rowOf = (number: number) => db.client.comment.findUniqueOrThrow({ where: { number } });

  it("publishes by the button alone, personal data masked", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug, { body: "电话13912345678，请回复。", name: "何晓岚" });
    expect((await post(number, { act: "publish" })).status).toBe(303);
    const row = await rowOf(number);
    expect(row).toMatchObject({ review: "published", publishedName: "何**" });
    expect(row.publishedBody).not.toContain("13912345678");
  });

  it("publishes what the officer read and corrected; an emptied name is left out", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug, { body: "隔壁老张的摊位占道。", suggestion: "请搬走。", name: "何晓岚" });
    const html = await see(pageOf(number));
    expect(html).toContain("隔壁老张的摊位占道。</textarea>");
    const form = { act: "publish", version: "0", body: "隔壁的摊位占道。", suggestion: "请搬走。", name: "" };
    expect((await post(number, form)).status).toBe(303);
    expect(await rowOf(number)).toMatchObject({
      publishedBody: "隔壁的摊位占道。",
      publishedSuggestion: "请搬走。",
      publishedName: null,
    });
    const blank = await post(number, { act: "publish", version: "1", body: "  " });
    expect(blank.status).toBe(422);
    expect(blank.html).toContain("请填写向公众显示的意见内容");
  });

  it("withholds on a ground, told to the author, who objects; the office upholds and it is shown", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug, { contact: "lan@example.org" });
    expect((await post(number, { act: "withhold" })).status).toBe(422);
    expect((await post(number, { act: "withhold", ground: "unsuitable" })).status).toBe(422);
    expect((await post(number, { act: "withhold", ground: "indecent" })).status).toBe(303);
    expect(await see(listOf(slug, "?review=withheld"))).toContain(`comment-${number}`);
    await objectToWithholding(GUEST, { number, holdsReceipt: true, text: "没有不雅的话。" }, { db, now: NOW });
    expect(await see(listOf(slug, "?review=objection"))).toContain(`comment-${number}`);
    expect((await post(number, { act: "publish" })).html).toContain("提出人的异议尚未处理");
    expect((await post(number, { act: "decide_objection", upheld: "yes" })).status).toBe(404);
    expect(await see(pageOf(number), staff.office)).toContain("没有不雅的话。");
    expect((await post(number, { act: "decide_objection", upheld: "no" }, staff.office)).status).toBe(422);
    expect((await post(number, { act: "decide_objection", upheld: "yes" }, staff.office)).status).toBe(303);
    expect(await rowOf(number)).toMatchObject({ review: "published", withheldGround: null });
    const notices = await db.client.notice.findMany({ where: { subjectId: String(number) }, orderBy: { id: "asc" } });
    expect(notices.map(({ kind }) => kind)).toEqual(["comment_received", "comment_withheld", "objection_decided"]);
    expect(await see(pageOf(number))).toContain("支持异议");
  });

  it("shows nothing of an upheld objection whose author never consented", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug, { publish: false });
    await post(number, { act: "withhold", ground: "indecent" });
    await objectToWithholding(GUEST, { number, holdsReceipt: true, text: "请说明。" }, { db, now: NOW });
    await post(number, { act: "decide_objection", upheld: "yes" }, staff.office);
    expect(await rowOf(number)).toMatchObject({ review: "pending", publishedBody: null, withheldGround: null });
    expect((await post(number, { act: "publish" })).html).toContain("没有同意公开");
  });

  it("lets one of two officers win, and tells the other who was faster and when, with what was typed", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug);
    const form = (outcome: string, reason: string) => ({ act: "decide", version: "0", outcome, reason });
    const answers = await Promise.all([
      post(number, form("explained", "第一种回应")),
      post(number, form("out_of_scope", "第二种回应"), staff.allround),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const lost = answers.findIndex(({ status }) => status === 409);
    const { html } = answers[lost]!;
    expect(html).toContain(`${lost === 0 ? "方全" : "林嘉敏"} 已于 2026年7月10日 12:00 改动过`);
    expect(html).toContain(lost === 0 ? "第一种回应" : "第二种回应");
    expect((await rowOf(number)).outcome).toBe(lost === 0 ? "out_of_scope" : "explained");
  });

  it("does so too when the forms carry no version, and lets the winner change their mind", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug);
    const form = (outcome: string) => ({ act: "decide", outcome, reason: "见说明" });
    const answers = await Promise.all([
      post(number, form("explained")),
      post(number, form("referred"), staff.allround),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const winner = answers[0]!.status === 303 ? staff.handler : staff.allround;
    expect((await post(number, form("not_adopted"), winner)).status).toBe(303);
  });

  it("names similar comments and what became of them, and the history with names", async () => {
    const slug = await createApproved(db, staff);
    const [one, two] = [await said(slug, { body: SAME }), await said(slug, { body: SAME })];
    await post(one, { act: "decide", version: "0", outcome: "adopted", clause: "c2", reason: "已写入。" });
    await post(one, { act: "summarise", gist: "增设座椅", theme: "设施" });
    const html = await see(pageOf(two));
    expect(html).toContain("共有 2 人提出相近意见");
    expect(html).toMatch(new RegExp(`/desk/comments/${one}">[^<]*</a> 写法相同 · 采纳`));
    expect(await see(pageOf(one))).toMatch(/填写采纳情况.{0,80}林嘉敏/s);
    expect(await see(listOf(slug, `?theme=${encodeURIComponent("设施")}`))).toContain("增设座椅");
  });

  it("erases by law what the office orders, and nothing of the words is left on any page of the desk", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug, { body: "某某单位的张三行贿。", name: "李四", contact: "13912345678" });
    await see(listOf(slug));
    expect((await post(number, { act: "erase", ground: "personal_data" })).status).toBe(404);
    expect((await post(number, { act: "erase", ground: "personal_data" }, staff.office)).status).toBe(303);
    for (const path of [pageOf(number), listOf(slug), listOf(slug, "?review=erased")]) {
      const html = await see(path);
      expect(html).not.toContain("张三");
      expect(html).not.toContain("13912345678");
    }
    expect(await see(pageOf(number))).toContain("依法遮盖");
  });

  it("refuses fields and verbs it does not know", async () => {
    const slug = await createApproved(db, staff);
    const number = await said(slug);
    expect((await post(number, { act: "destroy" })).status).toBe(422);
    expect((await post(number, { act: "publish", number: "1" })).html).toContain("表单含有本页没有的项目");
    expect(await rowOf(number)).toMatchObject({ review: "pending" });
  });
});
