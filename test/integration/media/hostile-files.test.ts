import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { addMedia, type NewMediaInput } from "~/media/add-media.server";
import { openMedia, readableMedia } from "~/media/queries.server";
import { beginUpload, keepPosted } from "~/media/receive-upload.server";
import type { Database } from "~/platform/db.server";
import { incomingFolder } from "~/platform/files.server";
import { randomId } from "~/platform/ids.server";
import { Refused } from "~/platform/refusal";
import { createStaff, type Staff } from "../../factories/desk";
import * as files from "../../factories/media-files";
import { freshDatabase, freshFolder } from "../../setup/database";

const NOW = new Date("2026-07-10T04:00:00Z");

let db: Database;
let staff: Staff;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
});

async function arrived(fileName: string, bytes: Buffer): Promise<string> {
  mkdirSync(incomingFolder(), { recursive: true });
  const file = path.join(incomingFolder(), randomId());
  writeFileSync(file, bytes);
  const posted = { field: "file", fileName, claimedType: "video/mp4", path: file, size: bytes.length, sha256: "" };
  return (await keepPosted(staff.handler, posted, { db, now: NOW })).id;
}

const COMPLETE = { title: "一分钟看懂", transcript: "稿", textAlternative: "图" };

async function add(fileName: string, bytes: Buffer, more: Partial<NewMediaInput> = {}) {
  const file = await arrived(fileName, bytes);
  const still = await arrived("封面.png", files.png());
  const captions = await arrived("字幕.vtt", Buffer.from(files.VTT));
  const input = { unit: "housing", file, still, captions, ...COMPLETE, ...more };
  return addMedia(staff.handler, input, { db, now: NOW });
}

async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refused);
  return (error as Refused).reasons.map(({ code }) => code);
}

async function bytesOf(id: string): Promise<Buffer> {
  const file = await readableMedia(staff.handler, id, "file", { db, now: NOW });
  const chunks: Buffer[] = [];
  for await (const chunk of await openMedia(file!)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const HTML = "<!doctype html><script>alert(document.cookie)</script>";
const ZIP = Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.alloc(60)]);

/** name of the file, its bytes, why it is refused */
const HOSTILE: [string, string, Buffer, string][] = [
  ["a page that calls itself a film", "a.mp4", Buffer.from(HTML), "media_type"],
  ["a page that calls itself a picture", "a.png", Buffer.from(HTML), "media_type"],
  ["a drawing with a script", "a.svg", Buffer.from(SVG), "media_type"],
  ["the same under a picture's name", "a.png", Buffer.from(SVG), "media_type"],
  ["a drawing behind an XML head", "a.png", Buffer.from(`<?xml version="1.0"?>${SVG}`), "media_type"],
  ["a script", "a.mp3", Buffer.from("#!/bin/sh\nrm -rf /\n"), "media_type"],
  ["a program", "a.mp4", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]), "media_type"],
  ["an archive", "a.mp4", ZIP, "media_type"],
  ["a bomb of a packed gigabyte", "a.webm", gzipSync(Buffer.alloc(20_000_000)), "media_type"],
  ["a document", "a.mp4", Buffer.from("%PDF-1.7\n%%EOF"), "media_type"],
  ["a list of a film's parts elsewhere", "a.mp4", Buffer.from("#EXTM3U\nfile:///etc/passwd\n"), "media_type"],
  ["nothing but zeroes", "a.wav", Buffer.alloc(4096), "media_type"],
  ["a film of another kind", "a.mov", Buffer.from("\0\0\0\x14ftypqt  \0\0\0\0qt  "), "media_type"],
  ["a film under a picture's name", "a.png", files.mp4(), "media_ending"],
  ["a picture under a film's name", "a.mp4", files.png(), "media_ending"],
  ["a double ending", "film.mp4.exe", files.mp4(), "media_ending"],
  ["a name without ending", "film", files.mp4(), "media_ending"],
  ["a film that is cut off", "a.mp4", files.mp4().subarray(0, -10), "media_broken"],
  [
    "a film without its index",
    "a.mp4",
    Buffer.concat([files.mp4().subarray(0, 32), files.box("mdat")]),
    "media_broken",
  ],
  ["a film with a page behind it", "a.mp4", Buffer.concat([files.mp4(), Buffer.from(HTML)]), "media_broken"],
  ["a film whose box claims 2 GB", "a.mp4", Buffer.concat([files.mp4(), claimed(2 ** 31)]), "media_broken"],
  ["a film whose box claims no length", "a.mp4", Buffer.concat([files.mp4(), claimed(3)]), "media_broken"],
  ["a WebM that is cut off", "a.webm", files.webm().subarray(0, -4), "media_broken"],
  ["a recording that is cut off", "a.wav", files.wav().subarray(0, 4000), "media_broken"],
  ["a recording with one frame and a page", "a.mp3", Buffer.concat([files.mp3(1), Buffer.from(HTML)]), "media_broken"],
  ["an Ogg that is cut off", "a.ogg", files.ogg().subarray(0, 40), "media_broken"],
  ["a picture that is cut off", "a.png", files.png().subarray(0, -6), "media_broken"],
  ["a GIF without its end", "a.gif", files.gif().subarray(0, -1), "media_broken"],
  ["a JPEG without its end", "a.jpg", files.jpeg().subarray(0, -2), "media_broken"],
  ["a WebP that claims more than there is", "a.webp", files.webp().subarray(0, -8), "media_broken"],
  [
    "a picture of a few bytes that claims four billion dots",
    "a.png",
    files.png(65_000, 65_000),
    "picture_too_many_dots",
  ],
  ["a JPEG wider than any screen", "a.jpg", files.jpeg(65_000, 10), "picture_too_many_dots"],
];

