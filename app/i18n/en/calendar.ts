import type { CalendarStrings } from "../zh-CN/calendar";
import { isOne } from "../english-count";

export const calendar: CalendarStrings = {
  count: {
    summary: (days) => `See how ${isOne(days) ? "this working day was" : `these ${days} working days were`} counted`,
    caption: "Day by day: the day of receipt is not counted, the next day is the first (Civil Code, Article 201)",
    day: "Day",
    counted: "Count",
    why: "Reason",
    number: (number) => `Working day ${number}`,
    notCounted: "Not counted",
    kinds: {
      received: "Day of receipt, not counted",
      working: "Working day",
      make_up: "Make-up workday, counted",
      weekend: "Weekend",
      holiday: "Public holiday",
      paused: "Waiting for the sender's answer: not counted",
    },
    named: (kind, name) => `${kind} (${name})`,
    provisional: "Provisional: the holidays of this year are not announced yet, only weekends are left out",
  },
  holidays: {
    元旦: "New Year's Day",
    春节: "Spring Festival",
    清明: "Tomb-Sweeping Day",
    劳动节: "Labour Day",
    端午: "Dragon Boat Festival",
    中秋: "Mid-Autumn Festival",
    国庆节: "National Day",
  },
};
