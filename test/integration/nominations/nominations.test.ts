import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { GUEST } from "~/accounts/actor";
import { nominationAgenda } from "~/nominations/agenda.server";
import {
  beginNomination,
  editNomination,
  passNomination,
  returnNomination,
  submitNomination,
  withdrawNomination,
} from "~/nominations/change-nomination.server";
import {
  nameAssessors,
  publishRound,
  returnSelection,
  setLastDay,
  setScoring,
  signSelection,
  submitSelection,
} from "~/nominations/change-round.server";
import { deskNomination, deskNominations } from "~/nominations/desk-nominations.server";
import { decideNomination, scoreNomination } from "~/nominations/judge-nomination.server";
import { officeRound, officeRounds } from "~/nominations/office-rounds.server";
import { publicRound, publicRounds } from "~/nominations/public-cases.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Database } from "~/platform/db.server";
import { rateMaterial } from "~/policies/rate-material.server";
import { addReadings } from "~/policies/readings.server";
import { actOnMaterial } from "~/policies/sign-material.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createStaff, type Staff } from "../../factories/desk";
import {
  AUGUST,
  beginCase,
  createJudges,
  decideCase,
  JULY,
  nominateCase,
  publishList,
  ROUND,
  WRITTEN_CASE,
  type Judges,
} from "../../factories/nominations";
import { createIssued, createReleased, materialOf } from "../../factories/policies";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

let db: Database;
let staff: Staff;
let judges: Judges;

beforeEach(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  judges = await createJudges(db);
});

const july = () => ({ db, now: JULY });
const august = () => ({ db, now: AUGUST });
const of = (number: number) => ({ number, version: null });
const round = { round: ROUND, version: null };
const CRITERIA = [
  { name: "通俗易懂", weight: 60 },
  { name: "多种形式", weight: 40 },
];

describe("a case from its unit to the published list", () => {
  it("is passed by a second person, selected with a reason, signed by a third, and shown with its evidence", async () => {
    const { number, policy } = await nominateCase(db, staff);
    const other = await nominateCase(db, staff, { title: "另一个案例" });
    expect(await publicRound(july(), ROUND)).toMatchObject({ round: { state: "collecting" }, cases: [] });
    await decideCase(db, staff, number, true, "居民看得懂。");
    await decideCase(db, staff, other.number, false, "形式单一。");
    await submitSelection(staff.office, round, august());
    expect(await publicRound(august(), ROUND)).toMatchObject({ round: { state: "selecting", cases: null }, cases: [] });
    await signSelection(judges.officeApprover, round, august());
    expect(await publicRound(august(), ROUND)).toMatchObject({ round: { state: "selecting", cases: null }, cases: [] });
    await publishRound(staff.office, round, august());
    const shown = (await publicRound(august(), ROUND))!;
    expect(shown.round).toMatchObject({ state: "published", publishedOn: "2026-08-05", cases: 1 });
    expect(shown.cases).toMatchObject([
      {
        ...{ number: 1, title: WRITTEN_CASE.title, statement: WRITTEN_CASE.statement, reason: "居民看得懂。" },
        evidence: { threeSync: "kept", workingDays: 2, policy: { slug: policy, signedOn: "2026-06-23" } },
        materials: [{ slug: `${policy}-text`, kind: "text" }],
      },
    ]);
    expect((await publicRounds(august())).units).toMatchObject([{ unit: { code: "housing" }, total: 1 }]);
    const told = JSON.stringify([shown, await publicRounds(august())]);
    for (const inside of ["另一个案例", "形式单一", "020-00000000"]) expect(told).not.toContain(inside);
    expect((await publicRound({ db, now: at("2027-07-01") }, ROUND))?.round.state).toBe("archived");
    expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  });

  it("freezes readings, ratings and days when it is handed in, and again when it comes back", async () => {
    const { number, policy } = await beginCase(db, staff);
    const slug = `${policy}-text`;
    const read = (day: string, count: number) =>
      addReadings({ db }, [{ subjectKind: "interpretation", subjectId: slug, day, count }]);
    await read("2026-07-01", 40);
    await rateMaterial(GUEST, { slug, answer: "yes", reason: null, key: null }, july());
    await submitNomination(staff.handler, of(number), july());
    await read("2026-07-11", 500);
    const frozen = await deskNomination(staff.reviewer, number, { db, now: at("2026-07-20") });
    expect(frozen).toMatchObject({ isFrozen: true, evidence: { readings: 40, asOf: "2026-07-10" } });
    expect(frozen.evidence?.ratings).toEqual({ yes: 1, partly: 0, no: 0 });
    await returnNomination(staff.reviewer, { ...of(number), reason: "写短一点。" }, { db, now: at("2026-07-20") });
    await editNomination(staff.handler, of(number), WRITTEN_CASE, { db, now: at("2026-07-21") });
    expect(await deskNomination(staff.handler, number, { db, now: at("2026-07-21") })).toMatchObject({
      isFrozen: false,
      evidence: { readings: 540 },
    });
    await submitNomination(staff.handler, of(number), { db, now: at("2026-07-22") });
    expect((await deskNomination(staff.handler, number, july())).evidence).toMatchObject({ readings: 540 });
  });

  it("can be withdrawn and come back until the last day, and not after", async () => {
    const { number } = await nominateCase(db, staff);
    await withdrawNomination(staff.handler, of(number), july());
    expect((await officeRound(staff.office, ROUND, july())).nominations).toEqual([]);
    await editNomination(staff.handler, of(number), WRITTEN_CASE, july());
    await submitNomination(staff.handler, of(number), july());
    await passNomination(staff.approver, of(number), { db, now: at("2026-07-31", "23:59:59") });
    expect(
      await refusalOf(withdrawNomination(staff.handler, of(number), { db, now: at("2026-08-01", "00:00") })),
    ).toMatchObject({
      codes: ["collecting_over"],
    });
  });
});

