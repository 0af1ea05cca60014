import type { ReasonText } from "../reason-text";

export const calendarReasons = {
  year_out_of_range: ({ from, to }) => `年份须在 ${from} 至 ${to} 之间。`,
  rest_days_missing: "标为已公布的年份须填写放假日期，否则节假日会被算作工作日。",
  source_missing: "请填写依据，例如国务院办公厅通知的标题和文号。",
  source_too_long: "依据最多 {limit} 字。",
  days_too_many: "一年最多填写 {limit} 天。",
  day_line_unreadable: ({ line }) => `第 ${line} 行看不懂。请写成“2027-02-05..2027-02-11 春节”或“2027-02-20 春节”。`,
  day_outside_year: "{day} 不在这一年内。",
  day_name_length: "{day} 须有节日名称，最多 {limit} 字。",
  make_up_day_on_weekday: "{day} 本来就是工作日，不必填写为调休上班。",
  day_twice: "{day} 填写了两次，或者既放假又上班。",
} satisfies Record<string, ReasonText>;

export type CalendarReasonStrings = Record<keyof typeof calendarReasons, ReasonText>;
