import type { MediaReason } from "~/media/reasons";
import type { ReasonText } from "../reason-text";

export const mediaReasons: Record<MediaReason, ReasonText> = {
  media_missing: "请选择文件。",
  media_gone: "这个文件没有传完，或者已经不在了。请重新选择文件。",
  media_type:
    "不接受这种文件。视频请用 MP4 或 WebM，音频请用 MP3、M4A、OGG 或 WAV，图片请用 JPG、PNG、GIF 或 WebP。系统看的是文件内容，不是文件名。",
  media_ending: "文件内容和文件名的后缀“{ending}”对不上。请换成原来的文件，不要改后缀。",
  media_broken: "文件不完整或已损坏，可能没有传完或没有导出完。请检查后重新选择。",
  media_too_large: "文件太大。这类文件最多 {maximum} MB，请压缩后再传。",
  words_unchanged: "字幕和文字都没有改动。",
  words_wait: "上一次更正还没有签发，请先等它办完。",
  words_under_review: "这个文件正随解读材料一起审签，现在不能改。请先退回材料。",
  words_note_missing: "文件已经公开，更正要写明更正说明。",
  no_words_waiting: "没有等待签发的更正。",
  correction_same_person: "更正是您（或者您代理的人、代理您的人）写的，要由另一个人签发。",
  media_in_use: "正在被页面使用，不能删除。请先从页面上取下。",
  picture_too_many_dots: "图片尺寸太大（{width} × {height}）。请缩小后再传。",
  media_title_missing: "请填写名称。",
  media_text_too_long: "文字太长，请删减。",
  poster_missing: "请为视频附一张封面图。",
  still_missing: "请为动图附一张静态图。怕闪动的人看静态图。",
  still_type: "封面图或静态图须是不会动的图片，最多 {maximum} MB。",
  captions_missing: "请附字幕文件（.vtt）。听不见的人要看字幕。",
  captions_not_text: "字幕文件须是 UTF-8 编码的文本，最多 1 MB。",
  captions_not_vtt: "字幕文件第一行须是“WEBVTT”。如果是 .srt，请先转换成 .vtt。",
  captions_time: "字幕文件第 {line} 行的时间看不懂，或者比前一句还早。",
  captions_without_words: "字幕文件里没有文字。",
  transcript_missing: "请填写文字稿。看不见、听不见的人靠它了解内容。",
  text_alternative_missing: "请用文字写出图片说的是什么。看不见的人靠它了解内容。",
  upload_size: "文件大小不对，或者超过 {maximum} MB。",
};
