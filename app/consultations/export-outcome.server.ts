import type { Language } from "~/i18n/language";
import { formatInstant } from "~/i18n/format";
import { strings } from "~/i18n/strings";
import type { Deps } from "~/platform/db.server";
import { outcomeData } from "./open-data.server";
import { publicOutcome, type PublicOutcome } from "./outcome-queries.server";
import { csvCell, storable } from "~/forms/csv";
import { tableHeader, tableRow, type FileTexts } from "./outcome-table";

export const FILE_FORMATS = ["xlsx", "docx", "csv", "json"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const MEDIA_TYPES: Record<FileFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/**
 * The whole published outcome as a file to keep, in the reader's language; 404 until it is public. The libraries that
 * write Word and Excel are loaded only when somebody asks for such a file.
 */
export async function exportOutcome(
  deps: Deps,
  slug: string,
  format: FileFormat,
  language: Language,
): Promise<Response | null> {
  const outcome = await publicOutcome(deps, slug);
  if (!outcome) return null;
  const texts = textsIn(language);
  const body = await write(format, outcome, texts, deps);
  const name = texts.outcome.files.name(outcome.title);
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": MEDIA_TYPES[format],
      "Content-Disposition": attachmentNamed(`${name}.${format}`, `outcome-${slug}.${format}`),
      // What is shown can shrink at any time, when consent is taken back: nobody keeps the file for others.
      "Cache-Control": "no-cache",
    },
  });
}

async function write(format: FileFormat, outcome: PublicOutcome, texts: FileTexts, deps: Deps) {
  switch (format) {
    case "xlsx":
      return (await import("./outcome-xlsx.server")).outcomeWorkbook(outcome, texts);
    case "docx":
      return (await import("./outcome-docx.server")).outcomeDocument(outcome, texts);
    case "csv":
      return csvFile(outcome, texts);
    case "json":
      return `${JSON.stringify(await outcomeData(deps, outcome.slug), null, 2)}\n`;
  }
}

function textsIn(language: Language): FileTexts {
  const { outcome, consultationTerms: terms } = strings(language);
  return { outcome, terms, formatInstant: (at) => formatInstant(at, language) };
}

/** With a byte-order mark, without which Excel reads Chinese as another encoding. */
function csvFile({ rows, inquiries }: PublicOutcome, texts: FileTexts): string {
  const { source, public: fromPublic, inquiry } = texts.outcome.files;
  const lines = [
    [source, ...tableHeader(texts)],
    ...rows.map((row) => [fromPublic, ...tableRow(row, texts)]),
    ...inquiries.rows.map((row) => [inquiry, ...tableRow(row, texts)]),
  ];
  return `\ufeff${lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("")}`;
}

/** RFC 6266 and 8187: the full name for browsers of this century, a plain one for the rest. */
function attachmentNamed(name: string, plainName: string): string {
  // Neither a path nor a line break nor a device's reserved character survives in a file's name.
  const safe = storable(name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, "_").slice(-150));
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plainName.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encoded}`;
}
