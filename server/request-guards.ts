import type { IncomingMessage } from "node:http";
import { isLoopback, type Env } from "~/platform/env.server";

const METHODS: readonly (string | undefined)[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

export type Refusal = 400 | 403 | 405;

/** Why a request is refused before any page sees it, or null. */
export function refuseRequest(request: IncomingMessage, env: Env): Refusal | null {
  if (!METHODS.includes(request.method)) return 405;
  if (!isReadableUrl(request.url ?? "")) return 400;
  if (env.DEMO && !env.DEMO_PUBLIC && !isLoopback(hostName(request))) return 403;
  if (request.method !== "GET" && request.method !== "HEAD" && !isSameOrigin(request, env)) return 403;
  return null;
}

/** Control characters and broken escapes in an address are never a mistake of a person. */
function isReadableUrl(url: string): boolean {
  if (!url.includes("%")) return url.length <= 4096 && url.startsWith("/");
  if (url.length > 4096 || /%(0[0-9a-f]|1[0-9a-f]|7f)/i.test(url)) return false;
  try {
    decodeURIComponent(url.replaceAll("+", " "));
    return url.startsWith("/");
  } catch {
    return false;
  }
}

/**
 * A post must come from a page of this site: `Origin` equals PUBLIC_URL's origin or, without it, the host asked for. A
 * missing Origin is refused too; every browser in use sends it with a post.
 */
export function isSameOrigin(request: IncomingMessage, env: Env): boolean {
  const origin = request.headers.origin;
  if (!origin) return false;
  try {
    const { host, origin: normalised } = new URL(origin);
    return env.PUBLIC_URL ? normalised === new URL(env.PUBLIC_URL).origin : host === request.headers.host;
  } catch {
    return false;
  }
}

function hostName(request: IncomingMessage): string {
  return (request.headers.host ?? "").replace(/:\d+$/, "");
}

/** The visitor's address. Forwarded headers count only when the peer is a proxy named in TRUST_PROXY. */
export function visitorAddress(request: IncomingMessage, env: Env): string {
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  if (!env.TRUST_PROXY.includes(peer)) return peer;
  const forwarded = String(request.headers["x-forwarded-for"] ?? "").split(",");
  for (const item of forwarded.reverse()) {
    const address = item.trim();
    if (address && !env.TRUST_PROXY.includes(address)) return address;
  }
  return peer;
}

/** https when PUBLIC_URL says so, or when a named proxy does. */
export function requestOrigin(request: IncomingMessage, env: Env): string {
  if (env.PUBLIC_URL) return new URL(env.PUBLIC_URL).origin;
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const secure = env.TRUST_PROXY.includes(peer) && request.headers["x-forwarded-proto"] === "https";
  return `${secure ? "https" : "http"}://${request.headers.host ?? "localhost"}`;
}
