import { describe, expect, it } from "vitest";
import { chartRefusals } from "~/policies/chart-table";
import { readTypedTable } from "~/platform/table-file.server";
import { PLAN_DIFFERENCES, planDifferences } from "../../../prisma/seeds/plan-differences";
import plan from "../../../prisma/seeds/plan.md?raw";
import annex from "../../../prisma/seeds/tasks.csv?raw";
import { tasksByHolder, tasksByMonth, tasksByRhythm } from "../../../prisma/seeds/plan-tasks";

const counts = ([, ...rows]: string[][]) => Object.fromEntries(rows.map(([label, count]) => [label, Number(count)]));
const sumOf = (table: string[][]) => Object.values(counts(table)).reduce((sum, count) => sum + count, 0);

describe("the 53 tasks of the plan, counted for its charts", () => {
  it("are each counted once, by who does them and by how their time is printed", () => {
    expect([sumOf(tasksByHolder()), sumOf(tasksByRhythm())]).toEqual([53, 53]);
    expect(counts(tasksByRhythm())).toEqual({ 写明了日期: 29, 每年或每季都要办: 11, 长期要办: 13 });
  });

  it("stand in the order of their months, each task that names a day in one of them", () => {
    expect(tasksByMonth().slice(1)).toEqual([
      ["2020年8月", "1"],
      ["2020年9月", "8"],
      ["2020年10月", "1"],
      ["2020年11月", "4"],
      ["2020年12月", "5"],
      ["2021年1月", "8"],
      ["2021年2月", "1"],
      ["2021年3月", "0"],
      ["2021年4月", "0"],
      ["2021年5月", "0"],
      ["2021年6月", "0"],
      ["2021年7月", "1"],
    ]);
    expect(sumOf(tasksByMonth())).toBe(counts(tasksByRhythm())["写明了日期"]);
  });

  it("make tables from which a chart can be drawn", () => {
    expect(chartRefusals(tasksByHolder(), "bars")).toEqual([]);
    expect(chartRefusals(tasksByMonth(), "course")).toEqual([]);
    expect(chartRefusals(tasksByRhythm(), "share")).toEqual([]);
    expect(chartRefusals(planDifferences(), "wording")).toEqual([]);
  });

  it("are set against the plan's body in its own words, nothing of them put right", () => {
    const tasks = readTypedTable(annex, "tasks").map((row) => row.join("\n"));
    for (const { about, body, annex: words } of PLAN_DIFFERENCES) {
      const task = /任务(\d+)/.exec(about)![1]!;
      expect(plan).toContain(body);
      expect(tasks.find((row) => row.startsWith(`${task}\n`))).toContain(words);
    }
  });
});
