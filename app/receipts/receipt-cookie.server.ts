import { cookiePath } from "~/ui/href";
import { env } from "~/platform/env.server";
import { base32, equalInConstantTime } from "~/platform/ids.server";
import { keyedDigest } from "~/platform/secrets.server";

const NAME = "items";
const MOST_ITEMS = 50;
/** The cookie itself goes when the browser closes, as the session does; this ends one that was copied. */
const LIFETIME = 30 * 24 * 3600;
const SIGNATURE_BYTES = 20;

/** What this browser may read the words of: items it posted, or whose code and tail it gave. */
function readItems(request: Request): string[] {
  const value = cookieOf(request);
  const [payload = "", signature = ""] = value.split("~");
  if (!payload || !equalInConstantTime(signature, signatureOf(payload))) return [];
  const [expires, ...items] = payload.split(".");
  return Number(expires) > nowInSeconds() ? items : [];
}

export function holdsItem(request: Request, item: number | string): boolean {
  return readItems(request).includes(String(item));
}

/** The Set-Cookie header that adds an item to what this browser may read; the oldest gives way. */
export function addItem(request: Request, item: number | string): string {
  const others = readItems(request).filter((known) => known !== String(item));
  const payload = [nowInSeconds() + LIFETIME, ...[...others, item].slice(-MOST_ITEMS)].join(".");
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