function claimed(length: number): Buffer {
  const head = files.box("free");
  head.writeUInt32BE(length, 0);
  return head;
}

describe("refused with its reason is", () => {
  it.each(HOSTILE)("%s (%s)", async (_what, name, bytes, code) => {
    expect(await codesOf(add(name, bytes))).toContain(code);
  });
});

describe("made harmless is", () => {
  it("an archive behind a picture: what stands behind its end is cut off", async () => {
    const { id } = await add("a.png", Buffer.concat([files.png(), ZIP]));
    expect(await bytesOf(id)).toEqual(files.png());
  });

  it("a picture with words inside: place, device and notes are taken out", async () => {
    const { id } = await add("a.png", files.pngWithNote("拍摄于家中"));
    expect((await bytesOf(id)).includes("拍摄于家中")).toBe(false);
  });

  it("a name with a path: it leads nowhere, because files stand under random ids", async () => {
    const { id } = await add("../../../etc/passwd.mp4", files.mp4());
    expect(id).toMatch(/^[0-9a-z]{16}$/);
    expect(await bytesOf(id)).toEqual(files.mp4());
  });

  it("a page inside a film: it is handed out as a film and nothing else", async () => {
    const { id } = await add("a.mp4", files.mp4(90, Buffer.from(HTML)));
    expect((await readableMedia(staff.handler, id, "file", { db, now: NOW }))?.mediaType).toBe("video/mp4");
  });
});

describe("taken is", () => {
  it.each([
    ["a.mp4", files.mp4(), { kind: "video", durationMs: 90_000 }],
    ["a.webm", files.webm(), { kind: "video", durationMs: null }],
    ["a.wav", files.wav(), { kind: "audio", durationMs: 2000 }],
    ["a.mp3", files.mp3(), { kind: "audio" }],
    ["a.ogg", files.ogg(), { kind: "audio" }],
    ["a.jpg", files.jpeg(), { kind: "picture", width: 4, height: 3, isAnimated: false }],
    ["a.gif", files.gif(2), { kind: "picture", isAnimated: true, hasStill: true }],
    ["a.webp", files.webp(true), { kind: "picture", width: 4, height: 3, isAnimated: true }],
    ["a.png", files.animatedPng(), { kind: "picture", isAnimated: true, mediaType: "image/png" }],
  ])("%s, with what its bytes say of it", async (name, bytes, facts) => {
    const { id } = await add(name, bytes);
    const { stillId, ...row } = (await db.client.mediaFile.findUnique({ where: { id } }))!;
    expect({ ...row, hasStill: stillId !== null }).toMatchObject(facts);
  });
});

describe("what belongs to a film", () => {
  it("is refused with it, everything at once", async () => {
    const still = await arrived("动.gif", files.gif(3));
    const captions = await arrived("字幕.vtt", Buffer.from([0xff, 0xfe, 0x00]));
    const work = add("a.mp4", files.mp4(), { still, captions, transcript: null, title: "" });
    expect((await codesOf(work)).sort()).toEqual([
      "captions_not_text",
      "media_title_missing",
      "still_type",
      "transcript_missing",
    ]);
  });

  it("must be the sender's own and have arrived whole", async () => {
    const begun = await beginUpload(staff.handler, { fileName: "a.mp4", size: 5000 }, { db, now: NOW });
    expect(await codesOf(add("b.mp4", files.mp4(), { file: begun.id }))).toContain("media_gone");
    const others = await keepOf(staff.allround);
    expect(await codesOf(add("b.mp4", files.mp4(), { file: others }))).toContain("media_gone");
  });

  it("of more than is taken is refused before the first byte", async () => {
    const claim = (size: number) => beginUpload(staff.handler, { fileName: "a.mp4", size }, { db, now: NOW });
    for (const size of [2 ** 31, 500 * 1024 * 1024 + 1, 0, -1, 1.5, Number.NaN]) {
      expect(await codesOf(claim(size))).toEqual(["upload_size"]);
    }
  });

  it("leaves no copies where files arrive", () => {
    expect(readdirSync(incomingFolder()).filter((name) => name.endsWith(".copy"))).toEqual([]);
  });
});

async function keepOf(person: Staff["allround"]): Promise<string> {
  const file = path.join(incomingFolder(), randomId());
  writeFileSync(file, files.mp4());
  const size = files.mp4().length;
  const posted = { field: "file", fileName: "a.mp4", claimedType: "", path: file, size, sha256: "" };
  return (await keepPosted(person, posted, { db, now: NOW })).id;
}

it("only the handling officers of the unit add files", async () => {
  for (const person of [staff.reviewer, staff.otherHandler, staff.resident]) {
    const input = { unit: "housing", file: null, still: null, captions: null, ...COMPLETE };
    const refused = addMedia(person, input, { db, now: NOW });
    await expect(refused).rejects.toMatchObject({ status: 404 });
  }
});
