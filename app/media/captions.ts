import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

interface Cue {
  from: number;
  to: number;
  settings: string;
  words: string;
}

const HEAD = /^WEBVTT(?:[ \t].*)?$/;
const TIMES =
  /^(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})[ \t]+-->[ \t]+(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})((?:[ \t]+[a-z]+:[\w%,.-]+)*)[ \t]*$/;
const MOST_LINES = 50_000;

/**
 * Reads captions (WebVTT) and writes them anew: cues with times that run forward and words without markup. Styles,
 * regions and notes are left out, so that nothing but times and words reaches a page. Refusals: `captions_not_vtt`,
 * `captions_time` with the line, `captions_without_words`.
 */
export function readCaptions(text: string): { captions: string; reasons: Reason[] } {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n?|\n/)
    .slice(0, MOST_LINES);
  if (!HEAD.test(lines[0] ?? "")) return { captions: "", reasons: [because("captions_not_vtt", "captions")] };
  const cues: Cue[] = [];
  let last = 0;
  for (let line = 1; line < lines.length; line += 1) {
    if (!lines[line]!.includes("-->")) continue;
    const cue = cueOf(lines, line);
    if (!cue || cue.to <= cue.from || cue.from < last) {
      return { captions: "", reasons: [because("captions_time", "captions", { line: line + 1 })] };
    }
    last = cue.from;
    if (cue.words) cues.push(cue);
  }
  if (cues.length === 0) return { captions: "", reasons: [because("captions_without_words", "captions")] };
  return { captions: ["WEBVTT", ...cues.map(written)].join("\n\n") + "\n", reasons: [] };
}

function cueOf(lines: string[], at: number): Cue | null {
  const found = TIMES.exec(lines[at]!);
  if (!found) return null;
  const end = lines.findIndex((line, index) => index > at && line.trim() === "");
  const words = lines.slice(at + 1, end === -1 ? undefined : end).map(plain);
  return {
    from: milliseconds(found.slice(1, 5)),
    to: milliseconds(found.slice(5, 9)),
    settings: found[9] ?? "",
    words: words.filter(Boolean).join("\n"),
  };
}

function milliseconds([hours, minutes, seconds, rest]: (string | undefined)[]): number {
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
}

/** Words without tags. What is left of a broken tag is written so that no reader takes it for one. */
function plain(line: string): string {
  return line
    .replace(/<[^<>]{0,200}>/g, "")
    .replaceAll("<", "&lt;")
    .replaceAll("-->", "--&gt;")
    .trim();
}

function written({ from, to, settings, words }: Cue): string {
  return `${clock(from)} --> ${clock(to)}${settings}\n${words}`;
}

function clock(at: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const seconds = Math.floor(at / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(at % 1000).padStart(3, "0")}`;
}
