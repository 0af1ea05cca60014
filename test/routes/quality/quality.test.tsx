import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { policy as policyShape } from "~/policies/policy-open-data";
import { answerOrder } from "~/quality/order-reinterpretation.server";
import { qualityAgenda } from "~/quality/quality-agenda.server";
import { reportQuality } from "~/quality/report-quality.server";
import * as attachments from "~/routes/attachments.$id";
import * as data from "~/routes/api.v1.policies.$slug";
import * as desk from "~/routes/desk/route";
import * as deskOrder from "~/routes/desk.policies.$slug.reinterpretation/route";
import * as officeCase from "~/routes/office.quality.$slug/route";
import * as officeList from "~/routes/office.quality._index/route";
import * as policy from "~/routes/policies.$slug._index";
import type { Database } from "~/platform/db.server";
import { createPerson, createStaff, type Staff } from "../../factories/desk";
import { createReleased } from "../../factories/policies";
import { checkWeak, createAnswer, createOffice, createOrder, KEPT, type Office } from "../../factories/quality";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { siteOf, type Site } from "../../setup/pages";

let db: Database;
let staff: Staff;
let office: Office;
let site: Site;

const JULY = at("2026-07-06");

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  office = await createOffice(db);
  site = siteOf(db, {
    desk: { path: "desk", module: desk },
    deskOrder: { path: "policies/:slug/reinterpretation", module: deskOrder, parent: "desk" },
    officeList: { path: "office/quality", module: officeList },
    officeCase: { path: "office/quality/:slug", module: officeCase },
    policy: { path: "policies/:slug", module: policy },
    attachments: { path: "attachments/:id", module: attachments },
    data: { path: "api/v1/policies/:slug", module: data },
  });
});

