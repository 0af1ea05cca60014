import { describe, expect, it } from "vitest";
import { GUEST, isSamePerson, type Person, type Right } from "~/accounts/actor";
import { differentPeople } from "~/accounts/permissions";
import { builtInCalendar } from "~/calendar/holidays";
import { arrangementReasons, mayArrange, mayEnd, workingDaysAway, type OtherArrangement } from "~/deputies/deputy";

const person = (accountId: string, ...rights: Right[]): Person => ({
  ...{ kind: "person", accountId, username: accountId, name: accountId, rights },
});

const handler = person("lin", { role: "handling_officer", unit: "housing" });
const colleague = person("fang", { role: "handling_officer", unit: "housing" });
const approver = person("liang", { role: "approver", unit: "housing" });
const stranger = person("chen", { role: "approver", unit: "justice" });
const security = person("security", { role: "security_admin", unit: "office" });
const system = person("admin", { role: "system_admin", unit: "office" });

const TODAY = "2026-11-27";
const DAYS = { fromOn: "2026-12-01", untilOn: "2026-12-05" };

function codesOf(
  change: Partial<{ actor: Person; principal: Person; deputy: Person; fromOn: string; untilOn: string }> = {},
  others: OtherArrangement[] = [],
): string[] {
  const { actor = approver, ...rest } = change;
  const arrangement = { principal: handler, deputy: colleague, ...DAYS, ...rest };
  return arrangementReasons(actor, arrangement, others, TODAY).map(({ code }) => code);
}

describe("arranging a deputy", () => {
  it.each([
    ["the next week", {}, []],
    ["one day, today", { fromOn: TODAY, untilOn: TODAY }, []],
    ["oneself", { deputy: handler }, ["deputy_is_principal"]],
    ["rights for oneself", { actor: approver, deputy: approver }, ["deputy_arranges_own_rights"]],
    ["somebody of another unit", { deputy: stranger }, ["deputy_of_other_unit"]],
    ["days gone by", { fromOn: "2026-11-26" }, ["deputy_from_past"]],
    ["an end before the start", { untilOn: "2026-11-30" }, ["deputy_ends_before_start"]],
    ["180 days", { untilOn: "2027-05-29" }, []],
    ["181 days", { untilOn: "2027-05-30" }, ["deputy_too_long"]],
    [
      "two administrators' roles",
      { actor: stranger, principal: security, deputy: system },
      ["administrators_separate"],
    ],
  ])("is right for %s", (_title, change, expected) => {
    expect(codesOf(change)).toEqual(expected);
  });

  it("leaves a principal one deputy at a time, the days between both included", () => {
    const other = (fromOn: string, untilOn: string): OtherArrangement => ({
      ...{ principalId: "lin", deputyId: "x", fromOn, untilOn, rights: [] },
    });
    expect(codesOf({}, [other("2026-11-20", "2026-12-01")])).toEqual(["deputy_arranged_before"]);
    expect(codesOf({}, [other("2026-11-20", "2026-11-30"), other("2026-12-06", "2026-12-09")])).toEqual([]);
  });

  it("sees a second administrator's role that comes from another principal", () => {
    const lent = { principalId: "x", deputyId: "fang", ...DAYS, rights: system.rights };
    const deputy = person("fang", { role: "supervisor", unit: "office" });
    expect(codesOf({ principal: security, deputy }, [lent])).toEqual(["administrators_separate"]);
  });

  it("is for the person, the unit's approver and the security administrator", () => {
    for (const actor of [handler, approver, security]) expect(mayArrange(actor, handler)).toBe(true);
    for (const actor of [colleague, stranger, system]) expect(mayArrange(actor, handler)).toBe(false);
    expect(mayArrange(GUEST, handler)).toBe(false);
    expect(mayArrange(security, person("he"))).toBe(false);
  });

  it("asks the approver of every unit in which the person holds a right", () => {
    const both = person("both", ...handler.rights, { role: "reviewer", unit: "justice" });
    expect(mayArrange(approver, both)).toBe(false);
  });

  it("may be given back by the deputy", () => {
    expect(mayEnd(colleague, "fang", handler)).toBe(true);
    expect(mayEnd(stranger, "fang", handler)).toBe(false);
  });
});

describe("two people", () => {
  const deputy: Person = { ...colleague, counterparts: ["lin"] };

  it("are not a deputy and the principal", () => {
    expect(isSamePerson(deputy, "lin")).toBe(true);
    expect(isSamePerson(deputy, "liang")).toBe(false);
    expect(isSamePerson(deputy, null)).toBe(false);
    expect(differentPeople(deputy, "lin")).toBe(false);
    expect(differentPeople(deputy, "liang", null)).toBe(true);
    expect(differentPeople(GUEST, "liang")).toBe(false);
  });
});

describe("working days away", () => {
  it.each([
    ["2026-11-27", 0],
    ["2026-11-26", 0],
    ["2026-11-25", 1],
    ["2026-11-20", 4],
    ["2026-11-19", 5],
  ])("since %s are %i on 27 November", (since, days) => {
    expect(workingDaysAway(since, TODAY, builtInCalendar)).toBe(days);
  });

  it("leave out the National Day week", () => {
    expect(workingDaysAway("2026-09-30", "2026-10-09", builtInCalendar)).toBe(1);
  });
});
