import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Actor } from "~/accounts/actor";
import { isBlank } from "~/forms/words";
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
import { decideNomination, scoreNomination } from "~/nominations/judge-nomination.server";
import { publicRound } from "~/nominations/public-cases.server";
import { inTransaction, type Database, type Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { verifyTimeline } from "~/timeline/verify.server";
import { createPerson, createStaff, type Staff } from "../../factories/desk";
import { createJudges, ROUND, WRITTEN_CASE } from "../../factories/nominations";
import { createReleased } from "../../factories/policies";
import { at } from "../../setup/clock";
import { freshDatabase, testEngine } from "../../setup/database";

// Any acts by any people in any order, while the clock only goes forward. What was refused leaves no trace; what went
// through is judged by an outsider who looks at the rows, the timeline and what the public reads.

const DAYS = ["2026-07-05", "2026-07-20", "2026-07-31", "2026-08-01", "2026-08-10", "2026-08-20"];
const CRITERIA = [{ name: "通俗易懂", weight: 100 }];
const ACTS = [
  ...["begin", "edit", "submit", "pass", "return", "withdraw", "decide", "score"],
  ...["set_last_day", "set_scoring", "name_assessors", "submit_selection", "return_selection", "sign", "publish"],
] as const;
type Move = { act: (typeof ACTS)[number]; who: number; pick: number; yes: boolean; later: boolean };

let db: Database;
let staff: Staff;
let people: Actor[];
let policies: string[];

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  const judges = await createJudges(db);
  const all = await createPerson(db, "什么都能", [
    ...(["handling_officer", "reviewer", "approver"] as const).map((role) => ({ role, unit: "housing" })),
    ...(["supervisor", "leader", "approver"] as const).map((role) => ({ role, unit: "office" })),
  ]);
  policies = [await createReleased(db, staff), await createReleased(db, staff)];
  people = [
    ...[staff.handler, staff.reviewer, staff.approver, staff.allround, all],
    ...[staff.otherReviewer, staff.otherApprover, staff.office, judges.leader, judges.officeApprover],
    ...[GUEST, staff.resident],
  ];
}, 60_000);

describe("no order of acts by any people", () => {
  it("shows an unsigned list, selects without a reason, scores one's own unit, or lets a draft out", async () => {
    const move = fc.record({
      act: fc.constantFrom(...ACTS),
      who: fc.nat(11),
      pick: fc.nat(1),
      yes: fc.boolean(),
      later: fc.boolean(),
    });
    let published = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 20, maxLength: 45 }), async (moves) => {
        await clear();
        let day = 0;
        for (const one of [...OPENING, ...moves, ...closing(moves)]) {
          if (one.later) day = Math.min(day + 1, DAYS.length - 1);
          const deps = { db, now: at(DAYS[day]!) };
          await attempted(one, deps);
          published += await judge(deps);
        }
      }),
      { numRuns: testEngine === "sqlite" ? 12 : 6, seed: 20_200_816 },
    );
    expect(published).toBeGreaterThan(0);
    expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  }, 240_000);
});

const step = (act: Move["act"], who: number, rest: Partial<Move> = {}): Move => ({
  ...{ act, who, pick: 0, yes: true, later: false },
  ...rest,
});
/** So that most runs have something to judge. */
const OPENING: Move[] = [step("begin", 0), step("submit", 0), step("begin", 0, { pick: 1 }), step("pass", 1)];

/** The way to the end; what chance has done before decides how far it leads. */
function closing(moves: Move[]): Move[] {
  const [{ yes = true } = {}, { yes: isScored = true } = {}] = moves;
  return [
    ...DAYS.map(() => step("edit", 10, { later: true })),
    ...(isScored ? [step("set_scoring", 7), step("name_assessors", 7), step("score", 2)] : []),
    ...[step("decide", 7, { yes }), step("decide", 7, { pick: 1, yes: !yes })],
    ...[step("score", 5), step("score", 6), step("score", 5, { pick: 1 }), step("score", 6, { pick: 1 })],
    ...[step("submit_selection", 7), step("sign", 8), step("publish", 7)],
  ];
}

