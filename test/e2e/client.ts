// A visitor without a browser: plain requests as a page of the site sends them, cookies kept by hand.
import { connect } from "node:net";
import type { RunningServer } from "../setup/server";
import type { Places } from "./route-list";
import { pageText } from "../setup/page-text";

export type Fields = Record<string, string | string[]>;

export interface Answer {
  status: number;
  headers: Headers;
  location: string | null;
  text: string;
  /** What the answer sets, as a browser would send it back. */
  cookie: string;
}

export interface Asking {
  cookie?: string;
  /** null sends none. */
  origin?: string | null;
  headers?: Record<string, string>;
  method?: string;
  body?: RequestInit["body"];
}

export const PLAN = "/consultations/basic-level-open-government-plan";

export async function ask(url: string, path: string, asking: Asking = {}): Promise<Answer> {
  const { cookie, origin = null, headers: given = {}, method = "GET", body } = asking;
  const headers: Record<string, string> = { ...given };
  if (cookie) headers.Cookie = cookie;
  if (origin !== null) headers.Origin = origin;
  const response = await fetch(url + path, { method, headers, body, redirect: "manual" });
  return {
    status: response.status,
    headers: response.headers,
    location: response.headers.get("Location"),
    text: await pageText(response),
    cookie: response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0] ?? "")
      .join("; "),
  };
}

/** A form as a page of the site posts it. */
export function post(url: string, path: string, fields: Fields, asking: Asking = {}): Promise<Answer> {
  return ask(url, path, { method: "POST", origin: url, body: encoded(fields), ...asking });
}

export function encoded(fields: Fields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value])),
  );
}

/** The number of the comment on its receipt's page. */
export async function numberOf(url: string, receipt: string | null): Promise<string> {
  const { text } = await ask(url, receipt ?? "");
  return /<dt[^>]*>编号<\/dt><dd[^>]*>([\d,]+)/.exec(text)?.[1]?.replaceAll(",", "") ?? "";
}

/** The number of the newest answered message of the public log. */
export async function messageNumberOf(url: string): Promise<string> {
  const { text } = await ask(url, "/messages?state=replied");
  return /href="\/messages\/(\d{11,})"/.exec(text)?.[1] ?? "";
}

/** The film that explains the founding plan. */
export async function filmOf(url: string): Promise<string> {
  const { text } = await ask(url, "/interpretations/open-government-plan-video");
  return /src="\/media\/([0-9a-z]{16})"/.exec(text)?.[1] ?? "";
}

/** The session's cookie of a demonstration account. */
export async function signIn(server: RunningServer, username: string): Promise<string> {
  const answer = await post(server.url, "/sign-in", { username, password: server.password });
  if (answer.status !== 303) throw new Error(`${username} could not sign in: ${answer.status}`);
  return answer.cookie;
}

/** Numbers that look like chance and are the same in every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * As `ask`, on a plain socket: headers that a browser and `fetch` would not send so. The whole answer as text; with
 * `hangUp` the client goes away after sending.
 */
export function raw(url: string, text: string, { hangUp = false } = {}): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(text, () => hangUp && socket.destroy());
    });
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => socket.destroy());
    socket.once("close", () => resolve(Buffer.concat(chunks).toString()));
  });
}

/** Something to show at each address of the list of routes: a comment posted just now, a message of the demonstration. */
export async function findPlaces(url: string): Promise<Places> {
  const { location } = await post(url, `${PLAN}/comments`, { body: "请把目录印成大字。", submitter: "person" });
  return {
    code: (location ?? "").split("/")[2] ?? "",
    comment: await numberOf(url, location),
    message: await messageNumberOf(url),
    media: await filmOf(url),
  };
}
