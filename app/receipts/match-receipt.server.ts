import { equalInConstantTime } from "~/platform/ids.server";
import { Refused } from "~/platform/refusal";
import { contactTail, readTail } from "./contact-tail";
import { readReceiptCode, receiptHash } from "./receipt.server";

/** What a receipt is for, and the contact whose tail opens it. */
export interface ReceiptOwner {
  item: number | string;
  contact: string | null;
}

/** Looks a hash up among one kind of item; null when it is of another kind, or of none. */
export type FindOwner = (receiptHash: string) => Promise<ReceiptOwner | null>;

export interface Matched {
  item: number | string;
  code: string;
}

/**
 * Checks a code with the tail of the contact. Every wrong pair takes the same way: one look-up among each kind, one
 * comparison of hashes, one refusal (`receipt_not_matched`), so that neither answer nor time tells which half was wrong.
 */
export async function matchReceipt(
  typed: { code: string; tail: string },
  finders: readonly FindOwner[],
): Promise<Matched> {
  const code = readReceiptCode(typed.code) ?? "";
  const hash = receiptHash(code);
  const owners: (ReceiptOwner | null)[] = [];
  for (const find of finders) owners.push(await find(hash));
  const found = owners.find((owner) => owner !== null);
  const isMatch = equalInConstantTime(readTail(typed.tail), contactTail(found?.contact ?? null));
  if (!found || !isMatch) throw new Refused([{ code: "receipt_not_matched" }]);
  return { item: found.item, code };
}
