// Small files of each kind, whole by their own structure, and what is needed to spoil them.

export function box(kind: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(kind, 4, "latin1");
  return Buffer.concat([head, body]);
}

/** A film of `seconds` that shows nothing. */
export function mp4(seconds = 90, content: Buffer = Buffer.alloc(64)): Buffer {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(1000, 12);
  header.writeUInt32BE(seconds * 1000, 16);
  const kind = box("ftyp", Buffer.from("isom\0\0\x02\0isomiso2avc1mp41", "latin1"));
  return Buffer.concat([kind, box("moov", box("mvhd", header)), box("mdat", content)]);
}

export function webm(): Buffer {
  const doctype = Buffer.from("4282847765626d", "hex");
  const header = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 | doctype.length]), doctype]);
  const segment = Buffer.concat([Buffer.from("18538067", "hex"), Buffer.from([0x80 | 16]), Buffer.alloc(16)]);
  return Buffer.concat([header, segment]);
}

export function wav(seconds = 2): Buffer {
  const data = Buffer.alloc(8000 * seconds);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0).toString();
  head.writeUInt32LE(36 + data.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** Frames of MPEG 1, layer 3, 128 kbit/s, 44.1 kHz. */
export function mp3(frames = 4): Buffer {
  const frame = Buffer.alloc(417);
  Buffer.from([0xff, 0xfb, 0x90, 0x00]).copy(frame);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

export function ogg(): Buffer {
  const page = Buffer.alloc(27 + 1 + 30);
  page.write("OggS", 0);
  page[26] = 1;
  page[27] = 30;
  page.write("\x01vorbis", 28, "latin1");
  return page;
}

function chunk(kind: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(kind, 4, "latin1");
  return Buffer.concat([head, body, Buffer.alloc(4)]);
}

export function png(width = 4, height = 3, more: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", header), ...more, chunk("IDAT", Buffer.alloc(8)), chunk("IEND")]);
}

export function animatedPng(): Buffer {
  return png(4, 3, [chunk("acTL", Buffer.alloc(8))]);
}

export function pngWithNote(words: string): Buffer {
  return png(4, 3, [chunk("tEXt", Buffer.from(`Comment\0${words}`))]);
}

export function gif(pictures = 1): Buffer {
  const head = Buffer.from("47494638396102000200800000000000ffffff", "hex");
  const picture = Buffer.from("2c000000000200020000" + "02024c0100", "hex");
  return Buffer.concat([head, ...Array.from({ length: pictures }, () => picture), Buffer.from([0x3b])]);
}

export function jpeg(width = 4, height = 3): Buffer {
  const frame = Buffer.from("ffc0000b080000000001011100", "hex");
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const start = Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex");
  return Buffer.concat([start, frame, Buffer.from("ffda0008010100003f00d2cf20ffd9", "hex")]);
}

export function webp(isAnimated = false): Buffer {
  const body = Buffer.alloc(10);
  body[0] = isAnimated ? 0x02 : 0;
  body.writeUIntLE(3, 4, 3);
  body.writeUIntLE(2, 7, 3);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(10, 0);
  const content = Buffer.concat([Buffer.from("WEBPVP8X"), size, body, Buffer.alloc(12)]);
  const head = Buffer.alloc(8);
  head.write("RIFF");
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

export const VTT = "WEBVTT\n\n00:01.000 --> 00:03.500\n住房公积金可以按月提取。\n";
