import * as docx from "docx";
import { describe, expect, it } from "vitest";

import { clauseLabel } from "~/drafting/clauses";
import { importDraft, MAX_DRAFT_FILE_BYTES } from "~/drafting/import-draft.server";
import { refusalOf } from "../../setup/refusal";
import { zip } from "../../setup/zip";

const { Document, HeadingLevel, ImageRun, InsertedTextRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } =
  docx;

describe("a draft from Word", () => {
  it("is cut by its headings, numbered lines and tables", async () => {
    const draft = await importWord([
      new Paragraph({ text: "海珠区示范办法（征求意见稿）", heading: HeadingLevel.TITLE }),
      new Paragraph({ text: "第一章 总则", heading: HeadingLevel.HEADING_1 }),
      new Paragraph("第一条 为了规范示范，制定本办法。"),
      new Paragraph("第二条 收费标准如下："),
      new Table({ rows: [row("项目", "金额"), row("树木 <移植>", "3.5 元")] }),
      new Paragraph("（一）按表执行；"),
    ]);
    expect(draft.title).toBe("海珠区示范办法（征求意见稿）");
    expect(draft.clauses.map((clause) => [clause.level, clauseLabel(clause), clause.text])).toEqual([
      ["chapter", "第一章 总则", ""],
      ["article", "第一条", "为了规范示范，制定本办法。"],
      ["article", "第二条", "收费标准如下：\n项目 | 金额\n树木 <移植> | 3.5 元"],
      ["item", "（一）", "按表执行；"],
    ]);
    expect(draft.warnings).toEqual([]);
  });

  it("with tracked changes and pictures is read with a warning", async () => {
    const picture = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const draft = await importWord([
      new Paragraph({
        children: [
          new TextRun("第一条 原文"),
          new InsertedTextRun({ text: "加字", id: 1, author: "甲", date: "2026-01-01T00:00:00Z" }),
        ],
      }),
      new Paragraph({
        children: [new ImageRun({ type: "png", data: picture, transformation: { width: 10, height: 10 } })],
      }),
    ]);
    expect(draft.clauses[0]?.text).toBe("原文加字");
    expect(draft.warnings.map((warning) => warning.code)).toEqual(["draft_tracked_changes", "draft_images_left_out"]);
  });

  it("with numbers made by Word has them counted, and says so", async () => {
    const numbering = { reference: "list", level: 0 };
    const children = [new Paragraph({ text: "先报。", numbering }), new Paragraph({ text: "后办。", numbering })];
    const config = [{ reference: "list", levels: [{ level: 0, format: docx.LevelFormat.DECIMAL, text: "%1." }] }];
    const bytes = await Packer.toBuffer(new Document({ numbering: { config }, sections: [{ children }] }));
    const draft = await importDraft({ fileName: "a.docx", bytes });
    expect(draft.clauses.map(({ number, text }) => [number, text])).toEqual([
      ["1.", "先报。"],
      ["2.", "后办。"],
    ]);
    expect(draft.warnings).toEqual([{ code: "draft_numbering_counted" }]);
  });

  it("is refused when it is broken, or another file under that name", async () => {
    const whole = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("第一条 甲。")] }] }));
    const broken = [
      whole.subarray(0, whole.length / 2),
      Buffer.from("PK\x03\x04 nothing"),
      zip([["other.txt", "x"]]),
      Buffer.alloc(0),
    ];
    for (const bytes of broken) expect(await codesOf("a.docx", bytes)).toEqual(["docx_broken"]);
    expect(await codesOf("a.docx", zip([["word/document.xml", "<not-word/>"]]))).toEqual(["docx_broken"]);
  });

  it("with tables in tables keeps every word in its place", async () => {
    const inner = new Table({ rows: [row("三层", "300 元"), row("五层", "500 元")] });
    const cell = new TableCell({ children: [new Paragraph("有电梯的"), inner] });
    const outer = new Table({
      rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph("补贴")] }), cell] })],
    });
    const { clauses } = await importWord([new Paragraph("第一条 按下表："), outer, new Paragraph("第二条 施行。")]);
    expect(clauses.map(({ number }) => number)).toEqual(["第一条", "第二条"]);
    expect(clauses[0]!.text).toBe("按下表：\n补贴 | 有电梯的（三层 | 300 元）（五层 | 500 元）");
  });

  it("of two thousand pages is refused by its length, and cut off in the middle as broken", async () => {
    const page = "本页写的是办法的细则，逐条列出，供征求意见时参考。".repeat(8);
    const whole = await wordOf(Array.from({ length: 2_000 }, (_, index) => new Paragraph(`第${index + 1}页 ${page}`)));
    expect(await codesOf("厚.docx", whole)).toEqual(["draft_too_long"]);
    expect(await codesOf("断.docx", whole.subarray(0, whole.length / 2))).toEqual(["docx_broken"]);
  });

  it("is refused with macros, under either name", async () => {
    expect(await codesOf("a.docm", Buffer.from("PK"))).toEqual(["docx_macros"]);
    expect(
      await codesOf(
        "a.docx",
        zip([
          ["word/document.xml", "<x/>"],
          ["word/vbaProject.bin", "x"],
        ]),
      ),
    ).toEqual(["docx_macros"]);
  });

  it("is refused when it unzips to far more than a draft can be", async () => {
    const bomb = zip([
      ["word/document.xml", "<x/>"],
      ["word/media/a.bin", "0".repeat(30_000_000)],
    ]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codesOf("a.docx", bomb)).toEqual(["docx_too_large"]);
  });

  it("is refused when it lies about its size", async () => {
    const liar = zip([["word/document.xml", "0".repeat(30_000_000)]], { statedSize: 1000 });
    expect(await codesOf("a.docx", liar)).toEqual(["docx_broken"]);
  });

  it("is refused without any words", async () => {
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("")] }] }));
    expect(await codesOf("a.docx", bytes)).toEqual(["draft_empty"]);
  });
});

