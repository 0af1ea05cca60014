import type { Entry } from "yauzl";
import { readBook, type Book } from "./xlsx-book.server";
import { columnName, numberText } from "./xlsx-cell";
import { readPart, SheetRefused, wordsListener, type SheetFaultCode } from "./xlsx-part.server";
import { openZip, type ZipArchive } from "./zip.server";

/**
 * The cells of the first sheet that can be seen, by row as the sheet numbers them (a row left out is []). The result of
 * a formula stands for it. Throws `SheetRefused`: what is hidden, merged or without a result is refused, because what
 * the person sees would not be what is read.
 */
export async function readSheet(bytes: Buffer, limits: { rows: number; columns: number }): Promise<string[][]> {
  try {
    const zip = await openZip(bytes);
    if (zip === "too_large") throw new SheetRefused({ code: "table_unzips_too_large" });
    const parts = new Map(zip.entries.map((entry) => [entry.fileName, entry]));
    const book = await readBook(zip, parts);
    return await readRows(zip, parts, book, limits);
  } catch (error) {
    if (error instanceof SheetRefused) throw error;
    throw new SheetRefused({ code: "table_broken" });
  }
}

interface Cell {
  column: number;
  type: string;
  style: number;
  hasFormula: boolean;
  value: string;
}

async function readRows(
  zip: ZipArchive,
  parts: ReadonlyMap<string, Entry>,
  { sheetPath, words, styles, is1904 }: Book,
  limits: { rows: number; columns: number },
): Promise<string[][]> {
  const rows: string[][] = [];
  const hidden: { from: number; to: number }[] = [];
  const inline = wordsListener();
  let number = 0;
  let isHidden = false;
  let cell: Cell | null = null;
  let next = 1;
  let isValue = false;

  const refuse = (code: SheetFaultCode, column?: number): never => {
    throw new SheetRefused({ code, row: number, ...(column === undefined ? {} : { column: columnName(column) }) });
  };
  const keep = ({ column, ...rest }: Cell) => {
    const text = textOf(rest, column);
    if (text === "") return;
    if (isHidden || hidden.some(({ from, to }) => from <= column && column <= to)) refuse("table_hidden_part", column);
    if (column < 1) refuse("table_broken");
    if (number > limits.rows) refuse("table_rows_too_many");
    if (column > limits.columns) refuse("table_columns_too_many", column);
    while (rows.length < number) rows.push([]);
    const row = rows[number - 1]!;
    while (row.length < column - 1) row.push("");
    row[column - 1] = text;
  };
  const textOf = ({ type, style, hasFormula, value }: Omit<Cell, "column">, column: number): string => {
    if (type === "e") refuse("table_cell_error", column);
    if (hasFormula && value === "" && type !== "str") refuse("table_formula", column);
    if (type === "s") return words[Number(value)]?.trim() ?? refuse("table_broken");
    if (type === "b") return value === "1" ? "TRUE" : "FALSE";
    if (type === "d") return value.slice(0, 10);
    if (type !== "n") return value.trim();
    if (!Number.isFinite(Number(value))) refuse("table_broken");
    return value === "" ? "" : numberText(Number(value), styles[style] ?? "plain", { is1904 });
  };

  await readPart(zip, parts.get(sheetPath), {
    open: (name, attributes) => {
      inline.listener.open(name);
      if (name === "col" && isOn(attributes.hidden))
        hidden.push({ from: Number(attributes.min), to: Number(attributes.max) });
      if (name === "row") {
        number = Number(attributes.r ?? number + 1);
        isHidden = isOn(attributes.hidden);
        next = 1;
      }
      if (name === "c") {
        const column = attributes.r ? columnNumber(attributes.r) : next;
        next = column + 1;
        const { t: type = "n", s: style = "0" } = attributes;
        cell = { column, type, style: Number(style), hasFormula: false, value: "" };
      }
      if (name === "f" && cell) cell.hasFormula = true;
      isValue = name === "v";
      if (name === "mergeCell" && isSeveral(attributes.ref ?? "")) {
        number = Number(/\d+/.exec(attributes.ref ?? "")?.[0] ?? 0);
        refuse("table_merged");
      }
    },
    text: (text) => {
      inline.listener.text(text);
      if (isValue && cell) cell.value += text;
    },
    close: (name) => {
      inline.listener.close(name);
      if (name === "v") isValue = false;
      if (name !== "c" || !cell) return;
      const typed = inline.take();
      keep(cell.type === "inlineStr" ? { ...cell, value: typed } : cell);
      cell = null;
    },
  });
  return rows;
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** Whether a range such as A1:C1 holds more than one cell. */
function isSeveral(range: string): boolean {
  const [from, to = from] = range.split(":");
  return from !== to;
}

function columnNumber(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
