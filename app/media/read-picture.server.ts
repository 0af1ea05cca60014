/** What a picture's own structure says; null when it is not whole. `end`: what stands behind it is no part of it. */
export type Picture = { width: number; height: number; isAnimated: boolean; end: number } | null;

const MOST_PARTS = 100_000;

export function readPng(bytes: Buffer): Picture {
  let isAnimated = false;
  for (let at = 8, count = 0; at + 12 <= bytes.length && count < MOST_PARTS; count += 1) {
    const kind = bytes.toString("latin1", at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length || (count === 0 && kind !== "IHDR")) return null;
    isAnimated ||= kind === "acTL";
    if (kind === "IEND") return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), isAnimated, end };
    at = end;
  }
  return null;
}

export function readGif(bytes: Buffer): Picture {
  if (bytes.length < 14) return null;
  let pictures = 0;
  let at = 13 + colourTable(bytes[10]!);
  for (let count = 0; at < bytes.length && count < MOST_PARTS; count += 1) {
    const kind = bytes[at]!;
    if (kind === 0x3b) {
      if (pictures === 0) return null;
      const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
      return { width, height, isAnimated: pictures > 1, end: at + 1 };
    }
    if (kind === 0x2c) {
      pictures += 1;
      at = afterBlocks(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0));
    } else if (kind === 0x21) at = afterBlocks(bytes, at + 2);
    else return null;
  }
  return null;
}

function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function afterBlocks(bytes: Buffer, at: number): number {
  while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!;
  return at + 1;
}

export function readWebp(bytes: Buffer): Picture {
  if (bytes.length < 30) return null;
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return null;
  const kind = bytes.toString("latin1", 12, 16);
  if (kind === "VP8X") {
    const [width, height] = [1 + bytes.readUIntLE(24, 3), 1 + bytes.readUIntLE(27, 3)];
    return { width, height, isAnimated: (bytes[20]! & 0x02) !== 0, end };
  }
  if (kind === "VP8L") {
    const bits = bytes.readUInt32LE(21);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff), isAnimated: false, end };
  }
  if (kind !== "VP8 ") return null;
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, isAnimated: false, end };
}

/** The size stands in the frame header; the end of the picture must be somewhere behind it. */
export function readJpeg(bytes: Buffer): Picture {
  for (let at = 2, count = 0; at + 9 < bytes.length && count < MOST_PARTS; count += 1) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (isFrame(marker)) {
      const last = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return last > at && width > 0 && height > 0 ? { width, height, isAnimated: false, end: last + 2 } : null;
    }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
