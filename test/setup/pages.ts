import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import * as entry from "~/entry.server";
import { setDatabase, type Database } from "~/platform/db.server";
import * as root from "~/root";
import { pageText } from "./page-text";

const SITE = "http://127.0.0.1:3000";

type RouteModule = ServerBuild["routes"][string]["module"];

/** Which path a route module answers; `index` of a folder of routes, `parent` the id of the layout around it. */
export interface TestRoute {
  path: string;
  module: object;
  parent?: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  location: string | null;
  html: string;
}

/** Asks as somebody, a guest when null. */
export interface Site {
  get(path: string, person: Person | null, now: Date): Promise<Answer>;
  post(
    path: string,
    person: Person | null,
    now: Date,
    body: Record<string, string | string[]> | FormData,
  ): Promise<Answer>;
}

/** The routes named, served by Remix itself inside the real document: what a browser gets, without a socket. */
export function siteOf(db: Database, routes: Record<string, TestRoute>): Site {
  setDatabase(db);
  const handle = createRequestHandler(buildOf(routes), "production");
  const ask = async (request: Request, now: Date): Promise<Answer> => {
    const context: AppLoadContext = { now, address: "10.2.0.1", requestId: "test", page: { keep: null } };
    const response = await handle(request, context);
    const { status, headers } = response;
    return { status, headers, location: headers.get("Location"), html: await pageText(response) };
  };
  const headersOf = async (path: string, person: Person | null) => {
    const headers = new Headers();
    const plain = new Request(SITE + path);
    if (person)
      headers.set(
        "Cookie",
        sessionCookie(await openSession(db.client, plain, person, new Date()), plain).split(";")[0] ?? "",
      );
    return headers;
  };
  return {
    get: async (path, person, now) => ask(new Request(SITE + path, { headers: await headersOf(path, person) }), now),
    post: async (path, person, now, body) => {
      const init = { method: "POST", headers: await headersOf(path, person), body: bodyOf(body) };
      return ask(new Request(SITE + path, init), now);
    },
  };
}

function bodyOf(body: Record<string, string | string[]> | FormData): URLSearchParams | FormData {
  if (body instanceof FormData) return body;
  const pairs = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs);
}

/** Some routes as Remix would build them. */
export function buildOf(routes: Record<string, TestRoute>): ServerBuild {
  const all: Record<string, TestRoute> = { root: { path: "", module: root }, ...routes };
  const entries = Object.entries(all).map(([id, { path, module, parent }]) => {
    const parentId = id === "root" ? undefined : (parent ?? "root");
    return { id, parentId, path, module: module as RouteModule };
  });
  const manifest = entries.map(({ id, parentId, path }) => ({
    ...{ id, parentId, path, module: `/${id}.js`, imports: [], css: [] },
    ...{
      hasAction: true,
      hasLoader: true,
      hasClientAction: false,
      hasClientLoader: false,
      hasErrorBoundary: id === "root",
    },
  }));
  return {
    entry: { module: entry as ServerBuild["entry"]["module"] },
    routes: Object.fromEntries(entries.map((route) => [route.id, route])),
    assets: {
      entry: { module: "/entry.js", imports: [] },
      routes: Object.fromEntries(manifest.map((route) => [route.id, route])),
      ...{ url: "/manifest.js", version: "test" },
    },
    ...{ publicPath: "/", assetsBuildDirectory: "build/client", isSpaMode: false, mode: "production" },
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    } as ServerBuild["future"],
  };
}
