import { describe, expect, it } from "vitest";
import { shortened, shortenedRuns } from "~/consultations/shorten";

describe("text for a place with little room", () => {
  it.each([
    ["座椅", 2, "座椅"],
    ["增加座椅", 2, "增加…"],
    ["𠮷野家", 1, "𠮷…"],
    ["", 5, ""],
  ])("makes of %s in %i characters: %s", (text, most, expected) => {
    expect(shortened(text, most)).toBe(expected);
  });

  it("shows the first change with a little of what stands around it", () => {
    const long = "公园每日开放，入口设在北门和南门，夜间照明到二十二点。";
    const runs = shortenedRuns([
      { kind: "same", text: long },
      { kind: "deleted", text: "少量" },
      { kind: "inserted", text: "足够的座椅" },
      { kind: "same", text: long },
      { kind: "inserted", text: "第二处修改" },
    ]);
    expect(runs.map(({ kind }) => kind)).toEqual(["same", "deleted", "inserted", "same"]);
    expect(runs[0]?.text).toBe("…北门和南门，夜间照明到二十二点。");
    expect(runs.at(-1)?.text).toBe("公园每日开放，入口设在北门和南门…");
    expect(runs.map(({ text }) => text).join("")).not.toContain("第二处");
  });

  it("has nothing to show of a text that did not change", () => {
    expect(shortenedRuns([{ kind: "same", text: "原文" }])).toEqual([]);
  });
});
