import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Person } from "~/accounts/actor";
import { approveConsultation } from "~/consultations/approve-consultation.server";
import { completeConsultation } from "~/consultations/complete-consultation.server";
import { passConsultation } from "~/consultations/pass-consultation.server";
import { postComment } from "~/consultations/post-comment.server";
import { queueNotice } from "~/notifications/queue-notice.server";
import type { Database } from "~/platform/db.server";
import { receiptCode } from "~/platform/receipt-code.server";
import * as layout from "~/routes/desk/route";
import * as comment from "~/routes/desk.comments.$number/route";
import * as dossier from "~/routes/desk.consultations.$slug.dossier/route";
import * as enter from "~/routes/desk.consultations.$slug.enter/route";
import * as inquiries from "~/routes/desk.consultations.$slug.inquiries/route";
import * as notices from "~/routes/desk.notices/route";
import { transact } from "~/timeline/transact.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createApproved, createStaff, recordOf, type Staff } from "../../factories/desk";
import { fillSheet } from "../../../prisma/seeds/release-sheet";
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
    "routes/desk.comments.$number": { path: "comments/:number", module: comment, parent },
    "routes/desk.consultations.$slug.enter": { path: "consultations/:slug/enter", module: enter, parent },
    "routes/desk.consultations.$slug.inquiries": { path: "consultations/:slug/inquiries", module: inquiries, parent },
    "routes/desk.consultations.$slug.dossier": { path: "consultations/:slug/dossier", module: dossier, parent },
    "routes/desk.notices": { path: "notices", module: notices, parent },
  });
});
afterAll(async () => {
  expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  await db.close();
});

const JULY = at("2026-07-10");
const SEPTEMBER = at("2026-09-20");

type Fields = Record<string, string | string[]> | FormData;

const addressOf = (slug: string, place: string) => `/desk/consultations/${slug}/${place}`;

async function see(path: string, person: Person = staff.handler, now = JULY): Promise<string> {
  const { status, html } = await site.get(path, person, now);
  expect(status).toBe(200);
  return html.replaceAll("<!-- -->", "");
}

function multipart(fields: Record<string, string>, files: Record<string, File> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...files })) form.append(name, value);
  return form;
}

const PDF = new File(["%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"], "来信.pdf", {
  type: "application/pdf",
});

describe("what came on paper, by phone, mail or in a meeting", () => {
  const LETTER = { act: "enter_comment", channel: "letter", statedOn: "2026-07-03", body: "请保留老榕树。" };
  const post = (slug: string, fields: Fields, person = staff.handler, now = JULY) =>
    site.post(addressOf(slug, "enter"), person, now, fields);

  it("is entered once when the form is sent twice, also at the same moment", async () => {
    const slug = await createApproved(db, staff);
    const form = { ...LETTER, key: "0123456789abcdef" };
    const answers = await Promise.all([post(slug, form), post(slug, form)]);
    answers.push(await post(slug, form));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(await db.client.comment.count({ where: { consultation: { slug } } })).toBe(1);
  });

  it("is entered with channel, stated date and scan, and gets a receipt to pass on", async () => {
    const slug = await createApproved(db, staff);
    const answer = await post(
      slug,
      multipart({ ...LETTER, clause: "c2", from: "1", to: "2", name: "何伯" }, { attachment: PDF }),
    );
    expect(answer.status).toBe(303);
    expect(answer.location).toMatch(/\/enter\?entered=\d+$/);
    const number = Number(answer.location!.split("=")[1]);
    const row = await db.client.comment.findUniqueOrThrow({ where: { number }, include: { attachments: true } });
    expect(row).toMatchObject({ channel: "letter", statedOn: "2026-07-03", enteredById: staff.handler.accountId });
    expect(row).toMatchObject({ consentsToPublish: false, sentenceFrom: 1, sentenceTo: 2, review: "pending" });
    expect(row.attachments).toMatchObject([{ fileName: "来信.pdf", isPublic: false }]);
    const event = await db.client.timelineEvent.findFirstOrThrow({
      where: { subjectId: String(number), subjectKind: "comment" },
    });
    expect(event).toMatchObject({ kind: "comment.entered", happenedOn: "2026-07-03" });
    expect(event.at).toContain("2026-07-10");
    const code = receiptCode(number);
    expect((await see(answer.location!)).replaceAll("-", "")).toContain(code);
    expect((await see(answer.location!, staff.allround)).replaceAll("-", "")).not.toContain(code);
  });

  it("is refused without channel, date or words, with a date to come, and keeps what was typed and the scan", async () => {
    const slug = await createApproved(db, staff);
    const cases: [Record<string, string>, string][] = [
      [{ channel: "" }, "请选择意见来源"],
      [{ channel: "online" }, "请选择意见来源"],
      [{ statedOn: "" }, "请填写来信、来电或会议的日期"],
      [{ statedOn: "2026-07-11" }, "不能晚于今天"],
      [{ body: " " }, "请填写意见内容"],
      [{ clause: "c9" }, "草案中没有这一条款"],
      [{ clause: "c2", from: "1", to: "9" }, "所选句子不在这一条款内"],
    ];
    for (const [change, text] of cases) {
      const refused = await post(slug, multipart({ ...LETTER, name: "何伯", ...change }));
      expect(refused.status, text).toBe(422);
      expect(refused.html).toContain(text);
      expect(refused.html).toContain("何伯");
    }
    const refused = await post(slug, multipart({ ...LETTER, statedOn: "" }, { attachment: PDF }));
    const kept = /name="kept"[^>]*value="([0-9a-z]{16})"/.exec(refused.html)?.[1];
    expect(kept).toBeDefined();
    const again = await post(slug, multipart({ ...LETTER, kept: kept! }));
    const number = Number(again.location!.split("=")[1]);
    expect(await db.client.attachment.count({ where: { commentNumber: number } })).toBe(1);
  });

  it("is entered until the outcome goes to review, by the handling officers of the unit alone", async () => {
    const slug = await createApproved(db, staff);
    expect((await post(slug, LETTER, staff.handler, SEPTEMBER)).status).toBe(303);
    for (const person of [staff.reviewer, staff.otherHandler, staff.office, staff.resident]) {
      expect((await post(slug, LETTER, person)).status, person.name).toBe(404);
    }
    await db.client.consultation.update({ where: { slug }, data: { state: "outcome_in_review" } });
    const late = await post(slug, LETTER, staff.handler, SEPTEMBER);
    expect([late.status, late.html.includes("不能办理“录入意见”")]).toEqual([422, true]);
  });
});

