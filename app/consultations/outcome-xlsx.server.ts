import ExcelJS from "exceljs";
import type { PublicOutcome } from "./outcome-queries.server";
import { summaryLines } from "./outcome-summary";
import { storable } from "~/forms/csv";
import { tableHeader, tableRow, type FileRow, type FileTexts } from "./outcome-table";

const WIDTHS = [6, 8, 12, 12, 14, 60, 14, 14, 60];
/** The most characters that a cell of a workbook holds. */
const LONGEST_CELL = 32_767;

/** The outcome as a workbook: the rows, the opinions of bodies asked in writing, and how it was counted. */
export async function outcomeWorkbook(outcome: PublicOutcome, texts: FileTexts): Promise<Uint8Array> {
  const { files } = texts.outcome;
  const workbook = new ExcelJS.Workbook();
  addTable(workbook.addWorksheet(files.sheet), outcome.rows, texts);
  if (outcome.inquiries.rows.length > 0)
    addTable(workbook.addWorksheet(files.inquirySheet), outcome.inquiries.rows, texts);
  const about = workbook.addWorksheet(files.summarySheet);
  about.columns = [{ width: 40 }, { width: 90 }];
  about.addRow([files.item, files.value]).font = { bold: true };
  for (const line of summaryLines(outcome, texts)) about.addRow(line.map(cellOf)).alignment = WRAPPED;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const WRAPPED = { wrapText: true, vertical: "top" } as const;

function addTable(sheet: ExcelJS.Worksheet, rows: readonly FileRow[], texts: FileTexts): void {
  sheet.columns = WIDTHS.map((width) => ({ width }));
  sheet.views = [{ state: "frozen", ySplit: 1 }];
  sheet.addRow(tableHeader(texts)).font = { bold: true };
  for (const row of rows) sheet.addRow(tableRow(row, texts).map(cellOf)).alignment = WRAPPED;
}

/** A text stays a text, whatever sign it begins with: it is stored as a string, never as a formula. */
function cellOf(value: string | number): string | number {
  return typeof value === "number" ? value : storable(value).slice(0, LONGEST_CELL);
}
