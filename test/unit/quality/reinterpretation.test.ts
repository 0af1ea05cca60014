import { describe, expect, it } from "vitest";
import type { Actor, Right } from "~/accounts/actor";
import { qualityTask } from "~/quality/quality-agenda";
import { caseState, isDue, refusals, type Act, type CaseFacts } from "~/quality/reinterpretation";
import { ELEMENTS, sheetRefusals, type Sheet } from "~/quality/sheet";

function person(accountId: string, ...rights: Right[]): Actor {
  return { kind: "person", accountId, username: accountId, name: accountId, rights };
}

const OFFICE = person("office", { role: "supervisor", unit: "office" });
const OFFICE2 = person("office2", { role: "supervisor", unit: "office" });
const LEADER = person("leader", { role: "leader", unit: "office" });
const HANDLER = person("handler", { role: "handling_officer", unit: "housing" });
const BOTH = person("both", { role: "supervisor", unit: "office" }, { role: "reviewer", unit: "housing" });

const NOTHING: CaseFacts = {
  ...{ unitCode: "housing", isReleased: true, involvedIds: ["writer"] },
  ...{ check: null, report: null, order: null },
};
const WEAK: CaseFacts = { ...NOTHING, check: { outcome: "weak", isImportant: true, checkedById: "office" } };
const REPORTED: CaseFacts = { ...WEAK, report: { reportedById: "office", isApproved: null } };
const APPROVED: CaseFacts = { ...WEAK, report: { reportedById: "office", isApproved: true } };
const ORDER = { orderedById: "office", answeredById: null, isPast: false, releasedAnswers: 0 };
const ORDERED: CaseFacts = { ...APPROVED, order: ORDER };
const ANSWERED: CaseFacts = { ...APPROVED, order: { ...ORDER, answeredById: "handler", releasedAnswers: 1 } };

describe("a re-interpretation", () => {
  it.each([
    ["nothing was checked", NOTHING, "unchecked"],
    ["an important one is weak", WEAK, "weak"],
    ["a weak one is not important", { ...WEAK, check: { ...WEAK.check!, isImportant: false } }, "settled"],
    ["it was reported", REPORTED, "reported"],
    ["the leader agreed", APPROVED, "approved"],
    ["the leader did not", { ...WEAK, report: { reportedById: "office", isApproved: false } }, "declined"],
    ["the unit was asked", ORDERED, "ordered"],
    ["the unit answered", ANSWERED, "answered"],
  ] as const)("where %s", (_case, facts, state) => expect(caseState(facts)).toBe(state));

  it.each<[string, Act, CaseFacts, Actor, string[]]>([
    ["the office checks", "check", NOTHING, OFFICE, []],
    ["a leader does not check", "check", NOTHING, LEADER, ["no_right"]],
    ["nobody checks their own unit", "check", NOTHING, BOTH, ["quality_of_own_unit"]],
    ["nobody checks what they signed", "check", { ...NOTHING, involvedIds: ["office"] }, OFFICE, ["quality_own_work"]],
    [
      "a document that is not released is not checked",
      "check",
      { ...NOTHING, isReleased: false },
      OFFICE,
      ["quality_not_possible"],
    ],
    ["a leader decides on a report", "approve_report", REPORTED, LEADER, []],
    [
      "the office does not decide on its report",
      "approve_report",
      REPORTED,
      OFFICE,
      ["no_right", "quality_same_person_reported"],
    ],
    ["nothing is ordered before the leader agreed", "order", REPORTED, OFFICE, ["quality_not_possible"]],
    ["the office orders once the leader agreed", "order", APPROVED, OFFICE, []],
    [
      "the unit answers with released material",
      "answer",
      { ...ORDERED, order: { ...ORDER, releasedAnswers: 1 } },
      HANDLER,
      [],
    ],
    ["and not without", "answer", ORDERED, HANDLER, ["answer_material_missing"]],
    ["another person makes the second check", "recheck", ANSWERED, OFFICE2, []],
    ["whoever gave the order does not", "recheck", ANSWERED, OFFICE, ["quality_same_person_ordered"]],
    ["the order runs until the answer or its day", "recheck", ORDERED, OFFICE2, ["order_still_runs"]],
    [
      "past its day it is checked without an answer",
      "recheck",
      { ...ORDERED, order: { ...ORDER, isPast: true } },
      OFFICE2,
      [],
    ],
    ["a running order is not ended by a new first check", "check", ORDERED, OFFICE2, ["quality_not_possible"]],
  ])("%s", (_case, act, facts, actor, codes) =>
    expect(refusals(act, facts, actor).map(({ code }) => code)).toEqual(codes),
  );

  it("asks each person for what is theirs", () => {
    expect(qualityTask(WEAK, OFFICE)).toBe("report_quality");
    expect(qualityTask(REPORTED, LEADER)).toBe("decide_report");
    expect(qualityTask(REPORTED, OFFICE)).toBeNull();
    expect(qualityTask(APPROVED, OFFICE2)).toBe("order_reinterpretation");
    expect(qualityTask(ORDERED, HANDLER)).toBe("reinterpret");
    expect(qualityTask(ANSWERED, OFFICE)).toBeNull();
    expect(qualityTask(ANSWERED, OFFICE2)).toBe("recheck_interpretation");
    expect(isDue("recheck", ORDERED)).toBe(false);
  });
});

describe("a sheet", () => {
  const all = Object.fromEntries(ELEMENTS.map((element) => [element, "yes"])) as Sheet;

  it.each([
    ["good with all kept", all, "good", null, []],
    ["good with something missing", { ...all, scope: "no" }, "good", null, ["good_has_gap"]],
    ["weak with all kept", all, "weak", "差", ["weak_without_gap"]],
    ["weak without saying why", { ...all, scope: "no" }, "weak", " ", ["quality_note_missing"]],
    ["passable with something missing", { ...all, scope: "no" }, "passable", null, []],
    ["plain words always apply", { ...all, plain_words: "not_applicable" }, "good", null, ["element_applies"]],
    ["procedures may not apply", { ...all, procedures: "not_applicable" }, "good", null, []],
  ] as const)("is %s", (_case, sheet, outcome, note, codes) =>
    expect(sheetRefusals({ sheet, outcome, note }).map(({ code }) => code)).toEqual(codes),
  );
});
