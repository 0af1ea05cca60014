import { describe, expect, it } from "vitest";
import { MaterialChart } from "~/policies/components/material-chart";
import { markup, missingIds, text } from "../ui/rendering";

describe("old and new sentences beside each other", () => {
  const table = [
    ["哪一处", "原来", "现在"],
    ["第二条", "收到后十日内答复。", "收到后七日内答复。"],
    ["第三条", "", "看不懂的，可以请人讲解。"],
  ];
  const html = markup(<MaterialChart form="wording" table={table} />);

  it("mark on either side what the other does not say, in words too, and name the sides as the table does", () => {
    expect([...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map(([, marked]) => text(marked!))).toEqual([
      "[不同]十",
      "[不同]七",
      "[不同]看不懂的，可以请人讲解。",
    ]);
    for (const said of ["原来", "现在", "没有写。", "画线的字，是两边不一样的地方。"])
      expect(text(html)).toContain(said);
    expect(missingIds(html)).toEqual([]);
  });

  it("have the whole table behind them", () => {
    const behind = html.slice(html.indexOf("<details"));
    for (const cell of table.flat().filter(Boolean)) expect(text(behind)).toContain(cell);
  });

  it("are compared in a moment, however long they are", () => {
    const long = (sign: string) => Array.from({ length: 4000 }, (_, at) => `${sign}${at}`).join("");
    const rows = Array.from({ length: 40 }, (_, at) => [`第${at}条`, long("甲"), long("乙")]);
    expect(markup(<MaterialChart form="wording" table={[["哪一处", "原来", "现在"], ...rows]} />)).toContain("第39条");
  }, 5_000);
});

describe("a line over time", () => {
  it.each([
    [
      "months",
      [
        ["2025年11月", "1"],
        ["2026-01", "4"],
      ],
      "2025年11月至2026年1月",
      "月份",
    ],
    [
      "years",
      [
        ["2024年", "1"],
        ["2026", "4"],
      ],
      "2024年至2026年",
      "年份",
    ],
    [
      "days",
      [
        ["2026-1-5", "1"],
        ["2026年1月20日", "4"],
      ],
      "2026年1月5日至2026年1月20日",
      "日期",
    ],
  ])("says its %s as people do, and its table names them", (_name, rows, span, header) => {
    const html = markup(<MaterialChart form="course" table={[["时间", "件数"], ...rows]} />);
    expect(text(html)).toContain(`折线图，${span}，最高 4。`);
    expect(html.slice(html.indexOf("<details"))).toContain(header);
  });

  it("leaves the time between where a month is missing", () => {
    const html = markup(
      <MaterialChart
        form="course"
        table={[
          ["月", "件数"],
          ["2026-01", "1"],
          ["2026-02", "2"],
          ["2026-05", "3"],
        ]}
      />,
    );
    expect([...html.matchAll(/<circle cx="([\d.]+)%"/g)].map(([, x]) => Number(x))).toEqual([2, 26, 98]);
  });
});
