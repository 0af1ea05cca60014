import { createHmac, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { env } from "./env.server";

const DEMO_SECRET_FILE = "data/session-secret";

let secret: KeyObject | undefined;

/** The signing secret: from SESSION_SECRET; in the demonstration one is made at the first start and kept. */
function sessionSecret(): KeyObject {
  return (secret ??= createSecretKey(env().SESSION_SECRET ?? demonstrationSecret(DEMO_SECRET_FILE), "utf8"));
}

function demonstrationSecret(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const made = randomBytes(32).toString("base64url");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${made}\n`, { mode: 0o600, flag: "wx" });
  return made;
}

/** A keyed digest for one purpose; what is derived for one purpose is useless for another. */
export function keyedDigest(purpose: string, value: string): Buffer {
  return createHmac("sha256", sessionSecret()).update(`${purpose}\0${value}`).digest();
}

/** A readable word made from the secret: the password of the demonstration accounts, the same at every start. */
export function demonstrationPassword(): string {
  return keyedDigest("demonstration-password", "accounts").toString("hex").slice(0, 12);
}
