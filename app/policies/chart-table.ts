import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

export const MOST_ROWS = 200;
export const MOST_COLUMNS = 12;

/** The table as it is typed again into the form. */
export function writeTable(table: readonly (readonly string[])[]): string {
  return table.map((row) => row.map(quoteCell).join(",")).join("\n");
}

/** A number as people write it in a table: 1,234 · 12.5% · 3件 is none. Null when it is none. */
export function numberIn(cell: string): number | null {
  const plain = cell.normalize("NFKC").replace(/[,\s]/g, "").replace(/%$/, "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Why a table cannot stand behind a chart: the first row names the columns, every row is as long, bars have numbers. */
export function chartRefusals(table: readonly (readonly string[])[], form: "table" | "bars"): Reason[] {
  const field = "table";
  const [head, ...rows] = table;
  if (!head || rows.length === 0) return [because("table_missing", field)];
  if (rows.length > MOST_ROWS || head.length > MOST_COLUMNS)
    return [because("table_too_large", field, { rows: MOST_ROWS, columns: MOST_COLUMNS })];
  const uneven = rows.findIndex((row) => row.length !== head.length);
  if (uneven >= 0) return [because("table_uneven", field, { row: uneven + 2 })];
  return form === "bars" ? numberRefusals(head, rows) : [];
}

/** The first cell that is no number, so that it can be found. */
function numberRefusals(head: readonly string[], rows: readonly (readonly string[])[]): Reason[] {
  if (head.length < 2) return [because("table_without_numbers", "table")];
  const wrong = rows.flatMap((row, at) =>
    row.slice(1).flatMap((cell, column) => (numberIn(cell) === null ? [{ at, column, cell }] : [])),
  )[0];
  if (!wrong) return [];
  const { at, column, cell } = wrong;
  return [because("table_cell_no_number", "table", { row: at + 2, column: head[column + 1] || column + 2, cell })];
}

function quoteCell(cell: string): string {
  return /[",;，；\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
