import type { ReasonText } from "../reason-text";

/** Refusals that any form or page may meet. */
export const reasons = {
  refused: "这一操作没有完成。请检查填写的内容后再试一次。",
  not_found: "没有找到这一页或这一项。",
  forbidden: "没有办理这一事项的权限。",
  stale_page: "别人刚刚改动过这一项。下面是最新内容，请核对后再办理。",
  stale: "{by} 已于 {at} 改动过这一项。下面是最新内容，请核对后再办理。",
  not_allowed_now: "按目前的状态，不能办理这一步。",
  required: "请填写这一项。",
  choose: "请选择一项。",
  invalid: "填写的内容格式不对，请检查。",
  not_a_choice: "请从列出的选项中选择。",
  too_short: "至少需要 {minimum} 字。",
  too_long: "最多 {maximum} 字，请删减。",
  not_a_day: "请按“年-月-日”填写日期，例如 2026-12-02。",
  too_many_files: "最多可以附 {maximum} 个文件。",
  file_too_large: "文件“{name}”太大，每个文件最多 {maximum} MB。",
  file_type: "不接受这种类型的文件。",
  file_empty: "文件“{name}”是空的。",
  file_not_kept: "文件“{name}”暂时存不下，没有收下。填写的文字都还在。请稍后再附这个文件，或者先不附文件提交。",
  form_too_large:
    "提交的内容太大，没有收下。不用重新填写：按浏览器的“返回”，刚才写的都还在；减少文字或者附件后再提交。",
  form_unreadable: "没有读懂提交的内容。请回到表单页面重新提交。",
  unknown_field: "表单含有本页没有的项目“{name}”，请刷新页面后重新填写。",
  repeated_field: "这一项只能填一次，请刷新页面后重新填写。",
  bad_origin: "提交没有来自本网站的页面，未予受理。请打开本网站页面后再提交。",
  too_many: "操作太频繁，请约 {minutes} 分钟后再试。填写的内容都还在。",
  slug_taken: "这个网址名已被使用，请换一个。",
  draft_line_unreadable: "第 {line} 行看不懂：每一条须以“# 层级 | 编号 | 标题 | 标识”开头。",
  too_many_clauses: "最多 {maximum} 条，请合并或分成几份。",
  draft_source_missing: "请粘贴文稿，或者选择 .docx、.md、.txt 文件。",
};

export type ReasonStrings = Record<keyof typeof reasons, ReasonText>;
