import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { builtInCalendar as calendar } from "~/calendar/holidays";
import { addDays, type PlainDate } from "~/calendar/plain-date";
import {
  countWorkingDays,
  dueOn,
  dueOnCalendarDays,
  explainCount,
  isProvisional,
  isWorkingDay,
  periodLength,
  workingDayFrom,
} from "~/calendar/working-days";

describe("a deadline in working days", () => {
  it.each([
    ["over the Spring Festival with a make-up Saturday on each side", "2026-02-13", 7, "2026-03-02"],
    ["over Labour Day", "2026-04-30", 3, "2026-05-08"],
    ["over National Day and the make-up Saturday after it", "2026-09-30", 20, "2026-11-03"],
    ["through December, where nothing rests but weekends", "2026-12-01", 20, "2026-12-29"],
    ["received on a Friday", "2026-03-13", 1, "2026-03-16"],
    ["received on a Saturday begins on Monday", "2026-03-14", 1, "2026-03-16"],
    ["received on a make-up Saturday begins the next working day", "2026-02-28", 1, "2026-03-02"],
    ["received before a make-up Sunday is due that Sunday", "2026-09-18", 1, "2026-09-20"],
    ["over the leap day", "2024-02-28", 2, "2024-03-01"],
    ["of no days ends on the day received", "2026-10-01", 0, "2026-10-01"],
  ])("%s", (_name, received, days, due) => {
    expect(dueOn(received, days, calendar)).toBe(due);
  });

  it("is refused for a number that is not a whole number of days", () => {
    for (const days of [-1, 1.5, NaN, Infinity]) expect(() => dueOn("2026-01-05", days, calendar)).toThrow(RangeError);
  });

  it("received before a make-up Saturday is a working day earlier than without it", () => {
    const { "2026-05-09": _makeUp, ...days } = calendar.days;
    expect(dueOn("2026-05-08", 1, calendar)).toBe("2026-05-09");
    expect(dueOn("2026-05-08", 1, { ...calendar, days })).toBe("2026-05-11");
  });

  it("agrees with an independent count in two thousand cases over 2024 to 2026", () => {
    const [count, allDays, mostDays] = [2_000, 1_000, 60];
    const cases = Array.from({ length: count }, (_, index) => ({
      received: addDays("2024-01-01", (index * 7) % allDays),
      days: 1 + ((index * 13) % mostDays),
    }));
    const counted = cases.map(({ received, days }) => ({ received, days, due: dueOn(received, days, calendar) }));
    expect(counted).toEqual(cases.map(({ received, days }) => ({ received, days, due: slowDueOn(received, days) })));
  });

  it("never ends on a day of rest, and counts back to the same number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const received = addDays("2024-01-01", offset);
        const due = dueOn(received, days, calendar);
        return (
          isWorkingDay(due, calendar) &&
          countWorkingDays(received, due, calendar) === days &&
          countWorkingDays(due, received, calendar) === -days
        );
      }),
    );
  });
});

describe("the year 2026", () => {
  it("has 248 working days", () => {
    expect(countWorkingDays("2025-12-31", "2026-12-31", calendar)).toBe(248);
  });
});

describe("the count of a deadline", () => {
  const rows = explainCount("2026-02-13", 7, calendar);

  it("begins with the day received, which is not counted", () => {
    expect(rows[0]).toEqual({
      day: "2026-02-13",
      weekday: 5,
      kind: "received",
      name: "",
      number: null,
      isProvisional: false,
    });
  });

  it("says of each day why it counts or not", () => {
    expect(rows[1]).toMatchObject({ day: "2026-02-14", kind: "make_up", name: "春节", number: 1 });
    expect(rows[2]).toMatchObject({ day: "2026-02-15", kind: "holiday", name: "春节", number: null });
    expect(rows[11]).toMatchObject({ day: "2026-02-24", kind: "working", number: 2 });
    expect(rows.find((row) => row.day === "2026-03-01")).toMatchObject({ kind: "weekend", number: null });
    expect(rows.at(-1)).toMatchObject({ day: "2026-03-02", number: 7 });
  });

  it("ends on the due day, has every day once and numbers the counted ones in order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 60 }), (offset, days) => {
        const received = addDays("2024-01-01", offset);
        const count = explainCount(received, days, calendar);
        expect(count.at(-1)?.day).toBe(dueOn(received, days, calendar));
        expect(count.map((row) => row.day)).toEqual(count.map((_, index) => addDays(received, index)));
        const numbers = count.flatMap((row) => row.number ?? []);
        expect(numbers).toEqual(Array.from({ length: days }, (_, index) => index + 1));
      }),
    );
  });

  it("marks the days of a year whose arrangement is not published", () => {
    const over = explainCount("2026-12-30", 3, calendar);
    expect(over.map((row) => [row.day, row.isProvisional])).toEqual([
      ["2026-12-30", false],
      ["2026-12-31", false],
      ["2027-01-01", true],
      ["2027-01-02", true],
      ["2027-01-03", true],
      ["2027-01-04", true],
    ]);
  });
});

