import type { AnsweringReasonStrings } from "../zh-CN/answering-reasons";

export const answeringReasons: AnsweringReasonStrings = {
  request_unticked:
    "Request {number} of the message is not checked yet: say which paragraph answers it, or why none does, and save.",
  request_place_missing: "The paragraph for request {number} is not in the reply, which has {paragraphs}.",
  request_reason_missing: "Request {number} is left out: say why.",
  request_unknown: "The message has no such request. Reload the page and check again.",
  template_field_unfilled: "The field “{name}” of the template is not filled in.",
  template_without_field: "A template needs at least one field to fill in each time.",
  template_too_many_fields: "A template has at most {maximum} fields.",
  unit_words_line: "Line {line} cannot be read. Write “unit | topic | words”, with the name of an existing unit.",
  unit_words_too_many: "At most {maximum} words.",
  reply_formula: "The reply is a formula; it does not answer the message.",
  reply_like_many:
    "The reply is nearly the same as those to {count} earlier messages ({numbers}). Does it answer this one?",
  reply_fits_other: "The reply reads like an answer to another message ({number}). Was it mistaken?",
  reply_rude: "“{words}” may hurt. Say it in other words.",
  promise_without_day: "A promise without a day: “{sentence}”.",
  reply_no_day: "No time is given: when it was done, or will be.",
  reply_no_unit: "No unit is named that handles it.",
  reply_no_measure: "It does not say what was done or found, or on what ground.",
  reply_no_contact: "There is no phone number or place to turn to.",
};
