import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { cutPlainText, type Clause } from "~/drafting/clauses";
import { keepIds } from "~/drafting/keep-ids";
import { cpuTimeOf } from "../../setup/cpu-time";

const FIRST = `第一条 为了规范城市树木保护工作，根据有关法律法规，结合本区实际，制定本办法。
第二条 本区行政区域内城市树木的保护、迁移和砍伐，适用本办法。
第三条 迁移城市树木的，建设单位应当在施工前向社会公示不少于十四日。
（一）公示的内容包括树木的数量、位置和去向；
（二）公示的方式包括现场和网站。
第四条 本办法自2027年1月1日起施行。`;

describe("a clause of a new version", () => {
  it("keeps its id when its words are the same", () => {
    expect(idsAfter(FIRST)).toEqual(["c1", "c2", "c3", "c4", "c5", "c6"]);
  });

  it("keeps its id when an article before it shifts its number", () => {
    const next = FIRST.replace("第四条", "第五条")
      .replace("第三条", "第四条")
      .replace("第四条 迁移", "第三条 区园林部门负责监督管理。\n第四条 迁移");
    expect(idsAfter(next)).toEqual(["c1", "c2", "n1", "c3", "c4", "c5", "c6"]);
  });

  it("keeps its id when it is edited and shifted at once", () => {
    const next = FIRST.replace("不少于十四日", "不少于三十日")
      .replace("第三条", "第四条")
      .replace("第四条 迁移", "第三条 区园林部门负责监督管理。\n第四条 迁移")
      .replace("第四条 本办法", "第五条 本办法");
    expect(idsAfter(next)).toEqual(["c1", "c2", "n1", "c3", "c4", "c5", "c6"]);
  });

  it("keeps its id when it keeps number and heading and all its text is new", () => {
    const before = keepIds([], cutPlainText("方案\n一、总体目标\n旧的文字。\n二、步骤\n甲。").clauses, ids("c"));
    const after = keepIds(
      before,
      cutPlainText("方案\n一、总体目标\n完全不同的内容。\n二、步骤\n甲。").clauses,
      ids("n"),
    );
    expect(after.map((clause) => clause.id)).toEqual(["c1", "c2"]);
  });

  it("gets a new id when it only took the number of another", () => {
    const next = FIRST.replace(/第二条.*/, "第二条 违反规定的，由主管部门处以罚款。");
    expect(idsAfter(next)[1]).toBe("n1");
  });

  it("keeps apart the items of two articles that have the same number", () => {
    const text = "办法\n第一条 甲：\n（一）公示数量；\n第二条 乙：\n（一）通知居民。";
    const before = keepIds([], cutPlainText(text).clauses, ids("c"));
    const after = keepIds(before, cutPlainText(text.replace("公示数量", "公示数量和位置")).clauses, ids("n"));
    expect(after.map((clause) => clause.id)).toEqual(["c1", "c2", "c3", "c4"]);
  });

  it("gets a new id rather than a guess between two equals", () => {
    const before = keepIds([], cutPlainText("导言一。\n略。\n略。").clauses, ids("c"));
    const after = keepIds(before, cutPlainText("导言一。\n略。\n新段。\n略。").clauses, ids("n"));
    expect(after.map((clause) => clause.id)).toEqual(["c1", "n1", "n2", "n3"]);
  });

  it("never shares its id, whatever the two versions are", () => {
    const line = fc.constantFrom(
      "第一条 甲乙丙丁。",
      "第二条 甲乙丙丁。",
      "第二条 甲乙丙丁戊。",
      "（一）略。",
      "一、标题",
      "略。",
      "第三条 其他。",
    );
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const before = keepIds([], cutPlainText(first).clauses, ids("c"));
        const after = keepIds(before, cutPlainText(second).clauses, ids("n")).map((clause) => clause.id);
        expect(new Set(after).size).toBe(after.length);
        const distinct = new Set(first.split("\n")).size === first.split("\n").length;
        if (distinct) expect(keepIds(before, cutPlainText(first).clauses, ids("n"))).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it("is found in bounded time in a draft of three thousand clauses that all changed", () => {
    const draft = (word: string) =>
      cutPlainText(
        Array.from(
          { length: 3000 },
          (_, n) => `第${n + 1}条 各单位应当按照规定第${n * 7919}号${word}公开目录${n % 13}并报区政务公开办备案。`,
        ).join("\n"),
      ).clauses;
    const before = keepIds([], draft("编制"), ids("c"));
    const after = draft("修订");
    expect(cpuTimeOf(() => keepIds(before, after, ids("n")))).toBeLessThan(5000);
  });
});

function idsAfter(next: string): string[] {
  const before: Clause[] = keepIds([], cutPlainText(FIRST).clauses, ids("c"));
  return keepIds(before, cutPlainText(next).clauses, ids("n")).map((clause) => clause.id);
}

function ids(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}${(count += 1)}`;
}
