import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor, Role } from "~/accounts/actor";
import {
  DECISIONS,
  decisionRefusals,
  REVIEW_ACTS,
  reviewRefusals,
  type Decision,
  type ReviewAct,
  type ReviewItemFacts,
} from "~/inspections/attribute-review";

function person(accountId: string, ...roles: Role[]): Actor {
  const rights = roles.map((role) => ({ role, unit: role === "handling_officer" ? "housing" : "office" }));
  return { kind: "person", accountId, username: accountId, name: accountId, rights };
}

const PEOPLE: Actor[] = [
  person("handler", "handling_officer"),
  person("leader", "leader"),
  person("both", "handling_officer", "leader"),
  { ...person("deputy", "leader"), counterparts: ["handler"] } as Actor,
  person("office", "supervisor"),
  { kind: "guest" },
];

const BEGINNING: ReviewItemFacts = {
  ...{ unitCode: "housing", documentState: "registered", decision: null, decidedById: null },
  ...{ isApproved: false, isPublished: false },
};

const move = fc.record({
  act: fc.constantFrom<ReviewAct>(...REVIEW_ACTS),
  who: fc.nat({ max: PEOPLE.length - 1 }),
  decision: fc.constantFrom<Decision>(...DECISIONS),
});

describe("whatever anybody does in whatever order", () => {
  it("no attribute changes without a leader who neither decided it nor stands in for whoever did", () => {
    let changed = 0;
    fc.assert(
      fc.property(fc.array(move, { minLength: 4, maxLength: 20 }), (moves) => {
        let facts = BEGINNING;
        for (const { act, who, decision } of moves) {
          const actor = PEOPLE[who]!;
          const input = { decision, toAttribute: "on_request" as const, ground: null, effectiveOn: null };
          const own = act === "decide" ? decisionRefusals(input, facts, "2026-07-15") : [];
          if ([...reviewRefusals(act, facts, actor), ...own].length > 0 || actor.kind !== "person") continue;
          if (act === "decide") facts = { ...facts, decision, decidedById: actor.accountId };
          if (act === "decline") facts = { ...facts, decision: null, decidedById: null };
          if (act !== "approve") continue;
          changed += 1;
          expect(actor.rights.some(({ role }) => role === "leader")).toBe(true);
          expect([actor.accountId, ...(actor.counterparts ?? [])]).not.toContain(facts.decidedById);
          facts = { ...facts, isApproved: true };
        }
      }),
      { numRuns: 800, seed: 20260701 },
    );
    expect(changed).toBeGreaterThan(50);
  });
});
