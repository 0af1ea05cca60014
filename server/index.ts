import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { basePath } from "~/ui/href";
import { getClock, setClock } from "~/platform/clock.server";
import { whileOthersWait } from "~/platform/database-lock.server";
import { openDatabase, setDatabase } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { demonstrationPassword } from "~/platform/secrets.server";
import { followTimeline } from "~/timeline/follow.server";
import { onCommitted } from "~/timeline/transact.server";
import type { ServerBuild } from "@remix-run/node";
import type express from "express";
import { runCommand } from "./commands";
import { DEMONSTRATION_USERNAMES, prepareDatabase } from "./first-start";
import { createHttpServer } from "./http";
import { startJobs } from "./jobs";
import { PageCache } from "./page-cache";
import { attachSockets } from "./sockets";
import { tagsOf } from "./page-tags";

export { runCommand };

export interface ServeOptions {
  development?: express.RequestHandler;
  loadBuild?: () => Promise<ServerBuild>;
  root: string;
}

/** Boots the product: settings, database, clock, pages, sockets, jobs; prints the address; stops gracefully. */
export async function serve({ development, loadBuild, root }: ServeOptions): Promise<void> {
  const settings = env();
  if (!development) requireBasePath();
  const db = await openDatabase(settings.DATABASE_URL, { lock: true });
  setDatabase(db);
  setClock(await whileOthersWait(db, () => prepareDatabase(db, settings)));
  const cache = new PageCache({ maxBytes: settings.PAGE_CACHE_MB * 1024 * 1024, now: () => getClock().now() });
  onCommitted((events) => cache.drop(tagsOf(events)));
  const stopFollowing = await followTimeline(db, { lost: () => cache.suspend(), back: () => cache.resume() });
  const server = createHttpServer({
    env: settings,
    clock: getClock(),
    cache,
    loadBuild: loadBuild ?? loadOnce(() => import("virtual:remix/server-build")),
    clientFolder: join(root, development ? "public" : "build/client"),
    development,
  });
  const sockets = attachSockets(server, settings);
  const stopJobs = startJobs({ db, clock: getClock(), env: settings });
  stopOnSignals(async () => {
    stopJobs();
    await sockets.close();
    await closeServer(server);
    await stopFollowing();
    await db.close();
  });
  await listen(server, settings.PORT, settings.HOST);
  announce(server, settings.HOST, settings.DEMO);
}

/** Each import asks the module loader again, which each request would pay for. */
function loadOnce(load: () => Promise<ServerBuild>): () => Promise<ServerBuild> {
  let loaded: Promise<ServerBuild> | undefined;
  return () => (loaded ??= load());
}

/** Addresses are written into the build: a path that was set since needs another. */
function requireBasePath(): void {
  const wanted = (process.env.BASE_PATH || basePath()).replace(/\/$/, "");
  if (wanted !== basePath())
    throw new Error(`BASE_PATH: built for "${basePath() || "/"}"; run \`BASE_PATH=${wanted} npm run build\``);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, host, () => done());
  });
}

function announce(server: Server, host: string, isDemo: boolean): void {
  const { port } = server.address() as AddressInfo;
  const lines = [`议事厅 is ready at http://${host.includes(":") ? `[${host}]` : host}:${port}${basePath()}`];
  if (isDemo) {
    lines.push(`demonstration password: ${demonstrationPassword()}`);
    lines.push(`accounts: ${DEMONSTRATION_USERNAMES.join(" ")}`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });
}

/** What is under way is finished; a second signal does not wait. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log().error({ err: error });
          process.exit(1);
        },
      );
    });
  }
}
