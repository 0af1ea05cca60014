import type { ChartStrings } from "../zh-CN/charts";
import { counted, isOne } from "../english-count";

export const charts: ChartStrings = {
  table: "Show the data",
  share: "Share",
  times: { day: "Day", month: "Month", year: "Year" },
  sum: "Total",
  before: "Before",
  after: "After",
  step: "Step",
  percent: (share) => `${share}%`,
  rest: (count) => `The other ${count}`,
  left: (count) => `${counted(count, "other")} changed less and ${isOne(count) ? "is" : "are"} not drawn.`,
  span: (from, to) => (from === to ? from : `${from} to ${to}`),
  together: {
    day: (step) => `Because the time is long, every ${counted(step, "day")} are taken together.`,
    month: (step) => `Because the time is long, every ${counted(step, "month")} are taken together.`,
    year: (step) => `Because the time is long, every ${counted(step, "year")} are taken together.`,
  },
  none: "There are no numbers to draw.",
  barsAre: (count, most, value) => `Bar chart of ${count}; the most: “${most}”, ${value}.`,
  sharesAre: (parts) => `Shares: ${parts}.`,
  courseIs: (from, to, top) => `Line chart from ${from} to ${to}; the highest: ${top}.`,
  stepsAre: (steps) => `Steps: ${steps}.`,
  pairsAre: (count) => `Before and after, ${counted(count, "row")}.`,
  ahead: "still to come",
  unsaid: "Says nothing.",
  differs: "differs",
  wordingIs: "The underlined words differ between the two sides.",
};
