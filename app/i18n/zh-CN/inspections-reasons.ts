import type { InspectionReason } from "~/inspections/reasons";
import type { ReasonText } from "../reason-text";

/** 公开属性抽查和年度评估的规则不允许时怎样说明。 */
export const inspectionReasons: Record<InspectionReason, ReasonText> = {
  period_reversed: "结束日期早于开始日期。",
  period_in_future: "这段时间还没有过完，不能抽查。",
  sample_empty: "这段时间没有印发的文件，抽不出来。",
  sample_size_invalid: "每个单位抽 1 到 {maximum} 份。",
  rectify_days_invalid: "整改期限要在 1 到 {maximum} 个工作日之间。",
  seed_invalid: "随机种子只能用字母、数字和短横线，4 到 64 位。",
  inspection_not_possible: "按目前的进展，不能办理这一步。",
  inspection_own_unit: "您在起草单位任职，不能检查本单位的文件。",
  inspection_own_answer: "整改情况由您答复，不能再由您确认。",
  finding_missing: "请选择检查结果。",
  finding_note_missing: "请写明哪里不对、要怎样改。",
  review_too_early: "年度评估从当年 7 月 1 日起开展。",
  review_opened_before: "这一年的评估已经开始。",
  review_year_invalid: "请填写评估的年份，不能是以后的年份。",
  review_published: "这一年的评估结果已经公布，不能再改。",
  review_not_finished: "还有 {count} 份文件没有经区领导审批，不能公布结果。",
  review_decision_missing: "请选择评估意见。",
  decision_not_for_this: "这份文件不能选这一种意见。",
  review_ground_missing: "改为不予公开，请选择法定依据。",
  lapse_in_future: "失效、废止的日期不能晚于今天。",
  same_person_decided: "这份文件的评估意见由您提出，不能再由您审批。",
  items_missing: "请至少选择一份文件。",
};
