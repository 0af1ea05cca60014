import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDateOf } from "~/calendar/plain-date";
import { shownState } from "~/consultations/consultation";
import {
  DECISION_KINDS,
  DEFAULT_PERIOD_SETTINGS,
  daysLeft,
  daysPastOutcome,
  earliestLastDay,
  extensionRefusals,
  measurePeriod,
  minimumPeriod,
  nextChangeAt,
  outcomeClock,
  periodRefusals,
  withdrawalRefusals,
  type DecisionKind,
} from "~/consultations/period";
import { at, calendar, codes, lifts } from "./consultation-examples";

const today = "2026-11-02";

function plan(
  decisionKind: DecisionKind,
  opensOn: string | null,
  closesOn: string | null,
  shortenedReason: string | null = null,
) {
  return { decisionKind, opensOn, closesOn, shortenedReason };
}

describe("the minimum period", () => {
  it.each<[DecisionKind, number, string, string]>([
    ["major_decision", 30, "calendar_days", "law"],
    ["market_document", 30, "calendar_days", "law"],
    ["government_rule", 30, "calendar_days", "indicator"],
    ["normative_document", 7, "working_days", "indicator"],
    ["green_space", 14, "calendar_days", "house_policy"],
    ["other", 7, "working_days", "house_policy"],
  ])("of %s is %i %s, by %s", (kind, value, unit, force) => {
    expect(minimumPeriod(kind)).toMatchObject({ value, unit, force });
  });

  it("is called law only where an article was read", () => {
    const cited = DECISION_KINDS.map((kind) => minimumPeriod(kind)).filter((minimum) => minimum.force === "law");
    expect(cited.map((minimum) => minimum.basis)).toEqual(["regulation_713_article_15", "regulation_722_article_62"]);
  });

  it("can be set by the district only where no law sets it", () => {
    const settings = { ...DEFAULT_PERIOD_SETTINGS, houseMinimums: { ...DEFAULT_PERIOD_SETTINGS.houseMinimums } };
    settings.houseMinimums.other = { value: 10, unit: "calendar_days" };
    expect(minimumPeriod("other", settings)).toMatchObject({ value: 10, unit: "calendar_days", force: "house_policy" });
    expect(minimumPeriod("major_decision", settings).value).toBe(30);
  });

  it("of 30 days for a draft published on 2 November 2026 is over on 2 December: the first day is not counted", () => {
    expect(earliestLastDay("major_decision", "2026-11-02", calendar)).toBe("2026-12-02");
  });

  it("of 7 working days skips the Spring Festival and counts the make-up Saturdays", () => {
    expect(earliestLastDay("normative_document", "2026-02-13", calendar)).toBe("2026-03-02");
  });
});

