import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTable, readTypedTable, type TableLimits } from "~/platform/table-file.server";
import { refusalOf } from "../../setup/refusal";
import { zip } from "../../setup/zip";

const LIMITS: TableLimits = { rows: 1_000, columns: 5, bytes: 2 * 1024 * 1024 };
const GB18030 = Buffer.from("xOq33SzK/cG/CjIwMjYstPPL/gpuCg==", "base64");

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "table-"))));
afterAll(() => rm(folder, { recursive: true }));

describe("a table from a text file", () => {
  it.each<[string, string | Buffer, string[][]]>([
    [
      "commas",
      "年份,数量\r\n2026,3\r\n",
      [
        ["年份", "数量"],
        ["2026", "3"],
      ],
    ],
    [
      "a mark at the beginning",
      "\uFEFF年份,数量\n2026,3",
      [
        ["年份", "数量"],
        ["2026", "3"],
      ],
    ],
    [
      "semicolons, with decimal commas",
      "a;b\n1,5;2,5",
      [
        ["a", "b"],
        ["1,5", "2,5"],
      ],
    ],
    [
      "tabs, with commas inside",
      "甲\t乙\n1,234\t5",
      [
        ["甲", "乙"],
        ["1,234", "5"],
      ],
    ],
    [
      "full-width commas",
      "甲，乙\n1，2",
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
    ],
    [
      "a named separator",
      "sep=;\na,x;b\n1;2",
      [
        ["a,x", "b"],
        ["1", "2"],
      ],
    ],
    [
      "quotes",
      '甲,"乙, ""丙"""\n"第一行\n第二行",x',
      [
        ["甲", '乙, "丙"'],
        ["第一行\n第二行", "x"],
      ],
    ],
    [
      "a code that keeps its zeros",
      '编号,数\n="0012",3',
      [
        ["编号", "数"],
        ["0012", "3"],
      ],
    ],
    [
      "rows that stop early and empty columns",
      "甲,乙,,\n1,,,\n,,,\n3,4,,\n,,,",
      [["甲", "乙"], ["1", ""], [], ["3", "4"]],
    ],
    [
      "UTF-16 as spreadsheets write it",
      Buffer.from("\uFEFF甲\t乙\n1\t2", "utf16le"),
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
    ],
    [
      "GB18030",
      GB18030,
      [
        ["年份", "数量"],
        ["2026", "大塔"],
        ["n", ""],
      ],
    ],
  ])("is read with %s", async (_, content, rows) => {
    expect(await rowsOf("表.csv", content)).toEqual(rows);
  });

  it.each<[string, string | Buffer, string, object?]>([
    ["holds a formula", "甲,乙\n1,=SUM(A1:A2)", "table_formula", { row: 2, column: "B" }],
    ["has too many rows", "甲\n".repeat(1_001), "table_rows_too_many", { maximum: 1_000 }],
    ["has too many columns", "甲,乙\n1,2,3,4,5,6", "table_columns_too_many", { row: 2, maximum: 5 }],
    ["leaves a quote open", '甲,乙\n1,"2\n3,4', "table_quote_open", { row: 2 }],
    ["has a cell without end", `甲,乙\n${"字".repeat(32_768)},1`, "table_cell_too_long", { row: 2, column: "A" }],
    ["is empty", " \n,,\n", "table_empty"],
    ["is a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "table_encoding_unknown"],
    [
      "is UTF-16 cut off in the middle of a sign",
      Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x81]),
      "table_encoding_unknown",
    ],
    ["is too large", Buffer.alloc(LIMITS.bytes + 1, "a"), "table_too_many_bytes", { maximum: 2 }],
    ["is an archive", zip([["a.txt", "a"]]), "table_file_type"],
  ])("is refused when it %s", async (_, content, code, params) => {
    expect(await reasonOf("表.csv", content)).toMatchObject({ code, field: "file", ...(params && { params }) });
  });

  it("counts only rows that say something", async () => {
    expect(await rowsOf("表.csv", `甲\n1${"\n".repeat(100_000)}`)).toEqual([["甲"], ["1"]]);
  });

  it("keeps a face made of signs, which is no formula", async () => {
    expect(await rowsOf("表.csv", "留言\n=_= 等了很久")).toEqual([["留言"], ["=_= 等了很久"]]);
  });
});

