import { addDays, daysBetween, isPlainDate, plainDateOf, startOfDay, type PlainDate } from "~/calendar/plain-date";
import { countWorkingDays, dueOn, explainCount, isProvisional, periodLength } from "~/calendar/working-days";
import type { Calendar, CountRow } from "~/calendar/working-days";
import type { Reason } from "~/platform/refusal";
import { opensAt, shownState, type PeriodFacts } from "./consultation";
import { because } from "./reasons";

export const DECISION_KINDS = [
  "major_decision",
  "market_document",
  "government_rule",
  "normative_document",
  "green_space",
  "other",
] as const;

export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Law is cited on screen as law; an assessment indicator as such; everything else is the district's own practice. */
export type Force = "law" | "indicator" | "house_policy";

export type PeriodBasis =
  "regulation_713_article_15" | "regulation_722_article_62" | "rule_of_law_indicators" | "house_policy";

export interface MinimumPeriod {
  value: number;
  unit: "calendar_days" | "working_days";
  basis: PeriodBasis;
  force: Force;
}

export interface PeriodSettings {
  /** Kinds without a verified minimum: the district's own practice, which it may change. */
  houseMinimums: Record<"green_space" | "other", Pick<MinimumPeriod, "value" | "unit">>;
  /** Working days from closing to the published outcome. No law sets a number (国令713 is silent). */
  outcomeDays: number;
}

export const DEFAULT_PERIOD_SETTINGS: PeriodSettings = {
  houseMinimums: {
    green_space: { value: 14, unit: "calendar_days" },
    other: { value: 7, unit: "working_days" },
  },
  outcomeDays: 30,
};

/**
 * The least time for comments, "generally" (一般) in every source: shorter needs a reason that is published with the
 * draft. 重大行政决策程序暂行条例(国令713)第十五条; 优化营商环境条例(国令722)第六十二条; 法治政府建设示范指标.
 */
const STATED_MINIMUMS: Record<Exclude<DecisionKind, "green_space" | "other">, MinimumPeriod> = {
  major_decision: { value: 30, unit: "calendar_days", basis: "regulation_713_article_15", force: "law" },
  market_document: { value: 30, unit: "calendar_days", basis: "regulation_722_article_62", force: "law" },
  government_rule: { value: 30, unit: "calendar_days", basis: "rule_of_law_indicators", force: "indicator" },
  normative_document: { value: 7, unit: "working_days", basis: "rule_of_law_indicators", force: "indicator" },
};

export function minimumPeriod(kind: DecisionKind, settings: PeriodSettings = DEFAULT_PERIOD_SETTINGS): MinimumPeriod {
  if (kind !== "green_space" && kind !== "other") return STATED_MINIMUMS[kind];
  return { ...settings.houseMinimums[kind], basis: "house_policy", force: "house_policy" };
}

export interface PeriodPlan {
  decisionKind: DecisionKind;
  opensOn: PlainDate | null;
  closesOn: PlainDate | null;
  shortenedReason: string | null;
}

/** How long people have, both ways of counting, and against what it was measured. */
export interface PeriodLength {
  /** Days after the day of publication, which is not counted (民法典 第二百零一条): what the minimum is held against. */
  difference: number;
  /** Days with both ends counted, as many notices do. */
  inclusive: number;
  workingDays: number;
  minimum: MinimumPeriod;
  isShortened: boolean;
  /** The working days lie in a year whose arrangement is not published (暂定). */
  isProvisional: boolean;
}

/** Measures a period whose two days are set. The first day is the day of publication and is not counted. */
export function measurePeriod(
  plan: { decisionKind: DecisionKind; opensOn: PlainDate; closesOn: PlainDate },
  calendar: Calendar,
  settings: PeriodSettings = DEFAULT_PERIOD_SETTINGS,
): PeriodLength {
  const minimum = minimumPeriod(plan.decisionKind, settings);
  const lengths = periodLength(plan.opensOn, plan.closesOn);
  const workingDays = countWorkingDays(plan.opensOn, plan.closesOn, calendar);
  const measured = minimum.unit === "calendar_days" ? lengths.difference : workingDays;
  const isUncertain = minimum.unit === "working_days" && isProvisional(plan.opensOn, plan.closesOn, calendar);
  return { ...lengths, workingDays, minimum, isShortened: measured < minimum.value, isProvisional: isUncertain };
}

/** The earliest last day that needs no reason. */
export function earliestLastDay(
  kind: DecisionKind,
  opensOn: PlainDate,
  calendar: Calendar,
  settings: PeriodSettings = DEFAULT_PERIOD_SETTINGS,
): PlainDate {
  const { value, unit } = minimumPeriod(kind, settings);
  return unit === "calendar_days" ? addDays(opensOn, value) : dueOn(opensOn, value, calendar);
}

/**
 * Why the period cannot be submitted, or approved, today. At approval a first day already past is not refused: the
 * consultation opens at the approval, and its length is measured from then.
 */
