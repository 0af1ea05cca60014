import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bigramsOf, likeness, normalise } from "~/wording/bigrams";
import { clusterTexts, fingerprint, type Cluster, type ComparedText } from "~/wording/similar";
import { cpuTimeOf } from "../../setup/cpu-time";

const LETTER =
  "我是海珠区的居民，我反对在新港路一带大规模迁移行道树。请区政府在施工前公开迁移方案、迁移数量和树木去向，并召开听证会听取居民的意见，保留现有大树，谢谢。";

function clustersOf(comments: readonly ComparedText[]): Cluster[] {
  const steps = clusterTexts(comments);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The numbers of each cluster of different texts, the largest first, found the long way. */
function comparedEachWithEach(texts: string[]): number[][] {
  const left = new Set(texts.keys());
  const clusters: number[][] = [];
  for (const one of left) {
    const own = bigramsOf(normalise(texts[one]!));
    const near = [...left].filter((other) => likeness(own, bigramsOf(normalise(texts[other]!))) >= 0.8);
    for (const taken of near) left.delete(taken);
    if (near.length > 1) clusters.push(near);
  }
  return clusters.toSorted((a, b) => b.length - a.length || a[0]! - b[0]!);
}

describe("near-identical comments", () => {
  it("are those of one letter, with another name or an added sentence", () => {
    const clusters = clustersOf([
      { number: 1, text: LETTER },
      { number: 2, text: `${LETTER}居民张三` },
      { number: 3, text: "建议增加盲道。" },
      { number: 4, text: LETTER.replace("大规模", "大量") },
    ]);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({ representative: 1, numbers: [1, 2, 4] });
    expect(clusters[0]?.wordings).toEqual([[1], [2], [4]]);
  });

  it("are represented by the wording used most often, the earliest when equal", () => {
    const other = `${LETTER}此致敬礼`;
    const texts = [LETTER, other, other].map((text, index) => ({ number: index + 1, text }));
    expect(clustersOf(texts)[0]).toMatchObject({ representative: 2, numbers: [1, 2, 3] });
    expect(clustersOf(texts.slice(0, 2))[0]).toMatchObject({ representative: 1 });
  });

  it("include those that differ in spaces, punctuation and width only", () => {
    const clusters = clustersOf([
      { number: 7, text: "同意第3条！" },
      { number: 9, text: " 同意，第３条 。" },
    ]);
    expect(clusters[0]).toMatchObject({ representative: 7, numbers: [7, 9] });
    expect(clusters[0]?.wordings).toEqual([[7, 9]]);
  });

  it("are not short opposites", () => {
    expect(
      clustersOf([
        { number: 1, text: "我同意第三条" },
        { number: 2, text: "我不同意第三条" },
        { number: 3, text: "好" },
        { number: 4, text: "坏" },
        { number: 5, text: "!!!" },
        { number: 6, text: "???" },
      ]),
    ).toEqual([]);
  });

  it("are found the same in whatever order they come", () => {
    const comments = Array.from({ length: 12 }, (_, n) => ({ number: n + 1, text: LETTER.slice(0, 60 + n * 2) }));
    const expected = clustersOf(comments);
    fc.assert(
      fc.property(fc.shuffledSubarray(comments, { minLength: comments.length }), (shuffled) => {
        expect(clustersOf(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("are each in one cluster at most", () => {
    const text = fc
      .array(fc.constantFrom("甲乙", "丙丁戊", "同意", "。", "反对"), { minLength: 1, maxLength: 8 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        const numbers = clustersOf(texts.map((one, index) => ({ number: index, text: one }))).flatMap(
          (all) => all.numbers,
        );
        return new Set(numbers).size === numbers.length;
      }),
    );
  });

  it("are those that comparing each with each finds", () => {
    const words = fc.array(fc.constantFrom("甲乙", "丙丁戊", "己", "庚辛", "壬"), { minLength: 6, maxLength: 9 });
    const ending = fc.constantFrom("", "丁", "壬癸");
    const text = fc.tuple(words, ending).map(([all, end]) => all.join("") + end);
    const texts = fc.uniqueArray(text, { minLength: 2, maxLength: 40, selector: normalise });
    fc.assert(
      fc.property(texts, (all) => {
        const comments = all.map((one, number) => ({ number, text: one }));
        expect(clustersOf(comments).map(({ numbers }) => numbers)).toEqual(comparedEachWithEach(all));
      }),
    );
  });

  it("are found among ten thousand in seconds", () => {
    const comments = tenThousand();
    let largest: number | undefined;
    expect(cpuTimeOf(() => (largest = clustersOf(comments)[0]?.numbers.length))).toBeLessThan(6000);
    expect(largest).toBe(2000);
  });
});

describe("the fingerprint of a comment", () => {
  it("is the same for the same words", () => {
    expect(fingerprint("同意第3条！")).toBe(fingerprint("同意 第３条"));
    expect(fingerprint("同意第3条")).not.toBe(fingerprint("同意第4条"));
    expect(fingerprint("")).toMatch(/^[0-9a-f]{16}$/);
  });
});

/** Two thousand letters of a campaign, each signed otherwise, among eight thousand of their own words. */
function tenThousand(): { number: number; text: string }[] {
  let state = 42;
  const next = (bound: number) => (state = (state * 1103515245 + 12345) % 2147483648) % bound;
  const words = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(0x4e00 + (next(2500) >> next(6)))).join("");
  return Array.from({ length: 10_000 }, (_, number) => ({
    number: number + 1,
    text: number % 5 === 0 ? LETTER + words(6) : words(40 + next(160)),
  }));
}
