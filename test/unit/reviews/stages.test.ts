import { describe, expect, it } from "vitest";
import { passedOnSubmission, stagesOf, type ReviewPeople, type Signatures } from "~/reviews/stages";

const NONE: Signatures = { submittedById: null, passedById: null, approvedById: null };
const sent = (people: ReviewPeople): Signatures => ({
  ...{ submittedById: "h", passedById: passedOnSubmission(people, "h"), approvedById: null },
});

describe("初审、复审、终审", () => {
  it.each<[string, Signatures, ReviewPeople, string]>([
    ["before it is sent, by three", NONE, 3, "current ahead ahead"],
    ["before it is sent, by two", NONE, 2, "current skipped ahead"],
    ["sent, by three", sent(3), 3, "done current ahead"],
    ["sent, by two", sent(2), 2, "done skipped current"],
    ["passed, by three", { ...sent(3), passedById: "r" }, 3, "done done current"],
    ["signed, by three", { submittedById: "h", passedById: "r", approvedById: "a" }, 3, "done done done"],
    ["signed, by two", { ...sent(2), approvedById: "a" }, 2, "done skipped done"],
    ["sent by three before the setting said two", sent(3), 2, "done current ahead"],
    ["sent by two before the setting said three", sent(2), 3, "done skipped current"],
  ])("%s: %s", (_name, signatures, setting, expected) => {
    expect(
      stagesOf(signatures, setting)
        .map(({ state }) => state)
        .join(" "),
    ).toBe(expected);
  });

  it("name whoever did each, and nobody for a stage that is skipped", () => {
    expect(stagesOf({ ...sent(2), approvedById: "a" }, 3).map(({ byId }) => byId)).toEqual(["h", null, "a"]);
  });
});
