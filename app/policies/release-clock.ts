import type { PlainDate } from "~/calendar/plain-date";
import {
  countWorkingDays,
  dueOn,
  explainCount,
  isProvisional,
  type Calendar,
  type CountRow,
} from "~/calendar/working-days";

/** 自形成或变更之日起 20 个工作日内公开 (政府信息公开条例 国令711 第二十六条). */
export const RELEASE_DAYS = 20;
/** House policy: when the page begins to warn. */
const WARN_FROM = 10;
const URGE_FROM = 15;

export type ReleaseWarning = "none" | "early" | "urgent" | "overdue";

export interface ReleaseClock {
  signedOn: PlainDate;
  dueOn: PlainDate;
  /** Which working day today is, the day of signing not counted. */
  day: number;
  /** Working days left; below 0 when the day is past. */
  left: number;
  warning: ReleaseWarning;
  rows: CountRow[];
  isProvisional: boolean;
}

/** The clock from 成文日期 to publication, so that waiting for the interpretation never makes it silently late. */
export function releaseClock(signedOn: PlainDate, today: PlainDate, calendar: Calendar): ReleaseClock {
  const due = dueOn(signedOn, RELEASE_DAYS, calendar);
  const day = Math.max(0, countWorkingDays(signedOn, today, calendar));
  return {
    signedOn,
    dueOn: due,
    day,
    left: countWorkingDays(today, due, calendar),
    warning: warningOf(day, today > due),
    rows: explainCount(signedOn, RELEASE_DAYS, calendar),
    isProvisional: isProvisional(signedOn, due, calendar),
  };
}

/** The twenty days run from 形成 or from 变更: of a document that a review opened, from that day (第二十六条). */
export function releaseClockStart({
  signedOn,
  attributeChangedOn,
}: {
  signedOn: PlainDate | null;
  attributeChangedOn: PlainDate | null;
}): PlainDate | null {
  return attributeChangedOn ?? signedOn;
}

/** From this working day on a release counts as a near miss. */
export function isCloseDay(day: number): boolean {
  return day >= URGE_FROM;
}

function warningOf(day: number, isPast: boolean): ReleaseWarning {
  if (isPast) return "overdue";
  if (isCloseDay(day)) return "urgent";
  return day >= WARN_FROM ? "early" : "none";
}
