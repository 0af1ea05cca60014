import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { quoteSentences, splitSentences } from "~/words/sentences";
import { cpuTimeOf } from "../../setup/cpu-time";

describe("the sentences of a clause", () => {
  it.each([
    ["end with a Chinese full stop", "第一句。第二句。", ["第一句。", "第二句。"]],
    ["end with a question, an exclamation and a semicolon", "甲？乙！丙；丁。", ["甲？", "乙！", "丙；", "丁。"]],
    ["keep the closing quote", "他说：“可以。”大家同意。", ["他说：“可以。”", "大家同意。"]],
    ["keep the closing bracket", "（按第八条执行。）另行通知。", ["（按第八条执行。）另行通知。"]],
    ["are not cut inside brackets", "事项(包括:甲；乙；丙)公开。完。", ["事项(包括:甲；乙；丙)公开。", "完。"]],
    ["are not cut inside a book title", "阅读《谁来养老？》一书。完。", ["阅读《谁来养老？》一书。", "完。"]],
    ["do not let an unclosed bracket swallow the rest", "甲（乙。丙。", ["甲（乙。", "丙。"]],
    ["are not cut at a decimal", "费率为3.5%,见第1.2条。完。", ["费率为3.5%,见第1.2条。", "完。"]],
    ["keep a run of marks together", "真的吗？！……好。", ["真的吗？！……", "好。"]],
    ["end at a line break", "甲\n乙\n\n丙", ["甲\n", "乙\n\n", "丙"]],
    [
      "may be English",
      "The fee is 3.5 yuan. It starts in May! Why?",
      ["The fee is 3.5 yuan. ", "It starts in May! ", "Why?"],
    ],
    [
      "are not cut at an abbreviation",
      "See Art. 3 and No. 5, e.g. this. Done.",
      ["See Art. 3 and No. 5, e.g. this. ", "Done."],
    ],
    ["are not cut at an enumerator", "1. 申请材料。2. 办理。", ["1. 申请材料。", "2. 办理。"]],
    ["are not cut inside an address", "见http://a.cn/x?y=1;z=2。完。", ["见http://a.cn/x?y=1;z=2。", "完。"]],
    ["are one when there is no mark", "没有标点", ["没有标点"]],
    ["are none when there is nothing", "", []],
  ])("%s", (_name, text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it("give the text back when joined", () => {
    const piece = fc.constantFrom(
      "甲",
      "。",
      "；",
      "”",
      "（",
      "）",
      "(",
      ")",
      "《",
      "》",
      "…",
      ".",
      "3",
      " ",
      "\n",
      "A",
      "?",
      "e.g",
      "“",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        const sentences = splitSentences(text);
        return sentences.join("") === text && sentences.every((sentence) => sentence !== "");
      }),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => splitSentences(text).join("") === text));
  });

  it("are cut in bounded time from hostile text", () => {
    for (const hostile of ["（", "\n", " ", "a.", "a. ", "(", "甲。"]) {
      const text = hostile.repeat(100_000 / hostile.length);
      expect(
        cpuTimeOf(() => splitSentences(text)),
        hostile,
      ).toBeLessThan(2000);
      expect(splitSentences(text).join("")).toBe(text);
    }
  });
});

describe("a quotation", () => {
  it("is of the sentences from one number to another", () => {
    expect(quoteSentences("甲。乙。丙。", 2, 3)).toBe("乙。丙。");
    expect(quoteSentences("甲。\n乙。", 1, 1)).toBe("甲。");
  });

  it("is refused when the sentences are not there", () => {
    for (const [from, to] of [
      [0, 1],
      [2, 1],
      [1, 4],
      [1.5, 2],
      [NaN, 1],
    ] as const) {
      expect(quoteSentences("甲。乙。丙。", from, to)).toBeUndefined();
    }
  });
});
