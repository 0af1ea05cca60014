import type { MediaKind } from "~/media/media-file";
import type { media as source } from "../zh-CN/media";

const kinds: Record<MediaKind, string> = { audio: "Audio", video: "Video", picture: "Picture" };

export const media: typeof source = {
  kinds,
  animated: "Animated picture",
  transcript: "Transcript",
  textAlternative: "What the picture shows",
  captions: "Chinese captions",
  corrected: (day: string, note: string) => `Captions and text corrected on ${day}: ${note}`,
  download: (size: string) => `Download (${size})`,
  showAnimated: (size: string) => `See it move (${size})`,
  cannotPlay: "This browser cannot play it. Download it instead.",
  duration: (minutes: number, seconds: number) =>
    minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} ${seconds === 1 ? "second" : "seconds"}`,
};