describe("submitting a period", () => {
  it.each<[string, DecisionKind, string, string, string[]]>([
    ["30 days", "major_decision", "2026-11-02", "2026-12-02", []],
    ["29 days", "major_decision", "2026-11-02", "2026-12-01", ["period_too_short"]],
    ["7 working days", "normative_document", "2026-11-02", "2026-11-11", []],
    ["6 working days", "normative_document", "2026-11-02", "2026-11-10", ["period_too_short"]],
    ["14 days on a green space", "green_space", "2026-11-02", "2026-11-16", []],
    ["13 days on a green space", "green_space", "2026-11-02", "2026-11-15", ["period_too_short"]],
    ["a last day before the first", "other", "2026-11-20", "2026-11-19", ["closes_before_opens"]],
    ["a first day in the past", "other", "2026-11-01", "2026-12-01", ["opens_in_past"]],
    ["both days in the past", "other", "2026-10-01", "2026-10-30", ["opens_in_past", "closes_in_past"]],
  ])("of %s", (_, kind, opensOn, closesOn, expected) => {
    expect(codes(periodRefusals(plan(kind, opensOn, closesOn), "submit", today, calendar))).toEqual(expected);
  });

  it("names the days, the minimum, its source and the earliest last day", () => {
    expect(periodRefusals(plan("major_decision", "2026-11-02", "2026-11-12"), "submit", today, calendar)).toEqual([
      {
        code: "period_too_short",
        field: "shortenedReason",
        params: {
          days: 10,
          minimum: 30,
          unit: "calendar_days",
          basis: "regulation_713_article_15",
          earliest: "2026-12-02",
        },
      },
    ]);
  });

  it("below the minimum is accepted with a reason, and not with a blank one", () => {
    const shortened = (reason: string) => plan("major_decision", "2026-11-02", "2026-11-12", reason);
    expect(periodRefusals(shortened("防汛需要"), "submit", today, calendar)).toEqual([]);
    expect(codes(periodRefusals(shortened("  "), "submit", today, calendar))).toEqual(["period_too_short"]);
  });

  it("asks for both days, and for days that exist", () => {
    expect(codes(periodRefusals(plan("other", null, null), "submit", today, calendar))).toEqual([
      "opens_missing",
      "closes_missing",
    ]);
    expect(codes(periodRefusals(plan("other", "2026-11-02", "2026-11-31"), "submit", today, calendar))).toEqual([
      "closes_missing",
    ]);
  });

  it("approved late is measured from the approval, when it really opens", () => {
    const late = plan("major_decision", "2026-11-02", "2026-12-02");
    expect(periodRefusals(late, "approve", "2026-11-02", calendar)).toEqual([]);
    expect(codes(periodRefusals(late, "approve", "2026-11-03", calendar))).toEqual(["period_too_short"]);
    expect(codes(periodRefusals(late, "approve", "2026-12-03", calendar))).toEqual(["closes_in_past"]);
  });

  it("never passes below the minimum without a reason, whatever the dates", () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2026-01-01", days));
    fc.assert(
      fc.property(fc.constantFrom(...DECISION_KINDS), day, day, (kind, opensOn, closesOn) => {
        const refused = periodRefusals(plan(kind, opensOn, closesOn), "submit", "2026-01-01", calendar);
        if (closesOn < opensOn) return codes(refused).includes("closes_before_opens");
        const { isShortened } = measurePeriod({ decisionKind: kind, opensOn, closesOn }, calendar);
        expect(isShortened).toBe(closesOn < earliestLastDay(kind, opensOn, calendar));
        return refused.length > 0 === isShortened;
      }),
    );
  });
});

describe("the length of a period", () => {
  it("is said both ways", () => {
    const length = measurePeriod(
      { decisionKind: "green_space", opensOn: "2025-03-10", closesOn: "2025-03-24" },
      calendar,
    );
    expect(length).toMatchObject({ difference: 14, inclusive: 15, workingDays: 10, isShortened: false });
  });

  it("in working days of a year without published holidays is provisional", () => {
    const dates = { opensOn: "2090-11-01", closesOn: "2090-12-01" };
    expect(measurePeriod({ decisionKind: "other", ...dates }, calendar).isProvisional).toBe(true);
    expect(measurePeriod({ decisionKind: "major_decision", ...dates }, calendar).isProvisional).toBe(false);
  });
});

describe("an extension", () => {
  const noon = at("2026-11-10T12:00:00");

  it.each<[string, string | null, string | null, string[]]>([
    ["later and reasoned", "2026-12-10", "来函较多", []],
    ["of one day", "2026-12-03", "来函较多", []],
    ["to the same day", "2026-12-02", "来函较多", ["extension_not_later"]],
    ["to an earlier day", "2026-11-20", "来函较多", ["extension_not_later"]],
    ["without a reason", "2026-12-10", " ", ["reason_missing"]],
    ["without day and reason", null, null, ["closes_missing", "reason_missing"]],
  ])("%s", (_, closesOn, reason, expected) => {
    expect(codes(extensionRefusals({ closesOn, reason }, lifts(), noon))).toEqual(expected);
  });

  it("cannot be signed to a day that has passed meanwhile", () => {
    const signed = extensionRefusals(
      { closesOn: "2026-12-05", reason: "来函较多" },
      lifts(),
      at("2026-12-06T09:00:00"),
    );
    expect(codes(signed)).toEqual(["extension_in_past"]);
  });

  it("a withdrawal needs its reason too", () => {
    expect(codes(withdrawalRefusals({ reason: "" }))).toEqual(["reason_missing"]);
    expect(withdrawalRefusals({ reason: "上位法将修订" })).toEqual([]);
  });
});