describe("the office's pages of quality", () => {
  it("are there for the office and leaders alone", async () => {
    const slug = await createReleased(db, staff);
    for (const address of ["/office/quality", `/office/quality/${slug}`]) {
      expect((await site.get(address, null, JULY)).status).toBe(303);
      expect((await site.post(address, null, JULY, { act: "check" })).status).toBe(401);
      for (const person of [staff.handler, staff.approver, staff.resident]) {
        expect((await site.get(address, person, JULY)).status).toBe(404);
        expect((await site.post(address, person, JULY, { act: "check" })).status).toBe(404);
      }
      for (const person of [office.first, office.leader])
        expect((await site.get(address, person, JULY)).status).toBe(200);
    }
  });

  it("keep a sheet that is not whole, with a message at each mark that is missing", async () => {
    const slug = await createReleased(db, staff);
    const { scope: _scope, ...marks } = KEPT;
    const typed = { act: "check", ...marks, outcome: "passable", important: "yes", note: "说明在此" };
    const refused = await site.post(`/office/quality/${slug}`, office.first, JULY, typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("请为这一项选一个评价");
    expect(refused.html).toContain("说明在此");
    expect(refused.html).toContain('href="#check-scope"');
    const kept = await site.post(`/office/quality/${slug}`, office.first, JULY, { ...typed, scope: "partly" });
    expect(kept.status).toBe(303);
    const unknown = await site.post(`/office/quality/${slug}`, office.first, JULY, { act: "publish" });
    expect(unknown.status).toBe(422);
  });

  it("show the unit its order with the clock, and the public its days", async () => {
    const slug = await createReleased(db, staff);
    await createOrder(db, office, slug, "zqinside");
    const unit = await site.get(`/desk/policies/${slug}/reinterpretation`, staff.handler, JULY);
    expect(unit.html).toContain("写清办理zqinside");
    expect(unit.html).toContain("2026-07-17");
    expect(unit.html).toContain("内部规定：发出要求后 10 个工作日");
    for (const person of [staff.otherHandler, staff.resident])
      expect((await site.get(`/desk/policies/${slug}/reinterpretation`, person, JULY)).status).toBe(404);
    const begun = await site.post(`/desk/policies/${slug}/reinterpretation`, staff.handler, JULY, {
      ...{ act: "begin_answer", kind: "qa" },
    });
    expect(begun.location).toBe(`/desk/policies/${slug}/materials/${slug}-qa`);
    const shown = await site.get(`/policies/${slug}`, null, JULY);
    expect(shown.html).toContain("这份文件正在重新解读");
    expect(shown.html).not.toContain("zqinside");
    const { html: json } = await site.get(`/api/v1/policies/${slug}`, null, JULY);
    expect(policyShape.parse(JSON.parse(json)).reinterpretation).toEqual({
      ...{ orderedOn: "2026-07-03", dueOn: "2026-07-17", isOverdue: false, endedOn: null, isMet: null },
    });
    expect(json).not.toContain("zqinside");
  });
});

describe("a signature on paper", () => {
  const paper = (signer: Person, more: Record<string, string | File> = {}) => {
    const form = new FormData();
    const given = {
      ...{ act: "enter_paper", paperAct: "decline", signer: signer.accountId, number: "海府办批〔2026〕21号" },
      ...{ statedOn: "2026-07-02", attachment: new File(["%PDF-1.7\n%%EOF\n"], "批示件.pdf"), ...more },
    };
    for (const [name, value] of Object.entries(given)) form.append(name, value);
    return form;
  };

  it("of a leader is entered with its scan by one, verified by another, and stands with its stated day", async () => {
    const slug = await createReleased(db, staff);
    const address = `/office/quality/${slug}`;
    await checkWeak(db, office.first, slug);
    expect((await site.post(address, office.first, JULY, paper(office.leader))).status).toBe(422);
    const report = { slug, findings: "没有讲清", better: "写清办理" };
    await reportQuality(office.first, report, { db, now: at("2026-07-01", "15:00") });
    expect((await site.get(address, office.leader, JULY)).html).not.toContain("领导的纸质批示");
    expect((await site.post(address, office.leader, JULY, paper(office.leader))).status).toBe(404);
    const other = await site.post(address, office.first, JULY, paper(staff.approver));
    expect(other.status).toBe(422);
    for (const part of ["海府办批〔2026〕21号", "批示件.pdf"]) expect(other.html).toContain(part);
    expect(
      (await site.post(address, office.first, JULY, paper(office.leader, { statedOn: "2026-07-07" }))).status,
    ).toBe(422);
    expect((await site.post(address, office.first, JULY, paper(office.leader))).status).toBe(303);
    const asked = async (actor: Person) => {
      const filter = { q: "", unit: "", module: null, task: "verify_paper" as const, clock: null };
      const wish = { actor, filter, first: 50, today: "2026-07-06", deps: { db, now: JULY } };
      return (await qualityAgenda(wish)).entries.map(({ href }) => href);
    };
    expect(await asked(office.second)).toEqual([`/office/quality/${slug}#papers`]);
    for (const person of [office.first, office.leader, staff.handler]) expect(await asked(person)).toEqual([]);
    const { html } = await site.get(address, office.second, JULY);
    const id = /name="paper" value="(\d+)"/.exec(html)?.[1] ?? "";
    const verify = { act: "verify_paper", paper: id, words: "已够清楚，不必重做。" };
    expect((await site.post(address, office.first, JULY, verify)).status).toBe(422);
    const silent = await site.post(address, office.second, JULY, { ...verify, words: "" });
    expect(silent.status).toBe(422);
    expect(silent.html).toContain("请照批示件抄录意见");
    expect((await site.post(address, office.second, JULY, verify)).status).toBe(303);
    expect(await asked(office.second)).toEqual([]);
    const decided = (await site.get(address, office.first, JULY)).html;
    for (const part of [
      "分管领导于2026年7月6日没有同意",
      "据纸质批示录入：编号 海府办批〔2026〕21号，2026年7月2日批示",
    ])
      expect(decided).toContain(part);
    const event = await db.client.timelineEvent.findFirst({
      where: { subjectId: slug, kind: "quality.report_declined" },
    });
    expect(event).toMatchObject({ actorId: office.second.accountId, happenedOn: "2026-07-02" });
    expect(event!.payload).toContain(office.leader.accountId);
    expect(event!.payload).not.toContain("不必重做");
    expect((await site.post(address, office.second, JULY, verify)).status).toBe(422);
    const scan = /href="(\/attachments\/[0-9a-z]+)"/.exec(decided)?.[1] ?? "";
    expect((await site.get(scan, office.leader, JULY)).status).toBe(200);
    for (const person of [staff.handler, staff.approver, staff.resident, null])
      expect((await site.get(scan, person, JULY)).status).toBe(404);
  });

  it("of a second check is verified with its sheet, and ends the order in its signer's name", async () => {
    const slug = await createReleased(db, staff);
    const address = `/office/quality/${slug}`;
    await createOrder(db, office, slug);
    const third = await createPerson(db, "公开办丙", [{ role: "supervisor", unit: "office" }]);
    const fourth = await createPerson(db, "公开办丁", [{ role: "supervisor", unit: "office" }]);
    const entry = (signer: Person, act = "agree") => paper(signer, { paperAct: act, number: "复查表〔2026〕3号" });
    expect((await site.post(address, third, JULY, entry(office.second))).status).toBe(422);
    await createAnswer(db, staff, slug);
    await answerOrder(staff.handler, { slug, note: "改好了" }, { db, now: at("2026-07-09") });
    const now = at("2026-07-10");
    const enter = async (signer: Person, act?: string) => {
      expect((await site.post(address, third, now, entry(signer, act))).status).toBe(303);
      return (await db.client.paperSignature.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
    };
    const verify = (id: number, more: Record<string, string> = {}) =>
      site.post(address, fourth, now, { act: "verify_paper", paper: String(id), words: "", ...KEPT, ...more });
    const ownOrder = await enter(office.first);
    expect((await verify(ownOrder, { outcome: "good" })).html).toContain("复查要由另一个人办理");
    const id = await enter(office.second);
    const { html } = await site.get(address, fourth, now);
    for (const part of ["达到要求", "复查表上的说明", `id="verify_paper-own_words-${id}`]) expect(html).toContain(part);
    expect((await site.post(address, third, now, { act: "verify_paper", paper: String(id), words: "" })).status).toBe(
      422,
    );
    const { scope: _scope, ...marks } = KEPT;
    const part = { act: "verify_paper", paper: String(id), words: "已改好", outcome: "good", ...marks };
    const partly = await site.post(address, fourth, now, part);
    expect(partly.status).toBe(422);
    for (const text of ["请为这一项选一个评价", "已改好", 'href="#verify_paper-scope"'])
      expect(partly.html).toContain(text);
    const other = { outcome: "weak", words: "仍然照抄", own_words: "no" };
    expect((await verify(id, other)).html).toContain("和录入的结果不一样");
    expect((await verify(id, { outcome: "good", words: "已改好" })).status).toBe(303);
    const event = await db.client.timelineEvent.findFirstOrThrow({
      where: { subjectId: slug, kind: "reinterpretation.ended" },
    });
    expect(event).toMatchObject({ actorId: fourth.accountId, happenedOn: "2026-07-02" });
    expect(JSON.parse(event.payload)).toMatchObject({ paper: id, signer: office.second.accountId, isMet: true });
    const done = (await site.get(address, office.first, now)).html;
    expect(done).toContain("复查：2026年7月10日，公开办乙");
    expect(done).toMatch(/据纸质复查表录入：编号 .*复查表〔2026〕3号/);
    expect((await site.get(`/policies/${slug}`, null, now)).html).not.toContain("复查表");
  });
});
