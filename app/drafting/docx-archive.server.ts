import { promisify } from "node:util";
import type { Entry, Options, ZipFile } from "yauzl";

/** What is known of a Word file before anything reads its text. */
export interface DocxArchive {
  entries: ReadonlySet<string>;
  documentXml: string;
}

export type ArchiveFault = "docx_broken" | "docx_too_large";

/** A Word draft of a thousand pages with its pictures stays far below; a bomb is far above. */
const MOST_ENTRIES = 5_000;
const MOST_UNZIPPED = 200 * 1024 * 1024;
/** Office text packs to about a tenth; deflate cannot pass 1032. Small entries may be dense. */
const HIGHEST_RATIO = 200;
const RATIO_FREE = 1024 * 1024;
/** The part that is turned into text, all in memory at once. */
const MOST_XML = 16 * 1024 * 1024;
const DOCUMENT = "word/document.xml";

/**
 * Reads a .docx to its end with the amount of data bounded, because the library that turns it into text unzips without
 * asking. The sizes in the directory are checked first, then held against what really comes out of each entry.
 */
export async function readDocxArchive(bytes: Buffer): Promise<DocxArchive | ArchiveFault> {
  try {
    return await readEntries(await open(bytes));
  } catch {
    return "docx_broken";
  }
}

async function open(bytes: Buffer): Promise<ZipFile> {
  const { default: yauzl } = await import("yauzl");
  const fromBuffer: (bytes: Buffer, options: Options) => Promise<ZipFile> = promisify(yauzl.fromBuffer);
  return fromBuffer(bytes, { lazyEntries: true, autoClose: false });
}

async function readEntries(zip: ZipFile): Promise<DocxArchive | ArchiveFault> {
  if (zip.entryCount > MOST_ENTRIES) return "docx_too_large";
  const entries = await listEntries(zip);
  if (isBomb(entries)) return "docx_too_large";
  let documentXml: string | undefined;
  for (const entry of entries) {
    const content = await readEntry(zip, entry, entry.fileName === DOCUMENT);
    if (entry.fileName === DOCUMENT) documentXml = content;
  }
  if (documentXml === undefined) return "docx_broken";
  return { entries: new Set(entries.map((entry) => entry.fileName)), documentXml };
}

function isBomb(entries: readonly Entry[]): boolean {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const isDense = entries.some(
    ({ compressedSize, uncompressedSize }) =>
      uncompressedSize > RATIO_FREE && uncompressedSize > compressedSize * HIGHEST_RATIO,
  );
  const isLongText = entries.some((entry) => /\.xml$/i.test(entry.fileName) && entry.uncompressedSize > MOST_XML);
  return total > MOST_UNZIPPED || isDense || isLongText;
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", reject);
    zip.readEntry();
  });
}

/** Unzips to the end, so that an entry larger than it said fails here; keeps the text only where it is wanted. */
function readEntry(zip: ZipFile, entry: Entry, isWanted: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => isWanted && chunks.push(chunk));
      stream.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
      stream.on("error", reject);
    });
  });
}