describe("what cannot be put forward", () => {
  const begin = (person: Person, policy: string, now = JULY) =>
    beginNomination(person, { ...WRITTEN_CASE, policy }, { db, now });

  it("is another unit's, what is not released, what was released in another half year, and the same twice", async () => {
    const policy = await createReleased(db, staff);
    const unreleased = await createIssued(db, staff);
    for (const [person, slug] of [
      [staff.otherHandler, policy],
      [staff.reviewer, policy],
      [staff.office, policy],
      [staff.handler, "nothing"],
    ] as const) {
      expect(await refusalOf(begin(person, slug))).toMatchObject({ codes: ["candidate_unknown"] });
    }
    expect(await refusalOf(begin(staff.handler, unreleased))).toMatchObject({ codes: ["candidate_not_released"] });
    expect(await refusalOf(begin(staff.handler, policy, at("2027-01-10")))).toMatchObject({
      codes: ["candidate_outside_half"],
    });
    await begin(staff.handler, policy);
    expect(await refusalOf(begin(staff.handler, policy))).toMatchObject({ codes: ["nomination_twice"] });
    expect(await refusalOf(begin(staff.handler, policy, AUGUST))).toMatchObject({
      codes: ["collecting_over", "nomination_twice"],
    });
  });

  it("is what was taken down: it is not passed, not selected into a list, and leaves a published one", async () => {
    const { number, policy } = await beginCase(db, staff);
    const shown = await nominateCase(db, staff);
    await submitNomination(staff.handler, of(number), july());
    await takeDown(policy);
    expect(await refusalOf(passNomination(staff.reviewer, of(number), july()))).toMatchObject({
      codes: ["candidate_outside_half"],
    });
    await decideCase(db, staff, shown.number, true, "好。");
    await submitSelection(staff.office, round, august());
    await takeDown(shown.policy);
    expect(await refusalOf(signSelection(judges.leader, round, august()))).toMatchObject({ codes: ["selection_gone"] });
    await returnSelection(judges.leader, { ...round, reason: "材料下线了。" }, august());
    await decideCase(db, staff, shown.number, false, "材料下线了。");
    await publishList(db, staff, judges);
    expect((await publicRound(august(), ROUND))?.round).toMatchObject({ cases: 0 });
  });

  it("leaves the names of material that is taken down later", async () => {
    const { number, policy } = await nominateCase(db, staff);
    await decideCase(db, staff, number, true, "好。");
    await publishList(db, staff, judges);
    await takeDown(policy, AUGUST);
    expect((await publicRound(august(), ROUND))?.cases).toMatchObject([{ title: WRITTEN_CASE.title, materials: [] }]);
  });

  async function takeDown(policy: string, now = JULY): Promise<void> {
    const { slug } = await materialOf(db, `${policy}-text`);
    await actOnMaterial(staff.approver, "take_down_material", { slug, version: null, reason: "有误。" }, { db, now });
  }
});

