import type { MediaFile } from "~/media/media-file";
import type { Reason } from "~/platform/refusal";
import type { MaterialKind } from "./material";
import { because } from "./reasons";

/** What the check asks of the file that a material shows. */
export interface ShownMedia extends Pick<MediaFile, "kind" | "isAnimated"> {
  /** What the file itself lacks: poster, captions, transcript, text alternative. */
  reasons: readonly Reason[];
}

/** The kinds of material that show a file: 音视频, 动漫, and 图解 that is a picture. */
export function maySupportMedia(kind: MaterialKind): boolean {
  return kind === "audio_video" || kind === "animation" || kind === "chart";
}

/** Whether a file of this kind can stand in a material of that kind. 动漫 is a film, or a picture that moves. */
export function isFitting(kind: MaterialKind, media: Pick<MediaFile, "kind" | "isAnimated">): boolean {
  switch (kind) {
    case "audio_video":
      return media.kind !== "picture";
    case "animation":
      return media.kind === "video" || (media.kind === "picture" && media.isAnimated);
    case "chart":
      return media.kind === "picture";
    default:
      return false;
  }
}

/** Why the file of a material does not do; [] when it does. 无障碍环境建设法 asks for words beside sound and pictures. */
export function mediaReasons(kind: MaterialKind, media: ShownMedia | null): Reason[] {
  if (!media) return [because("material_media_missing", "media")];
  if (!isFitting(kind, media)) return [because("material_media_unfit", "media")];
  return media.reasons.map((reason) => ({ ...reason, field: "media" }));
}
