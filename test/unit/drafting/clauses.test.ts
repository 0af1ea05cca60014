import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { clauseLabel, cutMarkdown, cutPlainText, type CutDraft } from "~/drafting/clauses";
import { cpuTimeOf } from "../../setup/cpu-time";

const plan = readFileSync(new URL("../../../prisma/seeds/plan.md", import.meta.url), "utf8");

describe("the district's plan of 2020", () => {
  const draft = cutMarkdown(plan);
  const items = draft.clauses.filter((clause) => clause.level === "item");

  it("becomes four parts and twenty-two items, and nothing else", () => {
    expect(draft.title).toBe("海珠区全面推进基层政务公开标准化规范化工作实施方案");
    expect(draft.clauses.filter((clause) => clause.level === "part").map(clauseLabel)).toEqual([
      "一、编制政务公开事项目录并按目录公开政府信息",
      "二、完善政务公开工作机制和平台",
      "三、推动政务服务信息公开",
      "四、加强组织协调和培训考核",
    ]);
    expect(items).toHaveLength(22);
    expect(draft.clauses).toHaveLength(26);
    expect(items.map((clause) => clause.number)).toEqual(
      "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二"
        .split(" ")
        .map((n) => `(${n})`),
    );
  });

  it("keeps number, heading and text of an item apart", () => {
    const tenth = items[9];
    expect(tenth).toMatchObject({ number: "(十)", heading: "健全政策解读工作机制" });
    expect(tenth?.text).toMatch(/^区政府各部门、各街道办事处要按照《广州市人民政府办公厅/);
    expect(tenth?.text).toMatch(/报区领导后请责任单位重新解读。$/);
    expect(items.every((clause) => clause.text.length > 50 && clause.heading !== "")).toBe(true);
  });

  it("loses no word", () => {
    const body = plan.slice(plan.indexOf("\n# ")).replaceAll(/^#+ /gm, "");
    expect(written(draft)).toBe(compact(body));
  });
});

describe("a draft regulation as plain text", () => {
  const draft = cutPlainText(`海珠区示范管理办法（征求意见稿）

第一章　总则

第一条　为了规范示范管理，制定本办法。
第二条 本办法所称示范，包括下列事项：
（一）甲事项；
（二）乙事项。
第三条所称的单位，按第二条办理。

第二章 附则
第三条之一　本办法自2027年1月1日起施行。`);

  it("is cut by chapter, article and item", () => {
    expect(draft.title).toBe("海珠区示范管理办法（征求意见稿）");
    expect(draft.clauses.map(({ level, number, heading, text }) => [level, number, heading, text])).toEqual([
      ["chapter", "第一章", "总则", ""],
      ["article", "第一条", "", "为了规范示范管理，制定本办法。"],
      ["article", "第二条", "", "本办法所称示范，包括下列事项："],
      ["item", "（一）", "", "甲事项；"],
      ["item", "（二）", "", "乙事项。\n第三条所称的单位，按第二条办理。"],
      ["chapter", "第二章", "附则", ""],
      ["article", "第三条之一", "", "本办法自2027年1月1日起施行。"],
    ]);
    expect(draft.clauses.map((clause) => clause.position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe("a clause", () => {
  it("keeps several paragraphs parted by newlines", () => {
    const { clauses } = cutPlainText("题目\n一、第一部分\n第一段。\n\n第二段。");
    expect(clauses).toEqual([
      { position: 1, level: "part", number: "一、", heading: "第一部分", text: "第一段。\n第二段。" },
    ]);
  });

  it("is a paragraph of its own in a draft without headings", () => {
    const { clauses } = cutPlainText("第一段没有编号。\n1. 第二段有编号。");
    expect(clauses.map(({ level, number, text }) => [level, number, text])).toEqual([
      ["paragraph", "", "第一段没有编号。"],
      ["paragraph", "1.", "第二段有编号。"],
    ]);
  });

  it("takes a sentence after its number as text and a title as heading", () => {
    const { clauses } = cutPlainText("导言。\n（一）加强领导。各单位要落实责任。\n（二）加强培训");
    expect(clauses.map(({ number, heading, text }) => [number, heading, text])).toEqual([
      ["", "", "导言。"],
      ["（一）", "", "加强领导。各单位要落实责任。"],
      ["（二）", "加强培训", ""],
    ]);
  });

  it("may be English", () => {
    const { clauses } = cutPlainText(
      "Draft rules\nChapter 1 General\nArticle 1 These rules apply.\nArticle 12. They end.",
    );
    expect(clauses.map(({ level, number, heading, text }) => [level, number, heading, text])).toEqual([
      ["chapter", "Chapter 1", "General", ""],
      ["article", "Article 1", "", "These rules apply."],
      ["article", "Article 12.", "", "They end."],
    ]);
  });
});

describe("Markdown", () => {
  it("gives the rows of a table, the lines of a list and the targets of links as text", () => {
    const { clauses } = cutMarkdown(
      "# 题\n\n## 一、标准\n\n| 项 | 元 |\n|---|---|\n| **甲** | 3.5 |\n\n1. 先报\n2. 后办\n   - 附件\n\n见[原文](https://example.gov.cn/a)。",
    );
    expect(clauses).toHaveLength(1);
    expect(clauses[0]?.text).toBe("项 | 元\n甲 | 3.5\n1. 先报\n2. 后办\n附件\n见原文 (https://example.gov.cn/a)。");
  });

  it("without numbers is cut by its headings", () => {
    const { title, clauses } = cutMarkdown("# 方案\n\n## 目标\n\n公开。\n\n### 步骤\n\n甲。\n\n#### 细则\n\n乙。");
    expect(title).toBe("方案");
    expect(clauses.map(({ level, heading, text }) => [level, heading, text])).toEqual([
      ["part", "目标", "公开。"],
      ["chapter", "步骤", "甲。"],
      ["article", "细则", "乙。"],
    ]);
  });

  it("opens articles also where lines are not parted by empty ones", () => {
    expect(cutMarkdown("第一条 甲。\n第二条 乙。").clauses.map((clause) => clause.number)).toEqual([
      "第一条",
      "第二条",
    ]);
  });
});

describe("cutting", () => {
  const piece = fc.constantFrom(
    "第一条",
    "一、",
    "（一）",
    "(二)",
    "第二章",
    "1.",
    "总则",
    "为了。",
    " ",
    "　",
    "\n",
    "\n\n",
    "Article 3",
    "：",
    "甲",
    "㈠",
    "|",
    "第三条所称",
  );

  it("loses no character that is not a space, and keeps their order", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        return written(cutPlainText(text)) === compact(text);
      }),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => written(cutPlainText(text)) === compact(text)));
  });

  it("ends in bounded time on hostile Markdown", () => {
    for (const hostile of ["[", "*a ", "> ", "- ", "|a", "`", "<!--", "_", "![", "#", "1. ", "  - a\n", "**a_\n"]) {
      const text = hostile.repeat(20_000 / hostile.length);
      expect(
        cpuTimeOf(() => cutMarkdown(text)),
        hostile,
      ).toBeLessThan(3000);
    }
  });
});

function written({ title, clauses }: CutDraft): string {
  return compact(title + clauses.map(({ number, heading, text }) => number + heading + text).join(""));
}

function compact(text: string): string {
  return text.replaceAll(/\s/g, "");
}
