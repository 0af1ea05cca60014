import type { PlainDate } from "~/calendar/plain-date";
import { formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DataTable, type Column } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";

interface Head {
  day: PlainDate;
  seq: number;
  hash: string;
}

interface DailyHeadsProps {
  items: Head[];
  total: number;
  page: number;
  pageSize: number;
  today: PlainDate;
}

/** Number and hash of the last entry of each day, to be copied and kept elsewhere. */
export function DailyHeads({ items, total, page, pageSize, today }: DailyHeadsProps) {
  const { heads } = useStrings().timeline;
  return (
    <Section title={heads.title} id="heads" actions={<a href={href("/api/v1/timeline/heads")}>{heads.api}</a>}>
      <DataTable
        caption={heads.caption}
        columns={useColumns(today)}
        rows={items}
        rowKey={({ day }) => day}
        rowId={({ day }) => `d${day}`}
        empty={<EmptyState title={heads.empty}>{heads.emptyText}</EmptyState>}
      />
      {total > 0 && <Pagination page={page} pageSize={pageSize} total={total} />}
    </Section>
  );
}

function useColumns(today: PlainDate): Column<Head>[] {
  const language = useLanguage();
  const { heads } = useStrings().timeline;
  return [
    {
      key: "day",
      header: heads.day,
      isRowHeader: true,
      cell: ({ day }) => (
        <>
          <time dateTime={day}>{formatDay(day, language)}</time>
          {day === today && <span className="hint"> {heads.today}</span>}
        </>
      ),
    },
    // Without a thousands separator: this is what the command takes.
    { key: "seq", header: heads.seq, kind: "number", cell: ({ seq }) => String(seq) },
    { key: "hash", header: heads.hash, cell: ({ hash }) => <code>{hash}</code> },
  ];
}
