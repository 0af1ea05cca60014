import type { ReasonText } from "../reason-text";

/** 答复时的核对和提醒。 */
export const answeringReasons = {
  request_unticked:
    "来信的第 {number} 项诉求还没有核对：请在“诉求核对”里选出由哪一段回答，或者写明为什么不答，并保存。",
  request_place_missing: "第 {number} 项诉求对应的段落不在答复里，答复现有 {paragraphs} 段，请重新核对。",
  request_reason_missing: "第 {number} 项诉求标为不答，请写明原因。",
  request_unknown: "来信里没有这一项诉求，请刷新页面后再核对。",
  template_field_unfilled: "模板里的“【{name}】”还没有填写。",
  template_without_field: "模板里至少要有一处用【】括起来、每次填写的内容，否则就成了“万能回复”。",
  template_too_many_fields: "一个模板最多 {maximum} 处填写项。",
  unit_words_line: "第 {line} 行看不懂：每行写“单位 | 事项 | 词、词”，单位须是现有单位的名称。",
  unit_words_too_many: "最多 {maximum} 个词。",
  reply_formula: "答复只有套话，没有回答来信的内容。",
  reply_like_many: "这份答复和以前给 {count} 件来信的答复几乎一样（{numbers}）。请核对是不是答非所问。",
  reply_fits_other: "这份答复更像是在回答另一件来信（{number}）。请核对有没有贴错。",
  reply_rude: "“{words}”这样的话容易伤人，请换一种说法。",
  promise_without_day: "作了承诺，没有写到哪天：“{sentence}”。",
  reply_no_day: "没有写明时间：什么时候办的，或者什么时候办。",
  reply_no_unit: "没有写明哪个单位办理。",
  reply_no_measure: "没有写明做了什么、查到了什么，或者依据什么。",
  reply_no_contact: "没有留下联系电话或者办理地点。",
};

export type AnsweringReasonStrings = Record<keyof typeof answeringReasons, ReasonText>;
