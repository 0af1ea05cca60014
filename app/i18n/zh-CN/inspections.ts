import type { Basis, Decision } from "~/inspections/attribute-review";

/** 公开页面：公开属性年度评估结果。 */
export const inspections = {
  review: {
    title: (year: string) => `${year}年政府文件公开属性评估结果`,
    description: (reviewed: string) => `对${reviewed}年印发的文件重新评估公开属性的结果。`,
    lead: (reviewed: string) =>
      `每年 7 月，对两年半前的一年里印发的文件重新评估公开属性。这次评估的是${reviewed}年的文件。`,
    published: (day: string) => `${day}公布`,
    basis: "按哪一天算年份",
    bases: {
      signed_on: "成文日期",
      released_on: "公开日期；没有公开过的，按成文日期",
    } satisfies Record<Basis, string>,
    decisions: {
      keep: "维持不变",
      disclose: "改为主动公开",
      reclassify: "改变公开属性",
      mark_expired: "标注失效",
      mark_repealed: "标注废止",
    } satisfies Record<Decision, string>,
    figures: "各单位的评估结果",
    unit: "单位",
    total: "合计",
    all: "全区",
    rows: "逐份结果",
    rowsOf: (unit: string, decision: string) => `逐份结果：${[unit, decision].filter(Boolean).join("，")}`,
    showAll: "看全部",
    none: "没有文件",
    columns: {
      number: "序号",
      document: "文件",
      unit: "单位",
      before: "原公开属性",
      result: "结果",
      approvedOn: "审批日期",
    },
    hidden: "不公开的文件，只列序号、属性和日期",
    opening: "正在办理公开，办好后这里会有链接",
    to: (attribute: string) => `改为${attribute}`,
    lapsed: (decision: string, day: string) => `${decision}（${day}）`,
    note: "结果经区领导审批。改为主动公开的，自审批之日起 20 个工作日内公开（政府信息公开条例第二十六条）。",
    list: "公开属性年度评估结果",
  },
};

export type InspectionStrings = typeof inspections;
