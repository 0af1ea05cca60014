import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import {
  countWorkingDays,
  dueOn,
  explainCount,
  isProvisional,
  type Calendar,
  type CountRow,
} from "~/calendar/working-days";

/** House policy: the working days an order gives unless the office sets another number. */
export const USUAL_DAYS = 10;

export interface OrderClock {
  orderedOn: PlainDate;
  dueOn: PlainDate;
  workingDays: number;
  /** Working days left; below 0 when the day is past. */
  left: number;
  isPast: boolean;
  rows: CountRow[];
  isProvisional: boolean;
}

/** From the day of the order to the day of the answer; the day of the order is not counted. */
export function orderClock(
  { orderedAt, workingDays }: { orderedAt: Date; workingDays: number },
  today: PlainDate,
  calendar: Calendar,
): OrderClock {
  const orderedOn = plainDateOf(orderedAt);
  const due = dueOn(orderedOn, workingDays, calendar);
  return {
    ...{ orderedOn, workingDays, dueOn: due, isPast: today > due },
    left: countWorkingDays(today, due, calendar),
    rows: explainCount(orderedOn, workingDays, calendar),
    isProvisional: isProvisional(orderedOn, due, calendar),
  };
}
