import { describe, expect, it } from "vitest";
import { stripJpeg, stripPng, stripWebp } from "~/attachments/strip-metadata.server";

const PLACE = "GPS 23.1291N 113.2644E";

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function exif(turn: number): Buffer {
  const tiff = Buffer.from("49492a000800000001001201030001000000000000000000", "hex");
  tiff.writeUInt16LE(turn, 18);
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from(PLACE)]));
}

const SCAN = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 2, 3, 0xff, 0xd9])]);

function jpeg(...segments: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from("JFIF\0")), ...segments, SCAN]);
}

describe("a JPEG", () => {
  it("loses place, device and comment and keeps its way up", () => {
    const colours = segment(0xe2, Buffer.from("ICC_PROFILE"));
    const stripped = stripJpeg(
      jpeg(exif(6), colours, segment(0xfe, Buffer.from(PLACE)), segment(0xed, Buffer.from(PLACE))),
    );
    expect(stripped.includes(PLACE)).toBe(false);
    expect(stripped.includes("ICC_PROFILE")).toBe(true);
    expect(stripped.subarray(-SCAN.length)).toEqual(SCAN);
    const again = stripJpeg(stripped);
    expect(again).toEqual(stripped);
    expect(stripped.readUInt16BE(stripped.indexOf("MM") + 18)).toBe(6);
  });

  it("that stands upright keeps no Exif at all", () => {
    expect(stripJpeg(jpeg(exif(1)))).toEqual(jpeg());
  });

  it("that does not keep to the format is left as it is", () => {
    const broken = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1, 2, 3]);
    expect(stripJpeg(broken)).toEqual(broken);
  });
});

function chunk(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(kind, 4, "latin1");
  return Buffer.concat([head, body, Buffer.alloc(4)]);
}

describe("a PNG", () => {
  it("loses its texts, time and Exif", () => {
    const signature = Buffer.from("89504e470d0a1a0a", "hex");
    const [header, data, end] = [
      chunk("IHDR", Buffer.alloc(13)),
      chunk("IDAT", Buffer.from("x")),
      chunk("IEND", Buffer.alloc(0)),
    ];
    const said = ["tEXt", "iTXt", "zTXt", "eXIf", "tIME"].map((kind) => chunk(kind, Buffer.from(PLACE)));
    expect(stripPng(Buffer.concat([signature, header, ...said, data, end]))).toEqual(
      Buffer.concat([signature, header, data, end]),
    );
  });
});

describe("a WebP", () => {
  it("loses Exif and XMP, and its header says so", () => {
    const part = (kind: string, body: Buffer) => {
      const head = Buffer.alloc(8);
      head.write(kind, 0, "latin1");
      head.writeUInt32LE(body.length, 4);
      return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
    };
    const extended = Buffer.alloc(10);
    extended[0] = 0x1c;
    const parts = [
      part("VP8X", extended),
      part("VP8 ", Buffer.from("abc")),
      part("EXIF", Buffer.from(PLACE)),
      part("XMP ", Buffer.from(PLACE)),
    ];
    const file = Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBP", "latin1"), ...parts]);
    const stripped = stripWebp(file);
    expect(stripped.includes(PLACE)).toBe(false);
    expect(stripped.readUInt32LE(4)).toBe(stripped.length - 8);
    expect(stripped[20]).toBe(0x10);
    expect(stripWebp(stripped)).toEqual(stripped);
  });
});
