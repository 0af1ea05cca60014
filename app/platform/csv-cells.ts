/** As many as a spreadsheet can have, filled or empty. */
export const MOST_COLUMNS = 16_384;

/** A quote that never closes, so that all that follows would be one cell; or a line of separators without end. */
export class CsvFault extends Error {
  constructor(
    readonly code: "table_quote_open" | "table_columns_too_many",
    readonly row: number,
  ) {
    super(`${code} in row ${row}`);
  }
}

const SEPARATORS = [",", ";", "，", "；"];

/**
 * Reads rows of cells as CSV (RFC 4180) says, with the separators that spreadsheets in use here write: tab, comma,
 * semicolon, also in full width. One row at a time, so that whoever reads can stop. Throws `CsvFault`.
 */
export function* csvRows(source: string): Generator<string[]> {
  const named = /^sep=(.)\r?\n/i.exec(source);
  const text = (named ? source.slice(named[0].length) : source).replace(/\r\n?/g, "\n");
  const separator = named?.[1] ?? separatorOf(text);
  let at = 0;
  for (let number = 1; at < text.length; number += 1) {
    const row: string[] = [];
    for (let isEnd = false; !isEnd;) {
      const cell = readCell(text, at, separator);
      if (!cell) throw new CsvFault("table_quote_open", number);
      if (row.length >= MOST_COLUMNS) throw new CsvFault("table_columns_too_many", number);
      row.push(cell.value.trim());
      isEnd = text.charAt(cell.end) !== separator;
      at = cell.end + 1;
    }
    yield row;
  }
}

/** By the first line that says anything; a tab in it is never part of a word. */
function separatorOf(text: string): string {
  const line = /[^\n]*\S[^\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, "") ?? "";
  if (line.includes("\t")) return "\t";
  const count = (separator: string) => line.split(separator).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** From `start` to the separator or line end behind the cell; null when its quote never closes. */
function readCell(text: string, start: number, separator: string): { value: string; end: number } | null {
  const opening = /[^\S\n\t]*"/y;
  opening.lastIndex = start;
  let value = "";
  let at = start;
  if (opening.test(text)) {
    at = opening.lastIndex;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return null;
      value += text.slice(at, quote);
      at = quote + 1;
      if (text.charAt(at) !== '"') break;
      value += '"';
      at += 1;
    }
  }
  const from = at;
  while (at < text.length && text.charAt(at) !== separator && text.charAt(at) !== "\n") at += 1;
  return { value: value + text.slice(from, at), end: at };
}
