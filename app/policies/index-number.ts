import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

const FORM = /^([0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}[0-9A-HJ-NPQRTUWXY]|\d{8}[0-9X])\/(\d{4})-(\d{5})$/;
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 索引号 in one spelling: 11440105007499334H/2025-00044. */
export function normaliseIndexNumber(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[‐-―−]/g, "-")
    .toUpperCase();
}

/**
 * Why an index number cannot be kept: it is the issuing body's code, a slash, the year and five digits. Of the body's
 * code of eighteen places the last is a check (GB 32100-2015), so that a slip of one place is found.
 */
export function indexNumberRefusals(typed: string): Reason[] {
  const field = "indexNumber";
  const found = FORM.exec(normaliseIndexNumber(typed));
  if (!found) return [because("index_number_form", field)];
  const [, code = ""] = found;
  return code.length === 18 && checkOf(code) !== code.at(-1) ? [because("index_number_check", field)] : [];
}

function checkOf(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(code.charAt(at)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
