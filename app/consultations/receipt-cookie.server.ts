import { cookiePath } from "~/ui/href";
import { env } from "~/platform/env.server";
import { base32, equalInConstantTime } from "~/platform/ids.server";
import { keyedDigest } from "~/platform/secrets.server";

const NAME = "items";
const MOST_ITEMS = 50;
/** The cookie itself goes when the browser closes, as the session does; this ends one that was copied. */
const LIFETIME = 30 * 24 * 3600;
const SIGNATURE_BYTES = 20;

/** The comments whose words this browser may read: those it posted, or whose code and tail it gave. */
function readItems(request: Request): number[] {
  const value = cookieOf(request);
  const [payload = "", signature = ""] = value.split("~");
  if (!payload || !equalInConstantTime(signature, signatureOf(payload))) return [];
  const [expires, ...numbers] = payload.split(".").map(Number);
  return expires !== undefined && expires > nowInSeconds() ? numbers : [];
}

export function holdsItem(request: Request, number: number): boolean {
  return readItems(request).includes(number);
}

/** The Set-Cookie header that adds a comment to what this browser may read; the oldest gives way. */
export function addItem(request: Request, number: number): string {
  const numbers = [...readItems(request).filter((known) => known !== number), number].slice(-MOST_ITEMS);
  const payload = [nowInSeconds() + LIFETIME, ...numbers].join(".");
  return `${NAME}=${payload}~${signatureOf(payload)}${attributes()}`;
}

/** The Set-Cookie header that forgets them all: a computer that others use too. */
export function forgetItems(): string {
  return `${NAME}=; Max-Age=0${attributes()}`;
}

function attributes(): string {
  const secure = env().PUBLIC_URL?.startsWith("https:") ? "; Secure" : "";
  return `; Path=${cookiePath()}; HttpOnly; SameSite=Lax${secure}`;
}

function signatureOf(payload: string): string {
  return base32(keyedDigest("item-cookie", payload).subarray(0, SIGNATURE_BYTES));
}

function cookieOf(request: Request): string {
  return new RegExp(`(?:^|;\\s*)${NAME}=([^;]*)`).exec(request.headers.get("Cookie") ?? "")?.[1] ?? "";
}

function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
