import { beforeEach, describe, expect, it } from "vitest";
import { GUEST, holds, type Person } from "~/accounts/actor";
import { personById } from "~/accounts/queries.server";
import { getActor, openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import { approveConsultation } from "~/consultations/approve-consultation.server";
import { workbench } from "~/consultations/desk-queries.server";
import { handOverConsultations } from "~/consultations/hand-over-consultations.server";
import { passConsultation } from "~/consultations/pass-consultation.server";
import { submitConsultation } from "~/consultations/submit-consultation.server";
import { arrangeDeputy } from "~/deputies/arrange-deputy.server";
import { absentPeople, deputiesFacts } from "~/deputies/deputies-queries.server";
import { endDeputy } from "~/deputies/end-deputy.server";
import { setAbsence } from "~/deputies/set-absence.server";
import type { Database } from "~/platform/db.server";
import { transact } from "~/timeline/transact.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { fillSheet } from "../../../prisma/seeds/release-sheet";
import { createPerson, createPrepared, createStaff, createSubmitted, recordOf, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

let db: Database;
let staff: Staff;

beforeEach(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
});

const JUNE = { fromOn: "2026-06-22", untilOn: "2026-06-24" };

function arrange(actor: Person, principal: Person, deputy: Person, days = JUNE, day = "2026-06-20") {
  const input = { principal: principal.accountId, deputy: deputy.accountId, ...days };
  return arrangeDeputy(actor, input, { db, now: at(day) });
}

/** The person as a request at this instant finds them. */
async function actorAt(person: Person, day: string, time?: string): Promise<Person> {
  const plain = new Request("http://127.0.0.1/desk");
  const id = await openSession(db.client, plain, person, new Date());
  const cookie = sessionCookie(id, plain).split(";")[0]!;
  const actor = await getActor(new Request(plain.url, { headers: { Cookie: cookie } }), { db, now: at(day, time) });
  expect(actor.kind).toBe("person");
  return actor as Person;
}

describe("a deputy", () => {
  it("holds the principal's rights from the first minute of the first day to the last of the last", async () => {
    await arrange(staff.approver, staff.reviewer, staff.handler);
    const mayReview = async (day: string, time: string) =>
      holds(await actorAt(staff.handler, day, time), "reviewer", "housing");
    expect(await mayReview("2026-06-21", "23:59:59")).toBe(false);
    expect(await mayReview("2026-06-22", "00:00")).toBe(true);
    expect(await mayReview("2026-06-24", "23:59:59")).toBe(true);
    expect(await mayReview("2026-06-25", "00:00")).toBe(false);
  });

  it("lends nothing on", async () => {
    await arrange(staff.approver, staff.reviewer, staff.handler);
    await arrange(staff.approver, staff.handler, staff.allround);
    const third = await createPerson(db, "第三人", [{ role: "handling_officer", unit: "housing" }]);
    await endDeputy(staff.allround, 2, { db, now: at("2026-06-20") });
    await arrange(staff.approver, staff.handler, third);
    expect(holds((await personById({ db, now: at("2026-06-23") }, third.accountId))!, "reviewer")).toBe(false);
  });

  it("has own rights only as soon as it is ended early, and once", async () => {
    const id = await arrange(staff.approver, staff.reviewer, staff.handler);
    await endDeputy(staff.reviewer, id, { db, now: at("2026-06-23", "09:00") });
    expect(holds(await actorAt(staff.handler, "2026-06-23", "08:59"), "reviewer")).toBe(true);
    expect(holds(await actorAt(staff.handler, "2026-06-23", "09:00"), "reviewer")).toBe(false);
    expect(await refusalOf(endDeputy(staff.reviewer, id, { db, now: at("2026-06-24") }))).toMatchObject({
      status: 409,
    });
  });

  it("is arranged and ended by those who may, and does not exist for others", async () => {
    for (const actor of [staff.handler, staff.otherApprover, staff.resident]) {
      expect(await refusalOf(arrange(actor, staff.reviewer, staff.allround))).toMatchObject({ status: 404 });
    }
    const id = await arrange(staff.reviewer, staff.reviewer, staff.handler);
    const deps = { db, now: at("2026-06-21") };
    expect(await refusalOf(endDeputy(staff.otherApprover, id, deps))).toMatchObject({ status: 404 });
    expect(await refusalOf(endDeputy(staff.approver, 999, deps))).toMatchObject({ status: 404 });
    await endDeputy(staff.handler, id, deps);
    const kinds = await db.client.timelineEvent.findMany({ where: { kind: { startsWith: "deputy." } } });
    expect(kinds.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
      ["deputy.arranged", staff.reviewer.accountId],
      ["deputy.ended", staff.reviewer.accountId],
    ]);
  });

  it("of somebody suspended has own rights only", async () => {
    await arrange(staff.approver, staff.reviewer, staff.handler);
    await db.client.account.update({
      where: { id: staff.reviewer.accountId },
      data: { suspendedAt: at("2026-06-22") },
    });
    expect(holds(await actorAt(staff.handler, "2026-06-23"), "reviewer")).toBe(false);
  });
});

