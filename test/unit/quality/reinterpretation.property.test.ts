import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor, Role } from "~/accounts/actor";
import { ACTS, caseState, recheckRefusals, refusals, type Act, type CaseFacts } from "~/quality/reinterpretation";
import type { Outcome } from "~/quality/sheet";

// Any acts by any people in any order; each is done as its verb does it: the rules first, then the changes.

function person(accountId: string, ...roles: Role[]): Actor {
  const unitOf = (role: Role) => (role === "leader" || role === "supervisor" ? "office" : "housing");
  return {
    ...{ kind: "person", accountId, username: accountId, name: accountId },
    rights: roles.map((role) => ({ role, unit: unitOf(role) })),
  };
}

const PEOPLE: Actor[] = [
  person("office", "supervisor"),
  person("office2", "supervisor"),
  person("leader", "leader"),
  person("handler", "handling_officer"),
  person("everything", "supervisor", "leader", "handling_officer", "reviewer", "approver"),
  person("powerful", "supervisor", "leader"),
  { ...person("stand-in", "supervisor", "leader"), counterparts: ["office"] } as Actor,
  { kind: "guest" },
];

interface World {
  facts: CaseFacts;
  /** As an outsider notes it. */
  ended: { by: Actor; order: NonNullable<CaseFacts["order"]>; outcome: Outcome }[];
}

type Move = { act: Act | "release_material" | "days_pass"; who: number; outcome: Outcome };

const BEGINNING: World = {
  facts: {
    ...{ unitCode: "housing", isReleased: true, involvedIds: ["handler"] },
    ...{ check: null, report: null, order: null },
  },
  ended: [],
};

function perform(world: World, { act, who, outcome }: Move): World {
  const { facts } = world;
  const actor = PEOPLE[who % PEOPLE.length]!;
  const id = actor.kind === "person" ? actor.accountId : "";
  const order = facts.order;
  if (act === "release_material" || act === "days_pass") {
    if (!order) return world;
    const changed = act === "days_pass" ? { isPast: true } : { releasedAnswers: order.releasedAnswers + 1 };
    return { ...world, facts: { ...facts, order: { ...order, ...changed } } };
  }
  const own = act === "recheck" ? recheckRefusals(facts, outcome) : [];
  if ([...refusals(act, facts, actor), ...own].length > 0) return world;
  const check = { outcome, isImportant: true, checkedById: id };
  switch (act) {
    case "check":
      return { ...world, facts: { ...facts, check, report: null, order: null } };
    case "report":
      return { ...world, facts: { ...facts, report: { reportedById: id, isApproved: null } } };
    case "approve_report":
    case "decline_report":
      expect([facts.report!.reportedById, facts.check!.checkedById]).not.toContain(id);
      return { ...world, facts: { ...facts, report: { ...facts.report!, isApproved: act === "approve_report" } } };
    case "order":
      expect(facts.report?.isApproved).toBe(true);
      return {
        ...world,
        facts: { ...facts, order: { orderedById: id, answeredById: null, isPast: false, releasedAnswers: 0 } },
      };
    case "answer":
      return { ...world, facts: { ...facts, order: { ...order!, answeredById: id } } };
    case "recheck":
      return {
        facts: { ...facts, check, report: null, order: null },
        ended: [...world.ended, { by: actor, order: order!, outcome }],
      };
    default:
      return world;
  }
}

const WAY: Act[] = ["check", "report", "approve_report", "order", "begin_answer", "answer", "recheck"];
const WHO: Partial<Record<Act, number>> = { approve_report: 2, begin_answer: 3, answer: 3, recheck: 1 };

const move: fc.Arbitrary<Move> = fc.record({
  act: fc.constantFrom<Move["act"]>(...ACTS, "release_material", "days_pass"),
  who: fc.nat({ max: PEOPLE.length - 1 }),
  outcome: fc.constantFrom<Outcome>("good", "passable", "weak", "weak", "weak"),
});

/** Any moves, strewn into the usual way at any places. */
const walk = fc
  .array(fc.tuple(fc.nat({ max: WAY.length }), move), { maxLength: 25 })
  .map((strewn) =>
    WAY.flatMap((act, at): Move[] => [
      ...strewn.filter(([place]) => place === at).map(([, one]) => one),
      ...(act === "answer" ? [{ act: "release_material", who: 0, outcome: "weak" } as const] : []),
      { act, who: WHO[act] ?? 0, outcome: "weak" },
    ]),
  );

describe("whatever anybody does in whatever order", () => {
  it("an order ends only by a second check, never by whoever gave or answered it, and never as met without an answer", () => {
    let ended = 0;
    fc.assert(
      fc.property(walk, (moves) => {
        let world = BEGINNING;
        for (const one of moves) {
          const before = world;
          world = perform(world, one);
          if (before.facts.order && !world.facts.order) expect(world.ended.length).toBe(before.ended.length + 1);
          for (const { by, order, outcome } of world.ended.slice(before.ended.length)) {
            ended += 1;
            const people = by.kind === "person" ? [by.accountId, ...(by.counterparts ?? [])] : [];
            expect(people).not.toContain(order.orderedById);
            expect(people).not.toContain(order.answeredById);
            if (order.answeredById === null) expect(outcome).toBe("weak");
          }
          if (caseState(world.facts) === "ordered") expect(world.facts.report?.isApproved).toBe(true);
        }
      }),
      { numRuns: 1_000, seed: 20261127 },
    );
    expect(ended).toBeGreaterThan(100);
  });
});
