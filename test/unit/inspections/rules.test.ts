import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor, Role } from "~/accounts/actor";
import {
  decisionRefusals,
  decisionsFor,
  openRefusals,
  reviewedYear,
  reviewRefusals,
  type ReviewItemFacts,
} from "~/inspections/attribute-review";
import { drawRefusals, drawSample } from "~/inspections/draw-sample";
import { findingRefusals, itemState, spotRefusals, type ItemFacts } from "~/inspections/spot-check";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function person(accountId: string, role: Role, unit = "office"): Actor {
  return { kind: "person", accountId, username: accountId, name: accountId, rights: [{ role, unit }] };
}

const OFFICE = person("office", "supervisor");
const LEADER = person("leader", "leader");
const HANDLER = person("handler", "handling_officer", "housing");
const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);

describe("a sample", () => {
  const population = { housing: ["a", "b", "c", "d", "e", "f"], justice: ["x"] };

  it("is the same for the same seed and list, in whatever order the list stands", () => {
    const drawn = drawSample(population, { seed: "20261102", perUnit: 2 }, sha256);
    expect(drawn).toHaveLength(3);
    const turned = { justice: ["x"], housing: population.housing.toReversed() };
    expect(drawSample(turned, { seed: "20261102", perUnit: 2 }, sha256)).toEqual(drawn);
    const byHand = population.housing.toSorted((a, b) => (sha256(`20261102:${a}`) < sha256(`20261102:${b}`) ? -1 : 1));
    expect(drawn).toEqual([...byHand.slice(0, 2), "x"]);
  });

  it("is another one for other seeds, and each document has its chance", () => {
    const seen = new Set(
      Array.from({ length: 60 }, (_, seed) => drawSample(population, { seed: `s${seed}`, perUnit: 1 }, sha256)).flat(),
    );
    expect([...seen].toSorted()).toEqual(["a", "b", "c", "d", "e", "f", "x"]);
  });

  it.each([
    ["of a period that ends before it begins", { fromOn: "2026-02-01", toOn: "2026-01-01" }, 1, ["period_reversed"]],
    ["of a period that is not over", { toOn: "2026-12-01" }, 1, ["period_in_future"]],
    ["of nothing", {}, 0, ["sample_empty"]],
    ["of none each", { perUnit: 0 }, 1, ["sample_size_invalid"]],
    ["with no time to put things right", { workingDays: 0 }, 1, ["rectify_days_invalid"]],
  ])("is not drawn %s", (_case, change, documents, expected) => {
    const input = { fromOn: "2026-01-01", toOn: "2026-06-30", perUnit: 2, workingDays: 10, ...change };
    expect(codes(drawRefusals(input, documents, "2026-11-02"))).toEqual(expected);
  });
});

describe("a document of a sample", () => {
  const NEW: ItemFacts = { unitCode: "housing", finding: null, answeredById: null, isClosed: false };
  const NOTIFIED: ItemFacts = { ...NEW, finding: "not_marked" };
  const ANSWERED: ItemFacts = { ...NOTIFIED, answeredById: "handler" };

  it.each([
    ["the office finds", "find", NEW, OFFICE, []],
    ["once", "find", NOTIFIED, OFFICE, ["inspection_not_possible"]],
    ["the unit answers", "rectify", NOTIFIED, HANDLER, []],
    ["the office does not answer for it", "rectify", NOTIFIED, OFFICE, ["no_right"]],
    ["what is right needs no answer", "rectify", { ...NEW, finding: "right" }, HANDLER, ["inspection_not_possible"]],
    ["the office closes an answer", "close", ANSWERED, OFFICE, []],
    ["and nothing before", "close", NOTIFIED, OFFICE, ["inspection_not_possible"]],
    [
      "nobody closes their own answer",
      "close",
      { ...ANSWERED, answeredById: "office" },
      OFFICE,
      ["inspection_own_answer"],
    ],
    ["what is closed stays closed", "send_back", { ...ANSWERED, isClosed: true }, OFFICE, ["inspection_not_possible"]],
  ] as const)("%s", (_case, act, facts, actor, expected) =>
    expect(codes(spotRefusals(act, facts, actor))).toEqual(expected),
  );

  it("says what is wrong with it", () => {
    expect(codes(findingRefusals({ finding: "late", note: " " }))).toEqual(["finding_note_missing"]);
    expect(findingRefusals({ finding: "right", note: null })).toEqual([]);
    expect(itemState({ ...ANSWERED, isClosed: true })).toBe("closed");
  });
});

