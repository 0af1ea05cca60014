import { plainDateOf, type PlainDate } from "./plain-date";
import { countWorkingDays, dueOn, explainCount, isProvisional, type Calendar, type CountRow } from "./working-days";

/** A duty that runs some working days from the day it was given, with its count. */
export interface DutyClock {
  startedOn: PlainDate;
  dueOn: PlainDate;
  workingDays: number;
  /** Working days left; below 0 when the day is past. */
  left: number;
  isPast: boolean;
  rows: CountRow[];
  isProvisional: boolean;
}

/** The day on which it was given is not counted. */
export function dutyClock(startedAt: Date, workingDays: number, today: PlainDate, calendar: Calendar): DutyClock {
  const startedOn = plainDateOf(startedAt);
  const due = dueOn(startedOn, workingDays, calendar);
  return {
    ...{ startedOn, workingDays, dueOn: due, isPast: today > due },
    left: countWorkingDays(today, due, calendar),
    rows: explainCount(startedOn, workingDays, calendar),
    isProvisional: isProvisional(startedOn, due, calendar),
  };
}
