import { randomBytes } from "node:crypto";
import { cookiePath } from "~/ui/href";
import { env } from "~/platform/env.server";

const NAME = "session";
const ID = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits. */
export function newSessionId(): string {
  return randomBytes(32).toString("base64url");
}

/** The session id the browser sent, if it could be one of ours. */
export function sessionIdOf(request: Request): string | null {
  for (const pair of (request.headers.get("Cookie") ?? "").split(";")) {
    const [name, value = ""] = pair.trim().split("=", 2);
    if (name === NAME && ID.test(value)) return value;
  }
  return null;
}

/** Gone when the browser closes: desks and libraries share computers. */
export function sessionCookie(id: string, request: Request): string {
  return `${NAME}=${id}; ${attributes(request)}`;
}

export function endedSessionCookie(request: Request): string {
  return `${NAME}=; Max-Age=0; ${attributes(request)}`;
}

function attributes(request: Request): string {
  const site = env().PUBLIC_URL ?? request.url;
  return `Path=${cookiePath()}; HttpOnly; SameSite=Lax${site.startsWith("https:") ? "; Secure" : ""}`;
}
