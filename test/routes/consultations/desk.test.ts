import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import * as layout from "~/routes/desk/route";
import * as home from "~/routes/desk._index/route";
import * as bench from "~/routes/desk.consultations.$slug._index/route";
import * as draft from "~/routes/desk.consultations.$slug.draft/route";
import * as list from "~/routes/desk.consultations._index/route";
import * as fresh from "~/routes/desk.consultations.new/route";
import { verifyTimeline } from "~/timeline/verify.server";
import {
  createApproved,
  createPrepared,
  createStaff,
  createSubmitted,
  FIELDS,
  recordOf,
  type Staff,
} from "../../factories/desk";
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
  site = siteOf(db, {
    "routes/desk": { path: "desk", module: layout },
    "routes/desk._index": { path: "", module: home, parent: "routes/desk" },
    "routes/desk.consultations._index": { path: "consultations", module: list, parent: "routes/desk" },
    "routes/desk.consultations.new": { path: "consultations/new", module: fresh, parent: "routes/desk" },
    "routes/desk.consultations.$slug._index": { path: "consultations/:slug", module: bench, parent: "routes/desk" },
    "routes/desk.consultations.$slug.draft": {
      path: "consultations/:slug/draft",
      module: draft,
      parent: "routes/desk",
    },
  });
});
afterAll(async () => {
  expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  await db.close();
});

const JUNE = at("2026-06-21");
const JULY = at("2026-07-10");

const { askStance: _asked, ...TEXTS } = FIELDS;
const POSTED = {
  ...(Object.fromEntries(Object.entries(TEXTS).map(([name, value]) => [name, value ?? ""])) as Record<string, string>),
  askStance: "yes",
};

const address = (slug: string) => `/desk/consultations/${slug}`;

describe("the desk", () => {
  it("is in Chinese, asks a guest to sign in, and does not exist for residents", async () => {
    expect((await site.get("/desk", null, JUNE)).location).toBe("/sign-in?next=%2Fdesk");
    expect((await site.get("/desk", staff.resident, JUNE)).status).toBe(404);
    const page = await site.get("/desk?lang=en", staff.handler, JUNE);
    expect(page.status).toBe(200);
    expect(page.html).toContain('lang="zh-CN"');
    expect(page.headers.get("Cache-Control")).toContain("no-store");
  });

  it("lists what each person has to do next", async () => {
    const slug = await createSubmitted(db, staff, { title: "待审核的绿道方案" });
    const reviewer = await site.get("/desk", staff.reviewer, JUNE);
    expect(reviewer.html).toContain("待审核的绿道方案");
    const approver = await site.get("/desk", staff.approver, JUNE);
    expect(approver.html).not.toContain("待审核的绿道方案");
    for (const person of [staff.otherReviewer, staff.office])
      expect((await site.get("/desk", person, JUNE)).html).not.toContain(slug);
  });
});

describe("the list", () => {
  it("counts by state, filters, and shows no other unit's drafts", async () => {
    await createPrepared(db, staff, { title: "未公开的起草件" });
    await createApproved(db, staff, { title: "已公开的征集件" });
    const own = await site.get("/desk/consultations?state=preparing", staff.reviewer, JULY);
    expect(own.html).toContain("未公开的起草件");
    expect(own.html).not.toContain("已公开的征集件");
    for (const person of [staff.otherHandler, staff.office]) {
      const others = await site.get("/desk/consultations?q=未公开", person, JULY);
      expect(others.html).not.toContain("未公开的起草件");
    }
    const office = await site.get("/desk/consultations?state=open", staff.office, JULY);
    expect(office.html).toContain("已公开的征集件");
  });

  it("takes hostile filters for none", async () => {
    const page = await site.get(
      "/desk/consultations?state=nonsense&page=-1&year=%00&q=%27%22%3C%25_",
      staff.handler,
      JULY,
    );
    expect(page.status).toBe(200);
  });
});

