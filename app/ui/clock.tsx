import type { ReactNode } from "react";
import { formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DateText } from "./date-text";
import { StatusBadge, type StatusTone } from "./status-badge";

interface ClockProps {
  /** What is due: 征集截止, 结果公布. */
  label: string;
  day: string;
  /** Whole days or working days from today; 0 is today, below 0 is past; absent once it no longer matters. */
  left?: number;
  unit?: "day" | "working_day";
  /** What passing the day means: a period has `closed`, a duty is `overdue`. */
  past?: "closed" | "overdue";
  /** The day it was done; then nothing runs any more. */
  doneOn?: string;
  /** The calendar of these days is not published yet. */
  isProvisional?: boolean;
  /** The count, day by day, with its rule; opens on demand. */
  children?: ReactNode;
}

/** A date that runs: day and weekday, how long is left, and how it was counted. */
export function Clock({
  label,
  day,
  left,
  unit = "day",
  past = "overdue",
  doneOn,
  isProvisional,
  children,
}: ClockProps) {
  const language = useLanguage();
  const { clock } = useStrings().site;
  const said = doneOn ? clock.done(formatDay(doneOn, language)) : left === undefined ? null : leftText();
  return (
    <div className="clock">
      <span className="clock-label">{label}</span>
      <span className="clock-day">
        <DateText day={day} />
      </span>
      {said && <StatusBadge tone={toneOf({ left, past, doneOn })}>{said}</StatusBadge>}
      {isProvisional && <span className="clock-provisional">{clock.provisional}</span>}
      {isProvisional && <p className="hint">{clock.provisionalWhy}</p>}
      {children && <ClockCount>{children}</ClockCount>}
    </div>
  );

  function leftText(): string {
    if (left === undefined || left > 0) return clock.left(left ?? 0, unit);
    if (left === 0) return past === "closed" ? clock.closesToday : clock.dueToday;
    return past === "closed" ? clock.closed(-left) : clock.overdue(-left, unit);
  }
}

/** How a date was counted, opened on demand. */
export function ClockCount({ children }: { children: ReactNode }) {
  const { clock } = useStrings().site;
  return (
    <details className="clock-count">
      <summary>{clock.count}</summary>
      {children}
    </details>
  );
}

const SOON = 3;

function toneOf({ left = 0, past, doneOn }: Pick<ClockProps, "left" | "past" | "doneOn">): StatusTone {
  if (doneOn) return "settled";
  if (left < 0) return past === "closed" ? "ended" : "overdue";
  return left <= SOON ? "due" : "working";
}
