import type { PlainDate } from "~/calendar/plain-date";
import type { Calendar } from "~/calendar/working-days";
import type { Reason } from "~/platform/refusal";
import { isBlank } from "~/forms/words";
import { DEFAULT_PERIOD_SETTINGS, periodRefusals, type PeriodPlan, type PeriodSettings } from "./period";
import { because } from "./reasons";

export interface Prepared extends PeriodPlan {
  title: string;
  summary: string;
  explanatoryNote: string;
  legalBasis: string;
  contactName: string;
  contactPhone: string;
  clauses: readonly { clauseId: string; text: string; heading: string }[];
}

/**
 * Why what is prepared cannot go to review, or be signed. Published are the draft with its explanation, the ways to
 * comment and the period (国令713 第十五条), so none of them may be missing.
 */
export function preparedRefusals(
  prepared: Prepared,
  step: "submit" | "approve",
  today: PlainDate,
  calendar: Calendar,
  settings: PeriodSettings = DEFAULT_PERIOD_SETTINGS,
): Reason[] {
  const reasons: Reason[] = [];
  if (isBlank(prepared.title)) reasons.push(because("title_missing", "title"));
  if (isBlank(prepared.summary)) reasons.push(because("summary_missing", "summary"));
  if (isBlank(prepared.explanatoryNote)) reasons.push(because("explanatory_note_missing", "explanatoryNote"));
  if (isBlank(prepared.legalBasis)) reasons.push(because("legal_basis_missing", "legalBasis"));
  if (isBlank(prepared.contactName)) reasons.push(because("contact_missing", "contactName"));
  if (isBlank(prepared.contactPhone)) reasons.push(because("contact_missing", "contactPhone"));
  return [...reasons, ...clauseReasons(prepared.clauses), ...periodRefusals(prepared, step, today, calendar, settings)];
}

function clauseReasons(clauses: Prepared["clauses"]): Reason[] {
  if (clauses.length === 0) return [because("draft_missing", "draft")];
  const isTwice = new Set(clauses.map((clause) => clause.clauseId)).size < clauses.length;
  const isEmpty = clauses.some((clause) => isBlank(clause.text) && isBlank(clause.heading));
  const hasNoText = clauses.every((clause) => isBlank(clause.text));
  return [
    ...(isTwice ? [because("clause_twice", "draft")] : []),
    ...(isEmpty || hasNoText ? [because("clause_text_missing", "draft")] : []),
  ];
}
