import { accountIdOf, rightsOf, type Actor } from "~/accounts/actor";
import { isBlank, isTooLong } from "~/forms/words";
import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

export const MOST_CRITERIA = 8;
const MAX_CRITERION = 30;
export const HIGHEST_MARK = 100;
/** House policy: one opinion is none. */
export const ASSESSORS_ASKED = 2;

export interface Criterion {
  name: string;
  /** A share of a hundred. */
  weight: number;
}

/** Why criteria and weights cannot stand like this: each has a name and a weight, once, and together they are 100. */
export function criteriaRefusals(criteria: readonly Criterion[]): Reason[] {
  const names = criteria.map(({ name }) => name);
  const isWhole = criteria.every(({ weight }) => Number.isInteger(weight) && weight >= 1 && weight <= 100);
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...(criteria.length === 0 || criteria.length > MOST_CRITERIA
      ? [because("criteria_number", "criteria", { maximum: MOST_CRITERIA })]
      : []),
    ...(names.some((name) => isBlank(name) || isTooLong(name, MAX_CRITERION))
      ? [because("criterion_name", "criteria", { maximum: MAX_CRITERION })]
      : []),
    ...(new Set(names).size < names.length ? [because("criterion_twice", "criteria")] : []),
    ...(criteria.length > 0 && (!isWhole || total !== 100)
      ? [because("weights_not_hundred", "criteria", { total })]
      : []),
  ];
}

export interface ScoringFacts {
  isScored: boolean;
  isSelecting: boolean;
  assessors: readonly string[];
  criteria: readonly Criterion[];
}

/** Whether somebody has a post in the unit whose case it is: nobody scores their own. */
export function isOwnUnit(actor: Actor, unitCode: string): boolean {
  return rightsOf(actor).some(({ unit }) => unit === unitCode);
}

/** Why this person cannot give these marks: not named, own unit, not the time, or not one whole mark for each criterion. */
export function scoreRefusals(
  facts: ScoringFacts,
  nomination: { unitCode: string; isNominated: boolean },
  actor: Actor,
  marks: readonly number[],
): Reason[] {
  const id = accountIdOf(actor);
  const isWhole = marks.every((mark) => Number.isInteger(mark) && mark >= 0 && mark <= HIGHEST_MARK);
  return [
    ...(id !== null && facts.assessors.includes(id) ? [] : [because("nomination_no_right")]),
    ...(isOwnUnit(actor, nomination.unitCode) ? [because("score_own_unit")] : []),
    ...(facts.isScored && facts.isSelecting && nomination.isNominated ? [] : [because("score_not_possible")]),
    ...(marks.length === facts.criteria.length && isWhole
      ? []
      : [because("marks_invalid", "mark", { count: facts.criteria.length, maximum: HIGHEST_MARK })]),
  ];
}

/** The marks by their weights, from 0 to 100, to one decimal. */
export function weightedTotal(marks: readonly number[], criteria: readonly Criterion[]): number {
  const hundredths = criteria.reduce((sum, { weight }, index) => sum + weight * (marks[index] ?? 0), 0);
  return Math.round(hundredths / 10) / 10;
}

export interface Spread {
  count: number;
  min: number;
  max: number;
  mean: number;
}

/** How far the assessors are apart; null while nobody has scored. */
export function spreadOf(totals: readonly number[]): Spread | null {
  if (totals.length === 0) return null;
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  return {
    count: totals.length,
    min: Math.min(...totals),
    max: Math.max(...totals),
    mean: Math.round(mean * 10) / 10,
  };
}
