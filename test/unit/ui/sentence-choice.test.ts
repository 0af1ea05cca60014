import { describe, expect, it } from "vitest";
import { filled } from "~/ui/scripts/cite";
import { afterTap, between, oneFewer, oneMore, type Choice } from "~/ui/scripts/sentence-choice";

const range = (from: number, to: number, clause = "c3"): Choice => ({ clause, from, to });

describe("tapping a sentence", () => {
  it.each([
    ["chooses it when nothing is chosen", null, 2, range(2, 2)],
    ["stretches what is chosen to a later one", range(2, 2), 4, range(2, 4)],
    ["stretches what is chosen to an earlier one", range(3, 4), 1, range(1, 4)],
    ["gives the only one back", range(2, 2), 2, null],
    ["gives the first back", range(2, 4), 2, range(3, 4)],
    ["gives the last back", range(2, 4), 4, range(2, 3)],
    ["keeps one in the middle alone", range(2, 4), 3, range(3, 3)],
    ["starts anew in another clause", range(2, 4, "c9"), 1, range(1, 1)],
  ])("%s", (_title, choice, sentence, expected) => {
    expect(afterTap(choice, { clause: "c3", sentence })).toEqual(expected);
  });
});

describe("the buttons and the keyboard", () => {
  it.each([
    ["one more is the next sentence", oneMore(range(2, 3), 5), range(2, 4)],
    ["one more at the end is the sentence before", oneMore(range(4, 5), 5), range(3, 5)],
    ["nothing more is left when the clause is chosen whole", oneMore(range(1, 5), 5), range(1, 5)],
    ["one fewer is the last sentence", oneFewer(range(2, 3)), range(2, 2)],
    ["nothing is left when the last one goes", oneFewer(range(2, 2)), null],
    ["arrow keys choose downwards from where they began", between("c3", 2, 4), range(2, 4)],
    ["arrow keys choose upwards from where they began", between("c3", 2, 1), range(1, 2)],
  ])("%s", (_title, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe("a text with gaps", () => {
  it("takes what is put in for words, even if it looks like a gap", () => {
    expect(filled("《{title}》{place}", { title: "{place}", place: "第三条" })).toBe("《{place}》第三条");
  });

  it("leaves a gap that nothing fills", () => {
    expect(filled("{words} {day}", { words: "甲" })).toBe("甲 {day}");
  });
});
