import type { AppLoadContext } from "@remix-run/server-runtime";

export const SITE = "http://127.0.0.1:3000";

/** What a route answered: a response, or data for its page with a status. */
export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T;
}

let visitors = 0;

/** The context of one request; each visitor comes from an address of their own unless one is given. */
export function contextAt(now: Date, address = `10.2.${(visitors += 1) >> 8}.${visitors & 255}`): AppLoadContext {
  return { now, address, requestId: "test", page: { keep: null } };
}

export async function answerOf<T = Record<string, unknown>>(work: unknown): Promise<Answer<T>> {
  const answer: unknown = await Promise.resolve(work).catch((error: unknown) => error);
  if (answer instanceof Response) return { status: answer.status, headers: answer.headers, body: {} as T };
  if (answer instanceof Error) throw answer;
  const isData =
    typeof answer === "object" && answer !== null && "type" in answer && answer.type === "DataWithResponseInit";
  if (!isData) return { status: 200, headers: new Headers(), body: answer as T };
  const { data, init } = answer as unknown as { data: T; init: ResponseInit | null };
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), body: data };
}

export function get(path: string, cookie = ""): Request {
  return new Request(SITE + path, { headers: cookie ? { Cookie: cookie } : {} });
}

export type Fields = Record<string, string | string[]> | [string, string][];

export function post(path: string, fields: Fields, cookie = ""): Request {
  const pairs = Array.isArray(fields)
    ? fields
    : Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
  const headers: Record<string, string> = { "Content-Type": "application/x-www-form-urlencoded" };
  if (cookie) headers.Cookie = cookie;
  return new Request(SITE + path, { method: "POST", body: new URLSearchParams(pairs).toString(), headers });
}

export function postFiles(path: string, fields: Record<string, string>, files: File[], cookie = ""): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const file of files) body.append("attachment", file);
  return new Request(SITE + path, { method: "POST", body, headers: cookie ? { Cookie: cookie } : {} });
}

/** The cookie of the answer as a browser sends it back. */
export function cookieOf(answer: Answer): string {
  return (answer.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
}