async function clear(): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.nominationScore.deleteMany();
    await tx.nominationRemark.deleteMany();
    await tx.nominationAssessor.deleteMany();
    await tx.nomination.deleteMany();
    await tx.nominationRound.deleteMany();
  });
}

async function attempted(move: Move, deps: Deps): Promise<void> {
  try {
    await perform(move, deps);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

async function perform({ act, who, pick, yes }: Move, deps: Deps): Promise<unknown> {
  const actor = people[who]!;
  const numbers = (await db.client.nomination.findMany({ orderBy: { number: "asc" } })).map(({ number }) => number);
  const input = { number: numbers[pick] ?? 999_999, version: null };
  const round = { round: ROUND, version: null };
  const reason = yes ? "讲得明白。" : "形式单一。";
  switch (act) {
    case "begin":
      return beginNomination(actor, { ...WRITTEN_CASE, title: "zqtitle", policy: policies[pick]! }, deps);
    case "edit":
      return editNomination(actor, input, { ...WRITTEN_CASE, title: "zqtitle" }, deps);
    case "submit":
      return submitNomination(actor, input, deps);
    case "pass":
      return passNomination(actor, input, deps);
    case "return":
      return returnNomination(actor, { ...input, reason }, deps);
    case "withdraw":
      return withdrawNomination(actor, input, deps);
    case "decide":
      return decideNomination(actor, { ...input, isSelected: yes, reason: pick && !yes ? " " : reason }, deps);
    case "score":
      return scoreNomination(actor, { number: input.number, marks: [87], remark: null }, deps);
    case "set_last_day":
      return setLastDay(actor, { ...round, lastDay: yes ? "2026-08-09" : "2026-07-20", reason }, deps);
    case "set_scoring":
      return setScoring(actor, { ...round, isScored: yes, criteria: CRITERIA }, deps);
    case "name_assessors":
      return nameAssessors(actor, { ...round, assessors: named() }, deps);
    case "submit_selection":
      return submitSelection(actor, round, deps);
    case "return_selection":
      return returnSelection(actor, { ...round, reason }, deps);
    case "sign":
      return signSelection(actor, round, deps);
    case "publish":
      return publishRound(actor, round, deps);
  }
}

/** Two of another unit, and one of the unit whose cases they are. */
function named(): string[] {
  return [staff.otherReviewer, staff.otherApprover, staff.approver].map(({ accountId }) => accountId);
}

/** Looks at everything after each act. Returns 1 when a list is public. */
async function judge(deps: Deps): Promise<number> {
  const row = await db.client.nominationRound.findUnique({ where: { key: ROUND } });
  const nominations = await db.client.nomination.findMany({ include: { scores: true } });
  const shown = (await publicRound(deps, ROUND))!;
  if (row?.signedAt) expect(row.signedById).not.toBe(row.submittedById);
  if (row?.publishedAt) expect([row.signedById, row.submittedById]).not.toContain(null);
  for (const { passedById, submittedById, state, isSelected, reason, scores } of nominations) {
    if (state === "nominated") expect([passedById, submittedById].includes(null)).toBe(false);
    if (state === "nominated") expect(passedById).not.toBe(submittedById);
    if (isSelected !== null) expect([state, isBlank(reason)]).toEqual(["nominated", false]);
    for (const { assessorId } of scores) expect(staff.approver.accountId).not.toBe(assessorId);
  }
  const isPublic = row?.publishedAt != null;
  expect(JSON.stringify(shown).includes("zqtitle")).toBe(isPublic && shown.cases.length > 0);
  expect(JSON.stringify(shown)).not.toMatch(/形式单一|"marks"|"total"/);
  expect(shown.cases.length).toBe(isPublic ? nominations.filter(({ isSelected }) => isSelected).length : 0);
  return isPublic ? 1 : 0;
}
