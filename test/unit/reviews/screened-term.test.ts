import { describe, expect, it } from "vitest";
import { findTerms, readTerms, type ScreenedTerm } from "~/reviews/screened-term";

const TERMS: ScreenedTerm[] = [
  { kind: "wrong", term: "按装", instead: "安装" },
  { kind: "sensitive", term: "内部资料", instead: null },
  { kind: "title", term: "江海澜", instead: "区长江海澜" },
];

function found(text: string) {
  return findTerms([{ place: "draft", text }], TERMS).map(({ kind, count, excerpt }) => [kind, count, excerpt]);
}

describe("the word check", () => {
  it.each<[string, string, unknown[]]>([
    ["nothing in a text that is right", "安装电梯。区长江海澜出席。", []],
    ["a wrong word as often as it stands there", "按装电梯，按装扶手。", [["wrong", 2, "按装电梯，按装扶手。"]]],
    ["a word to look at", "本件为内部资料。", [["sensitive", 1, "本件为内部资料。"]]],
    ["a name without its title", "江海澜出席。", [["title", 1, "江海澜出席。"]]],
    [
      "only the name that lacks its title",
      "区长江海澜出席，江海澜讲话。",
      [["title", 1, "区长江海澜出席，江海澜讲话。"]],
    ],
    [
      "the words around it",
      `${"前".repeat(30)}按装${"后".repeat(30)}`,
      [["wrong", 1, `…${"前".repeat(12)}按装${"后".repeat(22)}…`]],
    ],
  ])("finds %s", (_what, text, hits) => {
    expect(found(text)).toEqual(hits);
  });
});

describe("a list of words", () => {
  it("is read line by line, with blanks of any width", () => {
    const { terms, reasons } = readTerms("wrong", "按装 安装\n\n　帐户　账户  \n");
    expect(reasons).toEqual([]);
    expect(terms).toEqual([
      { kind: "wrong", term: "按装", instead: "安装" },
      { kind: "wrong", term: "帐户", instead: "账户" },
    ]);
  });

  it.each([
    ["wrong", "按装", "term_without_right"],
    ["wrong", "按装 按装", "term_without_right"],
    ["title", "江海澜 区长", "title_without_name"],
    ["sensitive", "长".repeat(51), "term_too_long"],
    ["sensitive", " \n ", "terms_missing"],
    ["sensitive", "词\n".repeat(501), "too_many_terms"],
  ] as const)("of kind %s refuses %j", (kind, text, code) => {
    expect(readTerms(kind, text).reasons.map((reason) => reason.code)).toContain(code);
  });
});
