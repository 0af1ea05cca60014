import type { ReasonText } from "../reason-text";

/** Why a draft file is not read, and what to look at in one that was. */
export const draftImportReasons = {
  draft_file_type: "只能读取 .docx、.md 和 .txt 文件。旧的 .doc 文件请在 Word 或 WPS 中另存为 .docx。",
  draft_file_too_large: "文件太大，草案文件最大 {maximum} MB。",
  docx_broken: "这个 Word 文件打不开：文件已损坏、设有密码，或者并非 .docx 文件。",
  docx_too_large: "这个 Word 文件解压后过大，未予读取。请删去大幅图片后再试。",
  docx_macros: "文件含有宏，不予接收。请另存为不含宏的 .docx 文件。",
  draft_encoding_unknown: "无法识别这个文本文件的编码，请另存为 UTF-8 后再试。",
  draft_empty: "文件中没有文字。",
  draft_too_long: "草案最多 {maximum} 字，请分成几份。",
  draft_tracked_changes: "文件带有修订痕迹：插入的文字已经保留，删除的文字已经去掉。请核对是否为定稿。",
  draft_images_left_out: "文件中的图片没有导入，请作为附件另行上传。",
  draft_word_comments_left_out: "文件中的批注没有导入。",
  draft_numbering_counted: "文件使用了自动编号，编号已按 1. 2. 3. 重新计数，请逐条核对。",
  draft_encoding_guessed: "文件不是 UTF-8 编码，已按 GB18030 读取，请核对有无乱码。",
};

export type DraftImportReasonStrings = Record<keyof typeof draftImportReasons, ReasonText>;
