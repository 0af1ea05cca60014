import type { MessageReason } from "~/messages/reasons";
import { messageTerms as terms } from "./message-terms";
import type { ReasonText } from "../reason-text";
import type { MessageAct, MessageState } from "~/messages/message";

type Own = Exclude<
  MessageReason,
  "reason_missing" | "ground_missing" | "text_too_long" | "upload_gone" | "stated_in_future"
>;

export type MessageReasons = Record<Own, ReasonText>;

/** 网民留言各项规则的提示。 */
export const messageReasons: MessageReasons = {
  message_no_right: "没有办理这件留言的权限。",
  message_not_possible: ({ act, state }) =>
    `这件留言目前“${terms.states[state as MessageState] ?? state}”，不能办理“${terms.acts[act as MessageAct] ?? act}”。`,
  message_same_person: "写答复的人不能自己审核，请由另一人办理。",
  another_officer_needed: "这件留言由来信人申请重新办理，须由另一名经办人答复。",
  returned_twice: "这件留言已经退回过两次，由区政务公开办指定单位办理，不能再退回。",
  asked_enough: "最多可以请来信人补充 {maximum} 次。",
  no_question: "目前没有需要您补充的问题。",
  question_waits: "已经请来信人补充情况，还没有收到回答。",
  extended_before: "办理期限已经延长过一次，不能再延长。",
  extension_too_late: "办理期限已于{dueOn}届满，逾期后不能再延长。请尽快答复。",
  reply_missing: "还没有等待审核的答复。",
  no_correction: "没有等待审核的更正。",
  correction_waits: "有一份更正正等待审核，请先办结。",
  reopened_before: "每件留言可以申请重新办理一次，这件已经申请过。",
  reopen_too_late: "申请重新办理的期限到{until}为止。如有新的情况，请再写一件留言。",
  no_promise: "这件留言没有尚未办结的承诺。",
  promise_not_kept: "承诺办理的事项还没有办结，不能结案。",
  may_still_be_reopened: "来信人在{until}以前还可以申请重新办理，暂不能结案。",
  never_public: "举报件和需要回避的留言不公开。",
  orders_missing: "请选择一个 .xlsx 或 .csv 文件。",
  orders_headings_missing: "表中缺少这些列：{names}。请看下面的说明。",
  orders_none: "表中没有工单。",
  order_number_missing: "没有填写工单号。",
  message_kind_missing: "请选择留言类型。",
  message_kind_unknown: "请从咨询、建议、投诉、求助、举报中选择。",
  message_title_short: "标题至少写 2 个字。",
  message_title_long: "标题最多 {maximum} 字。",
  message_body_missing: "请写明您要反映的事情。",
  message_body_long: "内容最多 {maximum} 字，请删减，较长的材料可以作为附件。",
  message_unit_unknown: "没有这个单位，请从列出的单位中选择，或者不选。",
  message_unit_abolished: "这个单位已经撤销，请另选单位，或者不选。",
  unit_missing: "请选择主办单位。",
  unit_recused: "这个单位是被反映单位，须回避，请另选单位。",
  unit_twice: "同一个单位只能选一次。",
  officer_unknown: "这个单位没有这名经办人，请重新选择。",
  officer_recused: "这名工作人员须回避，请另选一人。",
  officer_answered_before: "这名经办人答复过这件留言，重新办理须换一人。",
  kind_unchanged: "留言类型没有变化。",
  merge_missing: "没有找到要归并到的留言，请核对编号。",
  merge_itself: "不能归并到自己。",
  merge_not_possible: "不能归并到这件留言：它已经归并、撤回，或者回避单位不同。",
  recusal_missing: "请选择要回避的单位或者人员。",
  clock_length_invalid: "请填 {minimum} 至 {maximum} 之间的整数。",
  clock_extension_short: "延长后的总天数要比答复期限长。",
  clock_dispatch_long: "交办期限要比答复期限短。",
  clock_office_first: "报区政务公开办不能早于报单位负责人。",
  clocks_unchanged: "没有改动。",
  recused_already: "这个单位或者人员已经回避。",
  aside_not_own: "只能为自己申请回避；要别人回避，请区政务公开办决定。",
  nobody_left: "回避以后没有别的人可以办理。请区政务公开办先收回，另派单位。",
  proposed_itself: "建议的单位不能是本单位。",
  reply_text_missing: "请写明答复内容。",
  promise_day_missing: "承诺办理的，请填写办理的日期。",
  promise_day_past: "承诺办理的日期须晚于今天（{today}）。",
  public_reply_missing: "请填写向公众显示的答复。",
  public_words_missing: "请填写向公众显示的标题和内容。",
  no_consent_to_words: "来信人没有同意公开，或者已撤回同意，不能公开来信内容。可以用自己的话写成典型问答。",
  correction_note_missing: "请写明更正说明，说明将随新的答复一并公布。",
  rated_before: "这次答复已经评价过。",
  message_erased: "这件留言的内容已依法遮盖。",
  message_without_consent: "您没有同意公开，无需撤回。",
  message_consent_withdrawn: "已经撤回过公开同意。",
};
