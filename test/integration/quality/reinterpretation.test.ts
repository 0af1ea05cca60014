import { beforeAll, describe, expect, it } from "vitest";
import type { AgendaFilter } from "~/agenda/agenda";
import type { Person } from "~/accounts/actor";
import type { Database } from "~/platform/db.server";
import { removeMaterial } from "~/policies/write-material.server";
import { checkQuality, recheckInterpretation } from "~/quality/check-quality.server";
import { answerOrder, beginAnswer } from "~/quality/order-reinterpretation.server";
import { publicReinterpretation } from "~/quality/public-reinterpretation.server";
import { qualityAgenda } from "~/quality/quality-agenda.server";
import { qualityPage } from "~/quality/quality-pages.server";
import { orderDays, setOrderDays } from "~/quality/quality-setting.server";
import { decideQualityReport, reportQuality } from "~/quality/report-quality.server";
import { historyOf } from "~/timeline/queries.server";
import { createPerson, createStaff, type Staff } from "../../factories/desk";
import { createReleased } from "../../factories/policies";
import { checkWeak, createAnswer, createOffice, createOrder, KEPT, type Office } from "../../factories/quality";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

let db: Database;
let staff: Staff;
let office: Office;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  office = await createOffice(db);
});

const on = (day: string, time?: string) => ({ db, now: at(day, time) });
const EVERYTHING: AgendaFilter = { q: "", unit: "", module: null, task: null, clock: null };

async function taskOf(actor: Person, slug: string, day: string) {
  const { entries } = await qualityAgenda({ actor, filter: EVERYTHING, first: 50, today: day, deps: on(day) });
  return entries.find(({ subject }) => subject === slug) ?? null;
}

describe("a check", () => {
  it("is not made by somebody whose deputy wrote or signed one of the materials, nor offered to them", async () => {
    const slug = await createReleased(db, staff);
    await createOrder(db, office, slug);
    const own = { name: "双岗", rights: [{ role: "supervisor" as const, unit: "office" }] };
    const principal = await createPerson(db, own.name, own.rights);
    const standing = { ...staff, approver: { ...staff.approver, deputyFor: [principal] } };
    await createAnswer(db, standing, slug);
    await answerOrder(staff.handler, { slug, note: "改好了" }, on("2026-07-09"));
    const second = { slug, sheet: KEPT, outcome: "good" as const, note: null };
    const refused = await refusalOf(recheckInterpretation(principal, second, on("2026-07-10")));
    expect(refused.codes).toEqual(["quality_own_work"]);
    const { offers } = await qualityPage(principal, slug, on("2026-07-10"));
    expect(offers.find(({ act }) => act === "recheck")?.reasons.map(({ code }) => code)).toEqual(["quality_own_work"]);
    await recheckInterpretation(office.second, second, on("2026-07-10"));
  });
});

