import { sha256 } from "~/platform/ids.server";

/** What the database holds instead of the code: a stolen copy opens no receipt. */
export function receiptHash(code: string): string {
  return sha256(code);
}

/** The code a person meant: capitals, blanks, hyphens and the letters that are never used are forgiven; null otherwise. */
export function readReceiptCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]/g, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(code) ? code : null;
}

/** In groups of four, to be read out and written down. */
export function spacedReceiptCode(code: string): string {
  return code.replace(/(.{4})(?!$)/g, "$1-");
}
