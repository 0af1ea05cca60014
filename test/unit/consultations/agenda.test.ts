import { describe, expect, it } from "vitest";
import type { Person, Role } from "~/accounts/actor";
import { builtInCalendar } from "~/calendar/holidays";
import { agendaOf, byUrgency, type AgendaFacts } from "~/consultations/agenda";
import { at } from "../../setup/clock";

function person(accountId: string, ...roles: Role[]): Person {
  const rights = roles.map((role) => ({ role, unit: role === "supervisor" ? "office" : "housing" }));
  return { kind: "person", accountId, username: accountId, name: accountId, rights };
}

const HANDLER = person("handler", "handling_officer");
const REVIEWER = person("reviewer", "reviewer");
const APPROVER = person("approver", "approver");
const OFFICE = person("office", "supervisor");

const FACTS: AgendaFacts = {
  ...{ unitCode: "housing", state: "approved", opensOn: "2026-07-01", closesOn: "2026-07-31" },
  ...{ approvedAt: at("2026-06-23"), outcomeDays: 30, submittedById: "handler", passedById: null },
  ...{ outcomeSubmittedById: null, outcomePassedById: null, proposal: null },
};

function tasks(facts: Partial<AgendaFacts>, actor: Person, day: string) {
  return agendaOf({ ...FACTS, ...facts }, actor, at(day), builtInCalendar).map(({ task, dueOn, left }) => [
    task,
    dueOn,
    left,
  ]);
}

describe("what somebody has to do next", () => {
  it.each([
    [
      "preparing, by its first day",
      { state: "preparing" as const },
      HANDLER,
      "2026-06-20",
      [["prepare", "2026-07-01", 11]],
    ],
    [
      "a review, by the first day",
      { state: "in_review" as const },
      REVIEWER,
      "2026-06-20",
      [["review", "2026-07-01", 11]],
    ],
    ["a signature only after the review", { state: "in_review" as const }, APPROVER, "2026-06-20", []],
    [
      "a signature after the review",
      { state: "in_review" as const, passedById: "reviewer" },
      APPROVER,
      "2026-06-20",
      [["sign", "2026-07-01", 11]],
    ],
    ["comments while it is open, by the last day", {}, HANDLER, "2026-07-31", [["process", "2026-07-31", 0]]],
    ["the outcome after closing, by its clock", {}, HANDLER, "2026-08-03", [["complete", "2026-09-11", 39]]],
    ["an outcome past its clock", {}, HANDLER, "2026-09-14", [["complete", "2026-09-11", -3]]],
    ["the office watches an outcome past its clock", {}, OFFICE, "2026-09-14", [["supervise", "2026-09-11", -3]]],
    ["the office has nothing to do before", {}, OFFICE, "2026-09-11", []],
    [
      "a withdrawal to sign, today",
      { proposal: { act: "withdraw" as const, proposedById: "handler" } },
      APPROVER,
      "2026-08-03",
      [["sign_withdrawal", "2026-08-03", 0]],
    ],
    [
      "an extension that lapsed asks nobody",
      { proposal: { act: "extend" as const, proposedById: "handler" } },
      APPROVER,
      "2026-08-03",
      [],
    ],
    ["what is withdrawn asks nobody", { state: "withdrawn" as const }, HANDLER, "2026-08-03", []],
  ])("%s", (_name, facts, actor, day, expected) => {
    expect(tasks(facts, actor, day)).toEqual(expected);
  });

  it("is never the review of one's own submission", () => {
    const allround = person("handler", "handling_officer", "reviewer", "approver");
    expect(tasks({ state: "in_review" }, allround, "2026-06-20")).toEqual([]);
    expect(tasks({ state: "in_review", passedById: "reviewer" }, allround, "2026-06-20")).toEqual([]);
  });

  it("is of one's own unit", () => {
    expect(tasks({ state: "in_review", unitCode: "justice" }, REVIEWER, "2026-06-20")).toEqual([]);
  });

  it("stands in the order of its days, what has none last", () => {
    const days = ["2026-07-31", null, "2026-07-01"];
    const items = days.map((dueOn) => ({ task: "prepare" as const, state: "preparing" as const, dueOn, left: null }));
    expect(items.sort(byUrgency).map(({ dueOn }) => dueOn)).toEqual(["2026-07-01", "2026-07-31", null]);
  });
});
