import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor, Role } from "~/accounts/actor";
import { gateRefusals, goWithDocument, type GateFacts } from "~/policies/gate";
import {
  isMaterialPublic,
  MATERIAL_ACTS,
  materialChanges,
  materialRefusals,
  type MaterialAct,
  type MaterialFacts,
  type MaterialKind,
} from "~/policies/material";
import { ACTS, changesBy, isPublic, refusals, type Act, type PackageFacts } from "~/policies/policy-package";
import { because } from "~/policies/reasons";
import { at } from "../../setup/clock";

// A compulsory document, its plan, and two materials: one that goes out with it, one that follows. Any acts by any
// people in any order; each is done as its verb does it: the rules first, then the changes.

const UNIT = "housing";
const NOW = at("2026-06-24");

function person(accountId: string, ...roles: Role[]): Actor {
  const rights = roles.map((role) => ({ role, unit: role === "leader" || role === "supervisor" ? "office" : UNIT }));
  return { kind: "person", accountId, username: accountId, name: accountId, rights };
}

const PEOPLE: Actor[] = [
  person("handler", "handling_officer"),
  person("reviewer", "reviewer"),
  person("approver", "approver"),
  person("everything", "handling_officer", "reviewer", "approver", "leader", "supervisor"),
  person("leader", "leader"),
  person("office", "supervisor"),
  { kind: "person", accountId: "neighbour", username: "n", name: "n", rights: [{ role: "approver", unit: "justice" }] },
  { kind: "guest" },
];

interface Material {
  kind: MaterialKind;
  isComplete: boolean;
  facts: MaterialFacts;
}

interface World {
  facts: PackageFacts;
  plan: Pick<GateFacts, "isInterpreted" | "notInterpretedReason" | "planOutline" | "planChannels" | "planOwner">;
  forms: GateFacts["forms"];
  materials: Material[];
  /** Who signed what, as an outsider notes it. */
  seen: { submitter: string | null; passer: string | null; approver: string | null; exceptionBy: Role | null };
}

function beginning(): World {
  return {
    facts: {
      unitCode: UNIT,
      state: "preparing",
      determinedAttribute: null,
      submittedById: null,
      passedById: null,
      approvedById: null,
      exception: null,
      change: null,
    },
    plan: { isInterpreted: true, notInterpretedReason: null, planOutline: null, planChannels: null, planOwner: null },
    forms: [],
    materials: [],
    seen: { submitter: null, passer: null, approver: null, exceptionBy: null },
  };
}

type Move = { act: Act | MaterialAct | "complete_material" | "take_plan_back"; who: number; pick: number };

function gateOf({ plan, forms, materials, facts }: World): GateFacts {
  return {
    ...plan,
    documentKind: "normative_document",
    documentNumber: null,
    forms,
    exception: facts.exception,
    materials: materials
      .filter(({ facts: own }) => own.state === "drafting")
      .map(({ kind, isComplete }) => ({
        kind,
        title: kind,
        reasons: isComplete ? [] : [because("material_words_missing")],
      })),
  };
}

function perform(world: World, { act, who, pick }: Move): World {
  const actor = PEOPLE[who % PEOPLE.length]!;
  if ((MATERIAL_ACTS as readonly string[]).includes(act)) return onMaterial(world, act as MaterialAct, actor, pick);
  if (act === "complete_material" || act === "take_plan_back") return edited(world, act, actor, pick);
  const step = act as Act;
  if (refusals(step, world.facts, actor).length > 0) return world;
  const isGated = step === "submit" || step === "approve" || step === "release";
  if (isGated && gateRefusals(gateOf(world)).length > 0) return world;
  return after(world, step, actor, pick);
}

function after(world: World, act: Act, actor: Actor, pick: number): World {
  const id = actor.kind === "person" ? actor.accountId : null;
  const facts = { ...world.facts, ...changesBy(act, world.facts, actor, NOW) };
  const next: World = { ...world, facts, materials: inDocument(world.materials, facts) };
  switch (act) {
    case "edit":
      return { ...next, plan: { ...world.plan, planOutline: "纲", planChannels: "网", planOwner: "人" } };
    case "plan_form":
      return {
        ...next,
        forms: [...world.forms, { kind: pick % 2 ? "text" : "qa", dueOn: pick % 3 ? null : "2026-08-01" }],
      };
    case "write_material":
      return { ...next, materials: [...next.materials, newMaterial(pick % 2 ? "text" : "case", facts)] };
    case "submit": {
      // Where two people review, the submission stands as passed.
      const passer = pick % 2 ? id : null;
      return {
        ...next,
        facts: { ...facts, passedById: passer },
        seen: { ...world.seen, submitter: id, passer, approver: null },
      };
    }
    case "pass":
      return { ...next, seen: { ...world.seen, passer: id } };
    case "approve":
      return {
        ...next,
        facts: { ...facts, determinedAttribute: "proactive" },
        seen: { ...world.seen, approver: id },
      };
    case "propose_exception":
      return { ...next, facts: { ...facts, exception: { proposedById: id!, isSigned: false } } };
    case "sign_exception": {
      const exception = { ...facts.exception!, isSigned: true };
      return { ...next, facts: { ...facts, exception }, seen: { ...world.seen, exceptionBy: "leader" } };
    }
    case "refuse_exception":
      return { ...next, facts: { ...facts, exception: null } };
    case "release": {
      const ready = goWithDocument(
        world.materials
          .filter(({ facts: own }) => own.state === "drafting")
          .map((one) => ({ ...one, reasons: one.isComplete ? [] : [because("material_words_missing")] })),
        world.forms,
      ).map(({ facts: own }) => own);
      const released = next.materials.map((one, index) =>
        ready.includes(world.materials[index]!.facts)
          ? { ...one, facts: { ...one.facts, state: "released" as const } }
          : one,
      );
      return { ...next, materials: released };
    }
    default:
      return next;
  }
}

