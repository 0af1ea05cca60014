import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { NarrowBuilds } from "./narrow-build";

/** Remix's handler of an address; `prepared` may change the build before it is narrowed. */
export function handlers(
  loadBuild: () => Promise<ServerBuild>,
  prepared: (build: ServerBuild) => ServerBuild = (build) => build,
): (pathname: string) => Promise<RequestHandler> {
  let whole: ServerBuild | null = null;
  let builds: NarrowBuilds;
  let made = new WeakMap<ServerBuild, RequestHandler>();
  return async (pathname) => {
    const current = await loadBuild();
    if (current !== whole) {
      whole = current;
      builds = new NarrowBuilds(prepared(current));
      made = new WeakMap();
    }
    const build = builds.for(pathname);
    const handle = made.get(build) ?? createRequestHandler(build, "production");
    made.set(build, handle);
    return handle;
  };
}
