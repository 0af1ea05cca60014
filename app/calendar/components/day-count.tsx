import type { CountRow } from "~/calendar/working-days";
import { formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";

/** A count of working days, day by day: which days count, which rest and why. */
export function DayCount({ rows }: { rows: CountRow[] }) {
  const language = useLanguage();
  const { consultations, calendar } = useStrings();
  const { count } = consultations;
  const named = (name: string) => (Object.hasOwn(calendar.holidays, name) && calendar.holidays[name]) || name;
  return (
    <ol className="day-count">
      {rows.map(({ day, kind, name, number, isProvisional }) => (
        <li key={day}>
          <time dateTime={day}>{formatDay(day, language)}</time>{" "}
          {number === null ? count.kinds[kind] : count.number(number)}
          {name && ` · ${named(name)}`}
          {number !== null && kind === "make_up" && count.makeUp}
          {isProvisional && count.provisional}
        </li>
      ))}
    </ol>
  );
}
