import { open, type FileHandle } from "node:fs/promises";
import { extname } from "node:path";
import { CsvFault, csvRows, MOST_COLUMNS } from "./csv-cells";
import { decodeText, withoutControls } from "./decode-text.server";
import { Refused, type Reason } from "./refusal";
import { columnName } from "./xlsx-cell";
import { SheetRefused } from "./xlsx-part.server";
import { readSheet } from "./xlsx-sheet.server";

export interface TableFile {
  path: string;
  fileName: string;
  /** The form's field that the reasons stand at; `file` when none is named. */
  field?: string;
}

export interface TableLimits {
  rows: number;
  columns: number;
  bytes: number;
}

/** A cell of a spreadsheet holds no more. */
const MOST_IN_CELL = 32_767;

/**
 * Reads a table from .csv (UTF-8, UTF-16 or GB18030; tab, comma or semicolon) or from the first visible sheet of an
 * .xlsx. All cells are text, days as 2026-01-31. `rows[n]` is row n+1 of the file: an empty one is [], the others are all
 * equally long. No cell is a formula. Refusals, with `row` and `column` where there is one: `table_file_type`,
 * `table_old_excel`, `table_too_many_bytes`, `table_broken`, `table_unzips_too_large`, `table_encoding_unknown`,
 * `table_empty`, `table_quote_open`, `table_formula`, `table_cell_error`, `table_cell_too_long`, `table_merged`,
 * `table_hidden_part`, `table_rows_too_many`, `table_columns_too_many`.
 */
export async function readTable(file: TableFile, limits: TableLimits): Promise<{ rows: string[][] }> {
  const field = file.field ?? "file";
  const bytes = await readBounded(file.path, limits.bytes);
  if (!bytes) throw refused("table_too_many_bytes", field, { maximum: Math.floor(limits.bytes / 1024 / 1024) });
  try {
    const rows = await rowsOf(file.fileName, bytes, limits);
    rows.forEach((row, at) => row.forEach((cell, column) => checkCell(cell, at + 1, columnName(column + 1))));
    if (rows.length === 0) throw refused("table_empty", field);
    return { rows: rectangular(rows) };
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    const { code, ...place } = error.fault;
    throw refused(code, field, { ...place, maximum: code === "table_columns_too_many" ? limits.columns : limits.rows });
  }

  function checkCell(cell: string, row: number, column: string): void {
    if (isFormula(cell)) throw refused("table_formula", field, { row, column });
    if (cell.length > MOST_IN_CELL) throw refused("table_cell_too_long", field, { row, column, maximum: MOST_IN_CELL });
  }

  async function rowsOf(fileName: string, content: Buffer, { rows, columns }: TableLimits): Promise<string[][]> {
    const ending = extname(fileName).toLowerCase();
    if (content.subarray(0, 4).equals(OLD_OFFICE)) throw refused("table_old_excel", field);
    const isZip = content.subarray(0, 2).toString("latin1") === "PK";
    if (ending === ".xlsx" && isZip) return readSheet(content, { rows, columns });
    if (ending === ".xlsx") throw refused("table_broken", field);
    if (isZip || !TEXT_ENDINGS.includes(ending)) throw refused("table_file_type", field);
    return textRows(content, { rows, columns }, field);
  }
}

/** The text that a table is typed or pasted as; empty lines are left out. Refusal: `table_quote_open`. */
export function readTypedTable(text: string, field: string): string[][] {
  try {
    return [...csvRows(text)].filter((row) => row.some((cell) => cell !== ""));
  } catch (error) {
    throw error instanceof CsvFault ? refused(error.code, field, { row: error.row, maximum: MOST_COLUMNS }) : error;
  }
}

const TEXT_ENDINGS = [".csv", ".tsv", ".txt"];
/** .xls, and any Office file with a password. */
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

async function readBounded(path: string, most: number): Promise<Buffer | null> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, "r");
    const { size } = await handle.stat();
    return size > most ? null : await handle.readFile();
  } finally {
    await handle?.close();
  }
}

function textRows(bytes: Buffer, limits: { rows: number; columns: number }, field: string): string[][] {
  const decoded = decodeText(bytes);
  if (!decoded || decoded.text.includes("\0")) throw refused("table_encoding_unknown", field);
  const rows: string[][] = [];
  let row = 0;
  try {
    for (const cells of csvRows(withoutControls(decoded.text))) {
      row += 1;
      const filled = withoutTail(cells.map(unwrapped));
      if (filled.length === 0) continue;
      if (row > limits.rows) throw refused("table_rows_too_many", field, { maximum: limits.rows });
      if (filled.length > limits.columns)
        throw refused("table_columns_too_many", field, { row, maximum: limits.columns });
      while (rows.length < row - 1) rows.push([]);
      rows.push(filled);
    }
  } catch (error) {
    throw error instanceof CsvFault ? refused(error.code, field, { row: error.row, maximum: limits.columns }) : error;
  }
  return rows;
}

/** Spreadsheets write ="0012" to keep the zeros of a code: the text is meant. */
function unwrapped(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}

/** Never a smiley such as =_=. */
function isFormula(cell: string): boolean {
  return /^=\s*[\p{L}\d(+\-@'"$.]/u.test(cell);
}

function withoutTail(row: string[]): string[] {
  const last = row.findLastIndex((cell) => cell !== "");
  return row.slice(0, last + 1);
}

function rectangular(rows: string[][]): string[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return rows.map((row) => (row.length === 0 ? [] : [...row, ...Array<string>(width - row.length).fill("")]));
}

function refused(code: string, field: string, params?: Reason["params"]): Refused {
  return new Refused([{ code, field, ...(params && { params }) }]);
}
