import type { Reason } from "~/platform/refusal";
import { timeRefusals } from "./chart-times";
import type { TableForm } from "./material-content";
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

type Table = readonly (readonly string[])[];

/** Parts beyond this many nobody can tell apart. */
const MOST_PARTS = 8;
/** More sentences beside each other nobody compares. */
const MOST_WORDINGS = 40;

/**
 * Why a table cannot stand behind a chart: the first row names the columns, every row is as long; bars, parts and lines
 * have quantities from the second column on, lines days, months or years in the first, in their order; 前后对比 and 新旧对照
 * have three columns, and so have steps: step, when, how long after the one before.
 */
export function chartRefusals(table: Table, form: TableForm): Reason[] {
  const field = "table";
  const [head, ...rows] = table;
  if (!head || rows.length === 0) return [because("table_missing", field)];
  if (rows.length > MOST_ROWS || head.length > MOST_COLUMNS)
    return [because("table_too_large", field, { rows: MOST_ROWS, columns: MOST_COLUMNS })];
  const uneven = rows.findIndex((row) => row.length !== head.length);
  if (uneven >= 0) return [because("table_uneven", field, { row: uneven + 2 })];
  return formRefusals(head, rows, form);
}

function formRefusals(head: readonly string[], rows: Table, form: TableForm): Reason[] {
  switch (form) {
    case "table":
      return [];
    case "bars":
      return numberRefusals(head, rows);
    case "share":
      return rows.length > MOST_PARTS
        ? [because("table_parts_too_many", "table", { maximum: MOST_PARTS })]
        : numberRefusals(head, rows);
    case "course": {
      const reasons = timeRefusals(rows.map(([time = ""]) => time));
      return reasons.length > 0 ? reasons : numberRefusals(head, rows);
    }
    case "pairs":
      return head.length === 3 ? numberRefusals(head, rows) : [because("table_needs_three_columns", "table")];
    case "wording":
      return wordingRefusals(head, rows);
    case "steps": {
      if (head.length !== 3) return [because("table_needs_three_columns", "table")];
      const wrong = rows.findIndex(([step, when]) => !step || !when);
      return wrong < 0 ? [] : [because("table_step_half", "table", { row: wrong + 2 })];
    }
  }
}

/** Old and new sentences: of each row one side at least says something. */
function wordingRefusals(head: readonly string[], rows: Table): Reason[] {
  if (head.length !== 3) return [because("table_needs_three_columns", "table")];
  if (rows.length > MOST_WORDINGS)
    return [because("table_too_large", "table", { rows: MOST_WORDINGS, columns: head.length })];
  const wrong = rows.findIndex(([label, before, after]) => !label || !(before || after));
  return wrong < 0 ? [] : [because("table_wording_half", "table", { row: wrong + 2 })];
}

/** The first cell that is no number or less than nothing, so that it can be found. */
function numberRefusals(head: readonly string[], rows: Table): Reason[] {
  if (head.length < 2) return [because("table_without_numbers", "table")];
  const wrong = rows.flatMap((row, at) =>
    row.slice(1).flatMap((cell, column) => ((numberIn(cell) ?? -1) < 0 ? [{ at, column, cell }] : [])),
  )[0];
  if (!wrong) return [];
  const { at, column, cell } = wrong;
  const code = numberIn(cell) === null ? "table_cell_no_number" : "table_cell_negative";
  return [because(code, "table", { row: at + 2, column: head[column + 1] || column + 2, cell })];
}

function quoteCell(cell: string): string {
  return /[",;，；\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
