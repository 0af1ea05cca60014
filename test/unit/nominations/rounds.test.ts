import { describe, expect, it } from "vitest";
import { readCriteria, writeCriteria } from "~/nominations/criteria-text";
import { candidateRefusals, lastDayRefusals } from "~/nominations/nomination";
import {
  latestRound,
  previousRound,
  publicState,
  readRound,
  roundsSince,
  roundState,
  type RoundFacts,
} from "~/nominations/round";
import { criteriaRefusals, scoreRefusals, spreadOf, weightedTotal } from "~/nominations/scoring";
import { isRoundActPossible, ROUND_ACTS, selectionRefusals, type RoundAct } from "~/nominations/selection";
import type { Person } from "~/accounts/actor";
import { at } from "../../setup/clock";

const H1 = readRound("2026-H1")!;
const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);

const UNTOUCHED: RoundFacts = {
  ...{ lastDay: null, submittedById: null, submittedAt: null, signedAt: null, publishedAt: null },
  isScored: false,
};
const SUBMITTED = { ...UNTOUCHED, submittedAt: at("2026-08-10"), submittedById: "office" };
const SIGNED = { ...SUBMITTED, signedAt: at("2026-08-12") };
const PUBLISHED = { ...SIGNED, publishedAt: at("2026-08-14") };

describe("the rounds of the calendar", () => {
  it.each([
    ["2026-06-30", "2025-H2"],
    ["2026-07-01", "2026-H1"],
    ["2026-12-31", "2026-H1"],
    ["2027-01-01", "2026-H2"],
  ])("on %s the round that opened last is %s", (today, key) => {
    expect(latestRound(today).key).toBe(key);
  });

  it("are for the half year before they open, and usually collect until the end of the month", () => {
    expect(H1).toMatchObject({ from: "2026-01-01", to: "2026-06-30", opensOn: "2026-07-01" });
    expect(H1).toMatchObject({ usualLastDay: "2026-07-31", nextOpensOn: "2027-01-01" });
    expect(readRound("2026-H2")).toMatchObject({
      ...{ from: "2026-07-01", to: "2026-12-31", opensOn: "2027-01-01" },
      ...{ usualLastDay: "2027-01-31", nextOpensOn: "2027-07-01" },
    });
    expect(previousRound(H1).key).toBe("2025-H2");
  });

  it.each(["", "2026", "2026-H3", "2026-h1", "x2026-H1", "2026-H1x", "12026-H1", "２０２６-H1"])(
    "%j names none of them",
    (text) => {
      expect(readRound(text)).toBeNull();
    },
  );

  it("begin with the half year of the first material", () => {
    expect(roundsSince("2025-08-20", "2026-11-27").map(({ key }) => key)).toEqual(["2026-H1", "2025-H2"]);
    expect(roundsSince(null, "2026-11-27").map(({ key }) => key)).toEqual(["2026-H1"]);
    expect(roundsSince("2026-09-01", "2026-11-27").map(({ key }) => key)).toEqual(["2026-H1"]);
  });
});

describe("the state of a round", () => {
  it.each<[string, RoundFacts | null, string | null]>([
    ["2026-06-30", null, null],
    ["2026-07-01", null, "collecting"],
    ["2026-07-31", null, "collecting"],
    ["2026-08-01", null, "selecting"],
    ["2026-08-01", { ...UNTOUCHED, lastDay: "2026-08-20" }, "collecting"],
    ["2026-08-21", { ...UNTOUCHED, lastDay: "2026-08-20" }, "selecting"],
    ["2026-07-11", { ...UNTOUCHED, lastDay: "2026-07-10" }, "selecting"],
    ["2026-08-11", SUBMITTED, "selecting"],
    ["2026-08-13", SIGNED, "signed"],
    ["2026-08-15", PUBLISHED, "published"],
    ["2027-06-30", PUBLISHED, "published"],
    ["2027-07-01", PUBLISHED, "archived"],
    ["2030-01-01", UNTOUCHED, "selecting"],
  ])("on %s, with what was decided, is %#: %s", (today, facts, state) => {
    expect(roundState(H1, facts, today)).toBe(state);
  });

  it("outside does not tell that a list is signed", () => {
    expect(publicState("signed")).toBe("selecting");
  });
});

describe("the last day for nominations", () => {
  it.each<[string, string, RoundFacts | null, string[]]>([
    ["2026-08-20", "2026-07-10", null, []],
    ["2026-07-10", "2026-07-10", null, []],
    ["2026-07-09", "2026-07-10", null, ["last_day_past"]],
    ["2026-12-31", "2026-07-10", null, []],
    ["2027-01-01", "2026-07-10", null, ["last_day_too_late"]],
    ["2026-07-31", "2026-07-10", null, ["last_day_unchanged"]],
    ["2026-08-20", "2026-08-01", null, ["collecting_over"]],
    ["2026-08-20", "2026-08-01", { ...UNTOUCHED, lastDay: "2026-08-05" }, []],
  ])("%s, named on %s: %#", (day, today, facts, expected) => {
    expect(codes(lastDayRefusals(day, H1, facts, today))).toEqual(expected);
  });
});

