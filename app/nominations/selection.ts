import { isSamePerson, type Actor } from "~/accounts/actor";
import { isBlank } from "~/forms/words";
import type { Reason } from "~/platform/refusal";
import { mayAct } from "./permissions";
import { because } from "./reasons";
import type { RoundFacts, RoundState } from "./round";
import { ASSESSORS_ASKED } from "./scoring";

export const ROUND_ACTS = [
  "set_last_day",
  "set_scoring",
  "name_assessors",
  "decide",
  "submit_selection",
  "return_selection",
  "sign",
  "publish",
] as const;
export type RoundAct = (typeof ROUND_ACTS)[number];

/** How far the selection is on its way to the signature. */
type Stage = "open" | "submitted" | "signed" | "published";

interface Rule {
  states: readonly RoundState[];
  stages: readonly Stage[];
}

/** When each act is possible; what is not listed does not happen. */
const RULES: Record<RoundAct, Rule> = {
  set_last_day: { states: ["collecting"], stages: ["open"] },
  set_scoring: { states: ["collecting", "selecting"], stages: ["open"] },
  name_assessors: { states: ["collecting", "selecting"], stages: ["open"] },
  decide: { states: ["selecting"], stages: ["open"] },
  submit_selection: { states: ["selecting"], stages: ["open"] },
  return_selection: { states: ["selecting", "signed"], stages: ["submitted", "signed"] },
  sign: { states: ["selecting"], stages: ["submitted"] },
  publish: { states: ["signed"], stages: ["signed"] },
};

function stageOf({ submittedAt, signedAt, publishedAt }: RoundFacts): Stage {
  if (publishedAt) return "published";
  if (signedAt) return "signed";
  return submittedAt ? "submitted" : "open";
}

/** Whether the act fits the state of the round, whoever does it. */
export function isRoundActPossible(act: RoundAct, facts: RoundFacts, state: RoundState | null): boolean {
  const { states, stages } = RULES[act];
  return state !== null && states.includes(state) && stages.includes(stageOf(facts));
}

/** Every reason why this person cannot do this act: the right, the state, and another person for the signature. */
export function roundRefusals(
  act: RoundAct,
  facts: RoundFacts,
  state: RoundState | null,
  actor: Actor,
  office: string | null,
): Reason[] {
  return [
    ...(mayAct(actor, act, { unitCode: office ?? "" }) ? [] : [because("nomination_no_right")]),
    ...(isRoundActPossible(act, facts, state) ? [] : [because("round_not_possible")]),
    ...(act === "sign" && isSamePerson(actor, facts.submittedById) ? [because("selection_same_person")] : []),
  ];
}

/** What the rules ask of a nomination that reached the office. */
export interface Selected {
  title: string;
  isSelected: boolean | null;
  reason: string | null;
  /** Materials that everyone can still read. */
  materials: number;
  scores: number;
}

/**
 * Why the list cannot be signed or published: a nomination without decision or reason, a selected one whose material no
 * longer stands, and, where it is scored, one that fewer than two assessors have scored.
 */
export function selectionRefusals(
  nominations: readonly Selected[],
  { isScored }: Pick<RoundFacts, "isScored">,
): Reason[] {
  const undecided = nominations.filter(({ isSelected, reason }) => isSelected === null || isBlank(reason)).length;
  const gone = nominations.filter(({ isSelected, materials }) => isSelected === true && materials === 0);
  const unscored = isScored ? nominations.filter(({ scores }) => scores < ASSESSORS_ASKED).length : 0;
  return [
    ...(undecided > 0 ? [because("selection_undecided", undefined, { count: undecided })] : []),
    ...gone.map(({ title }) => because("selection_gone", undefined, { title })),
    ...(unscored > 0 ? [because("selection_unscored", undefined, { count: unscored, asked: ASSESSORS_ASKED })] : []),
  ];
}
