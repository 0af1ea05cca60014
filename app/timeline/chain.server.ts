import { createHmac, hash } from "node:crypto";
import { canonicalFields, type TimelineRow } from "./event";

/** The hash before the first event: SHA-256 of "yishiting timeline", so that a chain cannot begin anywhere else. */
export const GENESIS_HASH = "bdd019b43dadbf050f0dc4a31b8816686852ef3a19982794704852cc9d2c7c8c";

/** SHA-256 (hex) over the previous hash, a line feed and the canonical text of the fields. */
export function hashOf(previousHash: string, fields: Omit<TimelineRow, "previousHash" | "hash">): string {
  return hash("sha256", `${previousHash}\n${canonicalFields(fields)}`, "hex");
}

/**
 * The fingerprint of a person's words for a payload: HMAC-SHA-256 under the record's own random salt. When words and
 * salt are erased, nobody can test a guess against it any more.
 */
export function digest(salt: string, text: string): string {
  return createHmac("sha256", salt).update(text).digest("hex");
}
