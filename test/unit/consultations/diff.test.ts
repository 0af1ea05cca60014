import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Clause } from "~/drafting/clauses";
import { diffClauses } from "~/consultations/diff";
import { diffText, type Run } from "~/wording/text-diff";
import { cpuTimeOf } from "../../setup/cpu-time";

describe("the difference of two texts", () => {
  it("shows what was deleted and what was inserted", () => {
    expect(diffText("公示不少于十四日。", "公示不少于三十个工作日。")).toEqual([
      { kind: "same", text: "公示不少于" },
      { kind: "deleted", text: "十四" },
      { kind: "inserted", text: "三十个工作" },
      { kind: "same", text: "日。" },
    ]);
  });

  it("reads a single character that stays between two changes as changed", () => {
    expect(diffText("共十五个日", "共三十个工")).toEqual([
      { kind: "same", text: "共" },
      { kind: "deleted", text: "十五个日" },
      { kind: "inserted", text: "三十个工" },
    ]);
  });

  it("takes numbers and Latin words whole", () => {
    expect(diffText("不少于30日", "不少于35日")).toEqual([
      { kind: "same", text: "不少于" },
      { kind: "deleted", text: "30" },
      { kind: "inserted", text: "35" },
      { kind: "same", text: "日" },
    ]);
    expect(diffText("the fee", "the fees")).toContainEqual({ kind: "inserted", text: "fees" });
  });

  it("is one run for equal texts and none for nothing", () => {
    expect(diffText("甲", "甲")).toEqual([{ kind: "same", text: "甲" }]);
    expect(diffText("", "")).toEqual([]);
  });

  it("gives both texts back", () => {
    const text = fc
      .array(fc.constantFrom("甲", "乙", "丙。", "3", "a", " ", "\n", "𠮷", "é"), { maxLength: 40 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 30 }), (before, after, edits) => {
        const result = diffText(before, after, edits);
        expect(written(result, "inserted")).toBe(before);
        expect(written(result, "deleted")).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it("falls back to sentences, then to the whole, when two texts have little in common", () => {
    const before = `${"甲乙丙丁".repeat(30)}。同一句。`;
    const after = `${"戊己庚辛".repeat(30)}。同一句。`;
    expect(diffText(before, after, 20).at(-1)).toEqual({ kind: "same", text: "同一句。" });
    expect(diffText("甲。乙。丙。", "丁。戊。己。", 0).map((run) => run.kind)).toEqual(["deleted", "inserted"]);
  });
});

describe("the differences of two versions", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((id, index) => clause(id, `第${index + 1}条`, `${id}的内容。`)) as [
    Clause,
    Clause,
    Clause,
    Clause,
  ];

  it("name clauses added, removed, changed and left", () => {
    const rows = diffClauses([a, b, c], [a, { ...c, text: "c的新内容。" }, d]);
    expect(rows.map(({ id, kind }) => [id, kind])).toEqual([
      ["a", "unchanged"],
      ["b", "removed"],
      ["c", "changed"],
      ["d", "added"],
    ]);
    expect(rows[2]?.text).toContainEqual({ kind: "inserted", text: "新" });
    expect(rows[1]?.before?.number).toBe("第2条");
  });

  it("name the one clause that was moved, not those it passed", () => {
    const rows = diffClauses([a, b, c, d], [d, a, b, c]);
    expect(rows.map(({ id, kind }) => [id, kind])).toEqual([
      ["d", "moved"],
      ["a", "unchanged"],
      ["b", "unchanged"],
      ["c", "unchanged"],
    ]);
  });

  it("do not call a clause changed that only has a new number", () => {
    const [row] = diffClauses([b], [{ ...b, number: "第三条" }]);
    expect(row).toMatchObject({ kind: "unchanged", isRenumbered: true });
  });

  it("say both of a clause that moved and changed", () => {
    const rows = diffClauses([a, b, c], [{ ...c, text: "改写。" }, a, b]);
    expect(rows[0]).toMatchObject({ id: "c", kind: "changed", isMoved: true });
  });

  it("put a clause removed at the beginning first", () => {
    expect(diffClauses([a, b], [b]).map(({ id, kind }) => [id, kind])).toEqual([
      ["a", "removed"],
      ["b", "unchanged"],
    ]);
  });

  it("have every clause of both versions once, in document order", () => {
    const version = fc
      .shuffledSubarray(["a", "b", "c", "d", "e", "f", "g"])
      .map((all) => all.map((id) => clause(id, "", id)));
    fc.assert(
      fc.property(version, version, (before, after) => {
        const rows = diffClauses(before, after);
        expect(rows.filter((row) => row.after).map((row) => row.id)).toEqual(after.map((one) => one.id));
        expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
        expect(rows).toHaveLength(new Set([...before, ...after].map((one) => one.id)).size);
      }),
    );
  });

  it("of two unlike drafts of two hundred pages are found in bounded time", () => {
    const words = (seed: number) =>
      Array.from({ length: 250 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7919 * seed + n * n) % 3000))).join("");
    const draft = (seed: number) => Array.from({ length: 800 }, (_, n) => clause(`c${n}`, "", words(seed + n)));
    const [before, after] = [draft(1), draft(5000)];
    expect(cpuTimeOf(() => diffClauses(before, after))).toBeLessThan(8000);
  });
});

function clause(id: string, number: string, text: string): Clause {
  return { id, position: 1, level: "article", number, heading: "", text };
}

function written(runs: Run[], left: Run["kind"]): string {
  return runs
    .filter((run) => run.kind !== left)
    .map((run) => run.text)
    .join("");
}
