import { base32 } from "./ids.server";
import { keyedDigest } from "./secrets.server";

const CODE_BYTES = 10; // 80 bits: 16 letters and digits

/**
 * The receipt code of what was sent: a comment by its number, a message by its item. It is derived from the number under the site's secret, so that a receipt page and a
 * notice can name it although the database holds no more than its hash.
 */
export function receiptCode(item: number | string): string {
  return base32(keyedDigest("receipt", String(item)).subarray(0, CODE_BYTES));
}
