import { beforeAll, describe, expect, it } from "vitest";
import * as desk from "~/routes/desk/route";
import * as notice from "~/routes/desk.attributes.notices.$number/route";
import * as reviewItem from "~/routes/desk.attributes.reviews.$number/route";
import * as attributes from "~/routes/desk.attributes._index/route";
import * as reviewYear from "~/routes/office.attribute-reviews.$year/route";
import * as reviews from "~/routes/office.attribute-reviews._index/route";
import * as spotCheck from "~/routes/office.spot-checks.$number/route";
import * as spotChecks from "~/routes/office.spot-checks._index/route";
import * as reviewData from "~/routes/api.v1.disclosure-reviews.$year";
import * as policyData from "~/routes/api.v1.policies.$slug";
import * as policy from "~/routes/policies.$slug._index";
import * as result from "~/routes/policies.disclosure-review.$year";
import { attributeReview } from "~/inspections/open-data";
import { findReview } from "~/inspections/attribute-review-store.server";
import type { Database } from "~/platform/db.server";
import { historyOf } from "~/timeline/queries.server";
import { createRegistered } from "../../factories/attributes";
import { createStaff, type Staff } from "../../factories/desk";
import { createReleased } from "../../factories/policies";
import { createOffice, type Office } from "../../factories/quality";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { siteOf, type Site } from "../../setup/pages";

let db: Database;
let staff: Staff;
let office: Office;
let site: Site;

const JULY = at("2026-07-06");

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  office = await createOffice(db);
  site = siteOf(db, {
    desk: { path: "desk", module: desk },
    attributes: { path: "attributes", module: attributes, parent: "desk" },
    notice: { path: "attributes/notices/:number", module: notice, parent: "desk" },
    reviewItem: { path: "attributes/reviews/:number", module: reviewItem, parent: "desk" },
    spotChecks: { path: "office/spot-checks", module: spotChecks },
    spotCheck: { path: "office/spot-checks/:number", module: spotCheck },
    reviews: { path: "office/attribute-reviews", module: reviews },
    reviewYear: { path: "office/attribute-reviews/:year", module: reviewYear },
    policy: { path: "policies/:slug", module: policy },
    policyData: { path: "api/v1/policies/:slug", module: policyData },
    reviewData: { path: "api/v1/disclosure-reviews/:year", module: reviewData },
    result: { path: "policies/disclosure-review/:year", module: result },
  });
});

async function slugOf(title: string): Promise<string | undefined> {
  return (await db.client.policyDocument.findFirst({ where: { title }, select: { slug: true } }))?.slug;
}

