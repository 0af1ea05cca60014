// The whole site in the test's own process: every route as it stands in app/routes, behind the product's HTTP server
// with its page cache and headers. Tests share the database with it and need no build.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { flatRoutes } from "@remix-run/dev/dist/config/flat-routes.js";
import { afterAll } from "vitest";
import * as entry from "~/entry.server";
import type { Clock } from "~/platform/clock.server";
import { setDatabase, type Database } from "~/platform/db.server";
import { parseEnv } from "~/platform/env.server";
import { onCommitted } from "~/timeline/transact.server";
import { createHttpServer } from "../../server/http";
import { PageCache } from "../../server/page-cache";
import { tagsOf } from "../../server/page-tags";
import { withoutMarks } from "./page-text";

export interface Site {
  url: string;
  server: Server;
  cache: PageCache;
  /** The domain's clock; it stands still until it is set again. */
  setNow(now: Date): void;
  get(
    address: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; text: string; bytes: Buffer }>;
}

const modules = import.meta.glob<Record<string, unknown>>("../../app/{root,routes/**/*}.{ts,tsx}");

/** Serves this database on a free port of the loopback address until the test file ends. */
export async function openSite(db: Database, now: Date, settings: Record<string, string> = {}): Promise<Site> {
  let current = now;
  setDatabase(db);
  const clock = { now: () => current } as Clock;
  const cache = new PageCache({ maxBytes: 8 * 1024 * 1024, now: () => current });
  const build = await loadedBuild();
  const server = createHttpServer({
    env: parseEnv({ RATE_LIMIT: "off", ...settings }),
    clock,
    cache,
    loadBuild: async () => build,
    clientFolder: path.resolve(import.meta.dirname, "../../public"),
  });
  const stopListening = onCommitted((events) => cache.drop(tagsOf(events)));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  afterAll(() => {
    stopListening();
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    server,
    cache,
    setNow: (instant) => void (current = instant),
    get: async (address, headers = {}) => {
      const answer = await fetch(url + address, { headers, redirect: "manual" });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return { status: answer.status, headers: answer.headers, text: withoutMarks(bytes.toString("utf8")), bytes };
    },
  };
}

/** Addresses of all routes, as Remix reads them from the names of their files. */
export function routeAddresses(): string[] {
  return Object.values(manifest()).flatMap((route) => (route.path ? [`/${route.path}`] : []));
}

function manifest() {
  return flatRoutes(path.resolve(import.meta.dirname, "../../app"), ["**/.*"]);
}

async function loadedBuild(): Promise<ServerBuild> {
  const routes: Record<string, { id: string; parentId?: string; path?: string; index?: boolean; file: string }> = {
    root: { id: "root", path: "", file: "root.tsx" },
    ...manifest(),
  };
  const loaded = await Promise.all(
    Object.values(routes).flatMap(({ id, parentId, path: address, index, file }) => {
      // A folder without its route file yet is no route.
      const load = modules[`../../app/${file}`];
      return load ? [load().then((module) => ({ id, parentId, path: address, index, module }))] : [];
    }),
  );
  return {
    mode: "production",
    entry: { module: entry },
    routes: Object.fromEntries(loaded.map((route) => [route.id, route])),
    assets: {
      entry: { imports: [], module: "/assets/entry.js" },
      routes: Object.fromEntries(loaded.map((route) => [route.id, assetOf(route)])),
      url: "/assets/manifest.js",
      version: "test",
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
      v3_routeConfig: false,
      unstable_optimizeDeps: false,
    },
    isSpaMode: false,
  } as unknown as ServerBuild;
}

function assetOf({
  id,
  parentId,
  path: address,
  index,
  module,
}: {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
  module: Record<string, unknown>;
}) {
  return {
    ...{ id, parentId, path: address, index, module: `/assets/${id}.js` },
    hasAction: "action" in module,
    hasLoader: "loader" in module,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: "ErrorBoundary" in module,
  };
}
