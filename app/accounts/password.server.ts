import { hash, verify } from "@node-rs/argon2";
import { PASSWORD_MAX } from "./account";

/** Argon2id with 19 MiB and two passes, the smallest cost that OWASP recommends. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password that nobody knows, at the same cost: checking it takes as long as checking a real one. */
export const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$hcOlwWLRADYnt3teqzIoNg$5reYkoCMd5CiBOfMYQ7b/oY54vFJirxV8ygmztCuaMI";

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** Whether the password belongs to the hash. Without a hash the answer is no, after the same work. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isTooLong = password.length > 2 * PASSWORD_MAX;
  const matches = await verify(passwordHash ?? NOBODYS_HASH, isTooLong ? "" : password.normalize("NFKC"));
  return matches && passwordHash !== null && !isTooLong;
}
