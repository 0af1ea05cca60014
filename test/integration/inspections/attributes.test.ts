import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { AgendaFilter } from "~/agenda/agenda";
import type { Person } from "~/accounts/actor";
import { answerFinding, closeFinding, recordFinding, sendFindingBack } from "~/inspections/act-on-sample.server";
import { reviewPage, unitReviewItem } from "~/inspections/attribute-review-pages.server";
import { approveAttributes, declineAttributes, decideAttribute } from "~/inspections/decide-attribute.server";
import { drawSpotCheck } from "~/inspections/draw-spot-check.server";
import { inspectionAgenda } from "~/inspections/inspection-agenda.server";
import { openAttributeReview, publishAttributeReview } from "~/inspections/open-attribute-review.server";
import { publicReview, publicReviewPlaces } from "~/inspections/public-attribute-review.server";
import { spotCheckPage, unitNotice } from "~/inspections/spot-check-pages.server";
import type { Database } from "~/platform/db.server";
import { importPolicies } from "~/policies/import-policies.server";
import { publicPolicy } from "~/policies/public-policies.server";
import { createStaff, type Staff } from "../../factories/desk";
import { createReleased, policyOf } from "../../factories/policies";
import { createRegistered } from "../../factories/attributes";
import { createOffice, type Office } from "../../factories/quality";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

let db: Database;
let staff: Staff;
let office: Office;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  office = await createOffice(db);
});

const on = (day: string) => ({ db, now: at(day) });
const EVERYTHING: AgendaFilter = { q: "", unit: "", module: null, task: null, clock: null };
const NONE = { toAttribute: null, ground: null, effectiveOn: null };

async function tasksOf(actor: Person, day: string) {
  const { entries } = await inspectionAgenda({ actor, filter: EVERYTHING, first: 50, today: day, deps: on(day) });
  return entries.map(({ task, dueOn }) => ({ task, dueOn }));
}

describe("a spot check", () => {
  it("draws what a later draw from the same list draws, and each finding ends with an answer that the office confirmed", async () => {
    for (let count = 0; count < 4; count += 1) await createReleased(db, staff);
    const period = { fromOn: "2026-06-01", toOn: "2026-06-30", perUnit: 2, workingDays: 10 };
    const input = { unitCode: "housing", seed: "20261102", ...period };
    expect((await refusalOf(async () => drawSpotCheck(staff.handler, input, on("2026-10-12")))).status).toBe(404);
    const id = await drawSpotCheck(office.first, input, on("2026-10-12"));
    const again = await drawSpotCheck(office.second, input, on("2026-10-13"));
    const drawn = await spotCheckPage(office.leader, id, on("2026-10-13"));
    expect(drawn.items).toHaveLength(2);
    expect((await spotCheckPage(office.first, again, on("2026-10-13"))).items.map(({ slug }) => slug)).toEqual(
      drawn.items.map(({ slug }) => slug),
    );
    const [item] = drawn.items;
    const found = { item: item!.id, finding: "not_marked" as const, note: "版记没有标注" };
    await recordFinding(office.first, found, on("2026-10-13"));
    expect((await refusalOf(recordFinding(office.first, found, on("2026-10-13")))).codes).toEqual([
      "inspection_not_possible",
    ]);
    // 13 October to 27 October: ten working days.
    expect(await tasksOf(staff.handler, "2026-10-14")).toEqual([{ task: "rectify_attribute", dueOn: "2026-10-27" }]);
    expect((await refusalOf(unitNotice(staff.otherHandler, item!.id, on("2026-10-14")))).status).toBe(404);
    await answerFinding(staff.handler, { item: item!.id, answer: "已补" }, on("2026-10-20"));
    await sendFindingBack(office.first, { item: item!.id, reason: "没有看到" }, on("2026-10-21"));
    expect(await unitNotice(staff.handler, item!.id, on("2026-10-21"))).toMatchObject({
      ...{ state: "notified", returnReason: "没有看到", duty: { dueOn: "2026-10-27" } },
    });
    await answerFinding(staff.handler, { item: item!.id, answer: "已补，附图" }, on("2026-10-22"));
    await closeFinding(office.first, { item: item!.id }, on("2026-10-23"));
    expect(await tasksOf(staff.handler, "2026-10-23")).toEqual([]);
    const other = await refusalOf(unitNotice(staff.handler, drawn.items[1]!.id, on("2026-10-23")));
    expect(other.status).toBe(404);
  });
});

