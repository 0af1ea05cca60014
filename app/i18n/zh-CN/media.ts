import type { MediaKind } from "~/media/media-file";

const kinds: Record<MediaKind, string> = { audio: "音频", video: "视频", picture: "图片" };

/** Audio, video and pictures as the public meets them. */
export const media = {
  kinds,
  animated: "动图",
  transcript: "文字稿",
  textAlternative: "图片说的是什么",
  captions: "中文字幕",
  corrected: (day: string, note: string) => `字幕和文字已于${day}更正：${note}`,
  download: (size: string) => `下载（${size}）`,
  showAnimated: (size: string) => `看动图（${size}）`,
  cannotPlay: "这个浏览器放不了，请下载后观看。",
  duration: (minutes: number, seconds: number) => (minutes > 0 ? `${minutes} 分 ${seconds} 秒` : `${seconds} 秒`),
};
