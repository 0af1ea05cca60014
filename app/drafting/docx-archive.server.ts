import { buffer } from "node:stream/consumers";
import { isZipBomb, openZip } from "~/platform/zip.server";

/** What is known of a Word file before anything reads its text. */
export interface DocxArchive {
  entries: ReadonlySet<string>;
  documentXml: string;
}

export type ArchiveFault = "docx_broken" | "docx_too_large";

/** A Word draft of a thousand pages with its pictures stays far below; a bomb is far above. */
const MOST_UNZIPPED = 200 * 1024 * 1024;
/** The part that is turned into text, all in memory at once. */
const MOST_XML = 16 * 1024 * 1024;
const DOCUMENT = "word/document.xml";

/**
 * Reads a .docx to its end with the amount of data bounded, because the library that turns it into text unzips without
 * asking. The sizes in the directory are checked first, then held against what really comes out of each entry.
 */
export async function readDocxArchive(bytes: Buffer): Promise<DocxArchive | ArchiveFault> {
  try {
    return await readEntries(bytes);
  } catch {
    return "docx_broken";
  }
}

async function readEntries(bytes: Buffer): Promise<DocxArchive | ArchiveFault> {
  const zip = await openZip(bytes);
  if (zip === "too_large" || isZipBomb(zip.entries, MOST_UNZIPPED)) return "docx_too_large";
  if (zip.entries.some(({ fileName, uncompressedSize }) => /\.xml$/i.test(fileName) && uncompressedSize > MOST_XML))
    return "docx_too_large";
  let documentXml: string | undefined;
  for (const entry of zip.entries) {
    const content = await zip.open(entry);
    if (entry.fileName === DOCUMENT) documentXml = (await buffer(content)).toString("utf8");
    else await readThrough(content);
  }
  if (documentXml === undefined) return "docx_broken";
  return { entries: new Set(zip.entries.map(({ fileName }) => fileName)), documentXml };
}

/** To the end, so that an entry larger than it said fails here. */
async function readThrough(content: AsyncIterable<unknown>): Promise<void> {
  for await (const chunk of content) void chunk;
}
