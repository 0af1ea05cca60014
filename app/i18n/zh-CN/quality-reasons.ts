import type { QualityReason } from "~/quality/reasons";
import type { ReasonText } from "../reason-text";

/** 解读质量检查和重新解读的规则不允许时怎样说明。 */
export const qualityReasons: Record<QualityReason, ReasonText> = {
  quality_not_possible: "按目前的进展，不能办理这一步。",
  quality_own_work: "您参加了这份解读的编写或者审签，不能检查自己的工作。",
  quality_of_own_unit: "您在起草单位任职，不能检查本单位的解读。",
  quality_same_person_reported: "这份报告由您检查或者报送，不能再由您决定。",
  quality_same_person_ordered: "重新解读的要求由您发出，复查要由另一个人办理。",
  mark_missing: "请为这一项选一个评价。",
  element_applies: "这一项对每份解读都适用，不能选“不适用”。",
  good_has_gap: "有的项目是“没有做到”，结论不能是“好”。",
  weak_without_gap: "每一项都做到了，结论不能是“差”。请核对。",
  quality_note_missing: "结论是“差”，请写明差在哪里。",
  quality_outcome_missing: "请选择检查结论。",
  important_missing: "请选择是不是重要政策。",
  findings_missing: "请写明检查发现了什么。",
  better_missing: "请写明重新解读要在哪些地方做好。",
  paper_outcome_differs: "和录入的结果不一样。录入和扫描件对不上的，请退回。",
  order_still_runs: "还没有到期，单位也还没有答复，现在不能复查。",
  unanswered_is_not_met: "单位没有答复，复查结论只能是“差”。",
  answer_material_missing: "还没有已公布的新解读材料。请先编写、审签并公布，再答复。",
  days_invalid: "期限要在 1 到 {maximum} 个工作日之间。",
};