describe("two people", () => {
  it("are asked within the unit: whoever hands it in does not pass it, whatever rights they have", async () => {
    const { number } = await beginCase(db, staff);
    await submitNomination(staff.allround, of(number), july());
    expect(await refusalOf(passNomination(staff.allround, of(number), july()))).toMatchObject({
      codes: ["nomination_same_person"],
    });
    expect(await refusalOf(passNomination(staff.handler, of(number), july()))).toMatchObject({ status: 404 });
    for (const outside of [staff.otherReviewer, staff.office, GUEST, staff.resident]) {
      expect(await refusalOf(passNomination(outside, of(number), july()))).toMatchObject({ status: 404 });
    }
    await passNomination(staff.approver, of(number), july());
  });

  it("are asked at the office: whoever submits the list does not sign it", async () => {
    const both: Person = { ...staff.office, rights: [...staff.office.rights, { role: "leader", unit: "office" }] };
    await nominateCase(db, staff);
    await decideCase(db, staff, 1, true, "好。");
    await submitSelection(both, round, august());
    expect(await refusalOf(signSelection(both, round, august()))).toMatchObject({ codes: ["selection_same_person"] });
    expect(await refusalOf(signSelection(staff.approver, round, august()))).toMatchObject({ status: 404 });
    expect(await refusalOf(publishRound(staff.office, round, august()))).toMatchObject({
      codes: ["round_not_possible"],
    });
    await signSelection(judges.leader, round, august());
  });
});

describe("the office", () => {
  it("names another last day with a reason that is public, before collecting is over", async () => {
    await setLastDay(staff.office, { ...round, lastDay: "2026-08-20", reason: "台风停工。" }, july());
    expect(await publicRound(august(), ROUND)).toMatchObject({
      round: { state: "collecting", lastDay: "2026-08-20", lastDayReason: "台风停工。" },
    });
    const late = setLastDay(
      staff.office,
      { ...round, lastDay: "2026-09-20", reason: "。" },
      { db, now: at("2026-08-21") },
    );
    expect(await refusalOf(late)).toMatchObject({ codes: ["round_not_possible"] });
    const unit = setLastDay(staff.handler, { ...round, lastDay: "2026-09-20", reason: "。" }, july());
    expect(await refusalOf(unit)).toMatchObject({ status: 404 });
  });

  it("decides only what its unit passed, after the last day, and each with a reason", async () => {
    const begun = await beginCase(db, staff);
    const { number } = await nominateCase(db, staff);
    const decide = (one: number, now: Date, reason = "好。") =>
      decideNomination(staff.office, { ...of(one), isSelected: true, reason }, { db, now });
    expect(await refusalOf(decide(begun.number, AUGUST))).toMatchObject({ status: 404 });
    expect(await refusalOf(decide(number, JULY))).toMatchObject({ codes: ["round_not_possible"] });
    expect(await refusalOf(decide(number, AUGUST, " "))).toMatchObject({ codes: ["selection_reason_missing"] });
    expect(await refusalOf(submitSelection(staff.office, round, august()))).toMatchObject({
      codes: ["selection_undecided"],
    });
    await decide(number, AUGUST);
    await submitSelection(staff.office, round, august());
    expect(await refusalOf(decide(number, AUGUST))).toMatchObject({ codes: ["round_not_possible"] });
  });

  it("sees no round before it opens, and no unit's draft", async () => {
    const { number } = await beginCase(db, staff);
    expect(await refusalOf(officeRound(staff.office, "2026-H2", july()))).toMatchObject({ status: 404 });
    expect(await refusalOf(deskNomination(staff.office, number, july()))).toMatchObject({ status: 404 });
    expect(await officeRounds(staff.office, july())).toMatchObject([{ key: ROUND, nominated: 0 }]);
    for (const outside of [staff.handler, staff.reviewer, staff.resident]) {
      expect(await refusalOf(officeRounds(outside, july()))).toMatchObject({ status: 404 });
    }
  });
});

