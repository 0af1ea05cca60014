import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DataTable, type Column } from "../data-table";
import { MixedText } from "../mixed-text";

interface TableRow {
  key: string;
  label: string;
  value: number;
  share?: number;
  href?: string;
}

interface ChartTableProps {
  title: string;
  /** What the rows are: a clause, a channel. */
  of: string;
  /** What is counted. */
  counted: string;
  rows: TableRow[];
  /** Adds a last row, when the rows are parts of a whole. */
  sum?: number;
}

/** The numbers behind a chart, each with the way to its rows. */
export function ChartTable({ title, of, counted, rows, sum }: ChartTableProps) {
  const language = useLanguage();
  const { charts } = useStrings();
  const columns: Column<TableRow>[] = [
    {
      key: "label",
      header: of,
      isRowHeader: true,
      cell: ({ label, href }) => (
        <bdi>
          {href ? (
            <a href={href}>
              <MixedText text={label} />
            </a>
          ) : (
            <MixedText text={label} />
          )}
        </bdi>
      ),
    },
    { key: "value", header: counted, kind: "number", cell: ({ value }) => formatCount(value, language) },
  ];
  if (rows.some(({ share }) => share !== undefined)) {
    columns.push({
      key: "share",
      header: charts.share,
      kind: "number",
      cell: ({ share }) => share !== undefined && charts.percent(formatCount(share, language)),
    });
  }
  const total = sum === undefined ? [] : [{ key: "sum", label: charts.sum, value: sum }];
  return (
    <DataTable caption={title} isCaptionHidden columns={columns} rows={[...rows, ...total]} rowKey={({ key }) => key} />
  );
}
