import { because, type MediaReason } from "./reasons";
import type { Reason } from "~/platform/refusal";

export const MEDIA_KINDS = ["audio", "video", "picture"] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

const MIB = 1024 * 1024;

export const MAX_BYTES: Record<MediaKind, number> = { audio: 200 * MIB, video: 500 * MIB, picture: 20 * MIB };
export const MAX_UPLOAD_BYTES = 500 * MIB;
export const MAX_STILL_BYTES = 10 * MIB;
export const MAX_CAPTIONS_BYTES = MIB;
/** More dots than any screen shows; a file of a few bytes can claim billions. */
const MAX_PIXELS = 50_000_000;
const MAX_SIDE = 20_000;

export const MAX_TITLE = 100;
export const MAX_ALTERNATIVE = 2_000;
export const MAX_TRANSCRIPT = 100_000;

/** For the `accept` of file fields; what counts is what the bytes say. */
export const ACCEPTED_ENDINGS = ".mp4,.webm,.mp3,.m4a,.ogg,.wav,.jpg,.jpeg,.png,.gif,.webp";
export const STILL_ENDINGS = ".jpg,.jpeg,.png,.webp";

/** Kinds of file by what their bytes say, with the endings that fit and the type they are served as. */
export const ACCEPTED: Record<string, { kind: MediaKind; endings: readonly string[]; servedAs: string }> = {
  "video/mp4": { kind: "video", endings: ["mp4", "m4v"], servedAs: "video/mp4" },
  "video/x-m4v": { kind: "video", endings: ["mp4", "m4v"], servedAs: "video/mp4" },
  "video/webm": { kind: "video", endings: ["webm"], servedAs: "video/webm" },
  "audio/mpeg": { kind: "audio", endings: ["mp3"], servedAs: "audio/mpeg" },
  "audio/x-m4a": { kind: "audio", endings: ["m4a"], servedAs: "audio/mp4" },
  "audio/mp4": { kind: "audio", endings: ["m4a", "mp4"], servedAs: "audio/mp4" },
  "audio/ogg": { kind: "audio", endings: ["ogg", "oga", "opus"], servedAs: "audio/ogg" },
  "audio/ogg; codecs=opus": { kind: "audio", endings: ["ogg", "oga", "opus"], servedAs: "audio/ogg" },
  "audio/wav": { kind: "audio", endings: ["wav"], servedAs: "audio/wav" },
  "image/jpeg": { kind: "picture", endings: ["jpg", "jpeg"], servedAs: "image/jpeg" },
  "image/png": { kind: "picture", endings: ["png"], servedAs: "image/png" },
  "image/apng": { kind: "picture", endings: ["png", "apng"], servedAs: "image/png" },
  "image/gif": { kind: "picture", endings: ["gif"], servedAs: "image/gif" },
  "image/webp": { kind: "picture", endings: ["webp"], servedAs: "image/webp" },
};

/** What the bytes of a file show of it. */
export interface MediaShape {
  kind: MediaKind;
  mediaType: string;
  size: number;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  isAnimated: boolean;
}

/** What makes a file readable for people who do not see or hear it. */
export interface MediaFacts extends Pick<MediaShape, "kind" | "size" | "width" | "height" | "isAnimated"> {
  title: string;
  /** Poster of a video, still of an animated picture. */
  hasStill: boolean;
  captions: string | null;
  transcript: string | null;
  textAlternative: string | null;
}

/** What the public and other domains are told of one file. */
export interface MediaFile extends Omit<MediaFacts, "size"> {
  id: string;
  mediaType: string;
  size: number;
  durationMs: number | null;
  /** Signed corrections of its words, the newest first; the day is that of the signature. */
  corrections: { on: string; note: string }[];
}

/**
 * Every reason why a file cannot be kept as material: too large for its kind, or without what 无障碍环境建设法 and the
 * product ask of it. A video has poster, captions and transcript, a recording captions and transcript, a picture its
 * text alternative, and an animated one a still as well.
 */
export function mediaRefusals(facts: MediaFacts): Reason[] {
  return [...sizeReasons(facts), ...missing(facts).map(([code, field]) => because(code, field))];
}

function sizeReasons({ kind, size, width, height }: MediaFacts): Reason[] {
  const reasons: Reason[] = [];
  if (size > MAX_BYTES[kind]) reasons.push(because("media_too_large", "file", { maximum: MAX_BYTES[kind] / MIB }));
  if (width !== null && height !== null && areTooManyDots(width, height)) {
    reasons.push(because("picture_too_many_dots", "file", { width, height }));
  }
  return reasons;
}

export function areTooManyDots(width: number, height: number): boolean {
  return width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS;
}

function missing(facts: MediaFacts): [MediaReason, string][] {
  const { kind, isAnimated } = facts;
  const asked: [boolean, MediaReason, string][] = [
    [facts.title.trim() === "", "media_title_missing", "title"],
    [kind === "video" && !facts.hasStill, "poster_missing", "still"],
    [kind === "picture" && isAnimated && !facts.hasStill, "still_missing", "still"],
    [kind !== "picture" && !facts.captions, "captions_missing", "captions"],
    [kind !== "picture" && isBlank(facts.transcript), "transcript_missing", "transcript"],
    [kind === "picture" && isBlank(facts.textAlternative), "text_alternative_missing", "textAlternative"],
  ];
  return asked.flatMap(([isMissing, code, field]) => (isMissing ? [[code, field] as [MediaReason, string]] : []));
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === "";
}
