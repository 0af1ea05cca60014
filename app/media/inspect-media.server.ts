import { readFile } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { Refused } from "~/platform/refusal";
import { withBytes } from "./byte-source.server";
import { ACCEPTED, areTooManyDots, MAX_BYTES, type MediaKind, type MediaShape } from "./media-file";
import { readGif, readJpeg, readPng, readWebp, type Picture } from "./read-picture.server";
import { readMp3, readMp4, readOgg, readWav, readWebm, type Sound } from "./read-sound.server";
import { because } from "./reasons";

const SOUNDS: Record<string, (source: Parameters<typeof readMp4>[0]) => Promise<Sound>> = {
  "video/mp4": readMp4,
  "audio/mp4": readMp4,
  "video/webm": readWebm,
  "audio/ogg": readOgg,
  "audio/wav": readWav,
  "audio/mpeg": readMp3,
};

const PICTURES: Record<string, (bytes: Buffer) => Picture> = {
  "image/png": readPng,
  "image/gif": readGif,
  "image/webp": readWebp,
  "image/jpeg": readJpeg,
};

/**
 * What a file is by its bytes, whatever its name or the browser claims. `size` is where a picture's own structure ends:
 * what stands behind it is no part of it. The file itself is not touched.
 * Refusals, at `field`: `media_type`, `media_ending` when the name says something else, `media_broken` when the file is
 * cut off or only looks like its kind, `media_too_large`, `picture_too_many_dots`.
 */
export async function inspectMedia(path: string, fileName: string, field: string): Promise<MediaShape> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const accepted = found && Object.hasOwn(ACCEPTED, found.mime) ? ACCEPTED[found.mime] : undefined;
  if (!accepted) throw refusal("media_type", field);
  const { kind, servedAs: mediaType, endings } = accepted;
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (!endings.includes(ending)) throw new Refused([because("media_ending", field, { ending: ending || "—" })]);
  const shape = kind === "picture" ? await picture(path, mediaType, field) : await sound(path, mediaType, field);
  return { kind, mediaType, ...shape };
}

type Measured = Omit<MediaShape, "kind" | "mediaType">;

async function sound(path: string, mediaType: string, field: string): Promise<Measured> {
  return withBytes(path, async (source) => {
    const found = await SOUNDS[mediaType]!(source);
    if (!found) throw refusal("media_broken", field);
    return { ...found, size: source.size, width: null, height: null, isAnimated: false };
  });
}

async function picture(path: string, mediaType: string, field: string): Promise<Measured> {
  const claimed = await withBytes(path, async ({ size }) => size);
  if (claimed > MAX_BYTES.picture) throw tooLarge("picture", field);
  const found = PICTURES[mediaType]!(await readFile(path));
  if (!found) throw refusal("media_broken", field);
  const { width, height, isAnimated, end } = found;
  if (areTooManyDots(width, height)) throw new Refused([because("picture_too_many_dots", field, { width, height })]);
  return { durationMs: null, size: end, width, height, isAnimated };
}

function tooLarge(kind: MediaKind, field: string): Refused {
  return new Refused([because("media_too_large", field, { maximum: MAX_BYTES[kind] / 1_048_576 })]);
}

function refusal(code: "media_type" | "media_broken", field: string): Refused {
  return new Refused([because(code, field)]);
}
