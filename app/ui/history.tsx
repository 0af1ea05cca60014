import type { ReactNode } from "react";
import { formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { WholeText } from "./whole-text";
import { DateText } from "./date-text";

export interface HistoryEntry {
  id: string | number;
  /** Recorded, by the server's clock. */
  at: Date | string;
  /** Stated: what happened elsewhere or earlier. */
  happenedOn?: string;
  title: ReactNode;
  by?: ReactNode;
  detail?: ReactNode;
}

/** What happened, in order, with the time it was recorded and, where it differs, the day stated. */
export function History({ label, entries }: { label: string; entries: HistoryEntry[] }) {
  const language = useLanguage();
  const { history } = useStrings().site;
  return (
    <ol className="history" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <div className="history-time">
            <DateText instant={entry.at} />
          </div>
          <div className="history-text">
            <p className="history-title">
              {entry.title}
              {entry.by && <span className="history-by"> · {entry.by}</span>}
            </p>
            {entry.happenedOn && (
              <p className="hint">
                <WholeText text={history.stated(formatDay(entry.happenedOn, language))} />
              </p>
            )}
            {entry.detail && <div>{entry.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
