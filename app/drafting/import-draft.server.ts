import { extname } from "node:path";

import { cutBlocks, cutMarkdown, cutPlainText, type CutDraft } from "./clauses";
import { readDocxArchive, type DocxArchive } from "./docx-archive.server";
import { MAX_DRAFT, MAX_DRAFT_CLAUSES } from "./limits";
import { readWordHtml } from "./html-blocks";
import { allowedHtml } from "~/platform/allowed-html.server";
import { decodeText, withoutControls } from "~/platform/decode-text.server";
import { Refused, requireNone, type Reason } from "~/platform/refusal";

export interface DraftFile {
  fileName: string;
  bytes: Buffer;
}

/** What the drafter should look at before confirming; texts stand with the reasons. */
export type DraftWarning =
  | "draft_tracked_changes"
  | "draft_images_left_out"
  | "draft_word_comments_left_out"
  | "draft_numbering_counted"
  | "draft_encoding_guessed";

export interface ImportedDraft extends CutDraft {
  warnings: Reason[];
}

export const MAX_DRAFT_FILE_BYTES = 20 * 1024 * 1024;

/** Tables of contents repeat the headings, and would come back as clauses without text. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name^='toc '] => !", "p[style-name^='TOC '] => !"];

/**
 * Reads a draft from .docx, .md or .txt and cuts it into clauses for the drafter to confirm. Refusals: `draft_file_type`,
 * `draft_file_too_large`, `docx_broken`, `docx_too_large` (unzipped), `docx_macros`, `draft_encoding_unknown`,
 * `draft_empty`, `draft_too_long`, `too_many_clauses`.
 */
export async function importDraft({ fileName, bytes }: DraftFile): Promise<ImportedDraft> {
  if (bytes.length > MAX_DRAFT_FILE_BYTES) {
    throw refused("draft_file_too_large", { maximum: MAX_DRAFT_FILE_BYTES / 1024 / 1024 });
  }
  const draft = await readDraft(extname(fileName).toLowerCase(), bytes);
  requireNone(draftReasons(draft));
  return draft;
}

function readDraft(type: string, bytes: Buffer): Promise<ImportedDraft> | ImportedDraft {
  switch (type) {
    case ".docx":
      return readDocx(bytes);
    case ".md":
    case ".markdown":
      return readText(bytes, cutMarkdown);
    case ".txt":
      return readText(bytes, cutPlainText);
    case ".docm":
      throw refused("docx_macros");
    default:
      throw refused("draft_file_type");
  }
}

async function readDocx(bytes: Buffer): Promise<ImportedDraft> {
  const archive = await readDocxArchive(bytes);
  if (typeof archive === "string") throw refused(archive);
  if ([...archive.entries].some((name) => /vbaProject\.bin$/i.test(name))) throw refused("docx_macros");
  const { html, images } = await convert(bytes);
  return { ...cutBlocks(readWordHtml(allowedHtml(html))), warnings: warningsOf(archive, html, images) };
}

async function convert(bytes: Buffer): Promise<{ html: string; images: number }> {
  const { default: mammoth } = await import("mammoth");
  let images = 0;
  const convertImage = mammoth.images.imgElement(() => {
    images += 1;
    return Promise.resolve({ src: "" });
  });
  try {
    const result = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: STYLES, convertImage });
    return { html: withoutBackLinks(result.value), images };
  } catch {
    throw refused("docx_broken");
  }
}

/** The arrows back from footnotes to the text are no words of the draft. */
function withoutBackLinks(html: string): string {
  return html.replace(/<a href="#(?:footnote|endnote)-ref-[^">]*">[^<]*<\/a>/g, "");
}

function warningsOf({ documentXml, entries }: DocxArchive, html: string, images: number): Reason[] {
  const warnings: [boolean, DraftWarning][] = [
    [/<w:(?:ins|del|moveFrom|moveTo) /.test(documentXml), "draft_tracked_changes"],
    [images > 0, "draft_images_left_out"],
    [entries.has("word/comments.xml") && /<w:commentReference /.test(documentXml), "draft_word_comments_left_out"],
    [/<ol>\s*<li>/.test(html), "draft_numbering_counted"],
  ];
  return warnings.filter(([applies]) => applies).map(([, code]) => ({ code }));
}

function readText(bytes: Buffer, cut: (text: string) => CutDraft): ImportedDraft {
  const decoded = decodeText(bytes);
  if (!decoded) throw refused("draft_encoding_unknown");
  const { text, isGuessed } = decoded;
  // Within bytes that are text there is no zero, and cutting costs time: both are checked before.
  if (text.includes("\0")) throw refused("draft_file_type");
  if (text.length > MAX_DRAFT) throw refused("draft_too_long", { maximum: MAX_DRAFT });
  const warning: Reason[] = isGuessed ? [{ code: "draft_encoding_guessed" satisfies DraftWarning }] : [];
  return { ...cut(withoutControls(text)), warnings: warning };
}

function draftReasons({ clauses }: CutDraft): Reason[] {
  const length = clauses.reduce((sum, { heading, text }) => sum + heading.length + text.length, 0);
  if (length === 0) return [reason("draft_empty")];
  if (length > MAX_DRAFT) return [reason("draft_too_long", { maximum: MAX_DRAFT })];
  return clauses.length > MAX_DRAFT_CLAUSES ? [reason("too_many_clauses", { maximum: MAX_DRAFT_CLAUSES })] : [];
}

function refused(code: string, params?: Reason["params"]): Refused {
  return new Refused([reason(code, params)]);
}

function reason(code: string, params?: Reason["params"]): Reason {
  return { code, field: "file", ...(params && { params }) };
}
