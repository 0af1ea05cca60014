import type { DraftImportReasonStrings } from "../zh-CN/draft-import-reasons";

export const draftImportReasons: DraftImportReasonStrings = {
  draft_file_type: "Only .docx, .md and .txt files can be read. Save an old .doc file as .docx first.",
  draft_file_too_large: "The file is too large; a draft may have up to {maximum} MB.",
  docx_broken: "This Word file cannot be opened: it is damaged, has a password, or is not a .docx file.",
  docx_too_large: "This Word file is too large when unzipped and was not read. Remove large pictures and try again.",
  docx_macros: "The file contains macros and is not accepted. Save it as a .docx file without macros.",
  draft_encoding_unknown: "The encoding of this text file is not known. Save it as UTF-8 and try again.",
  draft_empty: "There is no text in the file.",
  draft_too_long: "A draft may have up to {maximum} characters. Please divide it.",
  draft_tracked_changes:
    "The file has tracked changes: inserted text was kept, deleted text was left out. Check that it is the final text.",
  draft_images_left_out: "Pictures in the file were not imported. Upload them as attachments.",
  draft_word_comments_left_out: "Comments in the file were not imported.",
  draft_numbering_counted: "The file uses automatic numbers; they were counted anew as 1. 2. 3. Check each of them.",
  draft_encoding_guessed: "The file is not in UTF-8 and was read as GB18030. Check for garbled characters.",
};