describe("a table from a spreadsheet", () => {
  it("has its days as days, its shares as shares and its codes with their zeros", async () => {
    const rows = await rowsOf(
      "表.xlsx",
      await workbook((sheet) => {
        sheet.addRow(["日期", "时间", "占比", "编号", "数"]);
        const row = sheet.addRow([
          new Date(Date.UTC(2026, 0, 31)),
          new Date(Date.UTC(2026, 0, 31, 8, 30)),
          0.07,
          12,
          0.1 + 0.2,
        ]);
        row.getCell(1).numFmt = 'yyyy"年"m"月"d"日"';
        row.getCell(2).numFmt = "yyyy-mm-dd hh:mm";
        row.getCell(3).numFmt = "0.0%";
        row.getCell(4).numFmt = "0000";
      }),
    );
    expect(rows).toEqual([
      ["日期", "时间", "占比", "编号", "数"],
      ["2026-01-31", "2026-01-31 08:30", "7%", "0012", "0.3"],
    ]);
  });

  it("has the result of a formula, the words of rich text, and phone numbers in full", async () => {
    const rows = await rowsOf(
      "表.xlsx",
      await workbook((sheet) => {
        sheet.addRow([
          { formula: "1+1", result: 2 },
          { richText: [{ text: "海" }, { text: "珠" }] },
          13800138000,
          true,
        ]);
        sheet.addRow([]);
        sheet.addRow(["末"]);
      }),
    );
    expect(rows).toEqual([["2", "海珠", "13800138000", "TRUE"], [], ["末", "", "", ""]]);
  });

  it("counts days from 1904 where the workbook does", async () => {
    const bytes = await workbook((sheet, book) => {
      book.properties.date1904 = true;
      sheet.getCell("A1").value = 0;
      sheet.getCell("A1").numFmt = "yyyy-mm-dd";
    });
    expect(await rowsOf("表.xlsx", bytes)).toEqual([["1904-01-01"]]);
  });

  it("is the first sheet that can be seen", async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.state = "hidden";
      sheet.addRow(["内部"]);
      book.addWorksheet("公开").addRow(["公开"]);
    });
    expect(await rowsOf("表.xlsx", bytes)).toEqual([["公开"]]);
  });

  it.each<[string, (sheet: ExcelJS.Worksheet) => void, string, object]>([
    ["merged cells", (sheet) => merge(sheet), "table_merged", { row: 1 }],
    ["a hidden row", (sheet) => void (sheet.getRow(2).hidden = true), "table_hidden_part", { row: 2, column: "A" }],
    [
      "a hidden column",
      (sheet) => void (sheet.getColumn(2).hidden = true),
      "table_hidden_part",
      { row: 1, column: "B" },
    ],
    ["an error", (sheet) => set(sheet, { error: "#DIV/0!" }), "table_cell_error", { row: 3, column: "A" }],
    ["a formula never counted", (sheet) => set(sheet, { formula: "1+1" }), "table_formula", { row: 3, column: "A" }],
    ["a formula in words", (sheet) => set(sheet, "=HYPERLINK(1)"), "table_formula", { row: 3, column: "A" }],
    ["too many columns", (sheet) => void (sheet.getCell("F3").value = 1), "table_columns_too_many", { row: 3 }],
    ["too many rows", (sheet) => void (sheet.getCell("A1001").value = 1), "table_rows_too_many", { maximum: 1_000 }],
  ])("is refused with %s, and says where", async (_, change, code, params) => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(["甲", "乙"]);
      sheet.addRow([1, 2]);
      change(sheet);
    });
    expect(await reasonOf("表.xlsx", bytes)).toMatchObject({ code, params });
  });

  it("is refused by its limit with a hundred thousand rows", async () => {
    const cells = Array.from(
      { length: 100_001 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
    );
    expect(await reasonOf("表.xlsx", sheetOf(cells.join("")))).toMatchObject({ code: "table_rows_too_many" });
  });

  it("is refused when it unzips to more than it is, or says another size than it has", async () => {
    const bomb = sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>${" ".repeat(3_000_000)}`);
    expect(await reasonOf("表.xlsx", bomb)).toMatchObject({ code: "table_unzips_too_large" });
    expect(await reasonOf("表.xlsx", sheetOf(" ".repeat(3_000_000), { statedSize: 100 }))).toMatchObject({
      code: "table_broken",
    });
  });

  it.each([
    ["an entity that grows", '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'],
    ["a cell that is nowhere", row('<c r="99"><v>1</v></c>')],
    [
      "a row before the first",
      '<worksheet><sheetData><row r="-5"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    ["a word that is not there", row('<c r="A1" t="s"><v>7</v></c>')],
    ["a number that is none", row('<c r="A1"><v>12x</v></c>')],
    ["tags that do not close", "<worksheet><sheetData>"],
  ])("is refused as broken with %s", async (_, xml) => {
    expect(await reasonOf("表.xlsx", sheetOf(xml, { isWhole: true }))).toMatchObject({ code: "table_broken" });
  });

  it("is refused when it is an old file, has a password or is something else", async () => {
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await reasonOf("表.xls", old)).toMatchObject({ code: "table_old_excel" });
    expect(await reasonOf("表.xlsx", old)).toMatchObject({ code: "table_old_excel" });
    expect(await reasonOf("表.xlsx", "a,b")).toMatchObject({ code: "table_broken" });
    expect(await reasonOf("表.xlsx", zip([["word/document.xml", "<a/>"]]))).toMatchObject({ code: "table_broken" });
    expect(await reasonOf("表.pdf", "%PDF")).toMatchObject({ code: "table_file_type" });
  });
});

describe("a table that is typed", () => {
  it("leaves out empty lines, and says where a quote is open", async () => {
    expect(readTypedTable("甲\t乙\n\n1\t2\n", "table")).toEqual([
      ["甲", "乙"],
      ["1", "2"],
    ]);
    const { reasons } = await refusalOf(async () => readTypedTable('甲,"乙', "table"));
    expect(reasons).toMatchObject([{ code: "table_quote_open", field: "table", params: { row: 1 } }]);
  });
});

async function rowsOf(fileName: string, content: string | Buffer): Promise<string[][]> {
  const path = join(folder, "posted");
  await writeFile(path, content);
  return (await readTable({ path, fileName }, LIMITS)).rows;
}

async function reasonOf(fileName: string, content: string | Buffer) {
  return (await refusalOf(rowsOf(fileName, content))).reasons[0];
}

async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("表"), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function merge(sheet: ExcelJS.Worksheet): void {
  sheet.mergeCells("A1:B1");
}

function set(sheet: ExcelJS.Worksheet, value: unknown): void {
  sheet.getCell("A3").value = value as ExcelJS.CellValue;
}

function row(cells: string): string {
  return `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
}

/** A workbook written by hand, so that it can be wrong. */
function sheetOf(
  xml: string,
  { isWhole = false, statedSize }: { isWhole?: boolean; statedSize?: number } = {},
): Buffer {
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const whole = isWhole ? xml : `<x:worksheet xmlns:x="m"><x:sheetData/>${xml}</x:worksheet>`;
  return zip(
    [
      [
        "xl/workbook.xml",
        `<workbook xmlns:r="${relation}"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
      [
        "xl/_rels/workbook.xml.rels",
        `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
      ["xl/worksheets/sheet1.xml", whole],
    ],
    statedSize === undefined ? {} : { statedSize },
  );
}
