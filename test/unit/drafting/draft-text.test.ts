import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLAUSE_LEVELS } from "~/drafting/clauses";
import { readDraftText, writeDraftText, type WrittenClause } from "~/drafting/draft-text";

const ARTICLE: WrittenClause = {
  ...{ clauseId: "c3", level: "article", number: "第三条", heading: "职责" },
  ...{ text: "区住房建设局负责。\n# 不是条款的一行", note: "与第五条一并看。" },
};

describe("clauses written as one text", () => {
  it("have a head with level, number, heading and id, then text and notes", () => {
    expect(writeDraftText([ARTICLE])).toBe(
      "# 条 | 第三条 | 职责 | c3\n区住房建设局负责。\n\\# 不是条款的一行\n> 与第五条一并看。",
    );
  });

  it("come back exactly as they were", () => {
    const line = fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => text.replace(/\s+/g, " ").trim());
    const words = line.filter((text) => text !== "");
    const paragraphs = fc.array(words, { maxLength: 4 }).map((lines) => lines.join("\n"));
    const clause = fc.record({
      clauseId: fc.option(fc.stringMatching(/^c[1-9]\d{0,4}$/)),
      level: fc.constantFrom(...CLAUSE_LEVELS),
      number: line.map((text) => text.replaceAll("|", "")),
      heading: line.map((text) =>
        text
          .split("|")
          .map((part) => part.trim())
          .join("|"),
      ),
      text: paragraphs,
      note: fc.option(words),
    });
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 8 }), (clauses) => {
        expect(readDraftText(writeDraftText(clauses))).toEqual({ clauses, reasons: [] });
      }),
    );
  });

  it("may be typed with full-width signs between, and without an id for a new clause", () => {
    const { clauses } = readDraftText("# 章｜第一章｜总则\n# article | 第一条 |\n为了建设绿道。");
    expect(clauses).toMatchObject([
      { clauseId: null, level: "chapter", number: "第一章", heading: "总则", text: "" },
      { clauseId: null, level: "article", number: "第一条", heading: "", text: "为了建设绿道。" },
    ]);
  });

  it.each([
    ["text before the first clause", "开头没有标记\n# 条 | 一 | |\n正文。", 1],
    ["a level that does not exist", "# 条 | 一 | |\n正文。\n# 卷 | 二 | |", 3],
    ["an id that is none", "# 条 | 一 | | c 1<", 1],
  ])("are refused with the line: %s", (_name, source, line) => {
    expect(readDraftText(source).reasons).toContainEqual({
      ...{ code: "draft_line_unreadable", field: "clauses", params: { line } },
    });
  });

  it("are at most three thousand", () => {
    const { reasons } = readDraftText(Array.from({ length: 3001 }, () => "# 条 | 一 | |\n正文。").join("\n"));
    expect(reasons.map(({ code }) => code)).toEqual(["too_many_clauses"]);
  });
});
