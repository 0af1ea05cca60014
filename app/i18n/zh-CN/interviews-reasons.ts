import type { InterviewReasonTexts } from "~/interviews/reasons";
import type { ReasonText } from "../reason-text";

export const interviewReasons: InterviewReasonTexts<ReasonText> = {
  interview_no_right: "没有办理这一步的权限。",
  interview_not_possible: "按访谈目前的状态，不能办理这一步。",
  interview_same_person: "送审、结束访谈的人和审核的人不能是同一个人，请由另一人办理。",
  interview_cancelled: "这场访谈已经取消，不再接收提问。",
  interview_begun: "已经公开回答了 {count} 个问题，不能取消。请结束访谈。",
  questions_closed: "这场访谈不接收提问。可以给有关部门留言。",
  questions_without_end: "还有 {count} 个问题没有回答，也没有说明原因。每个问题都要有着落。",
  begins_in_past: "访谈时间已经过去，请改成以后的时间。",
  begins_invalid: "请填写日期和时间，例如 2026-12-10 15:00。",
  guest_missing: "请填写嘉宾的姓名和职务。",
  question_missing: "请写下您的问题。",
  question_too_long: "问题最多 {maximum} 字，请写得短一些。",
  question_gist_missing: "提问人没有同意公开原话。请用自己的话写出问的是什么。",
  question_ended: "这个问题已经办结，不能再改。",
  question_not_shown: "这个问题还没有公开，请先公开再回答。",
  question_not_answered: "这个问题还没有回答，谈不上更正。",
  answer_missing: "请写下回答。",
  answer_unchanged: "内容和原来的回答一样，没有更正。",
  correction_note_needed: "请写明更正了什么、为什么。",
  decline_ground_missing: "请选择不回答的原因。",
  decline_reason_missing: "请写一句说明，提问人看得到。",
};
