import type { ReactNode } from "react";
import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DataTable, type Column } from "~/ui/data-table";
import { href } from "~/ui/href";
import { COUNTED, FIGURE_ROWS, type Figures } from "../figures";

export interface FiguresRow {
  key: string;
  name: ReactNode;
  figures: Figures;
  /** The filters of the log that lead from the figures to their rows. */
  filter: string;
}

/** Rows of figures, each of which opens to its messages. */
export function FiguresTable({ caption, header, rows }: { caption: string; header: string; rows: FiguresRow[] }) {
  const language = useLanguage();
  const { figures: texts } = useStrings().messages;
  const columns: Column<FiguresRow>[] = [
    { key: "name", header, isRowHeader: true, cell: ({ name }) => name },
    ...COUNTED.map((counted): Column<FiguresRow> => ({
      key: counted,
      header: texts[counted],
      kind: "number",
      cell: ({ figures, filter }) => {
        const said = formatCount(figures[counted], language);
        if (figures[counted] === 0) return said;
        const figure = counted === "received" ? "" : `&figure=${FIGURE_ROWS[counted]}`;
        return <a href={href(`/messages?${filter}${figure}`)}>{said}</a>;
      },
    })),
  ];
  return <DataTable caption={caption} isCaptionHidden columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
