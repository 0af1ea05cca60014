import { createHash, hash, randomBytes, randomFillSync, timingSafeEqual } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: no i, l, o, u to misread

/** 80 random bits as 16 lower-case letters and digits. */
export function randomId(): string {
  return base32(randomBytes(10));
}

const POOL_BYTES = 4096;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** 128 random bits, as the salt of a record's digest. Drawn in bulk: one draw costs as much as a thousand bytes. */
export function randomSalt(): string {
  if (used + 16 > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const salt = pool.toString("base64url", used, used + 16);
  pool.fill(0, used, used + 16);
  used += 16;
  return salt;
}

/** Five bits a character; the bytes' length must be a multiple of five. */
export function base32(bytes: Uint8Array): string {
  let text = "";
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(buffer >> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return text;
}

export function sha256(text: string): string {
  return hash("sha256", text, "hex");
}

/** Compares in a time that does not depend on where the two differ. */
export function equalInConstantTime(a: string, b: string): boolean {
  return timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());
}