describe("the rule of two people", () => {
  it("keeps a deputy from reviewing what the principal submitted", async () => {
    const slug = await createSubmitted(db, staff);
    await arrange(staff.approver, staff.handler, staff.reviewer);
    const deps = { db, now: at("2026-06-22") };
    const deputy = await actorAt(staff.reviewer, "2026-06-22");
    const refusal = await refusalOf(passConsultation(deputy, { slug, version: null }, deps));
    expect(refusal.codes).toEqual(["same_person_submitted"]);
    const offer = (await workbench(deputy, slug, deps)).offers.find(({ act }) => act === "pass");
    expect(offer?.reasons.map(({ code }) => code)).toEqual(["same_person_submitted"]);
  });

  it("keeps a principal from reviewing what the deputy submitted in those days, also afterwards", async () => {
    const slug = await createPrepared(db, staff);
    await arrange(staff.approver, staff.reviewer, staff.handler);
    const deputy = await actorAt(staff.handler, "2026-06-23");
    await submitConsultation(deputy, { slug, version: 1 }, { db, now: at("2026-06-23") });
    const deps = { db, now: at("2026-06-26") };
    const back = await actorAt(staff.reviewer, "2026-06-26");
    const refusal = await refusalOf(passConsultation(back, { slug, version: null }, deps));
    expect(refusal.codes).toEqual(["same_person_submitted"]);
    await passConsultation(staff.allround, { slug, version: null }, deps);
  });

  it("lets the principal review what the deputy submitted before and after", async () => {
    const slug = await createSubmitted(db, staff);
    await arrange(staff.approver, staff.reviewer, staff.handler);
    const back = await actorAt(staff.reviewer, "2026-06-26");
    await passConsultation(back, { slug, version: null }, { db, now: at("2026-06-26") });
    expect((await recordOf(db, slug)).passedById).toBe(staff.reviewer.accountId);
  });

  it("keeps a second deputy from reviewing what the first one submitted for the same principal", async () => {
    const slug = await createPrepared(db, staff);
    const colleague = await createPerson(db, "代理人", [{ role: "handling_officer", unit: "housing" }]);
    const first = await arrange(staff.approver, staff.handler, colleague);
    const deputy = await actorAt(colleague, "2026-06-22");
    await submitConsultation(deputy, { slug, version: 1 }, { db, now: at("2026-06-22") });
    await endDeputy(staff.handler, first, { db, now: at("2026-06-23") });
    await arrange(
      staff.approver,
      staff.handler,
      staff.reviewer,
      { fromOn: "2026-06-24", untilOn: "2026-06-25" },
      "2026-06-23",
    );
    const second = await actorAt(staff.reviewer, "2026-06-24");
    const refusal = await refusalOf(passConsultation(second, { slug, version: null }, { db, now: at("2026-06-24") }));
    expect(refusal.codes).toEqual(["same_person_submitted"]);
  });

  it("names both in the history", async () => {
    const slug = await createSubmitted(db, staff);
    await arrange(staff.approver, staff.reviewer, staff.allround);
    const deputy = await actorAt(staff.allround, "2026-06-22");
    await passConsultation(deputy, { slug, version: null }, { db, now: at("2026-06-22") });
    const event = await db.client.timelineEvent.findFirstOrThrow({ where: { kind: "consultation.passed" } });
    expect(event.actorId).toBe(staff.allround.accountId);
    expect(JSON.parse(event.payload)).toMatchObject({ deputyFor: [staff.reviewer.accountId] });
    const { history } = await workbench(staff.approver, slug, { db, now: at("2026-06-22") });
    expect(history.at(-1)).toMatchObject({ kind: "consultation.passed", by: "方全（代周启明办理）" });
    expect(await verifyTimeline(db)).toMatchObject({ ok: true });
    await fillSheet(staff.reviewer, slug, { db, now: at("2026-06-22") });
    await approveConsultation(staff.approver, { slug, version: null }, { db, now: at("2026-06-23") });
  });
});

