import { accountIdOf, isSamePerson, type Actor } from "~/accounts/actor";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { Reason } from "~/platform/refusal";
import { mayAct } from "./permissions";
import { because } from "./reasons";

/**
 * Document, interpretation plan and materials are one package: organised (`preparing`), signed (`in_review`, `signed`)
 * and deployed (`issued`, `released`) together. `registered` is a document that is not disclosed: an entry, no text.
 */
export const STATES = ["preparing", "in_review", "signed", "issued", "released", "registered", "imported"] as const;
export type PackageState = (typeof STATES)[number];

/** 同步组织、同步审签、同步部署. */
export const STAGES = ["organise", "sign", "deploy", "released"] as const;
export type Stage = (typeof STAGES)[number];

export const ACTS = [
  "edit",
  "submit",
  "pass",
  "return",
  "approve",
  "issue",
  "release",
  "propose_exception",
  "sign_exception",
  "refuse_exception",
  "call_for",
  "plan_form",
  "write_material",
  "propose_change",
  "sign_change",
  "refuse_change",
  "answer_question",
  "disclose_anew",
  "reclassify",
  "mark_lapsed",
] as const;
export type Act = (typeof ACTS)[number];

export type Turn = "reviewer" | "approver";

interface Transition {
  act: Act;
  from: readonly PackageState[];
  /** The state kept afterwards; null when the act changes none. */
  to: PackageState | null;
  turn?: Turn;
  /** Only for documents that are disclosed proactively, or only for the others. */
  isDisclosed?: boolean;
}

/** Every act that is possible and where it leads; what is not listed does not happen. */
const TRANSITIONS: readonly Transition[] = [
  { act: "edit", from: ["preparing"], to: null },
  { act: "plan_form", from: ["preparing", "released"], to: null },
  { act: "write_material", from: ["preparing", "released"], to: null },
  { act: "propose_exception", from: ["preparing"], to: null },
  { act: "sign_exception", from: ["preparing"], to: null },
  { act: "refuse_exception", from: ["preparing"], to: null },

  { act: "submit", from: ["preparing"], to: "in_review" },
  { act: "pass", from: ["in_review"], to: null, turn: "reviewer" },
  { act: "approve", from: ["in_review"], to: "signed", turn: "approver" },
  { act: "return", from: ["in_review", "signed", "issued"], to: "preparing" },

  { act: "issue", from: ["signed"], to: "issued", isDisclosed: true },
  { act: "issue", from: ["signed"], to: "registered", isDisclosed: false },
  { act: "release", from: ["issued"], to: "released", isDisclosed: true },

  { act: "call_for", from: ["released"], to: null },
  { act: "propose_change", from: ["released"], to: null },
  { act: "sign_change", from: ["released"], to: null },
  { act: "refuse_change", from: ["released"], to: null },
  { act: "answer_question", from: ["released"], to: null },

  // What a leader approves in the yearly review: a register entry is opened and goes the whole way once more.
  { act: "disclose_anew", from: ["registered"], to: "preparing" },
  { act: "reclassify", from: ["registered"], to: null },
  { act: "mark_lapsed", from: ["released", "imported"], to: null },
];

/** What the rules need to know of a package; the names are those of its record. */
export interface PackageFacts {
  unitCode: string;
  state: PackageState;
  determinedAttribute: DisclosureAttribute | null;
  submittedById: string | null;
  passedById: string | null;
  approvedById: string | null;
  /** The exception from the three-sync rule that is asked for or signed. */
  exception: { proposedById: string; isSigned: boolean } | null;
  /** The change that nobody has signed or refused yet. */
  change: { proposedById: string } | null;
}

export type PackageChanges = Partial<
  Pick<PackageFacts, "state" | "submittedById" | "passedById" | "approvedById"> & {
    determinedAttribute: DisclosureAttribute | null;
    issuedById: string | null;
    approvedAt: Date | null;
    issuedAt: Date | null;
    releasedAt: Date;
  }
>;

/** Reads a state from the database; anything else there is a fault, not a refusal. */
export function packageState(text: string): PackageState {
  const state = STATES.find((known) => known === text);
  if (!state) throw new RangeError(`Not a state of a policy document: ${text}`);
  return state;
}

/** Nobody outside the unit may learn of a package in any other state. */
export function isPublic({ state }: Pick<PackageFacts, "state">): boolean {
  return state === "released" || state === "imported";
}

