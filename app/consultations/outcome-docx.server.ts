import {
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { PublicOutcome } from "./outcome-queries.server";
import { summaryLines } from "./outcome-summary";
import { storable } from "~/forms/csv";
import { tableHeader, tableRow, type FileRow, type FileTexts } from "./outcome-table";

/** Shares of the page's width, in per cent, in the order of the columns. */
const WIDTHS = [4, 6, 8, 8, 8, 29, 8, 8, 21];

/** The outcome as a document on A4 across: the figures with their definition, then a row for every comment. */
export async function outcomeDocument(outcome: PublicOutcome, texts: FileTexts): Promise<Uint8Array> {
  const { files, rows, inquiries } = texts.outcome;
  const children = [
    new Paragraph({ text: storable(files.heading(outcome.title)), heading: HeadingLevel.TITLE }),
    ...summaryLines(outcome, texts).flatMap(([label, value]) => linesOf(`${label}: ${value}`)),
    heading(rows.title),
    ...(outcome.rows.length > 0 ? [table(outcome.rows, texts)] : linesOf(zeroText(outcome, texts))),
  ];
  if (outcome.inquiries.rows.length > 0) children.push(heading(inquiries.rows), table(outcome.inquiries.rows, texts));
  const page = { size: { orientation: PageOrientation.LANDSCAPE } };
  const document = new Document({
    title: storable(files.heading(outcome.title)),
    creator: storable(outcome.unit.name),
    sections: [{ properties: { page }, children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function zeroText({ state }: PublicOutcome, { outcome: { rows } }: FileTexts): string {
  return state === "withdrawn" ? rows.zeroWithdrawn : rows.zero;
}

function heading(text: string): Paragraph {
  return new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
}

function table(rows: readonly FileRow[], texts: FileTexts): Table {
  const header = new TableRow({ tableHeader: true, children: cellsOf(tableHeader(texts), true) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [header, ...rows.map((row) => new TableRow({ children: cellsOf(tableRow(row, texts), false) }))],
  });
}

function cellsOf(values: readonly (string | number)[], isBold: boolean): TableCell[] {
  return values.map((value, index) => {
    const width = { size: WIDTHS[index] ?? 10, type: WidthType.PERCENTAGE };
    return new TableCell({ width, children: linesOf(String(value), isBold) });
  });
}

function linesOf(text: string, bold = false): Paragraph[] {
  return storable(text)
    .split(/\r\n|[\r\n]/)
    .map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] }));
}
