import type { CalendarReasonStrings } from "../zh-CN/calendar-reasons";

export const calendarReasons: CalendarReasonStrings = {
  year_out_of_range: ({ from, to }) => `The year must be between ${from} and ${to}.`,
  rest_days_missing: "A published year needs its days of rest, or holidays would count as working days.",
  source_missing: "State the source, such as title and number of the State Council's notice.",
  source_too_long: "The source may have up to {limit} characters.",
  days_too_many: "A year may have up to {limit} such days.",
  day_line_unreadable: ({ line }) =>
    `Line ${line} cannot be read. Write “2027-02-05..2027-02-11 name” or “2027-02-20 name”.`,
  day_outside_year: "{day} is not in this year.",
  day_name_length: "{day} needs the name of its holiday, up to {limit} characters.",
  make_up_day_on_weekday: "{day} is a working day anyway and need not be listed as a make-up workday.",
  day_twice: "{day} is listed twice, or both as day of rest and as workday.",
};