describe("the register of bodies asked in writing", () => {
  const ASKED = { act: "record_inquiry", bodyName: "区园林局", askedOn: "2026-07-02", dueOn: "2026-07-20" };
  const post = (slug: string, fields: Fields, person = staff.handler) =>
    site.post(addressOf(slug, "inquiries"), person, JULY, fields);

  it("lists each with its deadline; an opinion becomes a comment of its own, counted apart", async () => {
    const slug = await createApproved(db, staff);
    expect((await post(slug, ASKED)).status).toBe(303);
    expect((await post(slug, { ...ASKED, bodyName: "区交通局" })).status).toBe(303);
    const html = await see(addressOf(slug, "inquiries"));
    expect(html).toContain("等待复函");
    const [first, second] = [...html.matchAll(/<option value="(\d+)"/g)].map((match) => match[1]!);
    const opinion = { act: "record_reply", inquiry: first!, repliedOn: "2026-07-08", replyKind: "opinion" };
    expect((await post(slug, opinion)).html).toContain("请填写意见内容");
    expect((await post(slug, { ...opinion, body: "建议补充树种清单。", clause: "c2" })).status).toBe(303);
    expect((await post(slug, { ...opinion, body: "再来一次。" })).html).toContain("已经登记过复函");
    const none = { act: "record_reply", inquiry: second!, repliedOn: "2026-07-09", replyKind: "no_comment" };
    expect((await post(slug, none)).status).toBe(303);
    const done = await see(addressOf(slug, "inquiries"));
    expect(done).toContain("复函：无意见");
    expect(done).toMatch(/复函：第 \d+ 号意见/);
    const { id } = await recordOf(db, slug);
    const comments = await db.client.comment.findMany({ where: { consultationId: id } });
    expect(comments).toMatchObject([
      { channel: "written_inquiry", name: "区园林局", submitter: "organisation", clauseId: "c2" },
    ]);
  });

  it("refuses what cannot be", async () => {
    const slug = await createApproved(db, staff);
    const cases: [Record<string, string>, string][] = [
      [{ ...ASKED, bodyName: "" }, "请填写函询单位名称"],
      [{ ...ASKED, askedOn: "2026-07-11" }, "发函日期不能晚于今天"],
      [{ ...ASKED, dueOn: "2026-07-01" }, "复函期限须晚于发函日期"],
      [{ act: "record_reply", inquiry: "99999", repliedOn: "2026-07-08", replyKind: "no_comment" }, ""],
      [{ act: "pass" }, "请从列出的选项中选择"],
    ];
    for (const [fields, text] of cases) {
      const refused = await post(slug, fields);
      expect(refused.status, text).toBe(text ? 422 : 404);
      expect(refused.html).toContain(text);
    }
    for (const person of [staff.reviewer, staff.otherHandler, staff.office]) {
      expect((await post(slug, ASKED, person)).status, person.name).toBe(404);
    }
  });
});

