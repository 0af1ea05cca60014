import { describe, expect, it } from "vitest";
import { askedRange } from "~/media/byte-range";
import { mediaRefusals, type MediaFacts } from "~/media/media-file";

const VIDEO: MediaFacts = {
  kind: "video",
  size: 1000,
  width: null,
  height: null,
  isAnimated: false,
  title: "一分钟看懂",
  hasStill: true,
  captions: "WEBVTT",
  transcript: "稿",
  textAlternative: null,
};
const PICTURE: MediaFacts = {
  ...VIDEO,
  kind: "picture",
  hasStill: false,
  captions: null,
  transcript: null,
  textAlternative: "图",
};

describe("what a file must carry", () => {
  it.each<[string, Partial<MediaFacts>, string[]]>([
    ["a complete video", VIDEO, []],
    [
      "a video alone",
      { ...VIDEO, hasStill: false, captions: null, transcript: " " },
      ["poster_missing", "captions_missing", "transcript_missing"],
    ],
    ["a complete recording", { ...VIDEO, kind: "audio", hasStill: false }, []],
    [
      "a recording alone",
      { ...VIDEO, kind: "audio", captions: null, transcript: null },
      ["captions_missing", "transcript_missing"],
    ],
    ["a complete picture", PICTURE, []],
    ["a picture without words", { ...PICTURE, textAlternative: null }, ["text_alternative_missing"]],
    ["an animated picture without still", { ...PICTURE, isAnimated: true }, ["still_missing"]],
    ["an animated picture with still", { ...PICTURE, isAnimated: true, hasStill: true }, []],
    ["a file without title", { ...PICTURE, title: " " }, ["media_title_missing"]],
    ["a video of more than 500 MB", { ...VIDEO, size: 500 * 1024 * 1024 + 1 }, ["media_too_large"]],
    ["a picture of a billion dots", { ...PICTURE, width: 40_000, height: 30_000 }, ["picture_too_many_dots"]],
  ])("%s", (_what, facts, codes) => {
    expect(mediaRefusals(facts as MediaFacts).map(({ code }) => code)).toEqual(codes);
  });
});

describe("the part that is asked for", () => {
  it.each<[string | null, ReturnType<typeof askedRange>]>([
    [null, null],
    ["bytes=0-", { start: 0, end: 9 }],
    ["bytes=2-5", { start: 2, end: 5 }],
    ["bytes=8-99", { start: 8, end: 9 }],
    ["bytes=-3", { start: 7, end: 9 }],
    ["bytes=-99", { start: 0, end: 9 }],
    ["bytes=10-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=5-2", null],
    ["bytes=-", null],
    ["bytes=0-1,3-4", null],
    ["items=0-1", null],
    ["bytes=0x1-2", null],
    ["bytes=99999999999999999999-", null],
  ])("%s", (header, part) => {
    expect(askedRange(header, 10)).toEqual(part);
  });
});
