import { isSamePerson, type Actor } from "~/accounts/actor";
import type { PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { mayAct } from "./permissions";
import { because } from "./reasons";
import { lastDayOf, type Round, type RoundFacts, type RoundState } from "./round";

export const NOMINATION_STATES = ["drafting", "in_review", "nominated", "withdrawn"] as const;
export type NominationState = (typeof NOMINATION_STATES)[number];

export const NOMINATION_ACTS = ["edit", "submit", "pass", "return", "withdraw"] as const;
export type NominationAct = (typeof NOMINATION_ACTS)[number];

interface Transition {
  act: NominationAct;
  from: readonly NominationState[];
  to: NominationState;
}

/** Every step of a nomination within its unit; all end with the last day for nominations. */
const TRANSITIONS: readonly Transition[] = [
  { act: "edit", from: ["drafting", "withdrawn"], to: "drafting" },
  { act: "submit", from: ["drafting"], to: "in_review" },
  { act: "pass", from: ["in_review"], to: "nominated" },
  { act: "return", from: ["in_review"], to: "drafting" },
  { act: "withdraw", from: ["in_review", "nominated"], to: "withdrawn" },
];

export interface NominationFacts {
  unitCode: string;
  state: NominationState;
  submittedById: string | null;
  isSelected: boolean | null;
}

export function nominationTransition(act: NominationAct, { state }: Pick<NominationFacts, "state">): Transition | null {
  return TRANSITIONS.find((row) => row.act === act && row.from.includes(state)) ?? null;
}

/**
 * Every reason why this person cannot do this act: the right, the state of the nomination, the end of collecting, and
 * two different people within the unit.
 */
export function nominationRefusals(
  act: NominationAct,
  facts: NominationFacts,
  round: RoundState | null,
  actor: Actor,
): Reason[] {
  const isReview = act === "pass" || act === "return";
  return [
    ...(mayAct(actor, act, facts) ? [] : [because("nomination_no_right")]),
    ...(nominationTransition(act, facts) ? [] : [because("nomination_not_possible")]),
    ...(round === "collecting" ? [] : [because("collecting_over")]),
    ...(isReview && isSamePerson(actor, facts.submittedById) ? [because("nomination_same_person")] : []),
  ];
}

/** The published interpretation that is put forward, as the record knows it. */
export interface Candidate {
  unitCode: string;
  isReleased: boolean;
  /** How many of its materials were published in the round's half year and still stand. */
  materials: number;
}

/** Why this interpretation cannot be put forward in the round; null for a document that is not there. */
export function candidateRefusals(candidate: Candidate | null, unitCode: string, round: Round): Reason[] {
  if (!candidate || candidate.unitCode !== unitCode) return [because("candidate_unknown", "policy")];
  if (!candidate.isReleased) return [because("candidate_not_released", "policy")];
  const params = { from: round.from, to: round.to };
  return candidate.materials === 0 ? [because("candidate_outside_half", "policy", params)] : [];
}

/**
 * Why the office cannot name this day as the last one: nominations are still collected, the day is not past, and it ends
 * before the next round opens, so that two rounds never collect at once.
 */
export function lastDayRefusals(day: PlainDate, round: Round, facts: RoundFacts | null, today: PlainDate): Reason[] {
  if (today > lastDayOf(round, facts) || facts?.signedAt) return [because("collecting_over")];
  if (day < today) return [because("last_day_past", "lastDay")];
  if (day >= round.nextOpensOn) return [because("last_day_too_late", "lastDay", { day: round.nextOpensOn })];
  return day === lastDayOf(round, facts) ? [because("last_day_unchanged", "lastDay")] : [];
}