describe("the dossier", () => {
  const REVIEW = {
    ...{ act: "record_step", kind: "legality_review", startedOn: "2026-08-10", happenedOn: "2026-08-19" },
    ...{ holder: "区司法局", conclusion: "合法。" },
  };
  const DECISION = {
    act: "record_decision",
    decidedOn: "2026-09-15",
    decidedNote: "采纳一条，其余说明。",
    finalText: "same",
  };
  const post = (slug: string, fields: Fields, person = staff.handler) =>
    site.post(addressOf(slug, "dossier"), person, SEPTEMBER, fields);

  async function createPublished(): Promise<string> {
    const slug = await createApproved(db, staff);
    const deps = { db, now: at("2026-08-20") };
    await completeConsultation(staff.handler, { slug, version: null, outcomeProcess: "网上公布。" }, deps);
    await passConsultation(staff.reviewer, { slug, version: null }, deps);
    await fillSheet(staff.reviewer, slug, deps);
    await approveConsultation(staff.approver, { slug, version: null, releaseRevisedDraft: false }, deps);
    return slug;
  }

  it("says which steps a major decision needs, which are missing, and on what basis", async () => {
    const slug = await createApproved(db, staff);
    const html = await see(addressOf(slug, "dossier"));
    for (const text of ["专家论证", "合法性审查", "集体讨论", "第二十五条至第二十八条", "必经", "未登记"]) {
      expect(html).toContain(text);
    }
  });

  it("takes a step with its evidence, not a legality review that had too little time", async () => {
    const slug = await createApproved(db, staff);
    const hasty = await post(slug, multipart({ ...REVIEW, happenedOn: "2026-08-12" }, { attachment: PDF }));
    expect(hasty.status).toBe(422);
    expect(hasty.html).toContain("合法性审查时间不少于 7 个工作日");
    const kept = /name="kept"[^>]*value="([0-9a-z]{16})"/.exec(hasty.html)![1]!;
    expect((await post(slug, multipart({ ...REVIEW, kept }))).status).toBe(303);
    const html = await see(addressOf(slug, "dossier"), staff.handler, SEPTEMBER);
    expect(html).toContain("来信.pdf");
    expect(html).toContain("已登记，2026年8月19日");
    for (const person of [staff.reviewer, staff.otherHandler, staff.office]) {
      expect((await post(slug, multipart(REVIEW), person)).status, person.name).toBe(404);
    }
  });

  it("names what stands against the decision before its button, and records it with the draft as final text", async () => {
    const slug = await createPublished();
    const before = await see(addressOf(slug, "dossier"), staff.handler, SEPTEMBER);
    expect(before).toContain("还不能登记决策");
    expect(before).toContain("重大行政决策须先登记合法性审查意见");
    expect(before).not.toContain('value="record_decision"');
    expect((await post(slug, multipart(DECISION))).html).toContain("重大行政决策须先登记合法性审查意见");
    await post(slug, multipart(REVIEW));
    expect((await post(slug, multipart({ ...DECISION, decidedNote: "" }))).html).toContain("研究采纳情况");
    expect((await post(slug, multipart({ ...DECISION, documentNumber: "海府规〔2026〕3号" }))).status).toBe(303);
    const consultation = await recordOf(db, slug);
    expect(consultation).toMatchObject({ state: "decided", documentNumber: "海府规〔2026〕3号" });
    const clauses = await db.client.clause.findMany({ where: { draftId: consultation.finalDraftId! } });
    expect(clauses.map(({ clauseId }) => clauseId)).toEqual(["c1", "c2", "c3"]);
    expect(await see(addressOf(slug, "dossier"), staff.handler, SEPTEMBER)).toContain("文号 海府规〔2026〕3号");
  });

  it("takes another final text, pasted or as a file, whose clauses keep their ids", async () => {
    const slug = await createPublished();
    await post(slug, multipart(REVIEW));
    const none = await post(slug, multipart({ ...DECISION, finalText: "other" }));
    expect(none.status).toBe(422);
    expect(none.html).toContain("请粘贴文稿");
    const text =
      "## 一、总体要求\n\n### （一）目标\n\n全面公开。逐条答复。一年内完成。\n\n### （二）渠道\n\n设立专区。\n\n### （三）保障\n\n落实经费。\n";
    const file = new File([text], "正式文本.md", { type: "text/markdown" });
    expect((await post(slug, multipart({ ...DECISION, finalText: "other" }, { file }))).status).toBe(303);
    const { finalDraftId } = await recordOf(db, slug);
    const clauses = await db.client.clause.findMany({
      where: { draftId: finalDraftId! },
      orderBy: { position: "asc" },
    });
    expect(clauses.map(({ clauseId }) => clauseId)).toEqual(["c1", "c2", "c3", "c4"]);
    expect(clauses[3]).toMatchObject({ heading: "保障" });
  });

  it("tells whoever comes second that the decision was recorded", async () => {
    const slug = await createPublished();
    await post(slug, multipart(REVIEW));
    const { version } = await recordOf(db, slug);
    const decision = multipart({ ...DECISION, version: String(version) });
    expect((await post(slug, decision)).status).toBe(303);
    const second = await post(slug, multipart({ ...DECISION, version: String(version) }), staff.allround);
    expect(second.status).toBe(409);
    expect(second.html).toContain("林嘉敏 已于 2026年9月20日 12:00 改动过");
  });
});