describe("what can be put forward", () => {
  const own = { unitCode: "housing", isReleased: true, materials: 1 };
  it.each([
    ["one's own published interpretation", own, []],
    ["nothing", null, ["candidate_unknown"]],
    ["another unit's", { ...own, unitCode: "justice" }, ["candidate_unknown"]],
    ["what is not published", { ...own, isReleased: false }, ["candidate_not_released"]],
    ["what was published in another half year, or taken down", { ...own, materials: 0 }, ["candidate_outside_half"]],
  ])("%s", (_name, candidate, expected) => {
    expect(codes(candidateRefusals(candidate, "housing", H1))).toEqual(expected);
  });
});

describe("the acts on a round", () => {
  const possible = (facts: RoundFacts, today: string) =>
    ROUND_ACTS.filter((act: RoundAct) => isRoundActPossible(act, facts, roundState(H1, facts, today)));

  it.each<[string, RoundFacts, string, RoundAct[]]>([
    ["before it opens", UNTOUCHED, "2026-06-01", []],
    ["while it collects", UNTOUCHED, "2026-07-05", ["set_last_day", "set_scoring", "name_assessors"]],
    ["after the last day", UNTOUCHED, "2026-08-05", ["set_scoring", "name_assessors", "decide", "submit_selection"]],
    ["with a list that was submitted", SUBMITTED, "2026-08-11", ["return_selection", "sign"]],
    ["signed", SIGNED, "2026-08-13", ["return_selection", "publish"]],
    ["published", PUBLISHED, "2026-08-15", []],
    ["archived", PUBLISHED, "2027-08-15", []],
  ])("%s", (_name, facts, today, expected) => {
    expect(possible(facts, today)).toEqual(expected);
  });
});

describe("the list", () => {
  const decided = { title: "绿道", isSelected: true, reason: "讲得明白", materials: 1, scores: 0 };
  it.each([
    ["whole", [decided, { ...decided, isSelected: false, materials: 0 }], false, []],
    ["without a nomination", [], true, []],
    ["with one that is not decided", [{ ...decided, isSelected: null }], false, ["selection_undecided"]],
    ["with one without a reason", [{ ...decided, reason: "　" }], false, ["selection_undecided"]],
    ["with one whose material is gone", [{ ...decided, materials: 0 }], false, ["selection_gone"]],
    ["scored by one alone", [{ ...decided, scores: 1 }], true, ["selection_unscored"]],
    ["scored by two", [{ ...decided, scores: 2 }], true, []],
  ])("%s", (_name, nominations, isScored, expected) => {
    expect(codes(selectionRefusals(nominations, { isScored }))).toEqual(expected);
  });
});

describe("scoring", () => {
  const criteria = [
    { name: "通俗易懂", weight: 60 },
    { name: "多种形式", weight: 40 },
  ];
  const facts = { isScored: true, isSelecting: true, assessors: ["zhou"], criteria };
  const zhou: Person = {
    ...{ kind: "person", accountId: "zhou", username: "zhou", name: "周" },
    rights: [{ role: "reviewer", unit: "housing" }],
  };
  const others = { unitCode: "justice", isNominated: true };

  it.each([
    ["as named", facts, others, [80, 70], []],
    ["of one's own unit", facts, { ...others, unitCode: "housing" }, [80, 70], ["score_own_unit"]],
    ["without being named", { ...facts, assessors: [] }, others, [80, 70], ["nomination_no_right"]],
    ["where scoring is off", { ...facts, isScored: false }, others, [80, 70], ["score_not_possible"]],
    ["out of time", { ...facts, isSelecting: false }, others, [80, 70], ["score_not_possible"]],
    ["one mark short", facts, others, [80], ["marks_invalid"]],
    ["above a hundred", facts, others, [80, 101], ["marks_invalid"]],
  ])("%s", (_name, scoring, nomination, marks, expected) => {
    expect(codes(scoreRefusals(scoring, nomination, zhou, marks))).toEqual(expected);
  });

  it("counts a right lent for the day as one's own unit", () => {
    const deputy = { ...zhou, rights: [...zhou.rights, { role: "approver" as const, unit: "justice" }] };
    expect(codes(scoreRefusals(facts, others, deputy, [80, 70]))).toEqual(["score_own_unit"]);
  });

  it("weighs the marks and tells how far the assessors are apart", () => {
    expect(weightedTotal([85, 72], criteria)).toBe(79.8);
    expect(spreadOf([79.8, 91, 60.5])).toEqual({ count: 3, min: 60.5, max: 91, mean: 77.1 });
    expect(spreadOf([])).toBeNull();
  });

  it.each([
    ["通俗易懂 60\n多种形式：40", []],
    ["通俗易懂 60\n多种形式 39", ["weights_not_hundred"]],
    ["通俗易懂 60\n多种形式", ["weights_not_hundred"]],
    ["通俗易懂 60\n通俗易懂 40", ["criterion_twice"]],
    ["", ["criteria_number"]],
    [`${"长".repeat(31)} 100`, ["criterion_name"]],
    [
      Array.from({ length: 9 }, (_, index) => `标准${"一二三四五六七八九"[index]} 11`).join("\n"),
      ["criteria_number", "weights_not_hundred"],
    ],
  ])("reads criteria from lines: %j", (text, expected) => {
    expect(codes(criteriaRefusals(readCriteria(text)))).toEqual(expected);
  });

  it("writes criteria as it reads them", () => {
    expect(readCriteria(writeCriteria(criteria))).toEqual(criteria);
  });
});
