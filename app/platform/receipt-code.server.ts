import { base32 } from "./ids.server";
import { keyedDigest } from "./secrets.server";

const CODE_BYTES = 10; // 80 bits: 16 letters and digits

/**
 * The receipt code of a comment. It is derived from the number under the site's secret, so that a receipt page and a
 * notice can name it although the database holds no more than its hash.
 */
export function receiptCode(number: number): string {
  return base32(keyedDigest("receipt", String(number)).subarray(0, CODE_BYTES));
}
