import type { ReactNode } from "react";
import { whole } from "./whole-text";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** `number` sets figures flush right; `tight` keeps a short cell in one line. */
  kind?: "text" | "number" | "tight";
  /** The cell that names its row. */
  isRowHeader?: boolean;
}

interface DataTableProps<Row> {
  caption: ReactNode;
  isCaptionHidden?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  /** Where a link elsewhere leads to a row. */
  rowId?: (row: Row) => string | undefined;
  /** Shown instead of a table without rows. */
  empty?: ReactNode;
}

/** Rows under headings; on a phone each row becomes a card that names its cells. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, isCaptionHidden, columns, rows, rowKey, rowId, empty } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  // The roles are said again because some readers forget them once CSS lays the cells out as cards.
  return (
    <table className="table" role="table">
      <caption className={isCaptionHidden ? "visually-hidden" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, header, kind }) => (
            <th key={key} scope="col" role="columnheader" className={kind && `cell-${kind}`}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} id={rowId?.(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { header, cell, kind, isRowHeader } = column;
  const content = <div className="cell">{whole(cell(row))}</div>;
  const className = kind && `cell-${kind}`;
  if (isRowHeader) {
    return (
      <th scope="row" role="rowheader" className={className} data-label={header}>
        {content}
      </th>
    );
  }
  return (
    <td role="cell" className={className} data-label={header}>
      {content}
    </td>
  );
}
