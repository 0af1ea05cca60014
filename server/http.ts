import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { belowBasePath } from "~/ui/href";
import type { Clock } from "~/platform/clock.server";
import type { Env } from "~/platform/env.server";
import { log, pathForLog } from "~/platform/log.server";
import { handlers } from "./handlers";
import { answerBarely } from "./bare-page";
import type { PageCache } from "./page-cache";
import { answerPage, type PageServer } from "./pages";
import { PostServer } from "./posts";
import { refuseRequest } from "./request-guards";
import { setSecurityHeaders } from "./security-headers";

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

/** The HTTP server: guards, then kept pages, then pages, then posts; Express serves files. */
export function createHttpServer(options: HttpOptions): Server {
  const pages: PageServer = {
    cache: options.cache,
    clock: options.clock,
    env: options.env,
    handlerFor: handlers(options.loadBuild),
  };
  const posts = new PostServer(pages, options.loadBuild);
  const files = createFileServer(options, (request, response) => answerPage(pages, request, response));
  return createServer((request, response) => {
    const refusal = refuseRequest(request, options.env);
    if (refusal) return answerBarely(response, refusal);
    // Behind this line nobody knows below which path the site is served, but who writes an address.
    const address = belowBasePath(request.url ?? "/");
    if (address === null) return answerBarely(response, 404);
    request.url = address;
    if (isFile(request, options)) return void files(request, response);
    const answer = isRead(request) ? answerPage(pages, request, response) : posts.answer(request, response);
    answer.catch((error: unknown) => fail(request, response, error));
  });
}

/** A file that is not there is answered as a page that is not there. */
function createFileServer(
  options: HttpOptions,
  otherwise: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): express.Express {
  const app = express();
  app.disable("x-powered-by");
  app.use((_request, response, next) => {
    setSecurityHeaders(response);
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
  app.use((request, response, next) => void otherwise(request, response).catch(next));
  app.use((error: unknown, request: express.Request, response: express.Response, _next: express.NextFunction) => {
    fail(request, response, error);
  });
  return app;
}

/** Files have an ending that no page has; everything else that is read is a page. */
function isFile(request: IncomingMessage, options: HttpOptions): boolean {
  if (!isRead(request)) return false;
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (options.development && /^\/(@|app\/|node_modules\/|__)/.test(path)) return true;
  return path.startsWith("/assets/") || /\.(css|js|map|png|svg|ico|txt|webp|woff2|webmanifest|ts|tsx)$/.test(path);
}

function isRead({ method }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD";
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const isMissing = error instanceof URIError || (error as { status?: number }).status === 404;
  if (!isMissing) log().error({ err: error, path: pathForLog(request.url ?? "") });
  if (response.headersSent) {
    response.destroy();
    return;
  }
  answerBarely(response, isMissing ? 404 : 500);
}
