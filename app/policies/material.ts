import { accountIdOf, isSamePerson, type Actor } from "~/accounts/actor";
import type { Reason } from "~/platform/refusal";
import { mayAct } from "./permissions";
import type { PackageState } from "./policy-package";
import { because } from "./reasons";

/** The forms of interpretation (穗府办函〔2017〕313号; 国办发〔2019〕54号). */
export const MATERIAL_KINDS = [
  "text",
  "qa",
  "chart",
  "case",
  "expert",
  "media",
  "press_conference",
  "audio_video",
  "animation",
] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** A compulsory document goes out with at least one of these: 文字, 问答 or 图解. */
export const COMPULSORY_KINDS = ["text", "qa", "chart"] as const satisfies readonly MaterialKind[];

export const MATERIAL_STATES = ["drafting", "in_review", "released", "taken_down"] as const;
export type MaterialState = (typeof MATERIAL_STATES)[number];

export const MATERIAL_ACTS = [
  "submit_material",
  "pass_material",
  "return_material",
  "approve_material",
  "confirm_material",
  "take_down_material",
] as const;
export type MaterialAct = (typeof MATERIAL_ACTS)[number];

interface Transition {
  act: MaterialAct;
  from: MaterialState;
  to: MaterialState | null;
  turn?: "reviewer" | "approver";
}

/**
 * The way of a material that follows its document. One that goes out with it takes no way of its own: it is submitted,
 * signed and released with the package.
 */
const MATERIAL_TRANSITIONS: readonly Transition[] = [
  { act: "submit_material", from: "drafting", to: "in_review" },
  { act: "pass_material", from: "in_review", to: null, turn: "reviewer" },
  { act: "approve_material", from: "in_review", to: "released", turn: "approver" },
  { act: "return_material", from: "in_review", to: "drafting" },
  { act: "confirm_material", from: "released", to: null },
  { act: "take_down_material", from: "released", to: "taken_down" },
];

export interface MaterialFacts {
  unitCode: string;
  state: MaterialState;
  documentState: PackageState;
  submittedById: string | null;
  passedById: string | null;
}

export interface MaterialChanges {
  state?: MaterialState;
  submittedById?: string | null;
  passedById?: string | null;
  approvedById?: string | null;
  releasedAt?: Date;
  takenDownAt?: Date;
}

/** The public reads a material only when it and its document are released. */
export function isMaterialPublic({ state, documentState }: Pick<MaterialFacts, "state" | "documentState">): boolean {
  return state === "released" && documentState === "released";
}

export function materialTransition(act: MaterialAct, facts: MaterialFacts): Transition | null {
  const turn = facts.passedById ? "approver" : "reviewer";
  const row = MATERIAL_TRANSITIONS.find(
    (one) => one.act === act && one.from === facts.state && (!one.turn || one.turn === turn),
  );
  return facts.documentState === "released" ? (row ?? null) : null;
}

/**
 * Every reason why this person cannot do this act on a material of a released document. Two-person rules hold across
 * principal and deputy.
 */
export function materialRefusals(act: MaterialAct, facts: MaterialFacts, actor: Actor): Reason[] {
  const isOwn = (earlier: string | null) => isSamePerson(actor, earlier);
  const reasons: Reason[] = mayAct(actor, act, facts) ? [] : [because("no_right")];
  if (facts.documentState !== "released") return [...reasons, because("material_goes_with_document")];
  if (!materialTransition(act, facts))
    reasons.push(because("package_not_possible", undefined, { act, state: facts.state }));
  const isReview = act === "pass_material" || act === "approve_material" || act === "return_material";
  if (isReview && isOwn(facts.submittedById)) reasons.push(because("same_person_submitted"));
  // Where two people review, the sender's own submission stands as passed: one reason is enough.
  const isPassedApart = facts.passedById !== facts.submittedById;
  if (act === "approve_material" && isPassedApart && isOwn(facts.passedById))
    reasons.push(because("same_person_passed"));
  return reasons;
}

/** What the act changes. Ask `materialRefusals` first: this does not check. */
export function materialChanges(act: MaterialAct, facts: MaterialFacts, actor: Actor, now: Date): MaterialChanges {
  const id = accountIdOf(actor);
  const to = materialTransition(act, facts)?.to;
  const state = to ? { state: to } : {};
  switch (act) {
    case "submit_material":
      return { ...state, submittedById: id, passedById: null, approvedById: null };
    case "pass_material":
      return { ...state, passedById: id };
    case "approve_material":
      return { ...state, approvedById: id, releasedAt: now };
    case "return_material":
      return { ...state, submittedById: null, passedById: null };
    case "take_down_material":
      return { ...state, takenDownAt: now };
    case "confirm_material":
      return state;
  }
}