export function stageOf(state: PackageState): Stage {
  if (state === "preparing") return "organise";
  if (state === "in_review") return "sign";
  return state === "signed" || state === "issued" ? "deploy" : "released";
}

/** Whose turn it is while the package is under review; otherwise null. */
export function turnOf({ state, passedById }: Pick<PackageFacts, "state" | "passedById">): Turn | null {
  if (state !== "in_review") return null;
  return passedById ? "approver" : "reviewer";
}

/** The row of the table by which the act may be done; null when there is none. */
export function transitionOf(act: Act, facts: PackageFacts): Transition | null {
  const isDisclosed = facts.determinedAttribute === "proactive";
  const row = TRANSITIONS.find(
    (one) =>
      one.act === act &&
      one.from.includes(facts.state) &&
      (!one.turn || one.turn === turnOf(facts)) &&
      (one.isDisclosed === undefined || one.isDisclosed === isDisclosed),
  );
  return row ?? null;
}

/**
 * Every reason why this person cannot do this act: the right, the state, the turn, the different people (also across
 * principal and deputy), what waits for a signature. What the act itself must carry has its own rules (gate, attribute, validity, material).
 */
export function refusals(act: Act, facts: PackageFacts, actor: Actor): Reason[] {
  return [
    ...(mayAct(actor, act, facts) ? [] : [because("no_right")]),
    ...stateReasons(act, facts),
    ...signatureReasons(act, facts, actor),
    ...waitingReasons(act, facts),
  ];
}

/** What the act changes in the record. Ask `refusals` first: this does not check. */
export function changesBy(act: Act, facts: PackageFacts, actor: Actor, now: Date): PackageChanges {
  const to = transitionOf(act, facts)?.to;
  return { ...(to ? { state: to } : {}), ...signaturesBy(act, actor, now) };
}

function stateReasons(act: Act, facts: PackageFacts): Reason[] {
  if (transitionOf(act, facts)) return [];
  if (facts.state === "imported") return [because("imported_is_history")];
  const isOtherTurn = TRANSITIONS.some((row) => row.act === act && row.turn && row.from.includes(facts.state));
  if (isOtherTurn) return [because(turnOf(facts) === "reviewer" ? "not_yet_passed" : "already_passed")];
  return [because("package_not_possible", undefined, { act, state: facts.state })];
}

function signatureReasons(act: Act, facts: PackageFacts, actor: Actor): Reason[] {
  const isOwn = (earlier: string | null) => isSamePerson(actor, earlier);
  const reasons: Reason[] = [];
  const isReviewAct = act === "pass" || act === "approve" || act === "return";
  if (isReviewAct && isOwn(facts.submittedById)) reasons.push(because("same_person_submitted"));
  // Where two people review, the sender's own submission stands as passed: one reason is enough.
  const isPassedApart = facts.passedById !== facts.submittedById;
  if (act === "approve" && isPassedApart && isOwn(facts.passedById)) reasons.push(because("same_person_passed"));
  const proposer = act === "sign_change" ? facts.change : act === "sign_exception" ? facts.exception : null;
  if (proposer && isOwn(proposer.proposedById)) reasons.push(because("same_person_proposed"));
  return reasons;
}

function waitingReasons(act: Act, { exception, change }: PackageFacts): Reason[] {
  const isWaiting = exception !== null && !exception.isSigned;
  if (act === "propose_exception" && exception)
    return [because(exception.isSigned ? "exception_signed_before" : "exception_waits")];
  if ((act === "sign_exception" || act === "refuse_exception") && !isWaiting) return [because("no_exception")];
  if (act === "submit" && isWaiting) return [because("exception_waits")];
  if (act === "propose_change" && change) return [because("change_waits")];
  if ((act === "sign_change" || act === "refuse_change") && !change) return [because("no_change")];
  return [];
}

function signaturesBy(act: Act, actor: Actor, now: Date): PackageChanges {
  const id = accountIdOf(actor);
  switch (act) {
    case "submit":
      return { submittedById: id, passedById: null, approvedById: null };
    case "pass":
      return { passedById: id };
    case "approve":
      return { approvedById: id, approvedAt: now };
    case "return":
    case "disclose_anew":
      return { ...UNSIGNED, determinedAttribute: null };
    case "issue":
      return { issuedById: id, issuedAt: now };
    case "release":
      return { releasedAt: now };
    default:
      return {};
  }
}

const UNSIGNED = {
  submittedById: null,
  passedById: null,
  approvedById: null,
  approvedAt: null,
  issuedById: null,
  issuedAt: null,
};
