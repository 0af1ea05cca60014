import type { CountRow } from "~/calendar/working-days";
import { useStrings } from "~/i18n/strings";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";

/** A count of working days that opens to its table: each day, whether it counts, and why or why not. */
export function CountExplainer({ rows, isOpen }: { rows: CountRow[]; isOpen?: boolean }) {
  const { count } = useStrings().calendar;
  const days = rows.at(-1)?.number ?? 0;
  return (
    <details className="clock-count" open={isOpen}>
      <summary>{count.summary(days)}</summary>
      <DataTable
        caption={count.caption}
        columns={[
          { key: "day", header: count.day, cell: ({ day }) => <DateText day={day} />, isRowHeader: true },
          { key: "counted", header: count.counted, cell: (row) => countedText(row.number), kind: "tight" },
          { key: "why", header: count.why, cell: (row) => <Why row={row} /> },
        ]}
        rows={rows}
        rowKey={({ day }) => day}
      />
    </details>
  );

  function countedText(number: number | null): string {
    return number === null ? count.notCounted : count.number(number);
  }
}

function Why({ row: { kind, name, isProvisional } }: { row: CountRow }) {
  const { count, holidays } = useStrings().calendar;
  const text = count.kinds[kind];
  return (
    <>
      {name === "" ? text : count.named(text, (Object.hasOwn(holidays, name) && holidays[name]) || name)}
      {isProvisional && <span className="hint"> {count.provisional}</span>}
    </>
  );
}
