import ExcelJS from "exceljs";
import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import { createApproved, createStaff, type Staff } from "../../factories/desk";
import { answer, publishOutcomeOf, say, show } from "../../factories/outcome";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { openSite, type Site } from "../../setup/site";

const FORMULAS = [
  '=HYPERLINK("http://evil.example","x")',
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1,1)",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(1)",
];
const AWKWARD = '他说："好, 好"\n第二行 <b>&amp;</b> 𠮷';

let db: Database;
let staff: Staff;
let site: Site;
let slug: string;
let bodies: string[];

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  slug = await createApproved(db, staff, { title: '=方案/"稿"' });
  const numbers: number[] = [];
  for (const body of [...FORMULAS, AWKWARD]) {
    const number = await say(db, slug, { body });
    await show(db, staff, number);
    // As it would stand after an officer masked it by hand, line ends and tabs included.
    await db.client.comment.update({
      where: { number },
      data: { publishedBody: body, publishedName: body.slice(0, 20) },
    });
    numbers.push(number);
  }
  const silent = await say(db, slug, { publish: false, body: "不公开的原话" });
  await answer(db, staff, slug, numbers, { outcome: "explained", reason: "=1+2" });
  await answer(db, staff, slug, [silent], { outcome: "adopted", clause: "c2", gist: "=要点" });
  await publishOutcomeOf(db, staff, slug);
  bodies = [...FORMULAS, AWKWARD];
  site = await openSite(db, at("2026-08-20"));
}, 120_000);
afterAll(() => db.close());

const file = (format: string, language = "zh-CN") =>
  site.get(`/consultations/${slug}/outcome.${format}`, { cookie: `lang=${language}` });

describe("the files of an outcome", () => {
  it.each(["xlsx", "docx", "csv", "json"])("come as .%s with a Chinese name, kept by nobody", async (format) => {
    const { status, headers } = await file(format);
    expect(status).toBe(200);
    const disposition = headers.get("content-disposition")!;
    expect(disposition).toContain(`attachment; filename="outcome-${slug}.${format}"; filename*=UTF-8''`);
    expect(decodeURIComponent(disposition.split("''")[1]!)).toBe(`=方案__稿_意见采纳情况.${format}`);
    expect(headers.get("cache-control")).toBe("no-cache");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("hold every row in CSV, with a byte-order mark, and no cell that a spreadsheet would run", async () => {
    const { bytes, text } = await file("csv");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = readCsv(text.replace(/^\ufeff/, ""));
    expect(rows).toHaveLength(bodies.length + 2);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([10]));
    expect(rows.slice(1, -1).map((row) => row[6]!.replace(/^'/, ""))).toEqual(bodies);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠]/);
  });

  it("hold every row in a workbook as text, never as a formula", async () => {
    const { bytes } = await file("xlsx");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0]!;
    const said: unknown[] = [];
    for (const each of workbook.worksheets) {
      each.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.formula).toBeUndefined();
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
          expect(cell.type).not.toBe(ExcelJS.ValueType.Hyperlink);
        }),
      );
    }
    sheet.eachRow((row, index) => index > 1 && said.push(row.getCell(6).value));
    expect(said.slice(0, -1).map((value) => String(value).replaceAll("\r\n", "\n").replaceAll("\r", "\n"))).toEqual(
      bodies.map((body) => body.replaceAll("\r", "\n")),
    );
    expect(String(said.at(-1))).toContain("=要点");
  });

  it("hold every row in a Word document that opens again", async () => {
    const { bytes } = await file("docx");
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    for (const said of ["意见采纳情况", "第二行 <b>&amp;</b> 𠮷", "=要点", "没有同意公开", "每提交或者登记一次算一条"])
      expect(value).toContain(said);
  });

  it("are the same data in JSON as the interface gives", async () => {
    const data = JSON.parse((await file("json")).text);
    const api = JSON.parse((await site.get(`/api/v1/consultations/${slug}/outcome`)).text);
    expect(data).toEqual(api);
    expect(data.rows).toHaveLength(bodies.length + 1);
  });

  it("are in English for English readers", async () => {
    expect((await file("csv", "en")).text).toContain("Outcome");
    const { value } = await mammoth.extractRawText({ buffer: (await file("docx", "en")).bytes });
    expect(value).toContain("Explained");
  });

  it("say nothing of what is not public", async () => {
    for (const format of ["csv", "json"]) expect((await file(format)).text).not.toContain("不公开的原话");
    const { value } = await mammoth.extractRawText({ buffer: (await file("docx")).bytes });
    expect(value).not.toContain("不公开的原话");
  });

  it("stand for zero comments too", async () => {
    const empty = await createApproved(db, staff);
    await publishOutcomeOf(db, staff, empty);
    for (const format of ["xlsx", "docx", "csv", "json"])
      expect((await site.get(`/consultations/${empty}/outcome.${format}`)).status, format).toBe(200);
    const { bytes } = await site.get(`/consultations/${empty}/outcome.docx`);
    expect((await mammoth.extractRawText({ buffer: bytes })).value).toContain("没有收到任何公众意见");
  });
});

/** Reads CSV as RFC 4180 has it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
