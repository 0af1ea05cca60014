import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { RequestHandler } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/server-runtime";
import { cookiePath } from "~/ui/href";
import type { Env } from "~/platform/env.server";
import type { Clock } from "~/platform/clock.server";
import { finishPage, type KeptPage, type PageCache } from "./page-cache";
import { countReading } from "./readings";
import { requestOrigin, visitorAddress } from "./request-guards";
import { SECURITY_HEADER_NAMES, SECURITY_HEADERS } from "./security-headers";

/** Query keys that pages know. Others are dropped before rendering, so that they neither change nor fill what is kept. */
const QUERY_KEYS = [
  "q",
  "unit",
  "state",
  "year",
  "page",
  "pageSize",
  "clause",
  "next",
  "lang",
  "elder",
  "to",
  "from",
  "kind",
  "month",
  "street",
  "figure",
  "answers",
];
/** Pages that show something to one person. All others are rendered without any cookie but language and elder mode. */
const PERSONAL = /^\/(desk|office|admin|receipts|asked|attachments|media|me|sign-in|sign-out|track)(\/|$)/;
/** Never handed on: the reader's choice goes by cookie, and `_data` is a door of Remix that no page uses. */
const OWN_KEYS = ["lang", "elder", "_data"];
const YEAR = 365 * 24 * 3600;

interface Choice {
  language: "zh-CN" | "en";
  elder: boolean;
  setCookies: string[];
}

export interface PageServer {
  cache: PageCache;
  clock: Clock;
  env: Env;
  handlerFor: (pathname: string) => Promise<RequestHandler>;
}

/** Rendering that is under way, by key: whoever asks meanwhile waits for it. */
const underWay = new Map<string, Promise<KeptPage | Rendered>>();

interface Rendered {
  status: number;
  headers: Headers;
  /** A file that is read in parts is sent as it is read, because it may be longer than memory. */
  body: Buffer | ReadableStream<Uint8Array>;
}

/** Answers a GET or HEAD of a page: kept bytes if there are any, otherwise a fresh rendering, kept if its loader says so. */
export async function answerPage(
  server: PageServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const common = keptForMost(server, request);
  if (common) return sendKept(request, response, common, NO_CHOICE);
  const asked = new URL(request.url ?? "/", "http://site");
  const choice = chosen(asked, request.headers.cookie ?? "", server.env);
  const path = asked.pathname;
  const isPersonal = PERSONAL.test(path);
  const query = knownQuery(asked, isPersonal);
  const key = keyOf(choice, path + query);

  const kept = server.cache.get(key);
  if (kept) return sendKept(request, response, kept, choice);

  const cookies = isPersonal ? (request.headers.cookie ?? "") : "";
  const render = () => renderPage(server, request, `${path}${query}`, cookieFor(cookies, choice), key);
  const page = isPersonal ? await render() : await once(key, render);
  if ("etag" in page) sendKept(request, response, page, choice);
  else sendRendered(request, response, page, choice.setCookies);
}

const NO_CHOICE: Choice = { language: "zh-CN", elder: false, setCookies: [] };

/** Most ask for a plain address without any cookie: what is kept for them is found without reading the address. */
function keptForMost({ cache }: PageServer, { url = "/", headers }: IncomingMessage): KeptPage | null {
  return headers.cookie === undefined && !url.includes("?") ? cache.get(keyOf(NO_CHOICE, url)) : null;
}

function keyOf({ language, elder }: Choice, address: string): string {
  return `${language}|${elder ? 1 : 0}|${address}`;
}

/** Concurrent misses wait for one rendering. What is not kept (a form with its own key, an error) is never shared. */
async function once(key: string, render: () => Promise<KeptPage | Rendered>): Promise<KeptPage | Rendered> {
  const running = underWay.get(key);
  if (running) {
    const page = await running;
    return "etag" in page ? page : render();
  }
  const started = render().finally(() => underWay.delete(key));
  underWay.set(key, started);
  return started;
}

