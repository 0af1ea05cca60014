import type { ReasonText } from "../reason-text";

export const deputiesReasons = {
  deputy_is_principal: "A 角和 B 角不能是同一个人。",
  deputy_arranges_own_rights: "不能给自己登记代理权限，请由 A 角本人、签发人或者安全管理员登记。",
  deputy_of_other_unit: "B 角不在 A 角的单位，请另选一人。",
  deputy_from_past: "代理不能从过去的日子算起，最早从今天（{today}）开始。",
  deputy_ends_before_start: "结束日期早于开始日期，请检查。",
  deputy_too_long: "一次代理最长 {maximum} 天，最晚到 {last}。时间更长的，请调整岗位。",
  deputy_arranged_before: "A 角在 {from} 至 {until} 已经有 B 角。请先结束那一项，或者改日期。",
  deputy_over: "这一项代理已经结束。",
  absence_days_invalid: "请填 1 至 60 之间的整数。",
};

export type DeputiesReasonStrings = Record<keyof typeof deputiesReasons, ReasonText>;
