/** The public figures, each with what is counted, up to when, and the way to its rows. */
export const statistics = {
  title: "统计数据",
  description: "征求意见的数量、公众意见的采纳情况和公布结果用的时间。",
  lead: (at: string) => `统计至 ${at}。每个数字都写明口径，并且可以查到明细。`,
  link: "图表和口径",
  states: { title: "征求意见事项", of: "状态", counted: "项数" },
  channels: { title: "意见从哪里来", of: "渠道", counted: "条数" },
  outcomes: { title: "意见的采纳情况", of: "采纳情况", counted: "条数" },
  withheld: { title: "不予公开的意见", of: "理由", counted: "条数" },
  times: {
    title: "公布结果用了多少时间",
    of: "事项",
    counted: "工作日",
    items: "项数",
    definition:
      "从征集截止到公布结果的工作日数，截止当日不计，按当年放假调休安排计算。只统计在本网站公布结果的事项，每项计一次。撤回的事项没有结果，不计入。",
    limit: (days: string) => `本区工作要求 ${days} 个工作日`,
    kept: "按期公布",
    late: "超过期限公布",
    share: "按期的占比",
    latest: "各项用时",
    none: "还没有公布过结果。",
    overdue: (count: string) => `另有 ${count} 项结果逾期，现在还没有公布。`,
    overdueLink: "看是哪些",
  },
  rows: "明细：",
  rowsOf: { consultations: "征求意见事项", outcomes: "各事项的结果页", data: "数据文件（JSON）" },
};

export type StatisticsStrings = typeof statistics;
