import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { MaterialKind } from "~/policies/material";
import type { PolicyReasons } from "../zh-CN/policies-reasons";
import { policyTerms as terms } from "./policies-terms";

export const policyReasons: PolicyReasons = {
  package_not_possible: ({ state }) =>
    `The state is now “${{ ...terms.materialStates, ...terms.packageStates }[state as "drafting"] ?? state}”; this step is not possible.`,

  policy_kind_missing:
    "Choose the kind of document. Government rules and normative documents go out with their interpretation.",
  issuing_authority_missing: "Enter the issuing authority.",
  policy_summary_missing: "Say in two or three sentences what the document means for people.",
  number_brackets: "The brackets of the document number are broken: the year stands between a pair of them.",
  number_form: "This is not the form of a document number.",
  number_padded: "The serial of a document number has no noughts in front.",
  number_year: "The year of the document number ({year}) cannot be right.",
  number_kind_differs: "The number “{documentNumber}” belongs to another kind of document than the one chosen.",
  number_missing: "Enter the document number when it is issued.",
  index_number_form: "An index number is the body's code, a slash, the year, a hyphen and five digits.",
  index_number_check: "The body's code in the index number does not match its check digit.",
  signed_missing: "Enter the date of signing.",
  signed_in_future: "The date of signing cannot be after today ({today}).",
  validity_ends_before: "The period of validity ends before it begins ({from}).",
  effective_too_early: "The document takes effect more than a year before it was signed. Check the days.",
  consultation_unknown: "There is no such consultation. Enter its address.",
  policy_text_missing: "There is no text of the document yet.",
  successor_itself: "A document cannot be replaced by itself.",
  successor_unknown: "The replacing document was not found, or is not published yet.",
  successor_circle: "That document was itself replaced by this one.",

  state_secret: "Documents with state secrets are never entered here. Nothing of what you typed was kept.",
  secrecy_not_cleared: "What the secrecy review found unsuitable cannot be disclosed proactively.",
  secrecy_review_missing: "Enter the result of the secrecy review before any text or file.",
  secrecy_reviewer_missing: "Say who did the secrecy review.",
  attribute_ground_missing: "Withholding needs a legal ground. Choose it.",
  attribute_reason_missing: "Say why the document is not disclosed proactively.",
  attribute_differs: ({ determined }) =>
    `The attribute printed differs from the one determined at signing (${terms.attributes[determined as DisclosureAttribute] ?? "none"}).`,
  register_entry_only: "Only an entry is kept of a document that is not disclosed proactively: no text, no files.",
  register_entry_holds_text: "Text or files were entered already. Remove them first.",

  interpretation_compulsory:
    "Government rules and normative documents have to be interpreted, and published together with it.",
  not_interpreted_reason_missing: "Say why readers understand the document without interpretation.",
  plan_outline_missing: "The interpretation plan has no outline.",
  plan_channels_missing: "The interpretation plan names no channels.",
  plan_owner_missing: "The interpretation plan names nobody in charge.",
  plan_forms_missing: "The interpretation plan names no forms.",
  plan_form_twice: "The plan has this form and day already.",
  plan_day_not_later: "The day has to be after today ({today}).",
  written_material_missing: "No written material is complete: text, questions and answers, or figures.",
  planned_material_missing: ({ kinds }) => `Planned to go out with the document and not complete: ${kindsOf(kinds)}.`,
  material_incomplete: "Not complete: {titles}.",
  exception_waits: "An exception waits for a leader's signature.",
  exception_signed_before: "An exception was signed already.",
  exception_not_needed: "No material is missing, so no exception is needed.",
  no_exception: "No exception waits to be signed.",
  promised_not_later: "The promised day has to be after today ({today}).",
  change_waits: "A change waits to be signed.",
  no_change: "No change waits to be signed.",
  change_text_missing: "A correction or amendment needs the whole text as it reads then.",
  change_too_early: "It would take effect before the document was signed.",
  called_for_before: "Its interpretation was called for already.",
  interpreted_already: "It has a published interpretation already.",

  material_media_missing: "Choose or upload the file to be shown.",
  material_media_unfit: "This file does not suit this kind of material.",
  material_clauses_missing: "Name the clauses that it explains.",
  material_clause_unknown: "Not in the text, or not clear: {clauses}.",
  material_words_missing: "Enter the words.",
  material_words_too_few: "At least {minimum} characters are needed.",
  questions_missing: "At least {minimum} questions are needed.",
  question_half: "A question lacks its answer, or an answer its question.",
  case_part_missing: "A case needs situation, rule and result.",
  guide_half: "Each step needs its question and what holds otherwise.",
  guide_end_missing: "Say what follows when everything is met.",
  speaker_missing: "Say who explains it.",
  held_on_missing: "Enter the day on which it was held.",
  held_in_future: "It has not been held yet (today is {today}).",
  table_missing: "Enter a table: names of the columns, then at least one row.",
  table_uneven: "Row {row} of the table has another number of cells than the first.",
  table_without_numbers: "For this chart, there must be at least two columns, with numbers from the second on.",
  table_cell_no_number:
    "For this chart, every column but the first needs numbers. Row {row}, column “{column}” says “{cell}”.",
  table_cell_negative:
    "A chart cannot show less than nothing. Row {row}, column “{column}” says “{cell}”; use a table.",
  table_cell_no_time:
    "The first column of a line needs days, months or years such as 2026-11-27, 2026-11 or 2026. Row {row} says “{cell}”.",
  table_times_mixed: "The first column of a line is all days, all months or all years. Row {row} says “{cell}”.",
  table_times_unordered:
    "A line goes from early to late, one row for each time. Row {row}, “{cell}”, comes too early or twice.",
  table_wording_half: "Row {row} needs what it is about, and the words of one side at least.",
  table_parts_too_many: "At most {maximum} parts can be told apart. Join some, or use bars.",
  table_needs_three_columns:
    "This chart needs three columns: what, before and after; or step, when, and how long after the one before.",
  table_step_half: "Row {row} needs a step and when it happens.",
  table_too_large: "At most {rows} rows and {columns} columns.",
  material_goes_with_document: "The document is not published yet; the material goes with it.",
  material_not_stale: "It belongs to the text of now already.",
  taken_down_reason_missing: "Say why it is taken down; the reason is published.",

  rating_missing: "Choose whether you understood it.",
  question_text_missing: "Write your question.",
  answer_missing: "Write the answer, or why there is none.",
  answered_before: "This question has been answered already.",
};

function kindsOf(kinds: string | number | undefined): string {
  return String(kinds ?? "")
    .split(",")
    .map((kind) => terms.materialKinds[kind as MaterialKind] ?? kind)
    .join(", ");
}