describe("a deadline that runs into a year without calendar", () => {
  it("is computed with weekends only and marked provisional, never silently without holidays", () => {
    expect(dueOn("2026-12-25", 10, calendar)).toBe("2027-01-08");
    expect(isProvisional("2026-12-25", "2027-01-08", calendar)).toBe(true);
    expect(isProvisional("2026-12-01", "2026-12-29", calendar)).toBe(false);
  });

  it("is provisional also when only a year in the middle is missing", () => {
    const gap = { ...calendar, years: [2025, 2027] };
    expect(isProvisional("2025-12-31", "2027-01-04", gap)).toBe(true);
  });

  it("moves and is final once the year is entered", () => {
    const entered = {
      days: { ...calendar.days, "2027-01-01": { kind: "rest", name: "元旦" } as const },
      years: [...calendar.years, 2027],
    };
    expect(dueOn("2026-12-25", 10, entered)).toBe("2027-01-11");
    expect(isProvisional("2026-12-25", "2027-01-11", entered)).toBe(false);
  });
});

describe("a period of calendar days", () => {
  it("does not count the first day", () => {
    expect(dueOnCalendarDays("2026-11-02", 30, calendar)).toBe("2026-12-02");
  });

  it("that would end on a day of rest ends on the next working day", () => {
    expect(dueOnCalendarDays("2026-09-23", 10, calendar)).toBe("2026-10-08");
    expect(dueOnCalendarDays("2026-03-07", 7, calendar)).toBe("2026-03-16");
  });

  it("may end on a make-up workday", () => {
    expect(workingDayFrom("2026-02-28", calendar)).toBe("2026-02-28");
  });

  it("has two lengths, with and without its first day", () => {
    expect(periodLength("2026-11-02", "2026-12-02")).toEqual({ difference: 30, inclusive: 31 });
    expect(periodLength("2026-03-10", "2026-03-24")).toEqual({ difference: 14, inclusive: 15 });
    expect(periodLength("2026-03-10", "2026-03-10")).toEqual({ difference: 0, inclusive: 1 });
  });
});

// Written from the State Council's notices for 2024 to 2026, not from the library the product uses.
const RESTS = [
  ["2024-01-01", "2024-01-01"],
  ["2024-02-10", "2024-02-17"],
  ["2024-04-04", "2024-04-06"],
  ["2024-05-01", "2024-05-05"],
  ["2024-06-08", "2024-06-10"],
  ["2024-09-15", "2024-09-17"],
  ["2024-10-01", "2024-10-07"],
  ["2025-01-01", "2025-01-01"],
  ["2025-01-28", "2025-02-04"],
  ["2025-04-04", "2025-04-06"],
  ["2025-05-01", "2025-05-05"],
  ["2025-05-31", "2025-06-02"],
  ["2025-10-01", "2025-10-08"],
  ["2026-01-01", "2026-01-03"],
  ["2026-02-15", "2026-02-23"],
  ["2026-04-04", "2026-04-06"],
  ["2026-05-01", "2026-05-05"],
  ["2026-06-19", "2026-06-21"],
  ["2026-09-25", "2026-09-27"],
  ["2026-10-01", "2026-10-07"],
];
const MAKE_UPS =
  "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 2025-01-26 2025-02-08 " +
  "2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10";

function slowDueOn(received: PlainDate, days: number): PlainDate {
  const date = new Date(`${received}T12:00:00Z`);
  const day = () => date.toISOString().slice(0, 10);
  for (let left = days; left > 0;) {
    date.setUTCDate(date.getUTCDate() + 1);
    const now = day();
    const rests = RESTS.some(([from = "", to = ""]) => now >= from && now <= to);
    const isWeekend = [0, 6].includes(date.getUTCDay());
    if (MAKE_UPS.includes(now) || (!rests && !isWeekend)) left -= 1;
  }
  return day();
}
