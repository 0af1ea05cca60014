import type { ReasonStrings } from "../zh-CN/reasons";

export const reasons: ReasonStrings = {
  refused: "This could not be completed. Check what you entered and try again.",
  not_found: "This page or item was not found.",
  forbidden: "You do not have the right to do this.",
  stale_page:
    "Somebody changed this item a moment ago. The latest version is shown below; check it before you continue.",
  stale: "{by} changed this item on {at}. The latest version is shown below; check it before you continue.",
  not_allowed_now: "This step is not possible in the present state.",
  required: "Fill in this field.",
  choose: "Choose one of the options.",
  invalid: "Check the format of this entry.",
  not_a_choice: "Choose from the options listed.",
  too_short: ({ minimum }) => `Use at least ${minimum} ${minimum === 1 ? "character" : "characters"}.`,
  too_long: "Use at most {maximum} characters.",
  not_a_day: "Enter the date as year-month-day, for example 2026-12-02.",
  too_many_files: ({ maximum }) => `Attach at most ${maximum} ${maximum === 1 ? "file" : "files"}.`,
  file_too_large: "The file “{name}” is too large. Each file may have at most {maximum} MB.",
  file_type: "This type of file is not accepted.",
  file_empty: "The file “{name}” is empty.",
  file_not_kept:
    "The file “{name}” could not be stored just now and was not accepted. What you typed is still here. Attach the file again later, or send the form without it.",
  form_too_large:
    "What you sent is too large and was not accepted. No need to fill in the form again: your browser's Back button returns to what you typed. Then send less text or fewer files.",
  form_unreadable: "What you sent could not be read. Return to the form and send it again.",
  unknown_field:
    "The form contains an item “{name}” that this page does not have. Reload the page and fill it in again.",
  repeated_field: "This can be given only once. Reload the page and fill it in again.",
  bad_origin:
    "The form was not sent from a page of this site, so it was not accepted. Open the page here and send it again.",
  too_many: ({ minutes }) =>
    `Too many attempts. Try again in about ${minutes === 1 ? "a minute" : `${minutes} minutes`}. What you typed is still here.`,
  slug_taken: "This address is taken. Choose another.",
  draft_line_unreadable: "Line {line} cannot be read: each clause begins with “# level | number | heading | id”.",
  too_many_clauses: "At most {maximum} clauses are possible. Join some or divide the draft.",
  draft_source_missing: "Paste the draft or choose a .docx, .md or .txt file.",
};
