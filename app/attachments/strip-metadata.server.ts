import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import type { PostedFile } from "~/platform/posted-form.server";

type Stripped = Pick<PostedFile, "size" | "sha256">;

/**
 * Takes out of a picture what people do not know is in it: place, time, device, thumbnail. The way up of a JPEG stays,
 * because the picture would lie on its side without it. Other kinds of file are left as they are.
 */
export async function stripMetadata(file: PostedFile, mediaType: string): Promise<Stripped> {
  const strip = STRIPPERS[mediaType];
  if (!strip) return file;
  const bytes = strip(await readFile(file.path));
  await writeFile(file.path, bytes);
  return { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

const STRIPPERS: Record<string, ((bytes: Buffer) => Buffer) | undefined> = {
  "image/jpeg": stripJpeg,
  "image/png": stripPng,
  "image/webp": stripWebp,
};

const SOI = 2;
const START_OF_SCAN = 0xda;
const APP0 = 0xe0; // JFIF
const APP1 = 0xe1; // Exif, XMP
const APP2 = 0xe2; // colour profile
const APP14 = 0xee; // Adobe: how colours are stored
const APP15 = 0xef;
const COMMENT = 0xfe;

/** Segments stand before the first scan; a file that does not keep to the format is left as it is. */
export function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, SOI)];
  let at = SOI;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    if (marker === START_OF_SCAN) return Buffer.concat([...kept, bytes.subarray(at)]);
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return bytes;
    const segment = bytes.subarray(at, end);
    const turn = marker === APP1 ? orientationOf(segment) : null;
    if (turn) kept.push(orientationSegment(turn));
    else if (!isMetadata(marker)) kept.push(segment);
    at = end;
  }
  return bytes;
}

function isMetadata(marker: number): boolean {
  if (marker === APP0 || marker === APP2 || marker === APP14) return false;
  return (marker > APP0 && marker <= APP15) || marker === COMMENT;
}

const EXIF = "Exif\0\0";
const ORIENTATION = 0x0112;

/** 2 to 8 when the picture has to be turned or mirrored, otherwise null. */
function orientationOf(segment: Buffer): number | null {
  if (segment.toString("latin1", 4, 10) !== EXIF) return null;
  const tiff = segment.subarray(10);
  if (tiff.length < 8) return null;
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = Math.min(short(start), 200);
  for (let entry = 0; entry < count; entry += 1) {
    const at = start + 2 + entry * 12;
    if (short(at) === ORIENTATION) return short(at + 8) >= 2 && short(at + 8) <= 8 ? short(at + 8) : null;
  }
  return null;
}

/** An Exif segment with the way up and nothing else. */
function orientationSegment(turn: number): Buffer {
  const tiff = Buffer.from("4d4d002a00000008000101120003000000010000000000000000", "hex");
  tiff.writeUInt16BE(turn, 18);
  const body = Buffer.concat([Buffer.from(EXIF, "latin1"), tiff]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const PNG_SIGNATURE = 8;
const PNG_METADATA = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

export function stripPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, PNG_SIGNATURE)];
  let at = PNG_SIGNATURE;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return bytes;
    if (!PNG_METADATA.has(bytes.toString("latin1", at + 4, at + 8))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

const RIFF_HEADER = 12;
const WEBP_METADATA = new Set(["EXIF", "XMP "]);
const WEBP_FLAGS = 0x08 | 0x04; // in VP8X: has Exif, has XMP

export function stripWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = [Buffer.from(bytes.subarray(0, RIFF_HEADER))];
  let at = RIFF_HEADER;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32LE(at + 4);
    const end = Math.min(at + 8 + size + (size % 2), bytes.length);
    const kind = bytes.toString("latin1", at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, end));
    if (kind === "VP8X" && chunk.length > 8) chunk[8] = (chunk[8] as number) & ~WEBP_FLAGS;
    if (!WEBP_METADATA.has(kind)) kept.push(chunk);
    at = end;
  }
  const whole = Buffer.concat(kept);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}
