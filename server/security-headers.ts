import type { ServerResponse } from "node:http";

/**
 * One constant policy for every page: nothing inline, nothing from elsewhere, no framing. No page needs a nonce, because
 * no page carries an inline script or style. Sockets are same-origin.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "font-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Referrer-Policy is same-origin and not no-referrer: with the latter browsers post `Origin: null`. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
};

/** In lower case, as the headers of an answer name them: what a page says of them itself is not sent twice. */
export const SECURITY_HEADER_NAMES: ReadonlySet<string> = new Set(
  Object.keys(SECURITY_HEADERS).map((name) => name.toLowerCase()),
);

export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
}
