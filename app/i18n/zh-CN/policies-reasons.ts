import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { MaterialKind } from "~/policies/material";
import type { PolicyReason } from "~/policies/reasons";
import type { ReasonText } from "../reason-text";
import type { ConsultationReasons } from "./consultations-reasons";
import { policyTerms as terms } from "./policies-terms";

export type PolicyReasons = Record<Exclude<PolicyReason, keyof ConsultationReasons>, ReasonText>;

/** 政策文件与解读的各项规则不允许时怎样说明。 */
export const policyReasons: PolicyReasons = {
  package_not_possible: ({ state }) =>
    `目前状态为“${{ ...terms.materialStates, ...terms.packageStates }[state as "drafting"] ?? state}”，不能办理这一步。`,

  policy_kind_missing: "请选择文件类别。政府规章和行政规范性文件必须与解读同时公布。",
  issuing_authority_missing: "请填写发文机关。",
  policy_summary_missing: "请用两三句话写明这份文件与群众有什么关系。",
  number_brackets: "文号的括号不完整。年份两边要用成对的括号，例如“穗府规〔2021〕18号”。",
  number_form: "文号的写法不对。应当像“穗府规〔2021〕18号”或者“粤府令第303号”。",
  number_padded: "文号的序号前面不加“0”，例如写“18号”，不写“018号”。",
  number_year: "文号的年份（{year}）不对，请核对。",
  number_kind_differs:
    "从文号“{documentNumber}”看，文件类别与所选的不一致。“××规”是行政规范性文件，“政府令”是政府规章。",
  number_missing: "印发时请填写文号。",
  index_number_form:
    "索引号的写法不对。应当像“11440105007499334H/2025-00044”：机构代码、斜线、年份、短横线、五位序号。",
  index_number_check: "索引号里的统一社会信用代码对不上校验码，请逐位核对。",
  signed_missing: "请填写成文日期。",
  signed_in_future: "成文日期不能晚于今天（{today}）。",
  validity_ends_before: "有效期的最后一天早于开始的一天（{from}），请核对。",
  effective_too_early: "施行日期比成文日期早一年以上，请核对。",
  consultation_unknown: "没有找到这一征求意见事项，请填写它的网址名。",
  policy_text_missing: "还没有文件正文。",
  successor_itself: "文件不能由它自己代替，请填写另一份文件。",
  successor_unknown: "没有找到这份代替的文件，或者它还没有公布。",
  successor_circle: "这份文件本身已被当前文件代替，不能互相代替。",

  state_secret: "涉及国家秘密的文件不得录入本系统，刚才填写的内容没有保存。请按保密规定办理。",
  secrecy_not_cleared: "保密审查认为不宜公开的文件，不能确定为主动公开。",
  secrecy_review_missing: "请先完成保密审查并填写结果，再录入正文和附件。",
  secrecy_reviewer_missing: "请填写由谁作的保密审查。",
  attribute_ground_missing: "不予公开必须有法定依据，请选择。",
  attribute_reason_missing: "不是主动公开的，请说明理由。",
  attribute_differs: ({ determined }) =>
    `印发时标注的公开方式，与签发时确定的“${terms.attributes[determined as DisclosureAttribute] ?? "（未确定）"}”不一致。`,
  register_entry_only: "不是主动公开的文件，只登记条目，不录入正文和附件。",
  register_entry_holds_text: "已经录入了正文或者附件。不是主动公开的文件不得有正文和附件，请先去掉，或者退回修改。",

  interpretation_compulsory: "政府规章和行政规范性文件必须解读，并与文件同时公布（穗府办函〔2017〕313号）。",
  not_interpreted_reason_missing: "不作解读的，请写明为什么群众不需要解读也能看懂。",
  plan_outline_missing: "解读方案缺少解读提纲。",
  plan_channels_missing: "解读方案缺少解读渠道。",
  plan_owner_missing: "解读方案缺少责任人。",
  plan_forms_missing: "解读方案还没有列出解读形式。",
  plan_form_twice: "解读方案里已经有这一形式和日期。",
  plan_day_not_later: "后续解读的日期要晚于今天（{today}）。",
  written_material_missing: "还没有一份完整的书面解读材料。文字解读、简明问答、图表图解，至少要有一份与文件同时公布。",
  planned_material_missing: ({ kinds }) => `解读方案定了与文件同时公布、但还没有完成的形式：${kindsOf(kinds)}。`,
  material_incomplete: "这些解读材料还不完整：{titles}。",
  exception_waits: "例外申请正等待区领导签批。",
  exception_signed_before: "区领导已经签批过例外。",
  exception_not_needed: "目前不缺解读材料，不需要申请例外。",
  no_exception: "没有等待签批的例外申请。",
  promised_not_later: "补上解读的日期要晚于今天（{today}）。",
  change_waits: "有一项变更正等待签批，请先办结。",
  no_change: "没有等待签批的变更。",
  change_text_missing: "更正和修改要附上修改后的全文。",
  change_too_early: "生效日期早于成文日期，请核对。",
  called_for_before: "已经点题，要求解读。",
  interpreted_already: "这份文件已经有公布的解读。",

  material_media_missing: "请选用或者上传要放的文件。",
  material_media_unfit: "这个文件不适合这种材料：音视频要放视频或音频，动漫要放视频或动图，图解要放图片。",
  material_clauses_missing: "请写明解读的是哪些条款。",
  material_clause_unknown: "正文里没有这些条款，或者编号不止一处：{clauses}。",
  material_words_missing: "请填写解读的内容。",
  material_words_too_few: "内容太短，至少 {minimum} 字才能把事情说清楚。",
  questions_missing: "问答至少要有 {minimum} 个问题。",
  question_half: "有的问题没有回答，或者有的回答没有问题。",
  case_part_missing: "案例要写全：遇到的情况、适用的规定、处理的结果。",
  guide_half: "自查的每一步，要写明问题，以及不符合时怎么办。",
  guide_end_missing: "请写明全部符合时的结论。",
  speaker_missing: "请写明由谁解读。",
  held_on_missing: "请填写举行的日期。",
  held_in_future: "新闻发布会还没有举行，记录要在会后填写（今天是{today}）。",
  table_missing: "请填写表格：第一行是各列的名称，下面至少有一行数据。",
  table_uneven: "表格第 {row} 行的格数与第一行不同。",
  table_without_numbers: "要画成图，至少要有两列，第二列起是数字。",
  table_cell_no_number: "要画成图，除第一列外都要是数字。表格第 {row} 行“{column}”一列写的是“{cell}”。",
  table_cell_negative: "图上画不了负数。表格第 {row} 行“{column}”一列写的是“{cell}”，可以改用表格。",
  table_cell_no_time:
    "折线图的第一列要是日期、月份或者年份，例如 2026-11-27、2026年11月、2026年。表格第 {row} 行写的是“{cell}”。",
  table_times_mixed: "折线图的第一列要写成同一种：都是日期、都是月份，或者都是年份。表格第 {row} 行写的是“{cell}”。",
  table_times_unordered: "折线图要从早到晚排，每个时间一行。表格第 {row} 行“{cell}”比上一行早，或者重复了。",
  table_wording_half: "表格第 {row} 行要写明是哪一处，并至少写一边的原话。",
  table_parts_too_many: "占比图最多 {maximum} 行，再多就分不清了。请合并一些，或者改用条形图。",
  table_needs_three_columns:
    "这种图的表格要有三列：前后对比图是项目、修改前、修改后；新旧对照是哪一处、原来的话、现在的话；流程图是步骤、什么时候、离上一步多久。",
  table_step_half: "表格第 {row} 行要写明步骤和什么时候。",
  table_too_large: "表格太大，最多 {rows} 行、{columns} 列。",
  material_goes_with_document: "文件还没有公布，这份材料随文件一起审签、一起公布。",
  material_not_stale: "这份材料对应的就是现在的文本，不需要确认。",
  taken_down_reason_missing: "请写明为什么下线，理由会公布。",

  rating_missing: "请选择看懂了没有。",
  question_text_missing: "请写下问题。",
  answer_missing: "请写下回答，或者不能回答的理由。",
  answered_before: "这个问题已经答复过了。",
};

function kindsOf(kinds: string | number | undefined): string {
  return String(kinds ?? "")
    .split(",")
    .map((kind) => terms.materialKinds[kind as MaterialKind] ?? kind)
    .join("、");
}