describe("a new consultation", () => {
  it("is begun with its form and goes on to the draft", async () => {
    const posted = await site.post("/desk/consultations/new", staff.handler, JUNE, {
      ...POSTED,
      unit: "housing",
      slug: "lane-plan",
    });
    expect([posted.status, posted.location]).toEqual([303, "/desk/consultations/lane-plan/draft"]);
    expect(await recordOf(db, "lane-plan")).toMatchObject({ state: "preparing", title: FIELDS.title });
  });

  it("keeps everything typed when it is refused, and names what is wrong at its field", async () => {
    const typed = { ...POSTED, unit: "housing", slug: "Lane Plan", title: "", explanatoryNote: "很长的起草说明" };
    const refused = await site.post("/desk/consultations/new", staff.handler, JUNE, typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("很长的起草说明");
    expect(refused.html).toContain('value="Lane Plan"');
    expect(refused.html).toContain('href="#title"');
    expect(refused.html).toContain("请填写标题。");
  });

  it("is not for reviewers, other units or guests", async () => {
    const form = { ...POSTED, unit: "housing", slug: "" };
    expect((await site.get("/desk/consultations/new", staff.reviewer, JUNE)).status).toBe(404);
    expect((await site.post("/desk/consultations/new", staff.otherHandler, JUNE, form)).status).toBe(404);
    expect((await site.post("/desk/consultations/new", null, JUNE, form)).status).toBe(401);
  });
});

describe("the workbench", () => {
  it("offers each person the acts of the moment and nothing else", async () => {
    const slug = await createSubmitted(db, staff);
    const actsOf = async (person: Staff[keyof Staff]) => {
      const { html } = await site.get(address(slug), person, JUNE);
      return [...html.matchAll(/name="act" value="(\w+)"/g)].map(([, act]) => act).sort();
    };
    expect(await actsOf(staff.handler)).toEqual([]);
    expect(await actsOf(staff.reviewer)).toEqual(["pass", "return"]);
    expect(await actsOf(staff.approver)).toEqual(["return"]);
  });

  it("names every reason why it cannot be submitted yet instead of a button", async () => {
    const { html } = await site.get(
      address(await createPrepared(db, staff, { legalBasis: "", opensOn: null })),
      staff.handler,
      JUNE,
    );
    expect(html).toContain("还不能送审：");
    expect(html).toContain("请填写制定依据。");
    expect(html).toContain("请填写开始日期。");
    expect(html).not.toContain('value="submit"');
  });

  it("does not exist for other units, also by post, and asks guests to sign in", async () => {
    const slug = await createSubmitted(db, staff);
    for (const person of [staff.otherHandler, staff.otherApprover, staff.office, staff.resident]) {
      expect((await site.get(address(slug), person, JUNE)).status, person.name).toBe(404);
      expect((await site.post(address(slug), person, JUNE, { act: "pass", version: "2" })).status, person.name).toBe(
        404,
      );
    }
    expect((await site.get(address(slug), null, JUNE)).status).toBe(303);
    expect((await site.post(address(slug), null, JUNE, { act: "pass", version: "2" })).status).toBe(401);
    expect((await site.get(address("nothing-here"), staff.handler, JUNE)).status).toBe(404);
  });

  it("shows the office what was approved, to read only", async () => {
    const slug = await createApproved(db, staff);
    const page = await site.get(address(slug), staff.office, JULY);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('name="act"');
    expect(
      (await site.post(address(slug), staff.office, JULY, { act: "withdraw", version: "4", reason: "x" })).status,
    ).toBe(404);
  });

  it("does the three signatures by its buttons, and a second press is told that it came late", async () => {
    const slug = await createPrepared(db, staff);
    const press = (person: Staff[keyof Staff], fields: Record<string, string>) =>
      site.post(address(slug), person, JUNE, fields);
    expect((await press(staff.handler, { act: "submit", version: "1", remark: "请审核。" })).status).toBe(303);
    const again = await press(staff.handler, { act: "submit", version: "1", remark: "重复的附言" });
    expect(again.status).toBe(409);
    expect(again.html).toContain("林嘉敏");
    expect((await press(staff.reviewer, { act: "pass", version: "2" })).status).toBe(303);
    expect((await press(staff.approver, { act: "approve", version: "3" })).status).toBe(303);
    const { html } = await site.get(address(slug), staff.handler, JUNE);
    for (const words of ["请审核。", "审核通过", "周启明", "梁文海"]) expect(html).toContain(words);
    expect(html).not.toContain("重复的附言");
  });

  it("keeps the reason typed into a refused form, and shows the proposal to the approver", async () => {
    const slug = await createApproved(db, staff);
    const typed = { act: "extend", version: "4", closesOn: "2026-07-20", reason: "来信集中，需要更多时间" };
    const refused = await site.post(address(slug), staff.handler, JULY, typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("来信集中，需要更多时间");
    expect(refused.html).toContain('href="#extend-closesOn"');
    const proposed = await site.post(address(slug), staff.handler, JULY, { ...typed, closesOn: "2026-08-10" });
    expect(proposed.status).toBe(303);
    const page = await site.get(address(slug), staff.approver, JULY);
    expect(page.html).toContain("等待签批的提请事项");
    expect(page.html).toContain("2026年8月10日");
    expect((await site.post(address(slug), staff.approver, JULY, { act: "sign_proposal", version: "5" })).status).toBe(
      303,
    );
    expect(await recordOf(db, slug)).toMatchObject({ closesOn: "2026-08-10" });
  });

  it("refuses what no form of it has", async () => {
    const slug = await createSubmitted(db, staff);
    const codes = [
      { act: "destroy", version: "2" },
      { act: "pass", version: "2", state: "approved" },
      { act: "pass", version: "２" },
      { act: "toString" },
      {},
    ];
    for (const fields of codes) {
      const refused = await site.post(address(slug), staff.reviewer, JUNE, fields as Record<string, string>);
      expect(refused.status, JSON.stringify(fields)).toBe(422);
    }
    expect(await recordOf(db, slug)).toMatchObject({ passedById: null, version: 2 });
  });

  it("takes attachments while it is prepared, and publishes them with the approval", async () => {
    const slug = await createPrepared(db, staff);
    const form = new FormData();
    form.set("act", "change_attachments");
    form.set("version", "1");
    form.append("attachment", new File(["附表"], "附表.txt", { type: "text/plain" }));
    expect((await site.post(address(slug), staff.handler, JUNE, form)).status).toBe(303);
    const { id } = await recordOf(db, slug);
    const [file] = await db.client.attachment.findMany({ where: { consultationId: id } });
    expect(file).toMatchObject({ fileName: "附表.txt", isPublic: false });
    expect((await site.get(address(slug), staff.handler, JUNE)).html).toContain("附表.txt");

    const mixed = new FormData();
    mixed.set("act", "change_attachments");
    mixed.set("version", "2");
    mixed.append("attachment", new File(["说明"], "说明.txt", { type: "text/plain" }));
    mixed.append("attachment", new File(["MZ"], "程序.exe"));
    const refused = await site.post(address(slug), staff.handler, JUNE, mixed);
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/name="kept"[^>]*checked/);

    const removed = await site.post(address(slug), staff.handler, JUNE, {
      act: "change_attachments",
      version: "2",
      remove: file!.id,
    });
    expect(removed.status).toBe(303);
    expect(await db.client.attachment.count({ where: { consultationId: id } })).toBe(0);
  });
});

describe("the draft editor", () => {
  const SOURCE = "# 绿道建设方案\n\n第一条 为了建设绿道，制定本方案。\n\n第二条 区住房建设局负责组织实施。\n";

  it("cuts a pasted text for a look at it, and saves only what is confirmed", async () => {
    const slug = await createPrepared(db, staff);
    const cut = await site.post(`${address(slug)}/draft`, staff.handler, JUNE, {
      act: "cut",
      version: "1",
      source: SOURCE,
    });
    expect(cut.status).toBe(200);
    expect(cut.html).toContain("# 条 | 第二条 |");
    expect(await recordOf(db, slug)).toMatchObject({ version: 1 });

    const clauses = "# 条 | 第一条 | | c2\n为了建设绿道，制定本方案。\n\n# 条 | 第二条 | 职责 |\n区住房建设局负责。";
    const saved = await site.post(`${address(slug)}/draft`, staff.handler, JUNE, {
      act: "save_draft",
      version: "1",
      clauses,
    });
    expect([saved.status, saved.location]).toEqual([303, `${address(slug)}/draft`]);
    const { draftId } = await recordOf(db, slug);
    const rows = await db.client.clause.findMany({ where: { draftId: draftId! }, orderBy: { position: "asc" } });
    expect(rows.map(({ clauseId, heading }) => [clauseId, heading])).toEqual([
      ["c2", ""],
      ["c4", "职责"],
    ]);
  });

  it("cuts a file, and loses nothing of a refused form", async () => {
    const slug = await createPrepared(db, staff);
    const upload = new FormData();
    upload.set("act", "cut");
    upload.set("version", "1");
    upload.set("file", new File([SOURCE], "draft.md", { type: "text/markdown" }));
    const cut = await site.post(`${address(slug)}/draft`, staff.handler, JUNE, upload);
    expect(cut.html).toContain("区住房建设局负责组织实施");

    const clauses = "没有开头的一行\n# 条 | 第一条 | |\n正文。";
    const refused = await site.post(`${address(slug)}/draft`, staff.handler, JUNE, {
      act: "save_draft",
      version: "1",
      clauses,
      changeNote: "说明",
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("没有开头的一行");
    expect(refused.html).toContain("第 1 行看不懂");
    expect(refused.html).toContain("说明");
  });

  it("takes three thousand clauses in one form", async () => {
    const slug = await createPrepared(db, staff);
    const clauses = Array.from({ length: 3000 }, (_, index) => `# 条 | 第${index + 1}条 | |\n内容${index + 1}。`).join(
      "\n\n",
    );
    const saved = await site.post(`${address(slug)}/draft`, staff.handler, JUNE, {
      act: "save_draft",
      version: "1",
      clauses,
    });
    expect(saved.status).toBe(303);
    const page = await site.get(`${address(slug)}/draft`, staff.handler, JUNE);
    expect(page.html).toContain("第3000条");
  });

  it("is to read only for reviewers, and hidden from other units", async () => {
    const slug = await createPrepared(db, staff);
    const page = await site.get(`${address(slug)}/draft`, staff.reviewer, JUNE);
    expect(page.html).toContain("设立专区。");
    expect(page.html).not.toContain('name="act"');
    const save = { act: "save_draft", version: "1", clauses: "# 条 | 一 | |\n改。" };
    expect((await site.post(`${address(slug)}/draft`, staff.reviewer, JUNE, save)).status).toBe(404);
    expect((await site.get(`${address(slug)}/draft`, staff.otherHandler, JUNE)).status).toBe(404);
  });
});
