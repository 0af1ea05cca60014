import type { ByteSource } from "./byte-source.server";

/** What is known of a film or recording; null when the file is not whole or not what it claims. */
export type Sound = { durationMs: number | null } | null;

const MOST_PARTS = 200_000;

/** Boxes of MP4 (ISO 14496-12): they fill the file to its end, and the index with the duration is among them. */
export async function readMp4(source: ByteSource): Promise<Sound> {
  const found = new Map<string, { at: number; end: number }>();
  let at = 0;
  for (let count = 0; at < source.size; count += 1) {
    const box = count < MOST_PARTS ? await boxAt(source, at, source.size) : null;
    if (!box) return null;
    if (!found.has(box.kind)) found.set(box.kind, { at: box.body, end: box.end });
    at = box.end;
  }
  const index = found.get("moov");
  if (!index || !(found.has("mdat") || found.has("moof"))) return null;
  return { durationMs: await movieDuration(source, index) };
}

interface Box {
  kind: string;
  body: number;
  end: number;
}

async function boxAt(source: ByteSource, at: number, limit: number): Promise<Box | null> {
  const head = await source.read(at, 16);
  if (head.length < 8) return null;
  const kind = head.toString("latin1", 4, 8);
  const short = head.readUInt32BE(0);
  if (short === 1 && head.length < 16) return null;
  const size = short === 0 ? limit - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short;
  const body = at + (short === 1 ? 16 : 8);
  const end = at + size;
  return end >= body && end <= limit ? { kind, body, end } : null;
}

async function movieDuration(source: ByteSource, { at, end }: { at: number; end: number }): Promise<number | null> {
  for (let count = 0; at < end && count < 1000; count += 1) {
    const box = await boxAt(source, at, end);
    if (!box) return null;
    if (box.kind === "mvhd") return headerDuration(await source.read(box.body, 32));
    at = box.end;
  }
  return null;
}

function headerDuration(header: Buffer): number | null {
  if (header.length < 32) return null;
  const isLong = header[0] === 1;
  const scale = header.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  return scale > 0 ? Math.round((duration / scale) * 1000) : null;
}

const SEGMENT = 0x18538067;

/** WebM: the header, then one segment that does not claim more than there is. */
export async function readWebm(source: ByteSource): Promise<Sound> {
  let at = 0;
  for (let count = 0; count < 10; count += 1) {
    const element = elementOf(await source.read(at, 12), at);
    if (!element) return null;
    if (element.id !== SEGMENT) at = element.body + (element.size ?? source.size);
    else return element.size === null || element.body + element.size <= source.size ? { durationMs: null } : null;
    if (at >= source.size) return null;
  }
  return null;
}

function elementOf(head: Buffer, at: number): { id: number; body: number; size: number | null } | null {
  const idLength = Math.clz32(head[0] ?? 0) - 23;
  const sizeLength = Math.clz32(head[idLength] ?? 0) - 23;
  if (idLength > 4 || sizeLength > 8 || head.length < idLength + sizeLength) return null;
  const id = head.readUIntBE(0, idLength);
  let size = head[idLength]! & (0xff >> sizeLength);
  let isUnknown = size === 0xff >> sizeLength;
  for (const byte of head.subarray(idLength + 1, idLength + sizeLength)) {
    isUnknown &&= byte === 0xff;
    size = size * 256 + byte;
  }
  return { id, body: at + idLength + sizeLength, size: isUnknown ? null : size };
}

/** Pages of Ogg, each with its length, up to the end of the file. */
export async function readOgg(source: ByteSource): Promise<Sound> {
  let at = 0;
  for (let count = 0; at < source.size; count += 1) {
    const head = await source.read(at, 27 + 255);
    if (count > MOST_PARTS || head.length < 27 || head.toString("latin1", 0, 4) !== "OggS") return null;
    const lacing = head.subarray(27, 27 + head[26]!);
    at += 27 + lacing.length + lacing.reduce((sum, one) => sum + one, 0);
  }
  return at === source.size ? { durationMs: null } : null;
}

/** WAVE: the chunks fit, and the data is as long as it says. */
export async function readWav(source: ByteSource): Promise<Sound> {
  let bytesPerSecond = 0;
  for (let at = 12, count = 0; at + 8 <= source.size && count < 1000; count += 1) {
    const head = await source.read(at, 20);
    const kind = head.toString("latin1", 0, 4);
    const size = head.readUInt32LE(4);
    if (at + 8 + size > source.size) return null;
    if (kind === "fmt " && head.length >= 20) bytesPerSecond = head.readUInt32LE(16);
    if (kind === "data") {
      return bytesPerSecond > 0 ? { durationMs: Math.round((size / bytesPerSecond) * 1000) } : null;
    }
    at += 8 + size + (size % 2);
  }
  return null;
}

const BIT_RATES: Record<string, readonly number[]> = {
  "1": [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  "2": [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const SAMPLE_RATES = [44100, 48000, 32000];
const FRAMES_TO_SEE = 3;

/** MP3: after the tags, frames that follow each other without a gap. */
export async function readMp3(source: ByteSource): Promise<Sound> {
  const head = await source.read(0, 10);
  const hasTag = head.length === 10 && head.toString("latin1", 0, 3) === "ID3";
  let at = hasTag ? 10 + [6, 7, 8, 9].reduce((size, index) => size * 128 + (head[index]! & 127), 0) : 0;
  for (let frame = 0; frame < FRAMES_TO_SEE; frame += 1) {
    const length = frameLength(await source.read(at, 4));
    if (!length || at + length > source.size) return null;
    at += length;
  }
  return { durationMs: null };
}

function frameLength(head: Buffer): number | null {
  if (head.length < 4 || head[0] !== 0xff || (head[1]! & 0xe6) !== 0xe2) return null;
  const version = (head[1]! >> 3) & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
  const bitRate = BIT_RATES[version === 3 ? "1" : "2"]![head[2]! >> 4];
  const sampleRate = SAMPLE_RATES[(head[2]! >> 2) & 3];
  if (version === 1 || !bitRate || !sampleRate) return null;
  const rate = sampleRate / (version === 3 ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((version === 3 ? 144 : 72) * bitRate * 1000) / rate) + ((head[2]! >> 1) & 1);
}