export function periodRefusals(
  plan: PeriodPlan,
  step: "submit" | "approve",
  today: PlainDate,
  calendar: Calendar,
  settings: PeriodSettings = DEFAULT_PERIOD_SETTINGS,
): Reason[] {
  const { opensOn, closesOn } = plan;
  const missing: Reason[] = [];
  if (!isPlainDate(opensOn)) missing.push(because("opens_missing", "opensOn"));
  if (!isPlainDate(closesOn)) missing.push(because("closes_missing", "closesOn"));
  if (!isPlainDate(opensOn) || !isPlainDate(closesOn)) return missing;
  const reasons: Reason[] = [];
  if (step === "submit" && opensOn < today) reasons.push(because("opens_in_past", "opensOn", { today }));
  if (closesOn < today) reasons.push(because("closes_in_past", "closesOn", { today }));
  if (closesOn < opensOn) return [...reasons, because("closes_before_opens", "closesOn", { opensOn })];
  const startsOn = step === "approve" && opensOn < today ? today : opensOn;
  return [...reasons, ...shortnessReasons({ ...plan, opensOn: startsOn, closesOn }, calendar, settings)];
}

function shortnessReasons(
  plan: PeriodPlan & { opensOn: PlainDate; closesOn: PlainDate },
  calendar: Calendar,
  settings: PeriodSettings,
): Reason[] {
  if (plan.closesOn < plan.opensOn || plan.shortenedReason?.trim()) return [];
  const { minimum, difference, workingDays, isShortened } = measurePeriod(plan, calendar, settings);
  if (!isShortened) return [];
  const days = minimum.unit === "calendar_days" ? difference : workingDays;
  const earliest = earliestLastDay(plan.decisionKind, plan.opensOn, calendar, settings);
  const params = { days, minimum: minimum.value, unit: minimum.unit, basis: minimum.basis, earliest };
  return [because("period_too_short", "shortenedReason", params)];
}

/**
 * Why an extension cannot be proposed or signed now: it gives more time, ends later than today, and says why. Whether
 * the consultation is still approved or open is a matter of the table of transitions.
 */
export function extensionRefusals(
  proposal: { closesOn: PlainDate | null; reason: string | null },
  facts: PeriodFacts,
  now: Date,
): Reason[] {
  const reasons: Reason[] = [];
  const today = plainDateOf(now);
  if (!isPlainDate(proposal.closesOn)) reasons.push(because("closes_missing", "closesOn"));
  else if (facts.closesOn && proposal.closesOn <= facts.closesOn)
    reasons.push(because("extension_not_later", "closesOn", { closesOn: facts.closesOn }));
  else if (proposal.closesOn < today) reasons.push(because("extension_in_past", "closesOn", { today }));
  if (!proposal.reason?.trim()) reasons.push(because("reason_missing", "reason"));
  return reasons;
}

/** Why a withdrawal cannot be proposed: its reason is published. */
export function withdrawalRefusals(proposal: { reason: string | null }): Reason[] {
  return proposal.reason?.trim() ? [] : [because("reason_missing", "reason")];
}

export interface OutcomeClock {
  dueOn: PlainDate;
  rows: CountRow[];
  isProvisional: boolean;
}

/** The day by which the outcome is to be published: working days after the last day, which is not counted. */
export function outcomeClock(closesOn: PlainDate, outcomeDays: number, calendar: Calendar): OutcomeClock {
  const due = dueOn(closesOn, outcomeDays, calendar);
  return {
    dueOn: due,
    rows: explainCount(closesOn, outcomeDays, calendar),
    isProvisional: isProvisional(closesOn, due, calendar),
  };
}

/**
 * Once the outcome is due and not published: days since the last day (已截止 N 天，结果尚未公布) and since the due day.
 * Null while there is time, and in every state in which no outcome is owed.
 */
export function daysPastOutcome(
  facts: PeriodFacts & { outcomeDays: number },
  now: Date,
  calendar: Calendar,
): { sinceClosing: number; overdue: number } | null {
  const state = shownState(facts, now);
  if (!facts.closesOn || (state !== "closed" && state !== "outcome_in_review")) return null;
  const today = plainDateOf(now);
  const overdue = daysBetween(dueOn(facts.closesOn, facts.outcomeDays, calendar), today);
  return overdue > 0 ? { sinceClosing: daysBetween(facts.closesOn, today), overdue } : null;
}

/** Whole days left after today; 0 on the last day. Null unless the consultation is open. */
export function daysLeft(facts: PeriodFacts, now: Date): number | null {
  if (shownState(facts, now) !== "open" || !facts.closesOn) return null;
  return daysBetween(plainDateOf(now), facts.closesOn);
}

/**
 * The first instant after `now` at which a page about this consultation changes by time alone: opening, or the next
 * midnight while days are counted on it (the closing is such a midnight). Null when only an act changes it.
 */
export function nextChangeAt(facts: PeriodFacts, now: Date): Date | null {
  switch (shownState(facts, now)) {
    case "approved":
      return opensAt(facts);
    case "open":
    case "closed":
    case "outcome_in_review":
      return startOfDay(addDays(plainDateOf(now), 1));
    default:
      return null;
  }
}
