import { describe, expect, it } from "vitest";
import { calendarVersions, type CalendarChange } from "~/calendar/calendar-versions";
import { builtInCalendar } from "~/calendar/holidays";
import { addDays } from "~/calendar/plain-date";
import { answerDueOn, readClockSettings } from "~/messages/clocks";
import { dueChanges, type DueFacts } from "~/messages/due-changes";
import type { MessageAct } from "~/messages/message";
import { at, noise } from "./message-examples";

const SETTINGS = readClockSettings({});
const DAYS_2026 = Object.entries(builtInCalendar.days).filter(([day]) => day.startsWith("2026"));
const ofKind = (kind: "rest" | "work") => DAYS_2026.flatMap(([day, entry]) => (entry.kind === kind ? day : []));

/** The year as it is, with some more days of rest. */
function change(time: string, ...rest: string[]): CalendarChange {
  return { at: at(time), year: 2026, isPublished: true, rest: [...ofKind("rest"), ...rest], work: ofKind("work") };
}

const versionsOf = (...changes: CalendarChange[]) => calendarVersions(builtInCalendar, changes, builtInCalendar);
const done = (...steps: [act: MessageAct, time: string][]) =>
  steps.map(([act, time]) => ({ act, at: at(time), toUnitCode: act === "assign" ? "housing" : null }));
/** Received on Friday 27 November: to be assigned by Monday, and answered by Tuesday 8 December. */
const message = (facts: Partial<DueFacts> = {}): DueFacts => ({ ...noise(), asked: [], ...facts });
const ASSIGNED = done(["assign", "2026-11-27T15:00:00"]);

function said(facts: DueFacts, steps: ReturnType<typeof done>, ...changes: CalendarChange[]): string[] {
  const moved = dueChanges(facts, steps, versionsOf(...changes), SETTINGS);
  return moved.map(({ step, before, after }) => `${step} ${before} → ${after}`);
}

describe("a change of the calendar while a message is open", () => {
  it("says from which day to which it moved the answer, when it was recorded, and how it is counted now", () => {
    const [moved, ...more] = dueChanges(
      message(),
      ASSIGNED,
      versionsOf(change("2026-11-30T09:00:00", "2026-12-02")),
      SETTINGS,
    );
    expect(more).toEqual([]);
    expect(moved).toMatchObject({ step: "answer", before: "2026-12-08", after: "2026-12-09" });
    expect(moved!.at).toEqual(at("2026-11-30T09:00:00"));
    expect(moved!.rows.at(-1)).toMatchObject({ day: "2026-12-09", number: 7 });
    expect(moved!.rows.find(({ day }) => day === "2026-12-02")).toMatchObject({ kind: "holiday", number: null });
  });

  it("moves the day of the dispatch too while nobody has it", () => {
    const rest = change("2026-11-28T09:00:00", "2026-11-30");
    expect(said(message(), [], rest)).toEqual(["dispatch 2026-11-30 → 2026-12-01", "answer 2026-12-08 → 2026-12-09"]);
    expect(said(message(), ASSIGNED, rest)).toEqual(["answer 2026-12-08 → 2026-12-09"]);
  });

  it("says nothing where no day moved: before it was received, after it was answered, or outside its days", () => {
    const answered = [...ASSIGNED, ...done(["submit", "2026-12-01T09:00:00"], ["approve", "2026-12-01T10:00:00"])];
    expect(said(message(), ASSIGNED, change("2026-11-26T09:00:00", "2026-12-02"))).toEqual([]);
    expect(said(message(), answered, change("2026-12-01T11:00:00", "2026-12-02"))).toEqual([]);
    expect(said(message(), ASSIGNED, change("2026-11-30T09:00:00", "2026-12-20", "2026-12-25"))).toEqual([]);
  });

  it("is told once for each change, and the last day told is the day that holds", () => {
    const changes = [
      change("2026-11-30T09:00:00", "2026-12-02"),
      change("2026-12-01T09:00:00", "2026-12-02", "2026-12-03"),
      change("2026-12-02T09:00:00", "2026-12-03"),
    ];
    expect(said(message(), ASSIGNED, ...changes)).toEqual([
      "answer 2026-12-08 → 2026-12-09",
      "answer 2026-12-09 → 2026-12-10",
      "answer 2026-12-10 → 2026-12-09",
    ]);
    const { after } = versionsOf(...changes).at(-1)!;
    expect(answerDueOn(noise(), after)).toBe("2026-12-09");
  });

  it("counts with what had happened by then: a question, an extension, a reopening", () => {
    const rest = change("2026-12-03T09:00:00", "2026-12-07");
    const asked = [{ askedAt: at("2026-12-01T09:00:00"), endsOn: "2026-12-08", answeredAt: at("2026-12-03T20:00:00") }];
    const waiting = [...ASSIGNED, ...done(["ask", "2026-12-01T09:00:00"], ["answer", "2026-12-03T20:00:00"])];
    // Not answered yet, the question stops the clock until the day that was told.
    expect(said(message({ asked }), waiting, rest)).toEqual([]);
    expect(said(message({ asked }), waiting, change("2026-12-04T09:00:00", "2026-12-07"))).toEqual([
      "answer 2026-12-10 → 2026-12-11",
    ]);
    const extended = [...ASSIGNED, ...done(["extend", "2026-12-02T09:00:00"])];
    expect(said(message(), extended, rest)).toEqual(["answer 2026-12-18 → 2026-12-21"]);
    const answered = done(["submit", "2026-12-01T09:00:00"], ["approve", "2026-12-01T10:00:00"]);
    const again = done(["reopen", "2026-12-02T10:00:00"], ["assign", "2026-12-02T11:00:00"]);
    expect(said(message(), [...ASSIGNED, ...answered, ...again], rest)).toEqual(["answer 2026-12-11 → 2026-12-14"]);
  });
});

describe("the versions of the calendar", () => {
  it("hand on from one to the next, and keep the other years as they were", () => {
    const next: CalendarChange = { ...change("2026-12-05T09:00:00"), year: 2027, rest: ["2027-01-01"], work: [] };
    const [first, second] = versionsOf(change("2026-12-01T09:00:00", addDays("2026-12-01", 1)), next);
    expect(first!.before).toBe(builtInCalendar);
    expect(second!.before).toBe(first!.after);
    expect(second!.after.days["2026-12-02"]).toEqual({ kind: "rest", name: "" });
    expect(second!.after.days["2026-10-01"]).toEqual(builtInCalendar.days["2026-10-01"]);
    expect([first!.after.years.includes(2027), second!.after.years.includes(2027)]).toEqual([false, true]);
  });
});
