import type { ReasonText } from "../reason-text";

export const accountsReasons = {
  sign_in_failed: "用户名或密码不对，请检查后再试。",
  sign_in_throttled: "登录失败次数太多，请约 {minutes} 分钟后再试。",
  username_malformed: "用户名只能由文字、数字、点、下划线和连字符组成，最多 64 个字符。",
  username_taken: "这个用户名已经有人使用。",
  unit_unknown: "没有这个单位。",
  administrators_separate: "系统管理员、安全管理员和审计管理员须由三个人分别担任。",
};

export type AccountsReasonStrings = Record<keyof typeof accountsReasons, ReasonText>;
