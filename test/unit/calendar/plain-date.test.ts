import { describe, expect, it } from "vitest";
import fc from "fast-check";

import { addDays, daysBetween, endOfDay, isPlainDate, plainDateOf, startOfDay, weekdayOf } from "~/calendar/plain-date";

describe("a day in Asia/Shanghai", () => {
  it("begins at 16:00 UTC of the day before", () => {
    expect(plainDateOf(new Date("2026-10-31T15:59:59.999Z"))).toBe("2026-10-31");
    expect(plainDateOf(new Date("2026-10-31T16:00:00.000Z"))).toBe("2026-11-01");
    expect(startOfDay("2026-11-01").toISOString()).toBe("2026-10-31T16:00:00.000Z");
  });

  it("ends at 24:00, which is the first instant of the next day", () => {
    expect(endOfDay("2026-12-31")).toEqual(startOfDay("2027-01-01"));
    expect(plainDateOf(new Date(endOfDay("2026-12-02").getTime() - 1))).toBe("2026-12-02");
  });

  it("exists or is refused", () => {
    expect(isPlainDate("2024-02-29")).toBe(true);
    for (const text of [
      "2026-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-1-1",
      "20260101",
      "",
      " 2026-01-01",
      null,
      20260101,
    ]) {
      expect(isPlainDate(text), String(text)).toBe(false);
    }
  });

  it("refuses to calculate with what is not a day", () => {
    expect(() => addDays("tomorrow", 1)).toThrow(RangeError);
    expect(() => weekdayOf("2026/01/01")).toThrow(RangeError);
  });

  it("steps over the leap day and the end of the year", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2024-02-29", 1)).toBe("2024-03-01");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(weekdayOf("2026-11-01")).toBe(0);
  });

  it("is as far from another as the days added", () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1970-01-01", days));
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        const to = addDays(from, days);
        return daysBetween(from, to) === days && isPlainDate(to) && plainDateOf(startOfDay(to)) === to;
      }),
    );
  });
});
