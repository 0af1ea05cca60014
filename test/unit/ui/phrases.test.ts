import { describe, expect, it } from "vitest";
import { phrases } from "~/ui/phrases";

describe("where a line of a title may end", () => {
  it.each([
    ["2025年下半年优秀政策解读案例", "优秀"],
    ["老旧小区加装电梯，大家关心的几件事（演示）", "关心的"],
    ["海珠区全面推进基层政务公开标准化规范化工作实施方案", "规范化"],
    ["53 项任务，由谁来做？", "任务，"],
  ])("%s keeps %s in one line", (title, whole) => {
    expect(phrases(title).some((piece) => piece.includes(whole))).toBe(true);
  });

  it("keeps signs with their words: no line begins with a closing sign, none ends with an opening one", () => {
    const pieces = phrases("花园城区（第二期）建设“实施方案”，（征求意见稿）！");
    expect(pieces.filter((piece) => /^[）”，！]|[（“]$/u.test(piece))).toEqual([]);
    expect(pieces.length).toBeGreaterThan(4);
  });

  it("loses nothing, whatever stands in the title", () => {
    for (const title of ["", "甲", "English title", "\u202e倒过来\u200b的 👩‍👩‍👧‍👦 字", "标题".repeat(250)]) {
      expect(phrases(title).join("")).toBe(title);
    }
  });
});