describe("the review each July", () => {
  const REGISTERED = { documentState: "registered" };
  const NONE = { toAttribute: null, ground: null, effectiveOn: null };
  const ITEM: ReviewItemFacts = {
    ...{ unitCode: "housing", documentState: "registered", decision: null, decidedById: null },
    ...{ isApproved: false, isPublished: false },
  };
  const DECIDED: ReviewItemFacts = { ...ITEM, decision: "disclose", decidedById: "handler" };

  it("covers the year three before, and begins on 1 July", () => {
    expect(reviewedYear(2024)).toBe(2021);
    expect(codes(openRefusals(2026, "2026-06-30"))).toEqual(["review_too_early"]);
    expect(openRefusals(2026, "2026-07-01")).toEqual([]);
    expect(codes(openRefusals(2027, "2026-07-01"))).toEqual(["review_year_invalid"]);
  });

  it.each([
    ["a register entry is opened", { ...NONE, decision: "disclose" }, REGISTERED, []],
    [
      "it is not marked as expired",
      { ...NONE, decision: "mark_expired", effectiveOn: "2026-01-01" },
      REGISTERED,
      ["decision_not_for_this"],
    ],
    [
      "a public document is not closed again",
      { ...NONE, decision: "reclassify" },
      { documentState: "released" },
      ["decision_not_for_this"],
    ],
    ["a mark has its day", { ...NONE, decision: "mark_expired" }, { documentState: "released" }, ["day_missing"]],
    [
      "which is not to come",
      { ...NONE, decision: "mark_repealed", effectiveOn: "2026-08-01" },
      { documentState: "released" },
      ["lapse_in_future"],
    ],
    ["another attribute is named", { ...NONE, decision: "reclassify" }, REGISTERED, ["choice_missing"]],
    [
      "withholding has its ground",
      { ...NONE, decision: "reclassify", toAttribute: "withheld" },
      REGISTERED,
      ["review_ground_missing"],
    ],
  ] as const)("where %s", (_case, input, facts, expected) =>
    expect(codes(decisionRefusals(input, facts, "2026-07-15"))).toEqual(expected),
  );

  it.each([
    ["the unit decides", "decide", ITEM, HANDLER, []],
    ["the leader does not decide for it", "decide", ITEM, LEADER, ["no_right"]],
    ["the leader approves", "approve", DECIDED, LEADER, []],
    ["the unit and the office do not", "approve", DECIDED, OFFICE, ["no_right"]],
    [
      "nobody approves what they decided",
      "approve",
      { ...DECIDED, decidedById: "leader" },
      LEADER,
      ["same_person_decided"],
    ],
    ["nothing is approved twice", "approve", { ...DECIDED, isApproved: true }, LEADER, ["inspection_not_possible"]],
    ["what is published stays", "decide", { ...ITEM, isPublished: true }, HANDLER, ["review_published"]],
  ] as const)("%s", (_case, act, facts, actor, expected) =>
    expect(codes(reviewRefusals(act, facts, actor))).toEqual(expected),
  );

  it("offers what fits the document", () => {
    expect(decisionsFor("released")).toEqual(["keep", "mark_expired", "mark_repealed"]);
    expect(decisionsFor("preparing")).toEqual(["keep"]);
  });
});
