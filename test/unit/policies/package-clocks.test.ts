import { describe, expect, it } from "vitest";
import { builtInCalendar } from "~/calendar/holidays";
import {
  byClock,
  countByUnit,
  countStandings,
  isOfYear,
  packageClocks,
  type PackageClockFacts,
  type Standing,
} from "~/policies/package-clocks";
import { at } from "../../setup/clock";

// Signed on Monday 1 June 2026: working day 10 is 15 June, 15 is 23 June (Dragon Boat rests on the 19th), 20 is 30 June.
const FACTS: PackageClockFacts = {
  ...{ slug: "noise", title: "夜间施工管理办法", unitCode: "housing", unitName: "住建局" },
  ...{ state: "preparing", documentKind: "normative_document", documentNumber: null, signedOn: "2026-06-01" },
  ...{ attributeChangedOn: null, attribute: "proactive", releasedAt: null, forms: [], materials: [], exception: null },
  isInterpreted: true,
};

const clocks = (change: Partial<PackageClockFacts>, today: string) =>
  packageClocks({ ...FACTS, ...change }, today, builtInCalendar);
const standing = (change: Partial<PackageClockFacts>, today: string) => clocks(change, today)[0]?.standing;
const released = (day: string): Partial<PackageClockFacts> => ({ state: "released", releasedAt: at(day) });

describe("the clock of a document that is interpreted", () => {
  it.each<[string, Standing, number]>([
    ["2026-06-12", "running", 9],
    ["2026-06-15", "near", 10],
    ["2026-06-30", "near", 20],
    ["2026-07-01", "overdue", 21],
  ])("on %s is %s, at working day %i", (today, expected, day) => {
    expect(clocks({}, today)).toMatchObject([{ kind: "release", dueOn: "2026-06-30", standing: expected, day }]);
  });

  it.each<[string, Standing]>([
    ["2026-06-22", "on_time"],
    ["2026-06-23", "close"],
    ["2026-06-30", "close"],
    ["2026-07-01", "late"],
  ])("released on %s is %s, whatever the day it is looked at", (day, expected) => {
    expect(standing(released(day), "2026-11-27")).toBe(expected);
    expect(clocks(released(day), "2026-11-27")[0]).toMatchObject({ doneOn: day, left: null });
  });

  it("begins anew where a review opened the document", () => {
    const opened = clocks({ signedOn: "2023-05-10", attributeChangedOn: "2026-06-01" }, "2026-06-15");
    expect(opened).toMatchObject([{ startedOn: "2026-06-01", dueOn: "2026-06-30" }]);
  });

  it("is only there for documents that are disclosed, bear a day and are interpreted, whether they must or the unit promised it", () => {
    expect(clocks({ signedOn: null }, "2026-06-15")).toEqual([]);
    expect(clocks({ attribute: "on_request" }, "2026-06-15")).toEqual([]);
    expect(clocks({ state: "registered" }, "2026-06-15")).toEqual([]);
    expect(clocks({ state: "imported" }, "2026-06-15")).toEqual([]);
    expect(clocks({ documentKind: "other" }, "2026-06-15")).toHaveLength(1);
    expect(clocks({ documentKind: "other", isInterpreted: false }, "2026-06-15")).toEqual([]);
    expect(
      clocks({ documentKind: "other", isInterpreted: false, documentNumber: "穗海府规〔2026〕3号" }, "2026-06-15"),
    ).toHaveLength(1);
  });
});

describe("the clocks after the release", () => {
  const forms = [
    { kind: "animation" as const, dueOn: "2026-07-15", origin: "plan" as const },
    { kind: "text" as const, dueOn: null, origin: "plan" as const },
  ];
  const later = (change: Partial<PackageClockFacts>, today: string) =>
    clocks({ ...released("2026-06-22"), ...change }, today).filter(({ kind }) => kind !== "release");

  it("are those of forms that the plan dates later", () => {
    expect(later({ forms }, "2026-07-07")).toMatchObject([
      { kind: "form", material: "animation", standing: "running" },
    ]);
    expect(later({ forms }, "2026-07-08")).toMatchObject([{ standing: "near", left: 5 }]);
    expect(later({ forms }, "2026-07-16")).toMatchObject([{ standing: "overdue", left: -1 }]);
    const made = (day: string) => ({ forms, materials: [{ kind: "animation" as const, releasedAt: at(day) }] });
    expect(later(made("2026-07-15"), "2026-09-01")).toMatchObject([{ standing: "on_time", doneOn: "2026-07-15" }]);
    expect(later(made("2026-07-16"), "2026-09-01")).toMatchObject([{ standing: "late" }]);
    expect(clocks({ forms }, "2026-08-01").map(({ kind }) => kind)).toEqual(["release"]);
  });

  it("count a signed exception and the form it brought as one promise, kept by any written material", () => {
    const promised = { kind: "text" as const, dueOn: "2026-07-15", origin: "plan" as const };
    const excepted = { forms: [promised], exception: { promisedOn: "2026-07-15" } };
    expect(later(excepted, "2026-07-16")).toMatchObject([{ kind: "exception", standing: "overdue" }]);
    const materials = [{ kind: "qa" as const, releasedAt: at("2026-07-14") }];
    expect(later({ ...excepted, materials }, "2026-07-16")).toMatchObject([{ standing: "on_time" }]);
  });
});

describe("the table of clocks", () => {
  const all = [
    ...clocks({ slug: "done-late", ...released("2026-07-03") }, "2026-07-06"),
    ...clocks({ slug: "running", signedOn: "2026-07-01", unitCode: "justice" }, "2026-07-06"),
    ...clocks({ slug: "overdue" }, "2026-07-06"),
    ...clocks({ slug: "last-year", signedOn: "2025-06-03", ...released("2025-06-05") }, "2026-07-06"),
  ];

  it("has what is open first, the nearest day first", () => {
    expect(all.toSorted(byClock).map(({ slug }) => slug)).toEqual(["overdue", "running", "done-late", "last-year"]);
  });

  it("shows of a year what was done in it, and all that is open", () => {
    expect(all.filter((clock) => isOfYear(clock, 2025)).map(({ slug }) => slug)).toEqual([
      "running",
      "overdue",
      "last-year",
    ]);
  });

  it("counts each clock once, for all and by unit, whoever missed most first", () => {
    expect(countStandings(all)).toEqual({ overdue: 1, near: 0, running: 1, late: 1, close: 0, on_time: 1 });
    expect(countByUnit(all).map(({ unitCode, counts }) => [unitCode, counts.overdue + counts.late])).toEqual([
      ["housing", 2],
      ["justice", 0],
    ]);
  });
});
