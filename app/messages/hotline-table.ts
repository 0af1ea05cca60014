import type { MessageKind } from "./message";

/** The columns of a table of 12345 orders that are read; others are left alone. */
export const ORDER_COLUMNS = [
  ...(["outsideNumber", "statedOn", "kind", "title", "body", "name", "contact", "unit", "about"] as const),
] as const;
type OrderColumn = (typeof ORDER_COLUMNS)[number];
const REQUIRED: readonly OrderColumn[] = ["outsideNumber", "statedOn", "kind", "body"];

export const MOST_ORDERS = 500;

/** One order as it stands in the table. */
export type OrderCells = Record<OrderColumn, string>;
export interface OrderLine {
  /** Of the file, the headings being row 1. */
  row: number;
  cells: OrderCells;
}

/** What the headings may be called; the first is how the product itself calls them. */
export type OrderHeadings = Record<OrderColumn, readonly [string, ...string[]]>;

/** The orders under the headings of the first row; the names of the columns that are missing, when some are. */
export function readOrders(
  rows: readonly (readonly string[])[],
  headings: OrderHeadings,
): { lines: OrderLine[]; missing: string[] } {
  const [first = [], ...rest] = rows;
  const placeOf = (column: OrderColumn) => first.findIndex((heading) => headings[column].includes(plain(heading)));
  const missing = REQUIRED.filter((column) => placeOf(column) < 0).map((column) => headings[column][0]);
  const lines = rest.flatMap((row, index): OrderLine[] => {
    if (row.every((cell) => cell.trim() === "")) return [];
    const cells = ORDER_COLUMNS.map((column) => [column, typed(row[placeOf(column)] ?? "")]);
    return [{ row: index + 2, cells: Object.fromEntries(cells) as OrderCells }];
  });
  return { lines, missing };
}

const TITLE_LENGTH = 30;

/** The order as the fields of the form by which staff enter one message; what has no code is handed on as it is, to be refused. */
export function fieldsOf(
  { cells }: OrderLine,
  words: { kinds: Record<MessageKind, string>; units: readonly { code: string; name: string }[] },
): Record<string, string> {
  const unitOf = (text: string) => words.units.find(({ code, name }) => name === text || code === text)?.code ?? text;
  const kind = Object.entries(words.kinds).find(([code, name]) => name === cells.kind || code === cells.kind)?.[0];
  const { outsideNumber, body, name, contact } = cells;
  return {
    ...{ channel: "hotline", publish: "no", submitter: "person", outsideNumber, body, name, contact },
    kind: kind ?? cells.kind,
    title: cells.title || [...body.replace(/\s+/g, " ")].slice(0, TITLE_LENGTH).join(""),
    statedOn: dayOf(cells.statedOn),
    unit: unitOf(cells.unit),
    about: unitOf(cells.about),
  };
}

/** `2026/1/5 9:30` is the day 2026-01-05. */
function dayOf(text: string): string {
  const [, year, month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
}

/** Without the note in brackets and the star that forms put behind a heading. */
function plain(heading: string): string {
  return heading.replace(/[（(].*?[)）]|[\s*＊]/g, "");
}

/** Our own files put a mark before what a spreadsheet would take for a formula. */
function typed(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/, "");
}
