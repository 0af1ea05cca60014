import type { PlainDate } from "~/calendar/plain-date";
import { dueOn, type Calendar } from "~/calendar/working-days";
import type { Reason } from "~/platform/refusal";
import { isBlank } from "~/forms/words";
import type { DecisionKind, Force } from "./period";
import { because } from "./reasons";

export const STEP_KINDS = [
  "expert_review",
  "risk_assessment",
  "fair_competition_review",
  "legality_review",
  "collective_discussion",
  "report_to_superior",
] as const;

export type StepKind = (typeof STEP_KINDS)[number];

/** Articles of 重大行政决策程序暂行条例(国令713) that were read in full; anything else is the district's own practice. */
export type StepBasis =
  | "regulation_713_articles_19_21"
  | "regulation_713_articles_22_24"
  | "regulation_713_articles_25_28"
  | "regulation_713_article_30"
  | "regulation_713_article_31"
  | "house_policy";

export interface RequiredStep {
  kind: StepKind;
  /** `where_applicable`: the office judges whether the matter is technical, risky or touches competition. */
  need: "always" | "where_applicable";
  basis: StepBasis;
  force: Force;
}

/** 国令713 第二十五至二十八条: the legality review is given, as a rule, no less than seven working days. */
const LEGALITY_REVIEW_WORKING_DAYS = 7;

const BY_HOUSE_POLICY = { basis: "house_policy", force: "house_policy" } as const;

const OF_MAJOR_DECISION: readonly RequiredStep[] = [
  { kind: "expert_review", need: "where_applicable", basis: "regulation_713_articles_19_21", force: "law" },
  { kind: "risk_assessment", need: "where_applicable", basis: "regulation_713_articles_22_24", force: "law" },
  { kind: "fair_competition_review", need: "where_applicable", ...BY_HOUSE_POLICY },
  { kind: "legality_review", need: "always", basis: "regulation_713_articles_25_28", force: "law" },
  { kind: "collective_discussion", need: "always", basis: "regulation_713_article_30", force: "law" },
  { kind: "report_to_superior", need: "always", basis: "regulation_713_article_31", force: "law" },
];

const OF_DOCUMENT: readonly RequiredStep[] = [
  { kind: "fair_competition_review", need: "where_applicable", ...BY_HOUSE_POLICY },
  { kind: "legality_review", need: "always", ...BY_HOUSE_POLICY },
  { kind: "collective_discussion", need: "always", ...BY_HOUSE_POLICY },
];

const OF_MARKET_DOCUMENT: readonly RequiredStep[] = [
  { kind: "fair_competition_review", need: "always", ...BY_HOUSE_POLICY },
  ...OF_DOCUMENT.slice(1),
];

const STEPS: Record<DecisionKind, readonly RequiredStep[]> = {
  major_decision: OF_MAJOR_DECISION,
  market_document: OF_MARKET_DOCUMENT,
  government_rule: OF_DOCUMENT,
  normative_document: OF_DOCUMENT,
  green_space: [],
  other: [],
};

export interface StepFacts {
  kind: StepKind;
  startedOn: PlainDate | null;
  happenedOn: PlainDate;
}

/** The steps the kind of decision asks for, in the order of the procedure. */
export function requiredSteps(kind: DecisionKind): readonly RequiredStep[] {
  return STEPS[kind];
}

/** The steps asked for that the dossier does not hold, for the desk; only some of them stop a decision. */
export function missingSteps(kind: DecisionKind, steps: readonly StepFacts[]): RequiredStep[] {
  return STEPS[kind].filter((required) => !steps.some((step) => step.kind === required.kind));
}

export interface NewStep {
  kind: StepKind;
  startedOn: PlainDate | null;
  happenedOn: PlainDate;
  holder: string;
  conclusion: string;
}

/** Why a step cannot be recorded: it happened, somebody held it, it concluded, and a legality review had its time. */
export function stepRefusals(step: NewStep, today: PlainDate, calendar: Calendar): Reason[] {
  const { startedOn, happenedOn } = step;
  const reasons: Reason[] = [];
  if (happenedOn > today) reasons.push(because("step_in_future", "happenedOn", { today }));
  if (startedOn && startedOn > happenedOn) reasons.push(because("step_starts_after_end", "startedOn", { happenedOn }));
  else if (step.kind === "legality_review") reasons.push(...legalityTimeReasons(step, calendar));
  if (isBlank(step.holder)) reasons.push(because("holder_missing", "holder"));
  if (isBlank(step.conclusion)) reasons.push(because("conclusion_missing", "conclusion"));
  return reasons;
}

function legalityTimeReasons({ startedOn, happenedOn }: StepFacts, calendar: Calendar): Reason[] {
  if (!startedOn) return [because("step_start_missing", "startedOn")];
  const earliest = dueOn(startedOn, LEGALITY_REVIEW_WORKING_DAYS, calendar);
  if (happenedOn >= earliest) return [];
  return [because("legality_review_too_short", "happenedOn", { minimum: LEGALITY_REVIEW_WORKING_DAYS, earliest })];
}

export interface DecisionRecord {
  /** 研究采纳情况, as it was submitted with the draft to the meeting that decided (国令713 第二十九条). */
  adoptionAccount: string | null;
  decidedOn: PlainDate | null;
}

/**
 * Why the decision cannot be recorded. Without the adoption account never; a major decision not without its legality
 * review, and not discussed before that review was done (国令713 第二十五条).
 */
export function decidedRefusals(
  decision: DecisionRecord,
  dossier: { decisionKind: DecisionKind; closesOn: PlainDate | null; steps: readonly StepFacts[] },
  today: PlainDate,
): Reason[] {
  const { decidedOn, adoptionAccount } = decision;
  const reasons: Reason[] = [];
  if (isBlank(adoptionAccount)) reasons.push(because("adoption_account_missing", "decidedNote"));
  if (!decidedOn) reasons.push(because("day_missing", "decidedOn"));
  else if (decidedOn > today) reasons.push(because("decided_in_future", "decidedOn", { today }));
  else if (dossier.closesOn && decidedOn <= dossier.closesOn)
    reasons.push(because("decided_before_closing", "decidedOn", { closesOn: dossier.closesOn }));
  return dossier.decisionKind === "major_decision" ? [...reasons, ...legalityReasons(dossier.steps)] : reasons;
}

function legalityReasons(steps: readonly StepFacts[]): Reason[] {
  const reviews = steps.filter((step) => step.kind === "legality_review").map((step) => step.happenedOn);
  if (reviews.length === 0) return [because("legality_review_missing")];
  const reviewedOn = reviews.reduce((first, day) => (day < first ? day : first));
  const isTooEarly = steps.some((step) => step.kind === "collective_discussion" && step.happenedOn < reviewedOn);
  return isTooEarly ? [because("discussed_before_legality_review", undefined, { reviewedOn })] : [];
}
