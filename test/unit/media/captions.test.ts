import { describe, expect, it } from "vitest";
import { readCaptions } from "~/media/captions";

const CUE = "00:01.000 --> 00:02.000\n第一句\n";

describe("captions", () => {
  it("are written anew with times in full", () => {
    const { captions, reasons } = readCaptions(
      `WEBVTT 标题\r\n\r\n1\r\n${CUE}\n01:00:02.500 --> 01:00:03.000 line:0\n第二句\n`,
    );
    expect(reasons).toEqual([]);
    expect(captions).toBe(
      "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n第一句\n\n01:00:02.500 --> 01:00:03.000 line:0\n第二句\n",
    );
  });

  it.each([
    ["a tag", "<b>重点</b>", "重点"],
    ["a script", "<script>alert(1)</script>好", "alert(1)好"],
    ["a picture", '<img src="x" onerror="alert(1)">好', "好"],
    ["a broken tag", "3 < 5", "3 &lt; 5"],
    ["a speaker", "<v 李主任>请看", "请看"],
  ])("lose %s", (_what, words, left) => {
    const { captions } = readCaptions(`WEBVTT\n\n00:01.000 --> 00:02.000\n${words}\n`);
    expect(captions.split("\n").slice(3)).toEqual([left, ""]);
  });

  it("lose styles, regions and notes", () => {
    const extra = "STYLE\n::cue { background: url(https://example.org/x) }\n\nREGION\nid:a\n\nNOTE 内部\n\n";
    expect(readCaptions(`WEBVTT\n\n${extra}${CUE}`).captions).toBe(readCaptions(`WEBVTT\n\n${CUE}`).captions);
  });

  it.each([
    ["nothing", "", "captions_not_vtt"],
    ["another kind of file", "1\n00:00:01,000 --> 00:00:02,000\n好\n", "captions_not_vtt"],
    ["a page", "<html>WEBVTT", "captions_not_vtt"],
    ["a head alone", "WEBVTT\n", "captions_without_words"],
    ["times that run backwards", "WEBVTT\n\n00:03.000 --> 00:02.000\n好\n", "captions_time"],
    ["a line before the one above it", `WEBVTT\n\n00:05.000 --> 00:06.000\n好\n\n${CUE}`, "captions_time"],
    ["a time that is none", "WEBVTT\n\n00:99.000 --> 00:02.000\n好\n", "captions_time"],
    ["a setting that is none", "WEBVTT\n\n00:01.000 --> 00:02.000 onload=x\n好\n", "captions_time"],
    ["no words", "WEBVTT\n\n00:01.000 --> 00:02.000\n<b></b>\n", "captions_without_words"],
  ])("with %s are refused", (_what, text, code) => {
    expect(readCaptions(text).reasons.map((reason) => reason.code)).toEqual([code]);
  });

  it("name the line whose time cannot be read", () => {
    expect(readCaptions("WEBVTT\n\nx --> y\n好").reasons[0]?.params).toEqual({ line: 3 });
  });
});