async function renderPage(
  server: PageServer,
  request: IncomingMessage,
  url: string,
  cookie: string,
  key: string,
): Promise<KeptPage | Rendered> {
  const context = loadContext(server, request);
  const mark = server.cache.mark();
  const handle = await server.handlerFor(url.split("?", 1)[0] as string);
  const headers = new Headers({ "User-Agent": String(request.headers["user-agent"] ?? "") });
  headers.set("Cookie", cookie);
  for (const name of ["range", "if-range", "if-none-match", "accept"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const answer = await handle(new Request(requestOrigin(request, server.env) + url, { headers }), context);
  if (answer.body && answer.headers.has("Accept-Ranges")) {
    return { status: answer.status, headers: answer.headers, body: answer.body };
  }
  const body = Buffer.from(await answer.arrayBuffer());
  const keep = context.page.keep;
  if (!keep || answer.status !== 200 || answer.headers.has("Set-Cookie") || !server.cache.isCurrent(keep.tags, mark)) {
    return { status: answer.status, headers: answer.headers, body };
  }
  const page = await finishPage(body, answer.headers.get("Content-Type") ?? "text/html; charset=utf-8", keep);
  if (server.cache.isCurrent(keep.tags, mark)) server.cache.keep(key, page);
  return page;
}

/** What every loader and action is handed. */
export function loadContext(server: PageServer, request: IncomingMessage): AppLoadContext {
  return {
    now: server.clock.now(),
    address: visitorAddress(request, server.env),
    requestId: randomUUID(),
    page: { keep: null },
  };
}

function sendKept(request: IncomingMessage, response: ServerResponse, page: KeptPage, choice: Choice): void {
  if (request.method === "GET") countReading(request.url ?? "");
  if (choice.setCookies.length > 0) response.setHeader("Set-Cookie", choice.setCookies);
  if (request.headers["if-none-match"] === page.etag) {
    response.writeHead(304, {
      ...SECURITY_HEADERS,
      ETag: page.etag,
      "Cache-Control": "no-cache",
      Vary: "Accept-Encoding, Cookie",
    });
    response.end();
    return;
  }
  const body = acceptsGzip(request) ? page.gzipped : page.plain;
  response.writeHead(200, body.headers);
  if (request.method === "HEAD") response.end();
  else response.end(body.bytes);
}

export function sendRendered(
  request: IncomingMessage,
  response: ServerResponse,
  page: Rendered,
  setCookies: string[],
): void {
  const headers: Record<string, string | string[]> = { ...SECURITY_HEADERS };
  page.headers.forEach((value, name) => {
    if (name !== "set-cookie" && !SECURITY_HEADER_NAMES.has(name)) headers[name] = value;
  });
  const cookies = [...page.headers.getSetCookie(), ...setCookies];
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  headers["cache-control"] ??= "private, no-store";
  if (Buffer.isBuffer(page.body)) headers["content-length"] = String(page.body.length);
  response.writeHead(page.status, headers);
  sendBody(request, response, page.body);
}

/** A reader who leaves in the middle of a film is no error. */
function sendBody(request: IncomingMessage, response: ServerResponse, body: Rendered["body"]): void {
  if (Buffer.isBuffer(body)) return void response.end(request.method === "HEAD" || !body.length ? undefined : body);
  if (request.method === "HEAD") {
    response.end();
    return void body.cancel().catch(() => undefined);
  }
  pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), response).catch(() => response.destroy());
}

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
}

function knownQuery(url: URL, keepAll: boolean): string {
  if (!url.search) return "";
  const known = new URLSearchParams();
  for (const [name, value] of url.searchParams) {
    if (keepAll || QUERY_KEYS.includes(name)) known.append(name, value);
  }
  for (const name of OWN_KEYS) known.delete(name);
  if (!keepAll) known.sort();
  const text = known.toString();
  return text ? `?${text}` : "";
}

/** Language and elder mode: what the address says wins and stays in a cookie. */
function chosen(url: URL, cookies: string, env: Env): Choice {
  const lang = url.searchParams.get("lang");
  const elder = url.searchParams.get("elder");
  const setCookies: string[] = [];
  const suffix = `; Path=${cookiePath()}; Max-Age=${YEAR}; SameSite=Lax${env.PUBLIC_URL?.startsWith("https:") ? "; Secure" : ""}`;
  if (lang === "en" || lang === "zh-CN" || lang === "zh")
    setCookies.push(`lang=${lang === "en" ? "en" : "zh-CN"}${suffix}`);
  if (elder === "1" || elder === "0") setCookies.push(`elder=${elder}${suffix}`);
  const language = lang ?? /(?:^|;\s*)lang=([^;]*)/.exec(cookies)?.[1];
  const isElder = (elder ?? /(?:^|;\s*)elder=([^;]*)/.exec(cookies)?.[1]) === "1";
  return { language: language === "en" ? "en" : "zh-CN", elder: isElder, setCookies };
}

/** The cookie header with the choice written into it, so that loaders read one place. */
function cookieFor(cookies: string, choice: Choice): string {
  const others = cookies.split(/;\s*/).filter((item) => item && !/^(lang|elder)=/.test(item));
  return [...others, `lang=${choice.language}`, `elder=${choice.elder ? 1 : 0}`].join("; ");
}
