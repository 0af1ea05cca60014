import { formatDate, formatDay, formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/strings";

type DateTextProps =
  | { day: string; instant?: undefined; isShort?: boolean }
  | { instant: Date | string; day?: undefined; isShort?: undefined };

/** A day with its weekday (`isShort`: without), or an instant to the minute, by the clock of Asia/Shanghai. */
export function DateText({ day, instant, isShort }: DateTextProps) {
  const language = useLanguage();
  if (day !== undefined) {
    return <time dateTime={day}>{isShort ? formatDate(day, language) : formatDay(day, language)}</time>;
  }
  return <time dateTime={new Date(instant).toISOString()}>{formatInstant(instant, language)}</time>;
}
