import { describe, expect, it } from "vitest";

import type { Actor, Right } from "~/accounts/actor";
import { calendarYearReasons, daysOfYear, mayEditCalendar, readDays, writeDays } from "~/calendar/calendar-year";
import { builtInCalendar } from "~/calendar/holidays";

const SOURCE = "国务院办公厅关于2027年部分节假日安排的通知";

describe("the arrangement of a year", () => {
  it("is read from lines of days and ranges", () => {
    expect(readDays("2027-02-05..2027-02-07 春节\r\n\n 2027-01-01  元旦 ", "rest")).toEqual({
      days: [
        { day: "2027-02-05", name: "春节" },
        { day: "2027-02-06", name: "春节" },
        { day: "2027-02-07", name: "春节" },
        { day: "2027-01-01", name: "元旦" },
      ],
      reasons: [],
    });
  });

  it("names the line that cannot be read", () => {
    for (const line of [
      "2027-02-30 春节",
      "春节 2027-02-05",
      "2027-02-05",
      "2027-02-07..2027-02-05 春节",
      "2027-01-01..2029-01-01 元旦",
    ]) {
      expect(readDays(`2027-01-01 元旦\n${line}`, "work").reasons, line).toEqual([
        { code: "day_line_unreadable", field: "work", params: { line: 2 } },
      ]);
    }
  });

  it("is written as it is read", () => {
    const { rest, work } = daysOfYear(builtInCalendar, 2026);
    expect(writeDays(rest).split("\n")[1]).toBe("2026-02-15..2026-02-23 春节");
    expect(readDays(writeDays(rest), "rest").days).toEqual(rest);
    expect(readDays(writeDays(work), "work").days).toEqual(work);
    expect(calendarYearReasons({ year: 2026, rest, work, source: SOURCE, isPublished: true })).toEqual([]);
  });

  it.each([
    ["published without a day of rest", { rest: [] }, "rest_days_missing"],
    ["with a day of another year", { rest: [{ day: "2026-12-31", name: "元旦" }] }, "day_outside_year"],
    [
      "with a day twice",
      {
        rest: [
          { day: "2027-01-01", name: "元旦" },
          { day: "2027-01-01", name: "元旦" },
        ],
      },
      "day_twice",
    ],
    ["with a make-up day that works anyway", { work: [{ day: "2027-01-04", name: "元旦" }] }, "make_up_day_on_weekday"],
    ["with a day both of rest and of work", { work: [{ day: "2027-01-01", name: "元旦" }] }, "day_twice"],
    ["without name of a day", { rest: [{ day: "2027-01-01", name: " " }] }, "day_name_length"],
    ["without source", { source: " " }, "source_missing"],
    ["for a year out of reach", { year: 1999 }, "year_out_of_range"],
  ])("is refused %s", (_name, change, code) => {
    const input = {
      year: 2027,
      rest: [{ day: "2027-01-01", name: "元旦" }],
      work: [],
      source: SOURCE,
      isPublished: true,
    };
    expect(calendarYearReasons({ ...input, ...change }).map((reason) => reason.code)).toContain(code);
  });

  it("may be saved as not yet published without any day", () => {
    expect(calendarYearReasons({ year: 2028, rest: [], work: [], source: "待公布", isPublished: false })).toEqual([]);
  });

  it("is edited by the open-government office and the system administrator, and by nobody else", () => {
    expect(mayEditCalendar(person({ role: "supervisor", unit: "office" }))).toBe(true);
    expect(mayEditCalendar(person({ role: "system_admin", unit: "office" }))).toBe(true);
    expect(mayEditCalendar(person({ role: "supervisor", unit: "housing" }))).toBe(false);
    expect(mayEditCalendar(person({ role: "approver", unit: "office" }))).toBe(false);
    expect(mayEditCalendar({ kind: "guest" })).toBe(false);
  });
});

function person(...rights: Right[]): Actor {
  return { kind: "person", accountId: "a", username: "a", name: "甲", rights };
}