describe("moving all open work of a person", () => {
  it("moves each consultation, or says which one did not move and why", async () => {
    const first = await createPrepared(db, staff);
    const second = await createSubmitted(db, staff);
    const deps = { db, now: at("2026-06-22") };
    const given = { from: staff.handler.accountId, to: staff.allround };
    const { moved, failed } = await handOverConsultations(staff.approver, given, deps);
    expect(moved.map(({ slug }) => slug)).toEqual([first, second]);
    expect(failed).toEqual([]);
    expect((await recordOf(db, first)).preparedById).toBe(staff.allround.accountId);
    expect((await workbench(staff.approver, first, deps)).preparedBy).toBe("方全");
    const back = await handOverConsultations(
      staff.approver,
      { from: staff.allround.accountId, to: staff.reviewer },
      deps,
    );
    expect(back.moved).toEqual([]);
    expect(back.failed.map(({ reasons }) => reasons[0]?.code)).toEqual(["successor_no_right", "successor_no_right"]);
  });

  it("is for the approver of the unit: to others the work is not there", async () => {
    await createPrepared(db, staff);
    const given = { from: staff.handler.accountId, to: staff.allround };
    for (const actor of [staff.handler, staff.otherApprover, GUEST]) {
      const { moved, failed } = await handOverConsultations(actor, given, { db, now: at("2026-06-22") });
      expect(moved).toEqual([]);
      expect(failed.map(({ reasons }) => reasons[0]?.code)).toEqual(["not_found"]);
    }
  });
});

describe("whoever has not signed in", () => {
  const signIn = (person: Person, day: string) =>
    transact({ db, now: at(day) }, async (_tx, record) => {
      const subject = { kind: "account", id: person.accountId };
      record({ kind: "account.signed_in", subject, actor: person, payload: {} });
    });

  it("for five working days is shown to the unit's approver, and to nobody else", async () => {
    await signIn(staff.handler, "2026-06-12");
    await signIn(staff.reviewer, "2026-06-23");
    await signIn(staff.allround, "2026-06-23");
    const deps = { db, now: at("2026-06-24") };
    const away = await absentPeople(staff.approver, deps);
    // The Dragon Boat holiday on Friday 19 June is no working day.
    expect(away).toMatchObject([
      { person: { accountId: staff.handler.accountId }, since: "2026-06-12", workingDays: 6 },
    ]);
    expect(await absentPeople(staff.handler, deps)).toEqual([]);
    expect((await absentPeople(staff.otherApprover, deps)).some(({ person }) => person.name === "林嘉敏")).toBe(false);
  });

  it("counts as away after the number of days that the system administrator sets", async () => {
    const admin = await createPerson(db, "系统管理员", [{ role: "system_admin", unit: "office" }]);
    for (const person of [staff.handler, staff.reviewer, staff.allround]) await signIn(person, "2026-06-22");
    const deps = { db, now: at("2026-06-24") };
    expect(await absentPeople(staff.approver, deps)).toEqual([]);
    await setAbsence(admin, 1, deps);
    expect(await absentPeople(staff.approver, deps)).toHaveLength(3);
    expect((await deputiesFacts(admin, deps)).absence).toEqual({ days: 1, maySet: true });
    expect(await refusalOf(setAbsence(staff.approver, 9, deps))).toMatchObject({ status: 404 });
  });
});
