import type { QualityReason } from "~/quality/reasons";
import type { ReasonText } from "../reason-text";

export const qualityReasons: Record<QualityReason, ReasonText> = {
  quality_not_possible: "This step is not possible as things stand.",
  quality_own_work: "You wrote or signed this interpretation and cannot check your own work.",
  quality_of_own_unit: "You work in the drafting unit and cannot check its interpretation.",
  quality_same_person_reported: "You made this check or report and cannot decide on it.",
  quality_same_person_ordered: "You gave the order; the second check needs another person.",
  mark_missing: "Choose a mark.",
  element_applies: "This applies to every interpretation.",
  good_has_gap: "With something missing, the outcome cannot be good.",
  weak_without_gap: "With nothing missing, the outcome cannot be weak.",
  quality_note_missing: "Say what is weak.",
  quality_outcome_missing: "Choose the outcome.",
  important_missing: "Say whether the policy is important.",
  findings_missing: "Say what the check found.",
  better_missing: "Say what is to be better.",
  paper_outcome_differs: "The entry says otherwise. Please send it back if it does not agree with its scan.",
  order_still_runs: "The order still runs and has no answer yet.",
  unanswered_is_not_met: "The unit has not answered: the outcome can only be weak.",
  answer_material_missing: "No new material is published yet.",
  days_invalid: "Choose from 1 to {maximum} working days.",
};
