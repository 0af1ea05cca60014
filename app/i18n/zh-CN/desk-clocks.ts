import type { LengthName } from "~/messages/clock-lengths";

/** 留言办理期限的设置。 */
export const deskClocks = {
  title: "留言办理期限",
  lead: "这里的天数都是工作日，按工作日历计算。答复一般 7 个工作日、情况复杂的可延长至 15 个工作日，出自《政府网站发展指引》（国办发〔2017〕47号）；其余是本区工作要求。",
  running:
    "改动以后收到的留言按新的答复期限计算；已经收到的，答复期限不变。交办期限立即重新计算，受影响的留言在办理经过里写明。",
  more: "超过三个月未回应的期限和每件最多请来信人补充两次，不能在这里更改。",
  labels: {
    dispatchDays: "交办",
    answerDays: "答复",
    extendedDays: "延长后总共",
    pauseDays: "请来信人补充，最多暂停",
    yellowDays: "到期前几天变黄",
    leaderAfter: "逾期几天报单位负责人",
    officeAfter: "逾期几天报区政务公开办",
  } satisfies Record<LengthName, string>,
  all: "各类留言相同的",
  lengths: "各项期限（工作日）",
  reason: "改动的理由",
  reasonHint: "受影响的来信人看得到这段话。",
  save: "保存",
  saved: (recounted: string) =>
    recounted === "0"
      ? "已保存，没有留言的期限因此改变。"
      : `已保存，${recounted} 件等待交办的留言重新计算了交办期限。`,
  history: "以前的改动",
  noHistory: "还没有改动过。",
  changed: (kind: string, name: string, before: number, after: number) =>
    `${kind}${name}：${before} 改为 ${after} 个工作日`,
  by: (name: string, recounted: number) => `${name}，重新计算 ${recounted} 件`,
  link: "办理期限设置",
};
