import { describe, expect, it } from "vitest";

import { builtInCalendar, mergeCalendar } from "~/calendar/holidays";
import { isWorkingDay } from "~/calendar/working-days";

describe("the built-in calendar", () => {
  it("knows 2020 to 2026 and does not pretend to know a year not announced", () => {
    for (let year = 2020; year <= 2026; year += 1) expect(builtInCalendar.years).toContain(year);
    expect(
      Object.keys(builtInCalendar.days).every((day) => builtInCalendar.years.includes(Number(day.slice(0, 4)))),
    ).toBe(true);
  });

  it.each([
    [2026, "01-01/03 02-15/23 04-04/06 05-01/05 06-19/21 09-25/27 10-01/07", "01-04 02-14 02-28 05-09 09-20 10-10"],
    [2025, "01-01/01 01-28/31 02-01/04 04-04/06 05-01/05 05-31/31 06-01/02 10-01/08", "01-26 02-08 04-27 09-28 10-11"],
    [
      2024,
      "01-01/01 02-10/17 04-04/06 05-01/05 06-08/10 09-15/17 10-01/07",
      "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    ],
    [
      2021,
      "01-01/03 02-11/17 04-03/05 05-01/05 06-12/14 09-19/21 10-01/07",
      "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    ],
  ])("follows the State Council's arrangement for %i", (year, rest, work) => {
    const days = expand(rest);
    expect(days.filter((day) => isWorkingDay(`${year}-${day}`, builtInCalendar))).toEqual([]);
    expect(daysOf(year, "rest").filter((day) => !days.includes(day))).toEqual([]);
    expect(daysOf(year, "work")).toEqual(work.split(" "));
  });
});

describe("the office's rows", () => {
  const rest = { kind: "rest", name: "元旦" } as const;

  it("add a year", () => {
    const merged = mergeCalendar(
      builtInCalendar,
      [{ year: 2027, isPublished: true }],
      [{ day: "2027-01-01", ...rest }],
    );
    expect(merged.years).toContain(2027);
    expect(merged.days["2027-01-01"]).toEqual(rest);
    expect(merged.days["2026-01-01"]).toBeDefined();
  });

  it("replace a built-in year as a whole", () => {
    const merged = mergeCalendar(
      builtInCalendar,
      [{ year: 2026, isPublished: true }],
      [{ day: "2026-01-01", ...rest }],
    );
    expect(Object.keys(merged.days).filter((day) => day.startsWith("2026"))).toEqual(["2026-01-01"]);
    expect(merged.years.filter((year) => year === 2026)).toHaveLength(1);
  });

  it("leave a year saved but not published provisional", () => {
    const merged = mergeCalendar(builtInCalendar, [{ year: 2026, isPublished: false }], []);
    expect(merged.years).not.toContain(2026);
  });
});

function daysOf(year: number, kind: string): string[] {
  return Object.entries(builtInCalendar.days)
    .filter(([day, entry]) => day.startsWith(`${year}`) && entry.kind === kind)
    .map(([day]) => day.slice(5));
}

function expand(ranges: string): string[] {
  return ranges.split(" ").flatMap((range) => {
    const [month, days] = [range.slice(0, 3), range.slice(3).split("/").map(Number)];
    const [from = 0, to = 0] = days;
    return Array.from({ length: to - from + 1 }, (_, index) => month + String(from + index).padStart(2, "0"));
  });
}