describe("a draft from a text file", () => {
  it("is read as UTF-8 with or without a mark at its beginning", async () => {
    for (const bytes of [Buffer.from("# 题\n\n一、甲\n\n文。"), Buffer.from("\uFEFF# 题\n\n一、甲\n\n文。")]) {
      const draft = await importDraft({ fileName: "草案.MD", bytes });
      expect(draft.title).toBe("题");
      expect(draft.clauses[0]).toMatchObject({ number: "一、", heading: "甲", text: "文。" });
      expect(draft.warnings).toEqual([]);
    }
  });

  it("is read as GB18030 when it is not UTF-8, and says so", async () => {
    const bytes = Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xbc, 0xd7, 0xa1, 0xa3]);
    const draft = await importDraft({ fileName: "a.txt", bytes });
    expect(draft.clauses[0]).toMatchObject({ number: "第一条", text: "甲。" });
    expect(draft.warnings).toEqual([{ code: "draft_encoding_guessed" }]);
  });

  it("is refused when it is no text, too long, empty or of another type", async () => {
    expect(await codesOf("a.txt", Buffer.from([0xff, 0xff, 0xff, 0x80]))).toEqual(["draft_encoding_unknown"]);
    expect(await codesOf("a.txt", Buffer.from("甲\0乙"))).toEqual(["draft_file_type"]);
    expect(await codesOf("a.txt", Buffer.from(" \n"))).toEqual(["draft_empty"]);
    expect(await codesOf("a.pdf", Buffer.from("%PDF"))).toEqual(["draft_file_type"]);
    expect(await codesOf("a", Buffer.from("甲"))).toEqual(["draft_file_type"]);
    expect(await codesOf("a.txt", Buffer.alloc(MAX_DRAFT_FILE_BYTES + 1, "a"))).toEqual(["draft_file_too_large"]);
    expect(await codesOf("a.txt", Buffer.alloc(MAX_DRAFT_FILE_BYTES, "a"))).toEqual(["draft_too_long"]);
    expect(await codesOf("a.txt", Buffer.from("甲。\n".repeat(3001)))).toEqual(["too_many_clauses"]);
  });

  it("loses control characters, which no export could write", async () => {
    const { clauses } = await importDraft({ fileName: "a.txt", bytes: Buffer.from("甲\u0007乙\u000B。") });
    expect(clauses[0]?.text).toBe("甲乙。");
  });
});

async function importWord(children: (docx.Paragraph | docx.Table)[]) {
  return importDraft({ fileName: "草案.docx", bytes: await wordOf(children) });
}

function wordOf(children: (docx.Paragraph | docx.Table)[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

function row(...texts: string[]): docx.TableRow {
  return new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
}

async function codesOf(fileName: string, bytes: Buffer): Promise<string[]> {
  return (await refusalOf(() => importDraft({ fileName, bytes }))).codes;
}
