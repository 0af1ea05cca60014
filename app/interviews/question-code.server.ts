import { base32 } from "~/platform/ids.server";
import { keyedDigest } from "~/platform/secrets.server";

const CODE_BYTES = 10; // 80 bits: 16 letters and digits

/** The receipt code of a question, derived from its number under the site's secret as a comment's is. */
export function questionCode(number: number): string {
  return base32(keyedDigest("question-receipt", String(number)).subarray(0, CODE_BYTES));
}

/** The question among the items whose words a browser may read. */
export function questionItem(number: number): string {
  return `q${number}`;
}
