import { describe, expect, it } from "vitest";
import {
  STEP_KINDS,
  decidedRefusals,
  missingSteps,
  requiredSteps,
  stepRefusals,
  type StepFacts,
} from "~/consultations/dossier";
import { inquiryRefusals, replyRefusals } from "~/consultations/inquiry";
import { DECISION_KINDS } from "~/consultations/period";
import { preparedRefusals } from "~/consultations/preparing";
import { calendar, codes } from "./consultation-examples";

const today = "2026-12-20";
const legality: StepFacts = { kind: "legality_review", startedOn: "2026-12-03", happenedOn: "2026-12-14" };
const discussion: StepFacts = { kind: "collective_discussion", startedOn: null, happenedOn: "2026-12-16" };
const decision = { adoptionAccount: "收到 3 条，采纳 2 条。", decidedOn: "2026-12-18" };

function dossier(steps: StepFacts[], decisionKind: (typeof DECISION_KINDS)[number] = "major_decision") {
  return { decisionKind, closesOn: "2026-12-02", steps };
}

describe("the steps a decision requires", () => {
  it("of a major decision are the six of the regulation, in its order", () => {
    expect(requiredSteps("major_decision").map((step) => step.kind)).toEqual(STEP_KINDS);
  });

  it("cite an article only of the regulation that was read, and only for major decisions", () => {
    for (const kind of DECISION_KINDS)
      for (const step of requiredSteps(kind))
        expect(step.force).toBe(step.basis === "house_policy" ? "house_policy" : "law");
    expect(requiredSteps("normative_document").every((step) => step.force === "house_policy")).toBe(true);
  });

  it("that the dossier lacks are listed for the desk", () => {
    expect(missingSteps("normative_document", [legality]).map((step) => step.kind)).toEqual([
      "fair_competition_review",
      "collective_discussion",
    ]);
    expect(missingSteps("other", [])).toEqual([]);
  });
});

describe("recording a step", () => {
  const review = { ...legality, holder: "区司法局", conclusion: "合法" };

  it.each<[string, Partial<typeof review>, string[]]>([
    ["seven working days of legality review", {}, []],
    ["six working days", { happenedOn: "2026-12-11" }, ["legality_review_too_short"]],
    ["no first day", { startedOn: null }, ["step_start_missing"]],
    ["a first day after the last", { startedOn: "2026-12-15" }, ["step_starts_after_end"]],
    ["a day still to come", { happenedOn: "2026-12-21" }, ["step_in_future"]],
    ["no holder and no conclusion", { holder: " ", conclusion: "" }, ["holder_missing", "conclusion_missing"]],
  ])("with %s", (_, change, expected) => {
    expect(codes(stepRefusals({ ...review, ...change }, today, calendar))).toEqual(expected);
  });

  it("counts the legality review over a holiday by the calendar", () => {
    const festival = { ...review, startedOn: "2026-02-13", happenedOn: "2026-03-01" };
    expect(stepRefusals(festival, today, calendar)).toEqual([
      { code: "legality_review_too_short", field: "happenedOn", params: { minimum: 7, earliest: "2026-03-02" } },
    ]);
    expect(stepRefusals({ ...festival, happenedOn: "2026-03-02" }, today, calendar)).toEqual([]);
  });

  it("asks other steps for no first day", () => {
    const discussed = { ...review, ...discussion };
    expect(stepRefusals(discussed, today, calendar)).toEqual([]);
  });
});

