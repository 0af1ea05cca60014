import { promisify } from "node:util";
import type { Readable } from "node:stream";
import type { Entry, Options, ZipFile } from "yauzl";

/** A zip archive whose list of contents was read, and nothing else. */
export interface ZipArchive {
  entries: Entry[];
  open: (entry: Entry) => Promise<Readable>;
}

/** Far more than an office document has. */
const MOST_ENTRIES = 5_000;
/** Office text packs to about a tenth; deflate cannot pass 1032. Small entries may be dense. */
const HIGHEST_RATIO = 200;
const RATIO_FREE = 1024 * 1024;

/** Opens an archive that is in memory; `too_large` for one with too many parts. Throws when it is no archive at all. */
export async function openZip(bytes: Buffer): Promise<ZipArchive | "too_large"> {
  const { default: yauzl } = await import("yauzl");
  const fromBuffer: (bytes: Buffer, options: Options) => Promise<ZipFile> = promisify(yauzl.fromBuffer);
  const zip = await fromBuffer(bytes, { lazyEntries: true, autoClose: false });
  if (zip.entryCount > MOST_ENTRIES) return "too_large";
  return { entries: await listEntries(zip), open: (entry) => openEntry(zip, entry) };
}

/** Whether what these parts say of their sizes is more than a person would send: a bomb tells it here. */
export function isZipBomb(entries: readonly Entry[], mostUnzipped: number): boolean {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const isDense = ({ compressedSize, uncompressedSize }: Entry) =>
    uncompressedSize > RATIO_FREE && uncompressedSize > compressedSize * HIGHEST_RATIO;
  return total > mostUnzipped || entries.some(isDense);
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

/** Fails while it is read when more comes out than the entry said. */
function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
