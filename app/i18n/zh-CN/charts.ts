/** Words that charts and the tables behind them share. */
export const charts = {
  table: "看数据表",
  share: "占比",
  times: { day: "日期", month: "月份", year: "年份" },
  sum: "合计",
  before: "修改前",
  after: "修改后",
  step: "步骤",
  percent: (share: string) => `${share}%`,
  rest: (count: string) => `其余 ${count} 项`,
  left: (count: string) => `另有 ${count} 项变化较小，没有画出。`,
  span: (from: string, to: string) => (from === to ? from : `${from}至${to}`),
  together: {
    day: (step: string) => `时间较长，每 ${step} 天合在一起。`,
    month: (step: string) => `时间较长，每 ${step} 个月合在一起。`,
    year: (step: string) => `时间较长，每 ${step} 年合在一起。`,
  },
  none: "没有可以画的数字。",
  barsAre: (count: string, most: string, value: string) => `横条图，共 ${count} 项，最多的是“${most}”，${value}。`,
  sharesAre: (parts: string) => `占比图：${parts}。`,
  courseIs: (from: string, to: string, top: string) => `折线图，${from}至${to}，最高 ${top}。`,
  stepsAre: (steps: string) => `流程图：${steps}。`,
  pairsAre: (count: string) => `前后对比图，共 ${count} 项。`,
  ahead: "未到",
  unsaid: "没有写。",
  differs: "不同",
  wordingIs: "画线的字，是两边不一样的地方。",
};

export type ChartStrings = typeof charts;
