import type { ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { BarChart } from "~/ui/charts/bar-chart";
import { CourseChart } from "~/ui/charts/course-chart";
import { PairChart } from "~/ui/charts/pair-chart";
import { ShareChart } from "~/ui/charts/share-chart";
import { StepsChart } from "~/ui/charts/steps-chart";
import { markup, missingIds, tag, text } from "../rendering";

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ key: `k${index}`, label: `第${index + 1}条`, value: index + 1 }));
const days = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `2026-07-0${index + 1}`, value: 3 }));
const steps = [
  { key: "a", label: "开始征集", day: "7月1日" },
  { key: "b", label: "公布结果" },
];
const pairs = [{ key: "c2", label: "第二条", before: 40, after: 62, href: "#c2" }];

const shared = { id: "sample", title: "按条款", of: "条款", counted: "条数" };
const CHARTS: [string, ReactElement][] = [
  ["bars", <BarChart key="b" {...shared} rows={rows(3)} isWhole limit={{ value: 2, label: "期限" }} />],
  ["shares", <ShareChart key="s" {...shared} rows={rows(4)} />],
  ["a course", <CourseChart key="c" {...shared} points={days(5)} />],
  ["steps", <StepsChart key="f" {...shared} dayHeader="日期" sinceHeader="相隔" steps={steps} />],
  ["pairs", <PairChart key="p" {...shared} rows={pairs} />],
];

describe.each(CHARTS)("a chart of %s", (_name, chart) => {
  const html = markup(chart);

  it("is a picture with a title and a description, and has its numbers in a table", () => {
    expect(tag(html, "svg")).toContain('role="img"');
    expect(tag(html, "svg")).toContain('aria-labelledby="sample-title sample-desc"');
    expect(missingIds(html)).toEqual([]);
    expect(html).toMatch(/<desc id="sample-desc">[^<]+<\/desc>/);
    expect(html).toContain("<table");
  });

  it("grows with the letters, has nothing inline, and no measure that is no number", () => {
    expect(html).not.toMatch(/\sstyle=|NaN|Infinity|undefined/);
    expect(tag(html, "svg")).toMatch(/width="100%" height="[\d.]+em"/);
  });
});

describe("a chart", () => {
  it.each([
    ["bars", <BarChart key="b" {...shared} rows={[]} />],
    ["shares", <ShareChart key="s" {...shared} rows={[{ key: "a", label: "甲", value: 0 }]} />],
    ["a course", <CourseChart key="c" {...shared} points={[]} />],
    ["steps", <StepsChart key="f" {...shared} dayHeader="日期" sinceHeader="相隔" steps={[]} />],
    ["pairs", <PairChart key="p" {...shared} rows={[]} />],
  ])("of no %s says that there is nothing to draw", (_name, chart) => {
    expect(text(markup(chart))).toBe("没有可以画的数字。");
  });

  it("says every share in words, so that it can be read without colour", () => {
    const said = text(
      markup(
        <ShareChart
          {...shared}
          rows={[
            { key: "a", label: "采纳", value: 3 },
            { key: "b", label: "未采纳", value: 1 },
          ]}
        />,
      ),
    );
    expect(said).toContain("① 采纳 · 3 · 75%");
    expect(said).toContain("② 未采纳 · 1 · 25%");
  });

  it("tells a broken line and a hollow knot from what has happened", () => {
    const html = markup(<StepsChart {...shared} dayHeader="日期" sinceHeader="相隔" steps={steps} />);
    expect([html.includes('class="chart-ahead"'), text(html).includes("未到")]).toEqual([true, true]);
  });

  it("of 10,000 rows stays a small page, and its table leads to the rows", () => {
    const html = markup(<BarChart {...shared} rows={rows(10_000).map((row) => ({ ...row, href: `#${row.key}` }))} />);
    expect(html.length).toBeLessThan(40_000);
    expect(text(html)).toContain("其余 9,971 项");
    expect(html).toContain('<a href="#k9999">');
  });
});
