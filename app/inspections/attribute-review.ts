import { isSamePerson, type Actor } from "~/accounts/actor";
import { yearOf, type PlainDate } from "~/calendar/plain-date";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { Reason } from "~/platform/refusal";
import { mayAct } from "./permissions";
import { because } from "./reasons";

/** The review each July covers what was issued 两年半前、一年时间内: of July Y, the year Y−3 (the district's plan, item (八)). */
const YEARS_BACK = 3;
const FIRST_YEAR = 2020;

export function reviewedYear(year: number): number {
  return year - YEARS_BACK;
}

/** Which day makes a document one of a year: 成文日期, or the day it was published (成文日期 where it never was). */
export const BASES = ["signed_on", "released_on"] as const;
export type Basis = (typeof BASES)[number];

/** 维持、改为主动公开、改变公开属性、标注失效、标注废止. */
export const DECISIONS = ["keep", "disclose", "reclassify", "mark_expired", "mark_repealed"] as const;
export type Decision = (typeof DECISIONS)[number];

export const REVIEW_ACTS = ["decide", "approve", "decline"] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];

export const REVIEW_STATES = ["undecided", "decided", "approved"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export interface ReviewItemFacts {
  unitCode: string;
  documentState: string;
  decision: Decision | null;
  decidedById: string | null;
  isApproved: boolean;
  isPublished: boolean;
}

const FROM: Record<ReviewAct, ReviewState> = { decide: "undecided", approve: "decided", decline: "decided" };

export function reviewState({ decision, isApproved }: Pick<ReviewItemFacts, "decision" | "isApproved">): ReviewState {
  if (isApproved) return "approved";
  return decision === null ? "undecided" : "decided";
}

/**
 * What can be decided of a document: one that is public, imported or not, is marked; an entry of the register is opened or
 * reclassified.
 */
export function decisionsFor(documentState: string): readonly Decision[] {
  if (documentState === "registered") return ["keep", "disclose", "reclassify"];
  return isPublicState(documentState) ? ["keep", "mark_expired", "mark_repealed"] : ["keep"];
}

/** Whether the public reads the document, so that its title may stand in the published result. */
export function isPublicState(documentState: string): boolean {
  return documentState === "released" || documentState === "imported";
}

/** Every reason why this person cannot do this act: the right, the state, and the leader's own decision. */
export function reviewRefusals(act: ReviewAct, facts: ReviewItemFacts, actor: Actor): Reason[] {
  const isOwn = act !== "decide" && isSamePerson(actor, facts.decidedById);
  return [
    ...(mayAct(actor, act, facts) ? [] : [{ code: "no_right" }]),
    ...(facts.isPublished ? [because("review_published")] : []),
    ...(reviewState(facts) === FROM[act] ? [] : [because("inspection_not_possible")]),
    ...(isOwn ? [because("same_person_decided")] : []),
  ];
}

export interface DecisionInput {
  decision: Decision;
  toAttribute: DisclosureAttribute | null;
  ground: string | null;
  effectiveOn: PlainDate | null;
}

/** What a decision has to carry: an attribute and, for 不予公开, its ground; the day from which it no longer holds. */
export function decisionRefusals(
  { decision, toAttribute, ground, effectiveOn }: DecisionInput,
  { documentState }: Pick<ReviewItemFacts, "documentState">,
  today: PlainDate,
): Reason[] {
  if (!decisionsFor(documentState).includes(decision)) return [because("decision_not_for_this", "decision")];
  if (decision === "reclassify") {
    if (toAttribute === null || toAttribute === "proactive") return [{ code: "choice_missing", field: "toAttribute" }];
    return toAttribute === "withheld" && ground === null ? [because("review_ground_missing", "ground")] : [];
  }
  if (decision !== "mark_expired" && decision !== "mark_repealed") return [];
  if (effectiveOn === null) return [{ code: "day_missing", field: "effectiveOn" }];
  return effectiveOn > today ? [because("lapse_in_future", "effectiveOn", { today })] : [];
}

/** Why a review cannot be opened: it begins in July of its year. */
export function openRefusals(year: number, today: PlainDate): Reason[] {
  if (year < FIRST_YEAR || year > yearOf(today)) return [because("review_year_invalid", "year")];
  return today < `${year}-07-01` ? [because("review_too_early", "year")] : [];
}