describe("scores", () => {
  async function scoredCase() {
    const { number } = await nominateCase(db, staff);
    await setScoring(staff.office, { ...round, isScored: true, criteria: CRITERIA }, august());
    const assessors = [staff.otherReviewer, staff.otherApprover, staff.approver].map(({ accountId }) => accountId);
    await nameAssessors(staff.office, { ...round, assessors }, august());
    return number;
  }
  const score = (person: Person, number: number, marks = [80, 70]) =>
    scoreNomination(person, { number, marks, remark: null }, august());

  it("are given by those who were named, never for their own unit, and at least by two", async () => {
    const number = await scoredCase();
    await score(staff.otherReviewer, number);
    expect(await refusalOf(score(staff.approver, number))).toMatchObject({ codes: ["score_own_unit"] });
    expect(await refusalOf(score(staff.otherHandler, number))).toMatchObject({ status: 404 });
    await decideCase(db, staff, number, true, "好。");
    expect(await refusalOf(submitSelection(staff.office, round, august()))).toMatchObject({
      codes: ["selection_unscored"],
    });
    await score(staff.otherApprover, number, [90, 100]);
    await score(staff.otherApprover, number, [90, 90]);
    const { nominations } = await officeRound(staff.office, ROUND, august());
    expect(nominations).toMatchObject([{ spread: { count: 2, min: 76, max: 90, mean: 83 } }]);
    await submitSelection(staff.office, round, august());
    expect(await refusalOf(score(staff.otherReviewer, number))).toMatchObject({ codes: ["score_not_possible"] });
  });

  it("are seen by the office and whoever signs; an assessor sees their own, the unit none", async () => {
    const number = await scoredCase();
    await score(staff.otherReviewer, number, [81, 73]);
    await score(staff.otherApprover, number, [64, 52]);
    const seen = async (person: Person) => JSON.stringify(await deskNomination(person, number, august()));
    expect(await seen(judges.leader)).toContain("[64,52]");
    expect(await seen(staff.otherReviewer)).toContain("[81,73]");
    expect(await seen(staff.otherReviewer)).not.toContain("[64,52]");
    for (const person of [staff.handler, staff.approver]) {
      expect(await seen(person)).not.toContain("[64,52]");
      expect(await seen(person)).not.toContain("scored");
    }
    const events = await db.client.timelineEvent.findMany({ where: { kind: "nomination.scored" } });
    expect(events.map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([{ round: ROUND }, { round: ROUND }]);
  });

  it("fix their criteria and whoever gave them", async () => {
    const number = await scoredCase();
    await score(staff.otherReviewer, number);
    expect(
      await refusalOf(setScoring(staff.office, { ...round, isScored: false, criteria: [] }, august())),
    ).toMatchObject({
      codes: ["criteria_in_use"],
    });
    expect(await refusalOf(nameAssessors(staff.office, { ...round, assessors: [] }, august()))).toMatchObject({
      codes: ["assessor_has_scored"],
    });
    const stranger = nameAssessors(staff.office, { ...round, assessors: [staff.resident.accountId] }, august());
    expect(await refusalOf(stranger)).toMatchObject({ codes: ["assessor_unknown", "assessor_has_scored"] });
  });
});

describe("what a unit is told of the decision", () => {
  it("is nothing until the list is published, and then its own with the reason", async () => {
    const { number } = await nominateCase(db, staff);
    await decideCase(db, staff, number, false, "形式单一。");
    expect(await deskNomination(staff.handler, number, august())).toMatchObject({ decision: null });
    expect((await deskNominations(staff.handler, august())).rows).toMatchObject([{ decision: null }]);
    await publishList(db, staff, judges);
    expect(await deskNomination(staff.handler, number, august())).toMatchObject({
      decision: { isSelected: false, reason: "形式单一。" },
    });
    expect(await refusalOf(deskNomination(staff.otherHandler, number, august()))).toMatchObject({ status: 404 });
  });
});

describe("the agenda", () => {
  const tasks = async (actor: Person, now: Date) => {
    const filter = { q: "", unit: "", module: null, task: null, clock: null };
    const part = await nominationAgenda({ actor, filter, first: 50, today: plainDateOf(now), deps: { db, now } });
    return part.entries.map(({ task, dueOn }) => [task, dueOn]);
  };

  it("tells each person what is next, and until when", async () => {
    await createReleased(db, staff);
    expect(await tasks(staff.handler, JULY)).toEqual([["nominate", "2026-07-31"]]);
    expect(await tasks(staff.otherHandler, JULY)).toEqual([]);
    const { number } = await beginCase(db, staff);
    expect(await tasks(staff.handler, JULY)).toContainEqual(["finish_nomination", "2026-07-31"]);
    await submitNomination(staff.allround, of(number), july());
    expect(await tasks(staff.reviewer, JULY)).toEqual([["review_nomination", "2026-07-31"]]);
    expect(await tasks(staff.allround, JULY)).not.toContainEqual(["review_nomination", "2026-07-31"]);
    await passNomination(staff.reviewer, of(number), july());
    expect(await tasks(staff.office, JULY)).toEqual([]);
    expect(await tasks(staff.office, AUGUST)).toEqual([["select_cases", null]]);
    await decideCase(db, staff, number, true, "好。");
    await submitSelection(staff.office, round, august());
    expect(await tasks(judges.leader, AUGUST)).toEqual([["sign_cases", null]]);
    await signSelection(judges.leader, round, august());
    expect(await tasks(staff.office, AUGUST)).toEqual([["publish_cases", null]]);
    expect(await tasks(staff.handler, AUGUST)).toEqual([]);
  });
});