describe("a re-interpretation", () => {
  it("goes from a weak check by report and order to new material and a second check, and each is on the timeline", async () => {
    const slug = await createReleased(db, staff);
    await createOrder(db, office, slug);
    expect(await publicReinterpretation(on("2026-07-03"), slug)).toMatchObject({
      ...{ orderedOn: "2026-07-03", dueOn: "2026-07-17", isPast: false, endedOn: null },
    });
    expect(await taskOf(staff.handler, slug, "2026-07-06")).toMatchObject({ task: "reinterpret", dueOn: "2026-07-17" });
    const early = await refusalOf(answerOrder(staff.handler, { slug, note: "好了" }, on("2026-07-06")));
    expect(early.codes).toEqual(["answer_material_missing"]);
    const material = await createAnswer(db, staff, slug);
    await answerOrder(staff.handler, { slug, note: "改好了" }, on("2026-07-09"));
    expect(await taskOf(office.first, slug, "2026-07-10")).toBeNull();
    expect(await taskOf(office.second, slug, "2026-07-10")).toMatchObject({ task: "recheck_interpretation" });
    const second = { slug, sheet: KEPT, outcome: "good" as const, note: null };
    const same = await refusalOf(recheckInterpretation(office.first, second, on("2026-07-10")));
    expect(same.codes).toEqual(["quality_same_person_ordered"]);
    await recheckInterpretation(office.second, second, on("2026-07-10"));
    expect(await publicReinterpretation(on("2026-07-11"), slug)).toMatchObject({ endedOn: "2026-07-10", isMet: true });
    const page = await qualityPage(office.first, slug, on("2026-07-11"));
    expect(page).toMatchObject({ state: "settled", checks: [{ isSecond: true }, { isSecond: false }] });
    expect(page.materials.map((one) => one.slug)).toContain(material);
    const kinds = (await historyOf({ db }, { kind: "reinterpretation", id: slug })).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(
      ["answer_begun", "answered", "ended", "ordered"].map((kind) => `reinterpretation.${kind}`),
    );
  });

  it("that is weak again is reported again", async () => {
    const slug = await createReleased(db, staff);
    await createOrder(db, office, slug);
    const weak = { slug, sheet: { ...KEPT, own_words: "no" as const }, outcome: "weak" as const, note: "还是照抄" };
    const running = await refusalOf(recheckInterpretation(office.second, weak, on("2026-07-17")));
    expect(running.codes).toEqual(["order_still_runs"]);
    const good = { slug, sheet: KEPT, outcome: "good" as const, note: null };
    const unanswered = await refusalOf(recheckInterpretation(office.second, good, on("2026-07-18")));
    expect(unanswered.codes).toEqual(["unanswered_is_not_met"]);
    await recheckInterpretation(office.second, weak, on("2026-07-18"));
    expect(await publicReinterpretation(on("2026-07-18"), slug)).toMatchObject({ isMet: false });
    expect(await taskOf(office.first, slug, "2026-07-18")).toMatchObject({ task: "report_quality" });
    await reportQuality(office.first, { slug, findings: "没有答复", better: "重写" }, on("2026-07-20"));
  });

  it("is not ordered when the leader declines, and the office may check anew", async () => {
    const slug = await createReleased(db, staff);
    await checkWeak(db, office.first, slug);
    await reportQuality(office.first, { slug, findings: "差", better: "重写" }, on("2026-07-01", "15:00"));
    for (const person of [office.first, office.second, staff.handler]) {
      const decision = { slug, isApproved: true, reason: null };
      expect((await refusalOf(decideQualityReport(person, decision, on("2026-07-02")))).status).toBe(404);
    }
    expect(await taskOf(office.leader, slug, "2026-07-02")).toMatchObject({ task: "decide_report" });
    await decideQualityReport(office.leader, { slug, isApproved: false, reason: "先补充" }, on("2026-07-02"));
    const begin = { slug, kind: "text" as const, title: "新" };
    expect((await refusalOf(beginAnswer(staff.handler, begin, on("2026-07-03")))).codes).toEqual([
      "quality_not_possible",
    ]);
    expect(await publicReinterpretation(on("2026-07-03"), slug)).toBeNull();
    await checkWeak(db, office.second, slug);
  });

  it("forgets a draft that the unit removes, and keeps another unit's people out", async () => {
    const slug = await createReleased(db, staff);
    await createOrder(db, office, slug);
    const begin = { slug, kind: "text" as const, title: "新" };
    expect((await refusalOf(beginAnswer(staff.otherHandler, begin, on("2026-07-06")))).status).toBe(404);
    const material = await beginAnswer(staff.handler, begin, on("2026-07-06"));
    await removeMaterial(staff.handler, { slug: material, version: null }, on("2026-07-06"));
    expect((await qualityPage(office.first, slug, on("2026-07-06"))).order?.answers).toEqual([]);
  });
});

describe("a check", () => {
  it("is made by the office alone, and not of what is not released", async () => {
    const slug = await createReleased(db, staff);
    const check = { slug, sheet: KEPT, outcome: "good" as const, note: null, isImportant: false };
    for (const person of [staff.handler, staff.approver, office.leader, staff.resident])
      expect((await refusalOf(checkQuality(person, check, on("2026-07-01")))).status).toBe(404);
    await checkQuality(office.first, check, on("2026-07-01"));
    expect((await qualityPage(office.leader, slug, on("2026-07-01"))).state).toBe("settled");
    for (const person of [staff.handler, staff.approver])
      expect((await refusalOf(qualityPage(person, slug, on("2026-07-01")))).status).toBe(404);
  });

  it("gives the next order the working days that the office set, and leaves a running one alone", async () => {
    const slug = await createReleased(db, staff);
    await createOrder(db, office, slug);
    expect((await refusalOf(setOrderDays(office.first, 0, on("2026-07-04")))).codes).toEqual(["days_invalid"]);
    expect((await refusalOf(setOrderDays(staff.handler, 5, on("2026-07-04")))).status).toBe(404);
    await setOrderDays(office.first, 5, on("2026-07-04"));
    expect(await orderDays(db.client)).toBe(5);
    expect(await publicReinterpretation(on("2026-07-06"), slug)).toMatchObject({ dueOn: "2026-07-17" });
  });
});