/** Brought from an old portal, with the days stated there. */
async function bring(...lines: { slug: string; signedOn: string; publishedOn?: string }[]): Promise<void> {
  const file = path.join(freshFolder(), "policies.jsonl");
  const more = { title: "zqold 旧规定", unit: "housing", paragraphs: ["第一条 旧的规定。"] };
  writeFileSync(file, lines.map((line) => JSON.stringify({ ...more, ...line })).join("\n"));
  const result = await importPolicies(file, on("2026-06-01"), () => undefined);
  expect(result.taken).toBe(lines.length);
}

describe("the yearly review", () => {
  it("lists imported records by the days stated of them, and marks those that lapsed", async () => {
    await bring(
      { slug: "published-later", signedOn: "2022-12-30", publishedOn: "2023-01-05" },
      { slug: "lapsed", signedOn: "2022-05-01", publishedOn: "2022-05-05" },
      { slug: "undated", signedOn: "2022-03-01" },
    );
    await openAttributeReview(office.first, { year: 2025, basis: "released_on" }, on("2026-07-01"));
    const { items } = await reviewPage(office.first, 2025, on("2026-07-01"));
    expect(items.map(({ slug }) => slug).toSorted()).toEqual(["lapsed", "undated"]);
    const idOf = (slug: string) => items.find((item) => item.slug === slug)!.id;
    const open = { item: idOf("lapsed"), ...NONE, decision: "disclose" as const, reason: "公开" };
    expect((await refusalOf(decideAttribute(staff.handler, open, on("2026-07-02")))).codes).toEqual([
      "decision_not_for_this",
    ]);
    const mark = { ...NONE, decision: "mark_expired" as const, effectiveOn: "2025-05-04", reason: "到期" };
    await decideAttribute(staff.handler, { item: idOf("lapsed"), ...mark }, on("2026-07-02"));
    const keep = { ...NONE, decision: "keep" as const, reason: "仍然有效" };
    await decideAttribute(staff.handler, { item: idOf("undated"), ...keep }, on("2026-07-02"));
    expect((await publicPolicy(on("2026-07-02"), "lapsed"))!.validity).toBe("in_force");
    await approveAttributes(office.leader, { items: items.map(({ id }) => id) }, on("2026-07-03"));
    expect(await publicPolicy(on("2026-07-03"), "lapsed")).toMatchObject({ validity: "expired", isImported: true });
    expect(await publicReviewPlaces({ db })).toEqual([]);
    await publishAttributeReview(office.first, { year: 2025 }, on("2026-07-06"));
    const { rows } = (await publicReview(on("2026-07-06"), 2025, { unit: "", kind: "" }))!;
    expect(rows.map(({ document }) => document?.slug).toSorted()).toEqual(["lapsed", "undated"]);
    expect(await publicReviewPlaces({ db })).toEqual([
      { path: "/policies/disclosure-review/2025", changedOn: "2026-07-06" },
    ]);
  });

  it("changes an attribute only when the leader approves, and publishes nothing of what stays closed", async () => {
    const opened = await createRegistered(db, staff, { title: "zqopened" }, "2023-04-01");
    const closed = await createRegistered(db, staff, { title: "zqclosed" }, "2023-05-01");
    const marked = await createReleased(db, staff, { title: "办法" });
    await db.client.policyDocument.update({ where: { slug: marked }, data: { signedOn: "2023-06-01" } });
    const input = { year: 2026, basis: "signed_on" as const };
    const early = await refusalOf(async () => openAttributeReview(office.first, input, on("2026-06-30")));
    expect(early.codes).toEqual(["review_too_early"]);
    await openAttributeReview(office.first, input, on("2026-07-01"));
    const again = await refusalOf(async () => openAttributeReview(office.first, input, on("2026-07-02")));
    expect(again.codes).toEqual(["review_opened_before"]);
    const { items } = await reviewPage(office.first, 2026, on("2026-07-01"));
    const idOf = (slug: string) => items.find((item) => item.slug === slug)!.id;
    expect(items.map(({ slug }) => slug).toSorted()).toEqual([opened, closed, marked].toSorted());
    expect((await refusalOf(unitReviewItem(staff.otherHandler, idOf(opened), on("2026-07-02")))).status).toBe(404);

    const disclose = { item: idOf(opened), ...NONE, decision: "disclose" as const, reason: "可以公开" };
    expect((await refusalOf(decideAttribute(staff.otherHandler, disclose, on("2026-07-02")))).status).toBe(404);
    await decideAttribute(staff.handler, disclose, on("2026-07-02"));
    expect((await policyOf(db, opened)).state).toBe("registered");
    for (const person of [staff.handler, staff.approver, office.first])
      expect((await refusalOf(approveAttributes(person, { items: [idOf(opened)] }, on("2026-07-03")))).status).toBe(
        404,
      );
    await declineAttributes(office.leader, { items: [idOf(opened)], reason: "再核对" }, on("2026-07-03"));
    expect(await unitReviewItem(staff.handler, idOf(opened), on("2026-07-03"))).toMatchObject({
      ...{ state: "undecided", returnReason: "再核对" },
    });
    await decideAttribute(staff.handler, disclose, on("2026-07-06"));
    const reclassify = { ...NONE, decision: "reclassify" as const, toAttribute: "on_request" as const, reason: "改" };
    await decideAttribute(staff.handler, { item: idOf(closed), ...reclassify }, on("2026-07-06"));
    const mark = { ...NONE, decision: "mark_expired" as const, effectiveOn: "2026-06-30", reason: "到期" };
    await decideAttribute(staff.handler, { item: idOf(marked), ...mark }, on("2026-07-06"));
    const early2 = await refusalOf(publishAttributeReview(office.first, { year: 2026 }, on("2026-07-07")));
    expect(early2.codes).toEqual(["review_not_finished"]);
    await approveAttributes(office.leader, { items: items.map(({ id }) => id) }, on("2026-07-08"));

    expect(await policyOf(db, opened)).toMatchObject({
      ...{ state: "preparing", proposedAttribute: "proactive", determinedAttribute: null, secrecyReview: null },
      attributeChangedOn: "2026-07-08",
    });
    expect(await policyOf(db, closed)).toMatchObject({ state: "registered", determinedAttribute: "on_request" });
    expect(await publicPolicy(on("2026-07-09"), marked)).toMatchObject({
      ...{ validity: "expired", changes: [{ kind: "expire", effectiveOn: "2026-06-30" }] },
    });
    expect(await publicReview(on("2026-07-09"), 2026, { unit: "", kind: "" })).toBeNull();
    await publishAttributeReview(office.first, { year: 2026 }, on("2026-07-09"));
    const shown = (await publicReview(on("2026-07-09"), 2026, { unit: "", kind: "" }))!;
    expect(shown.rows).toHaveLength(3);
    expect(shown.rows.filter(({ document }) => document !== null).map(({ document }) => document!.slug)).toEqual([
      marked,
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/zqopened|zqclosed/);
    expect(shown.units).toMatchObject([{ counts: { disclose: 1, reclassify: 1, mark_expired: 1, keep: 0 }, total: 3 }]);
    expect((await publicReview(on("2026-07-09"), 2026, { unit: "", kind: "disclose" }))!.rows).toHaveLength(1);
    const late = await refusalOf(decideAttribute(staff.handler, disclose, on("2026-07-10")));
    expect(late.codes).toContain("review_published");
  });
});