describe("the outbox", () => {
  const post = (fields: Fields, person = staff.handler, query = "") =>
    site.post(`/desk/notices${query}`, person, JULY, fields);

  async function queue(contact: string): Promise<number> {
    const slug = await createApproved(db, staff);
    const input = { slug, clause: null, from: null, to: null, stance: null, body: "请增设座椅。", suggestion: null };
    const more = { submitter: "person" as const, name: null, contact: null, publish: true, key: null, uploads: [] };
    const deps = { db, now: JULY };
    const { number } = await postComment(GUEST, { ...input, ...more, language: "zh-CN" }, deps);
    await transact(deps, async (tx, record) => {
      const params = { number, title: "绿道建设方案", unit: "区住房建设局", slug, ground: "secret_or_private" };
      const subject = { kind: "comment", id: String(number) };
      const notice = {
        kind: "comment_withheld",
        contact,
        language: "zh-CN",
        subject,
        unitCode: "housing",
        params,
      } as const;
      await queueNotice(tx, notice, JULY);
      record({ kind: "comment.withheld", subject, actor: staff.handler, payload: { consultation: slug } });
    });
    return number;
  }

  it("shows each notice in full to the officers who tell people, recipient and receipt masked to everyone else", async () => {
    const number = await queue("lan@example.org");
    const own = await see("/desk/notices");
    for (const text of ["lan@example.org", receiptCode(number), "涉及国家秘密、商业秘密或者个人隐私", "等待发送"]) {
      expect(own).toContain(text);
    }
    for (const person of [staff.reviewer, staff.office]) {
      const html = await see("/desk/notices", person);
      expect(html).toContain("l***@example.org");
      expect(html).not.toContain("lan@example.org");
      expect(html).not.toContain(receiptCode(number));
    }
    expect(await see("/desk/notices", staff.otherHandler)).not.toContain("example.org");
    expect((await site.get("/desk/notices", staff.resident, JULY)).status).toBe(404);
  });

  it("lists whom to call, until an officer records that it was done", async () => {
    const number = await queue("020-84120000");
    const list = "?channel=phone&open=yes";
    const html = await see(`/desk/notices${list}`);
    expect(html).toContain("待电话告知 1 件");
    expect(html).toContain("020-84120000");
    const notice = /name="notice" value="(\d+)"/.exec(html)![1]!;
    expect(await see(`/desk/notices${list}`, staff.reviewer)).not.toContain('name="notice"');
    expect((await post({ act: "tell", notice }, staff.reviewer)).status).toBe(404);
    const told = await post({ act: "tell", notice }, staff.handler, list);
    expect([told.status, told.location]).toEqual([303, `/desk/notices${list}`]);
    expect(await see(`/desk/notices${list}`)).not.toContain(`/desk/comments/${number}"`);
    expect(await see("/desk/notices?channel=phone")).toContain("林嘉敏已告知");
    const second = await post({ act: "tell", notice }, staff.allround);
    expect(second.status).toBe(409);
    expect(second.html).toContain("林嘉敏 已于");
    for (const bad of [
      { act: "tell", notice: "1abc" },
      { act: "call", notice },
      { act: "tell" },
      { act: "tell", notice, by: "x" },
    ]) {
      expect((await post(bad as Fields)).status).toBe(422);
    }
  });
});
