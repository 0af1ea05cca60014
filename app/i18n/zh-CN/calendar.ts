/** How a date in working days was counted. */
export const calendar = {
  count: {
    summary: (days: number) => `看看这 ${days} 个工作日是怎样计算的`,
    caption: "逐日计算：收到当日不计，自次日起算（《民法典》第二百零一条）",
    day: "日期",
    counted: "计数",
    why: "说明",
    number: (number: number) => `第 ${number} 个工作日`,
    notCounted: "不计",
    kinds: {
      received: "收到当日，不计",
      working: "工作日",
      make_up: "调休上班，计入",
      weekend: "周末",
      holiday: "放假",
      paused: "等待补充情况，暂停计算",
    },
    named: (kind: string, name: string) => `${kind}（${name}）`,
    provisional: "暂定：国务院尚未公布这一年的放假安排，暂按周末休息计算",
  },
  /** The names in the State Council's arrangements; another name is shown as the office wrote it. */
  holidays: {
    元旦: "元旦",
    春节: "春节",
    清明: "清明",
    劳动节: "劳动节",
    端午: "端午",
    中秋: "中秋",
    国庆节: "国庆节",
  } as Record<string, string>,
};

export type CalendarStrings = typeof calendar;
