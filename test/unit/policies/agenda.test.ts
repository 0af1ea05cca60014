import { describe, expect, it } from "vitest";
import type { Actor, Role } from "~/accounts/actor";
import { builtInCalendar } from "~/calendar/holidays";
import { policyTasks, type PolicyAgendaFacts } from "~/policies/policy-agenda";

function person(accountId: string, role: Role, unit = "housing"): Actor {
  return { kind: "person", accountId, username: accountId, name: accountId, rights: [{ role, unit }] };
}

const FACTS: PolicyAgendaFacts = {
  ...{ unitCode: "housing", state: "preparing", signedOn: "2026-12-01" },
  ...{ attributeChangedOn: null, submittedById: null, passedById: null },
  ...{ exceptionBy: null, hasPaper: false, changeBy: null, forms: [], releasedKinds: [], waitingQuestions: 0 },
};

const handler = person("h", "handling_officer");
const tasks = (actor: Actor, change: Partial<PolicyAgendaFacts>) =>
  policyTasks({ ...FACTS, ...change }, actor, builtInCalendar);

describe("what is due about a package", () => {
  it("is dated by the twentieth working day after signing", () => {
    expect(tasks(handler, {})).toEqual([{ task: "prepare", dueOn: "2026-12-29" }]);
    expect(tasks(handler, { signedOn: null })).toEqual([{ task: "prepare", dueOn: null }]);
    const opened = { signedOn: "2023-05-10", attributeChangedOn: "2026-12-01" };
    expect(tasks(handler, opened)).toEqual([{ task: "prepare", dueOn: "2026-12-29" }]);
  });

  it("goes to the reviewer, then to the approver, never to whoever submitted or passed it", () => {
    const review = { state: "in_review" as const, submittedById: "h" };
    expect(tasks(person("r", "reviewer"), review)).toMatchObject([{ task: "review" }]);
    expect(tasks(person("h", "reviewer"), review)).toEqual([]);
    expect(tasks(person("a", "approver"), review)).toEqual([]);
    expect(tasks(person("a", "approver"), { ...review, passedById: "r" })).toMatchObject([{ task: "sign" }]);
    expect(tasks(person("r", "approver"), { ...review, passedById: "r" })).toEqual([]);
    expect(tasks(person("x", "approver", "justice"), { ...review, passedById: "r" })).toEqual([]);
  });

  it("goes to a leader where an exception waits", () => {
    expect(tasks(person("l", "leader", "office"), { exceptionBy: "h" })).toMatchObject([{ task: "sign_exception" }]);
  });

  it("goes to whoever may verify a signature on paper, dated like the package", () => {
    const review = { state: "in_review" as const, submittedById: "h", hasPaper: true };
    expect(tasks(handler, review)).toEqual([{ task: "verify_paper", dueOn: "2026-12-29" }]);
  });

  it("goes on after the release: forms of a later day, readers' questions", () => {
    const released = {
      ...{ state: "released" as const, waitingQuestions: 2, releasedKinds: ["qa" as const] },
      forms: [
        { kind: "qa" as const, dueOn: "2026-12-10" },
        { kind: "animation" as const, dueOn: "2026-12-20" },
      ],
    };
    expect(tasks(handler, released)).toEqual([
      { task: "interpret", dueOn: "2026-12-20" },
      { task: "answer_question", dueOn: null },
    ]);
    expect(tasks(person("a", "approver"), released)).toEqual([]);
  });
});
