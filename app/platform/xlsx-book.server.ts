import { posix } from "node:path";
import type { Entry } from "yauzl";
import { builtInStyle, styleOf, type NumberStyle } from "./xlsx-cell";
import { readPart, SheetRefused, wordsListener, type Attributes } from "./xlsx-part.server";
import type { ZipArchive } from "./zip.server";

/** What the cells of a sheet refer to. */
export interface Book {
  sheetPath: string;
  words: string[];
  styles: NumberStyle[];
  is1904: boolean;
}

/** Finds the first worksheet that can be seen, the words and the formats that its cells name by number. */
export async function readBook(zip: ZipArchive, parts: ReadonlyMap<string, Entry>): Promise<Book> {
  const sheets: string[] = [];
  const targets = new Map<string, { type: string; path: string }>();
  let is1904 = false;
  await readPart(zip, parts.get("xl/workbook.xml"), {
    open: (name, { state, date1904, ...rest }) => {
      if (name === "workbookPr") is1904 = date1904 === "1" || date1904 === "true";
      if (name === "sheet" && (state ?? "visible") === "visible") sheets.push(relationOf(rest));
    },
  });
  await readPart(zip, parts.get("xl/_rels/workbook.xml.rels"), {
    open: (name, { Id, Target, Type }) => {
      if (name !== "Relationship" || !Id || !Target) return;
      targets.set(Id, { type: Type?.split("/").at(-1) ?? "", path: posix.resolve("/xl", Target).slice(1) });
    },
  });
  const pathOf = (type: string) => [...targets.values()].find((one) => one.type === type)?.path;
  const sheetPath = sheets.map((id) => targets.get(id)).find((target) => target?.type === "worksheet")?.path;
  if (!sheetPath) throw new SheetRefused({ code: "table_broken" });
  const words = await readWords(zip, parts.get(pathOf("sharedStrings") ?? ""));
  return { sheetPath, words, styles: await readStyles(zip, parts.get(pathOf("styles") ?? "")), is1904 };
}

async function readWords(zip: ZipArchive, entry: Entry | undefined): Promise<string[]> {
  const words: string[] = [];
  if (!entry) return words;
  const { listener, take } = wordsListener();
  await readPart(zip, entry, {
    ...listener,
    close: (name) => {
      listener.close(name);
      if (name === "si") words.push(take());
    },
  });
  return words;
}

async function readStyles(zip: ZipArchive, entry: Entry | undefined): Promise<NumberStyle[]> {
  const own = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  let isCells = false;
  if (!entry) return styles;
  await readPart(zip, entry, {
    open: (name, { numFmtId, formatCode }) => {
      const id = Number(numFmtId ?? 0);
      if (name === "numFmt") own.set(id, styleOf(formatCode ?? ""));
      if (name === "cellXfs") isCells = true;
      if (name === "xf" && isCells) styles.push(own.get(id) ?? builtInStyle(id));
    },
    close: (name) => {
      if (name === "cellXfs") isCells = false;
    },
  });
  return styles;
}

/** The prefix of this attribute is the program's own choice. */
function relationOf(attributes: Attributes): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
}
