import { describe, expect, it } from "vitest";
import { layoutBars, MOST_BARS } from "~/ui/charts/bars";
import { layoutCourse, MOST_POINTS } from "~/ui/charts/course";
import { shortLabel } from "~/ui/charts/labels";
import { layoutPairs } from "~/ui/charts/pairs";
import { layoutShares, MOST_SHARES } from "~/ui/charts/shares";

const rows = (...values: number[]) =>
  values.map((value, index) => ({ key: `r${index}`, label: `第${index}条`, value }));
const many = (count: number) => rows(...Array.from({ length: count }, (_, index) => index % 7));
const sumOf = (values: { value: number }[]) => values.reduce((sum, { value }) => sum + value, 0);

describe("bars", () => {
  it.each([
    ["no row", [], []],
    ["one row", [3], [100]],
    ["all zero", [0, 0], [0, 0]],
    ["one of them zero", [4, 0, 1], [100, 0, 25]],
    ["very different", [1, 1_000_000], [0, 100]],
  ])("stand on one scale from zero: %s", (_title, values, lengths) => {
    expect(layoutBars(rows(...values)).bars.map(({ length }) => length)).toEqual(lengths);
  });

  it("take the smallest of 10,000 together and lose nothing of the sum", () => {
    const given = many(10_000);
    const { bars, rest, sum } = layoutBars(given);
    expect(bars).toHaveLength(MOST_BARS - 1);
    expect(rest?.count).toBe(10_000 - bars.length);
    expect(sumOf(bars) + (rest?.value ?? 0)).toBe(sum);
    expect(sum).toBe(sumOf(given));
    expect(bars.every(({ value }) => value === 6)).toBe(true);
  });

  it("keep the order of the document among those that stay", () => {
    const { bars } = layoutBars(rows(1, 9, 2, 8, 3), { most: 4 });
    expect(bars.map(({ value }) => value)).toEqual([9, 8, 3]);
  });

  it("keep a limit inside the picture, whether it is reached or not", () => {
    expect(layoutBars(rows(10, 20), { limit: 40 })).toMatchObject({
      limitAt: 100,
      bars: [{ length: 25 }, { length: 50 }],
    });
    expect(layoutBars(rows(60), { limit: 30 }).limitAt).toBe(50);
  });

  it.each([-1, NaN, Infinity])("refuse %d", (value) => {
    expect(() => layoutBars(rows(value))).toThrow(RangeError);
  });
});

describe("shares", () => {
  it.each([
    ["nothing", [], []],
    ["nothing but zeros", [0, 0], []],
    ["one part", [5], [100]],
    ["a zero between", [1, 0, 3], [25, 75]],
  ])("fill the whole: %s", (_title, values, widths) => {
    expect(layoutShares(rows(...values)).shares.map(({ width }) => width)).toEqual(widths);
  });

  it("end exactly at the whole, however the thirds are rounded", () => {
    const { shares } = layoutShares(rows(1, 1, 1));
    const last = shares.at(-1)!;
    expect(last.at + last.width).toBe(100);
  });

  it("refuse more parts than there are patterns", () => {
    expect(layoutShares(many(7).slice(1)).shares).toHaveLength(6);
    expect(() => layoutShares(rows(...Array.from({ length: MOST_SHARES + 1 }, () => 1)))).toThrow(RangeError);
  });
});

describe("a course", () => {
  const days = (...values: number[]) => values.map((value, index) => ({ label: `d${index}`, value }));

  it.each([
    ["no day", [], []],
    ["one day stands in the middle", [4], [[50, 100]]],
    [
      "only zeros lie at the bottom",
      [0, 0],
      [
        [0, 0],
        [100, 0],
      ],
    ],
    [
      "three days",
      [2, 4, 1],
      [
        [0, 50],
        [50, 100],
        [100, 25],
      ],
    ],
  ])("%s", (_title, values, places) => {
    expect(layoutCourse(days(...values)).points.map(({ x, y }) => [x, y])).toEqual(places);
  });

  it("takes 10,000 days together, neighbour by neighbour, and loses none", () => {
    const { points, step, sum } = layoutCourse(days(...Array.from({ length: 10_000 }, () => 1)));
    expect(points.length).toBeLessThanOrEqual(MOST_POINTS);
    expect([sum, points[0]!.value, points.at(-1)!.to]).toEqual([10_000, step, "d9999"]);
  });
});

describe("pairs", () => {
  const pair = (before: number, after: number) => ({ key: `${before}-${after}`, label: "条", before, after });

  it("stand on one scale", () => {
    expect(layoutPairs([pair(50, 100), pair(0, 25)]).pairs.map(({ lengths }) => lengths)).toEqual([
      { before: 50, after: 100 },
      { before: 0, after: 25 },
    ]);
  });

  it("keep those that changed most, and say how many are left out", () => {
    const { pairs, left } = layoutPairs([pair(5, 6), pair(0, 90), pair(70, 7), pair(8, 8)], { most: 2 });
    expect([pairs.map(({ key }) => key), left]).toEqual([["0-90", "70-7"], 2]);
  });

  it("are empty of nothing", () => {
    expect(layoutPairs([])).toEqual({ pairs: [], left: 0 });
  });
});

describe("a label", () => {
  it.each([
    ["short ones stay", "第三条", "第三条"],
    ["Chinese ones are cut after fifteen signs", "一".repeat(40), `${"一".repeat(15)}…`],
    ["a word without end is cut too", "x".repeat(400), `${"x".repeat(30)}…`],
    ["an emoji of several signs is not cut in two", "👩‍👩‍👧‍👦".repeat(20), `${"👩‍👩‍👧‍👦".repeat(15)}…`],
    ["signs that turn the line around are gone", "甲\u202eabc\u2069\n乙", "甲 abc 乙"],
    ["nothing stays nothing", "", ""],
  ])("%s", (_title, label, expected) => {
    expect(shortLabel(label)).toBe(expected);
  });
});