describe("the outcome clock", () => {
  const open = { ...lifts({ closesOn: "2026-09-30" }), outcomeDays: 20 };

  it("runs in working days from the last day, which is not counted", () => {
    const clock = outcomeClock("2026-09-30", 20, calendar);
    expect(clock.dueOn).toBe("2026-11-03");
    expect(clock.rows.filter((row) => row.number !== null)).toHaveLength(20);
  });

  it("is provisional when it runs into a year without published holidays", () => {
    expect(outcomeClock("2089-12-20", 30, calendar).isProvisional).toBe(true);
  });

  it.each<[string, { sinceClosing: number; overdue: number } | null]>([
    ["2026-10-01T00:00:00", null],
    ["2026-11-03T23:59:59", null],
    ["2026-11-04T00:00:00", { sinceClosing: 35, overdue: 1 }],
    ["2026-11-10T12:00:00", { sinceClosing: 41, overdue: 7 }],
  ])("at %s the page says %j", (instant, expected) => {
    expect(daysPastOutcome(open, at(instant), calendar)).toEqual(expected);
  });

  it("goes on while the outcome is in review and stops when it is published", () => {
    const late = at("2026-11-10T12:00:00");
    expect(daysPastOutcome({ ...open, state: "outcome_in_review" }, late, calendar)).toMatchObject({ overdue: 7 });
    for (const state of ["outcome_published", "decided", "withdrawn", "imported"] as const)
      expect(daysPastOutcome({ ...open, state }, late, calendar)).toBeNull();
  });
});

describe("what time alone changes", () => {
  it.each<[string, string | null]>([
    ["2026-10-31T12:00:00", "2026-11-02T00:00:00"],
    ["2026-11-02T00:00:00", "2026-11-03T00:00:00"],
    ["2026-12-02T23:59:59", "2026-12-03T00:00:00"],
    ["2026-12-03T00:00:00", "2026-12-04T00:00:00"],
  ])("after %s is at %s", (now, next) => {
    expect(nextChangeAt(lifts(), at(now))).toEqual(at(next!));
  });

  it("is nothing once the outcome is published, or before approval", () => {
    for (const state of ["preparing", "in_review", "outcome_published", "decided", "withdrawn", "imported"] as const)
      expect(nextChangeAt(lifts({ state }), at("2026-11-10T12:00:00"))).toBeNull();
  });

  it("never comes before something a page shows has changed", () => {
    const instant = fc.date({ min: at("2026-10-20T00:00:00"), max: at("2026-12-31T00:00:00"), noInvalidDate: true });
    const shown = (now: Date) => [shownState(lifts(), now), daysLeft(lifts(), now)];
    fc.assert(
      fc.property(instant, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (now, part) => {
        const next = nextChangeAt(lifts(), now)!;
        expect(next > now).toBe(true);
        const between = new Date(now.getTime() + Math.floor((next.getTime() - now.getTime()) * part));
        expect(shown(between)).toEqual(shown(now));
      }),
    );
  });

  it("counts the days left, none on the last day", () => {
    expect(daysLeft(lifts(), at("2026-11-02T08:00:00"))).toBe(30);
    expect(daysLeft(lifts(), at("2026-12-02T23:59:59"))).toBe(0);
    expect(daysLeft(lifts(), at("2026-12-03T00:00:00"))).toBeNull();
    expect(plainDateOf(at("2026-12-02T23:59:59"))).toBe("2026-12-02");
  });
});
