import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Entry } from "yauzl";
import { isZipBomb, type ZipArchive } from "./zip.server";

/** Why a workbook is not read, and in which row it shows. */
export type SheetFault = { code: SheetFaultCode; row?: number; column?: string };
export type SheetFaultCode =
  | "table_broken"
  | "table_unzips_too_large"
  | "table_hidden_part"
  | "table_merged"
  | "table_formula"
  | "table_cell_error"
  | "table_rows_too_many"
  | "table_columns_too_many";

/** Reading stopped: nothing of the file is used. */
export class SheetRefused extends Error {
  constructor(readonly fault: SheetFault) {
    super(fault.code);
  }
}

const MOST_UNZIPPED = 200 * 1024 * 1024;
/** All words of the workbook and all its styles stand in memory; the sheet itself is read as it comes. */
const MOST_KEPT = 32 * 1024 * 1024;

export type Attributes = Record<string, string>;
export interface Listener {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Reads one part as it is unzipped; a part that is not there, or not what it said, breaks the file. */
export async function readPart(
  zip: ZipArchive,
  entry: Entry | undefined,
  { open, text, close }: Listener,
): Promise<void> {
  if (!entry) throw new SheetRefused({ code: "table_broken" });
  const isKept = !entry.fileName.includes("worksheets/");
  if (isZipBomb([entry], isKept ? MOST_KEPT : MOST_UNZIPPED))
    throw new SheetRefused({ code: "table_unzips_too_large" });
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new SheetRefused({ code: "table_broken" });
  });
  if (open) parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => open(localName(name), attributes));
  if (text) parser.on("text", text);
  if (text) parser.on("cdata", text);
  if (close) parser.on("closetag", ({ name }: SaxesTagPlain) => close(localName(name)));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of await zip.open(entry)) parser.write(decoder.decode(chunk as Buffer, { stream: true }));
  parser.close();
}

/** Some programs write x:row where others write row. */
function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Collects the text of `t` elements; how a word is read aloud (`rPh`) is not part of it. */
export function wordsListener() {
  let words = "";
  let isText = false;
  let isAside = false;
  const listener = {
    open: (name: string) => {
      if (name === "t") isText = true;
      if (name === "rPh") isAside = true;
    },
    text: (text: string) => {
      if (isText && !isAside) words += text;
    },
    close: (name: string) => {
      if (name === "t") isText = false;
      if (name === "rPh") isAside = false;
    },
  };
  const take = () => {
    const taken = words;
    words = "";
    return taken.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  };
  return { listener, take };
}
