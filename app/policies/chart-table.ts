import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

const MOST_ROWS = 200;
const MOST_COLUMNS = 12;

/**
 * Reads a table that was typed or pasted: cells parted by tabs (as spreadsheets copy them), otherwise by commas, with
 * quotes as in CSV (RFC 4180). Empty lines are left out.
 */
export function readTable(source: string): string[][] {
  const separator = source.includes("\t") ? "\t" : /[^"]，/.test(source) && !source.includes(",") ? "，" : ",";
  return splitCells(source, separator).filter((row) => row.some((cell) => cell !== ""));
}

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
  const hasNumbers = head.length >= 2 && rows.every((row) => row.slice(1).every((cell) => numberIn(cell) !== null));
  return form === "bars" && !hasNumbers ? [because("table_without_numbers", field)] : [];
}

function splitCells(source: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (source.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell.trim() === "") isQuoted = true;
    else if (char === separator) endCell();
    else if (char === "\n") endRow();
    else cell += char;
  }
  endRow();
  return rows;
}

function quoteCell(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