describe("recording the decision", () => {
  it("needs the account of what was adopted, whatever the kind", () => {
    for (const kind of DECISION_KINDS)
      expect(codes(decidedRefusals({ ...decision, adoptionAccount: " " }, dossier([legality], kind), today))).toEqual([
        "adoption_account_missing",
      ]);
  });

  it("of a major matter needs the legality review, of another does not", () => {
    expect(codes(decidedRefusals(decision, dossier([]), today))).toEqual(["legality_review_missing"]);
    expect(decidedRefusals(decision, dossier([], "other"), today)).toEqual([]);
    expect(decidedRefusals(decision, dossier([legality, discussion]), today)).toEqual([]);
  });

  it("is refused when the discussion came before the legality review", () => {
    const early = { ...discussion, happenedOn: "2026-12-10" };
    expect(codes(decidedRefusals(decision, dossier([early, legality]), today))).toEqual([
      "discussed_before_legality_review",
    ]);
  });

  it.each<[string | null, string[]]>([
    ["2026-12-20", []],
    ["2026-12-21", ["decided_in_future"]],
    ["2026-12-02", ["decided_before_closing"]],
    [null, ["day_missing"]],
  ])("on %s", (decidedOn, expected) => {
    expect(codes(decidedRefusals({ ...decision, decidedOn }, dossier([legality]), today))).toEqual(expected);
  });
});

describe("a written inquiry", () => {
  const letter = { bodyName: "区政协", askedOn: "2026-11-10", dueOn: "2026-11-20" };

  it("names the body, was sent, and leaves time", () => {
    expect(inquiryRefusals(letter, today)).toEqual([]);
    expect(codes(inquiryRefusals({ bodyName: "", askedOn: "2026-12-21", dueOn: "2026-12-21" }, today))).toEqual([
      "body_name_missing",
      "asked_in_future",
      "inquiry_due_too_early",
    ]);
  });

  it("is answered once, with an opinion that says something or with no comment", () => {
    const open = { askedOn: "2026-11-10", repliedOn: null };
    expect(replyRefusals(open, { repliedOn: "2026-11-25", kind: "no_comment", opinion: null }, today)).toEqual([]);
    expect(codes(replyRefusals(open, { repliedOn: "2026-11-09", kind: "opinion", opinion: "" }, today))).toEqual([
      "replied_before_asked",
      "body_missing",
    ]);
    expect(
      codes(
        replyRefusals(
          { ...open, repliedOn: "2026-11-12" },
          { repliedOn: "2026-12-21", kind: "no_comment", opinion: null },
          today,
        ),
      ),
    ).toEqual(["replied_already", "replied_in_future"]);
  });
});

describe("what is prepared", () => {
  const prepared = {
    title: "既有住宅加装电梯办法（征求意见稿）",
    summary: "规范加装电梯。",
    explanatoryNote: "起草说明",
    legalBasis: "民法典",
    contactName: "李工",
    contactPhone: "020-12345678",
    decisionKind: "other" as const,
    opensOn: "2026-12-21",
    closesOn: "2026-12-31",
    shortenedReason: null,
    clauses: [
      { clauseId: "c1", heading: "第一章", text: "" },
      { clauseId: "c2", heading: "", text: "业主可以协商。" },
    ],
  };

  it("goes to review with draft, explanation, contact and period", () => {
    expect(preparedRefusals(prepared, "submit", today, calendar)).toEqual([]);
  });

  it("is refused with every reason at once", () => {
    const empty = { ...prepared, title: "", explanatoryNote: " ", contactPhone: "", clauses: [], closesOn: null };
    expect(codes(preparedRefusals(empty, "submit", today, calendar))).toEqual([
      "title_missing",
      "explanatory_note_missing",
      "contact_missing",
      "draft_missing",
      "closes_missing",
    ]);
  });

  it.each([
    ["an empty clause", [...prepared.clauses, { clauseId: "c3", heading: " ", text: "" }], ["clause_text_missing"]],
    ["headings only", [{ clauseId: "c1", heading: "第一章", text: "" }], ["clause_text_missing"]],
    ["one id twice", [prepared.clauses[1]!, prepared.clauses[1]!], ["clause_twice"]],
  ])("is refused with %s", (_, clauses, expected) => {
    expect(codes(preparedRefusals({ ...prepared, clauses }, "submit", today, calendar))).toEqual(expected);
  });
});
