import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { createRequestHandler as expressHandler } from "@remix-run/express";
import type { RequestHandler, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { createRequestHandler } from "@remix-run/node";
import type { Clock } from "~/platform/clock.server";
import type { Env } from "~/platform/env.server";
import { log, pathForLog } from "~/platform/log.server";
import type { PageCache } from "./page-cache";
import { answerPage, loadContext, type PageServer } from "./pages";
import { refuseRequest } from "./request-guards";
import { setSecurityHeaders } from "./security-headers";

const REST_WITHIN_MS = 10_000;

export interface HttpOptions {
  env: Env;
  clock: Clock;
  cache: PageCache;
  /** The Remix build; in development it is loaded anew after a change. */
  loadBuild: () => Promise<ServerBuild>;
  /** Folder of the built browser files and of public/. */
  clientFolder: string;
  /** Vite's middleware in development. */
  development?: express.RequestHandler;
}

/** The HTTP server: guards, then kept pages, then pages; Express serves files and takes posts. */
export function createHttpServer(options: HttpOptions): Server {
  let built: { build: ServerBuild; handle: RequestHandler } | null = null;
  const pages: PageServer = {
    cache: options.cache,
    clock: options.clock,
    env: options.env,
    handle: async () => {
      const build = await options.loadBuild();
      if (built?.build !== build) built = { build, handle: createRequestHandler(build, "production") };
      return built.handle;
    },
  };
  const app = createApp(options, pages);
  return createServer((request, response) => {
    const refusal = refuseRequest(request, options.env);
    if (refusal) return refuse(response, refusal);
    if (isPage(request, options)) {
      answerPage(pages, request, response).catch((error: unknown) => fail(request, response, error));
      return;
    }
    app(request, response);
  });
}

function createApp(options: HttpOptions, pages: PageServer): express.Express {
  const app = express();
  app.disable("x-powered-by");
  app.use((request, response, next) => {
    setSecurityHeaders(response);
    response.once("finish", () => readToTheEnd(request));
    next();
  });
  if (options.development) app.use(options.development);
  app.use(compression());
  app.use(
    "/assets",
    express.static(join(options.clientFolder, "assets"), {
      immutable: true,
      maxAge: "1y",
      index: false,
      fallthrough: false,
    }),
  );
  app.use(express.static(options.clientFolder, { maxAge: "1h", index: false, redirect: false }));
  app.use(async (request, response, next) => {
    try {
      const build = await options.loadBuild();
      response.setHeader("Cache-Control", "private, no-store");
      await expressHandler({ build, mode: "production", getLoadContext: () => loadContext(pages, request) })(
        request,
        response,
        next,
      );
    } catch (error) {
      next(error);
    }
  });
  app.use((error: unknown, request: express.Request, response: express.Response, _next: express.NextFunction) => {
    fail(request, response, error);
  });
  return app;
}

/**
 * Remix leaves the rest of a body unread when a form is refused early; the next request on the same connection would
 * wait behind it until the connection is cut. Nobody may keep sending for long.
 */
function readToTheEnd(request: IncomingMessage): void {
  if (request.complete) return;
  request.removeAllListeners("data");
  request.resume();
  const timer = setTimeout(() => request.destroy(), REST_WITHIN_MS);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
}

/** Files have an ending that no page has; everything else that is read is a page. */
function isPage(request: IncomingMessage, options: HttpOptions): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (options.development && /^\/(@|app\/|node_modules\/|__)/.test(path)) return false;
  return !path.startsWith("/assets/") && !/\.(css|js|map|png|svg|ico|txt|webp|woff2|webmanifest|ts|tsx)$/.test(path);
}

function refuse(response: ServerResponse, status: 400 | 403): void {
  setSecurityHeaders(response);
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(status === 400 ? "400 地址有误 / Bad request\n" : "403 请求被拒绝 / Forbidden\n");
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  log().error({ err: error, path: pathForLog(request.url ?? "") });
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const status = error instanceof URIError || (error as { status?: number }).status === 404 ? 404 : 500;
  setSecurityHeaders(response);
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(status === 404 ? "404 没有这个地址 / Not found\n" : "500 系统出错，请稍后再试 / Something went wrong\n");
}
