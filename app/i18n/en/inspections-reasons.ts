import type { InspectionReason } from "~/inspections/reasons";
import type { ReasonText } from "../reason-text";

export const inspectionReasons: Record<InspectionReason, ReasonText> = {
  period_reversed: "The period ends before it begins.",
  period_in_future: "The period is not over yet.",
  sample_empty: "No document was issued in this period.",
  sample_size_invalid: "Draw 1 to {maximum} documents of each unit.",
  rectify_days_invalid: "Give 1 to {maximum} working days.",
  seed_invalid: "A seed has 4 to 64 letters, digits and dashes.",
  inspection_not_possible: "This step is not possible as things stand.",
  inspection_own_unit: "You work in the drafting unit and cannot check its documents.",
  inspection_own_answer: "You gave the answer and cannot confirm it.",
  finding_missing: "Choose what was found.",
  finding_note_missing: "Say what is wrong and how to put it right.",
  review_too_early: "The yearly review begins on 1 July.",
  review_opened_before: "The review of this year has begun.",
  review_year_invalid: "Give a year that has begun.",
  review_published: "The result of this year is published.",
  review_not_finished: "{count} documents are not approved yet.",
  review_decision_missing: "Choose a decision.",
  decision_not_for_this: "This cannot be decided of this document.",
  review_ground_missing: "Choose the legal ground for withholding.",
  lapse_in_future: "The day cannot be later than today.",
  same_person_decided: "You made this decision and cannot approve it.",
  items_missing: "Choose at least one document.",
};
