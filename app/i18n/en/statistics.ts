import type { StatisticsStrings } from "../zh-CN/statistics";
import { counted } from "../english-count";

export const statistics: StatisticsStrings = {
  title: "Statistics",
  description: "How many consultations there are, how comments were answered, and how long the outcomes took.",
  lead: (at) => `As of ${at}. Every number says what it counts and leads to its rows.`,
  link: "Charts and definitions",
  states: { title: "Consultations", of: "State", counted: "Number" },
  channels: { title: "How comments came", of: "Channel", counted: "Comments" },
  outcomes: { title: "How comments were answered", of: "Outcome", counted: "Comments" },
  withheld: { title: "Comments withheld", of: "Ground", counted: "Comments" },
  times: {
    title: "How long the outcomes took",
    of: "Consultation",
    counted: "Working days",
    items: "Consultations",
    definition:
      "Working days from the last day for comments to the published outcome; the last day is not counted, and public holidays and make-up workdays are those of the year. Each consultation whose outcome was published on this site counts once. A withdrawn one has no outcome and is left out.",
    limit: (days) => `House rule: ${counted(days, "working day")}`,
    kept: "Published in time",
    late: "Published late",
    share: "Share published in time",
    latest: "Each consultation",
    none: "No outcome has been published yet.",
    overdue: (count) => `${counted(count, "other is", "others are")} overdue and not yet published.`,
    overdueLink: "See which",
  },
  rows: "Rows: ",
  rowsOf: { consultations: "consultations", outcomes: "outcome pages", data: "data file (JSON)" },
};