describe("checks of attributes by their pages", () => {
  it("go from the draw to a notice, an answer and its confirmation", async () => {
    await createRegistered(db, staff, { title: "zqentry" }, "2026-06-20");
    const draw = { act: "draw", unit: "", fromOn: "2026-06-01", toOn: "2026-06-30", perUnit: "2", workingDays: "10" };
    const wrong = await site.post("/office/spot-checks", office.first, JULY, { ...draw, toOn: "2026-08-01" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("这段时间还没有过完");
    const drawn = await site.post("/office/spot-checks", office.first, JULY, { ...draw, seed: "20260706" });
    expect(drawn.location).toBe("/office/spot-checks/1");
    const page = await site.get("/office/spot-checks/1", office.first, JULY);
    expect(page.html).toContain("20260706");
    const finding = { act: "find", item: "1", finding: "late", note: "" };
    const refused = await site.post("/office/spot-checks/1", office.first, JULY, finding);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("请写明哪里不对");
    const elsewhere = await site.post("/office/spot-checks/1", office.first, JULY, {
      ...finding,
      item: "99",
      note: "晚",
    });
    expect(elsewhere.status).toBe(404);
    await site.post("/office/spot-checks/1", office.first, JULY, { ...finding, note: "晚了" });
    const unit = await site.get("/desk/attributes/notices/1", staff.handler, JULY);
    expect(unit.html).toContain("2026-07-20");
    const answered = await site.post("/desk/attributes/notices/1", staff.handler, JULY, {
      act: "rectify",
      answer: "已改",
    });
    expect(answered.status).toBe(303);
    const closed = await site.post("/office/spot-checks/1", office.first, JULY, { act: "close", item: "1" });
    expect(closed.location).toBe("/office/spot-checks/1#item-1");
  });

  it("review a year: list, decision, approval, publication", async () => {
    await createRegistered(db, staff, { title: "zqold" }, "2023-02-01");
    expect((await site.get("/policies/disclosure-review/2026", null, JULY)).status).toBe(404);
    const opened = await site.post("/office/attribute-reviews", office.first, JULY, {
      ...{ act: "open", year: "2026", basis: "signed_on" },
    });
    expect(opened.location).toBe("/office/attribute-reviews/2026");
    const decide = { act: "decide", decision: "keep", toAttribute: "", ground: "", reason: "仍属内部事务" };
    const half = await site.post("/desk/attributes/reviews/1", staff.handler, JULY, { ...decide, reason: "" });
    expect(half.status).toBe(422);
    expect((await site.post("/desk/attributes/reviews/1", staff.handler, JULY, decide)).status).toBe(303);
    expect((await site.get("/desk/attributes", staff.handler, JULY)).html).toContain("待区领导审批");
    const none = await site.post("/office/attribute-reviews/2026", office.leader, JULY, { act: "approve" });
    expect(none.status).toBe(422);
    expect(none.html).toContain("请至少选择一份文件");
    const approve = { act: "approve", item: "1", reason: "" };
    expect((await site.post("/office/attribute-reviews/2026", office.first, JULY, approve)).status).toBe(404);
    expect((await site.post("/office/attribute-reviews/2026", office.leader, JULY, approve)).status).toBe(303);
    const published = await site.post("/office/attribute-reviews/2026", office.first, JULY, { act: "publish" });
    expect(published.status).toBe(303);
    const shown = await site.get("/policies/disclosure-review/2026", null, JULY);
    expect(shown.html).toContain("2026年政府文件公开属性评估结果");
    expect(shown.html).not.toContain("zqold");
  });

  it("let the office record what a leader decided on paper, for what lay there when it was entered", async () => {
    await createRegistered(db, staff, { title: "zqpaper" }, "2022-02-01");
    await createRegistered(db, staff, { title: "zqlater" }, "2022-03-01");
    const address = "/office/attribute-reviews/2025";
    await site.post("/office/attribute-reviews", office.first, JULY, { act: "open", year: "2025", basis: "signed_on" });
    const items = (await findReview(db.client, 2025))!.items.map(({ id }) => String(id));
    const form = (act: string, signer = office.leader) => {
      const posted = new FormData();
      const given = {
        ...{ act: "enter_paper", paperAct: act, signer: signer.accountId, number: "海府办批〔2026〕8号" },
        ...{ statedOn: "2026-07-03", attachment: new File(["%PDF-1.7\n%%EOF\n"], "批示件.pdf") },
      };
      for (const [name, value] of Object.entries(given)) posted.append(name, value);
      return posted;
    };
    expect((await site.post(address, office.first, JULY, form("agree"))).status).toBe(422);
    const keep = { act: "decide", decision: "keep", toAttribute: "", ground: "", reason: "仍属内部事务" };
    await site.post(`/desk/attributes/reviews/${items[0]}`, staff.handler, JULY, keep);
    for (const person of [staff.handler, office.leader, staff.resident])
      expect((await site.post(address, person, JULY, form("agree"))).status).toBe(404);
    expect((await site.post(address, office.first, JULY, form("approve"))).status).toBe(422);
    expect((await site.post(address, office.first, JULY, form("agree"))).status).toBe(303);
    const paper = String((await db.client.paperSignature.findFirst({ orderBy: { id: "desc" } }))!.id);
    const later = at("2026-07-07");
    const opened = { ...keep, decision: "disclose", reason: "可以公开了" };
    await site.post(`/desk/attributes/reviews/${items[1]}`, staff.handler, later, opened);
    const verify = (...item: string[]) => ({ act: "verify_paper", paper, words: "", item });
    expect((await site.post(address, office.second, later, verify())).html).toContain("请至少选择一份文件");
    expect((await site.post(address, office.second, later, verify(...items))).html).toContain("签的不是现在的内容");
    expect((await site.post(address, office.first, later, verify(items[0]!))).status).toBe(422);
    expect((await site.get(address, office.second, later)).html).toContain("批示件上的是哪些文件");
    expect((await site.post(address, office.second, later, verify(items[0]!))).status).toBe(303);
    const event = (await historyOf({ db }, { kind: "attribute_review", id: "2025" })).at(-1);
    expect(event).toMatchObject({
      ...{ kind: "attribute_review.approved", happenedOn: "2026-07-03", actorId: office.second.accountId },
      payload: { item: Number(items[0]), paper: Number(paper), signer: office.leader.accountId },
    });
    // A no needs the leader's words; then the unit decides anew.
    await site.post(address, office.first, later, form("decline"));
    const second = String((await db.client.paperSignature.findFirst({ orderBy: { id: "desc" } }))!.id);
    const no = { ...verify(items[1]!), paper: second };
    const wordless = await site.post(address, office.second, later, no);
    expect(wordless.html).toContain("批示件上的意见");
    expect(wordless.html).toContain(`name="item" checked="" value="${items[1]}"`);
    expect((await site.post(address, office.second, later, { ...no, words: "先不公开。" })).status).toBe(303);
    await site.post(`/desk/attributes/reviews/${items[1]}`, staff.handler, later, opened);
    await site.post(address, office.first, later, form("agree"));
    const third = String((await db.client.paperSignature.findFirst({ orderBy: { id: "desc" } }))!.id);
    expect((await site.post(address, office.second, later, { ...verify(items[1]!), paper: third })).status).toBe(303);
    const opening = (await historyOf({ db }, { kind: "policy", id: (await slugOf("zqlater"))! })).at(-1);
    expect(opening).toMatchObject({
      ...{ kind: "policy.opened_by_review", happenedOn: "2026-07-03" },
      payload: { signer: office.leader.accountId },
    });
    await site.post(address, office.first, later, { act: "publish" });
    const shown = await site.get("/policies/disclosure-review/2025", null, later);
    expect(shown.html).toMatch(/据纸质签批录入：编号 .*海府办批〔2026〕8号/);
    const told = attributeReview.parse(
      JSON.parse((await site.get("/api/v1/disclosure-reviews/2025", null, later)).html),
    );
    const marks = told.rows.map((one) => ({ approvedOn: one.approvedOn, paper: one.paper }));
    expect(marks).toEqual(told.rows.map(() => ({ approvedOn: "2026-07-03", paper: "海府办批〔2026〕8号" })));
    expect(told.rows.map(({ document }) => document)).toEqual([null, null]);
    const english = await site.get("/policies/disclosure-review/2025?lang=en", null, later);
    expect(english.html).toContain("Recorded from a signature on paper");
  });

  it("show a lapse that a leader marked on paper with the day stated there, on the page of the document too", async () => {
    const slug = await createReleased(db, staff);
    await db.client.policyDocument.update({ where: { slug }, data: { signedOn: "2021-02-01" } });
    const address = "/office/attribute-reviews/2024";
    await site.post("/office/attribute-reviews", office.first, JULY, { act: "open", year: "2024", basis: "signed_on" });
    const item = String((await findReview(db.client, 2024))!.items.find(({ policy }) => policy.slug === slug)!.id);
    const mark = { act: "decide", decision: "mark_expired", toAttribute: "", ground: "", reason: "到期" };
    const given = { ...mark, effectiveOn: "2026-06-30" };
    expect((await site.post(`/desk/attributes/reviews/${item}`, staff.handler, JULY, given)).status).toBe(303);
    const posted = new FormData();
    const entry = {
      ...{ act: "enter_paper", paperAct: "agree", signer: office.leader.accountId, number: "海府办批〔2026〕9号" },
      ...{ statedOn: "2026-07-02", attachment: new File(["%PDF-1.7\n%%EOF\n"], "批示件.pdf") },
    };
    for (const [name, value] of Object.entries(entry)) posted.append(name, value);
    expect((await site.post(address, office.first, JULY, posted)).status).toBe(303);
    const paper = String((await db.client.paperSignature.findFirst({ orderBy: { id: "desc" } }))!.id);
    const verify = { act: "verify_paper", paper, words: "", item: [item] };
    expect((await site.post(address, office.second, JULY, verify)).status).toBe(303);
    const shown = await site.get(`/policies/${slug}`, null, JULY);
    expect(shown.html).toMatch(/据纸质签批录入：编号 .*海府办批〔2026〕9号/);
    expect(shown.html).toContain("2026年7月2日");
    const { html: json } = await site.get(`/api/v1/policies/${slug}`, null, JULY);
    expect((JSON.parse(json) as { changes: unknown }).changes).toEqual([
      {
        ...{ kind: "expire", reason: "到期", effectiveOn: "2026-06-30" },
        ...{ signedOn: "2026-07-02", paper: "海府办批〔2026〕9号" },
      },
    ]);
  });

  it("are closed to all others", async () => {
    for (const address of ["/office/spot-checks", "/office/spot-checks/1", "/office/attribute-reviews"]) {
      expect((await site.get(address, null, JULY)).status).toBe(303);
      expect((await site.post(address, null, JULY, { act: "draw" })).status).toBe(401);
      for (const person of [staff.handler, staff.resident]) {
        expect((await site.get(address, person, JULY)).status).toBe(404);
        expect((await site.post(address, person, JULY, { act: "draw" })).status).toBe(404);
      }
    }
    for (const address of ["/desk/attributes/notices/1", "/desk/attributes/reviews/1"])
      for (const person of [staff.otherHandler, staff.resident])
        expect((await site.get(address, person, JULY)).status).toBe(404);
  });
});