function edited(world: World, act: string, actor: Actor, pick: number): World {
  const step: Act = act === "take_plan_back" ? "edit" : "write_material";
  if (refusals(step, world.facts, actor).length > 0) return world;
  if (act === "take_plan_back") return { ...world, plan: { ...world.plan, planOutline: null } };
  const at = pick % Math.max(1, world.materials.length);
  const materials = world.materials.map((one, index) =>
    index === at && one.facts.state === "drafting" ? { ...one, isComplete: !one.isComplete } : one,
  );
  return { ...world, materials };
}

function onMaterial(world: World, act: MaterialAct, actor: Actor, pick: number): World {
  const at = pick % Math.max(1, world.materials.length);
  const material = world.materials[at];
  if (!material || materialRefusals(act, material.facts, actor).length > 0) return world;
  const isAsked = act === "submit_material" || act === "approve_material";
  if (isAsked && !material.isComplete) return world;
  const { state, submittedById, passedById } = {
    ...material.facts,
    ...materialChanges(act, material.facts, actor, NOW),
  };
  const facts = { ...material.facts, state, submittedById, passedById };
  return { ...world, materials: world.materials.map((one, index) => (index === at ? { ...one, facts } : one)) };
}

function newMaterial(kind: MaterialKind, { state }: PackageFacts): Material {
  const facts = {
    unitCode: UNIT,
    state: "drafting" as const,
    documentState: state,
    submittedById: null,
    passedById: null,
  };
  return { kind, isComplete: false, facts };
}

function inDocument(materials: Material[], { state }: PackageFacts): Material[] {
  return materials.map((one) => ({ ...one, facts: { ...one.facts, documentState: state } }));
}

const move: fc.Arbitrary<Move> = fc.record({
  act: fc.constantFrom<Move["act"]>(...ACTS, ...MATERIAL_ACTS, "complete_material", "take_plan_back"),
  who: fc.nat({ max: PEOPLE.length - 1 }),
  pick: fc.nat({ max: 5 }),
});

/** What usually leads to a release, so that the walks do not only knock on shut doors: by three people, or by two. */
const WAY = (submitPick: number): Move[] => [
  { act: "edit", who: 0, pick: 0 },
  { act: "plan_form", who: 0, pick: 1 },
  { act: "write_material", who: 0, pick: 1 },
  { act: "complete_material", who: 0, pick: 0 },
  { act: "submit", who: 0, pick: submitPick },
  { act: "pass", who: 1, pick: 0 },
  { act: "approve", who: 2, pick: 0 },
  { act: "issue", who: 0, pick: 0 },
  { act: "release", who: 0, pick: 0 },
];

/** Any moves, strewn into the usual way at any places. */
const STEPS = WAY(0).length;
const walk = fc
  .tuple(fc.array(fc.record({ at: fc.nat({ max: STEPS }), move }), { maxLength: 30 }), fc.nat({ max: 1 }))
  .map(([strewn, submitPick]) => {
    const movesAt = (place: number) => strewn.filter(({ at }) => at === place).map((one) => one.move);
    return [...WAY(submitPick).flatMap((usual, index) => [...movesAt(index), usual]), ...movesAt(STEPS)];
  });

describe("whatever anybody does in whatever order", () => {
  it("no compulsory document is released without its plan and a complete written material, or a leader's signature", () => {
    let [released, byTwo] = [0, 0];
    fc.assert(
      fc.property(walk, (moves) => {
        let world = beginning();
        for (const one of moves) {
          const before = world;
          world = perform(world, one);
          if (isPublic(before.facts) || !isPublic(world.facts)) continue;
          released += 1;
          const { planOutline, planChannels, planOwner } = before.plan;
          expect([planOutline, planChannels, planOwner]).not.toContain(null);
          expect(before.forms.length).toBeGreaterThan(0);
          const { submitter, passer, approver } = before.seen;
          const people = submitter === passer ? 2 : 3;
          byTwo += people === 2 ? 1 : 0;
          expect(new Set([submitter, passer, approver, null]).size).toBe(people + 1);
          const written = world.materials.filter(({ kind, facts }) => kind === "text" && facts.state === "released");
          if (written.length === 0) expect(before.seen.exceptionBy).toBe("leader");
          expect(written.every(({ isComplete }) => isComplete)).toBe(true);
        }
      }),
      { numRuns: 1_500, seed: 20260624 },
    );
    expect(released).toBeGreaterThan(50);
    expect(byTwo).toBeGreaterThan(0);
  });

  it("no material is seen before its document, nor after a document that went back", () => {
    fc.assert(
      fc.property(walk, (moves) => {
        let world = beginning();
        for (const one of moves) {
          world = perform(world, one);
          for (const { facts } of world.materials)
            if (isMaterialPublic(facts)) expect(world.facts.state).toBe("released");
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
