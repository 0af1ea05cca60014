import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

type RouteObject = Parameters<typeof matchRoutes>[0][number];

const MOST_ADDRESSES = 2000;

/**
 * The build with no other routes than those an address leads through. Remix walks through all it is given three times a
 * page, which for the product's hundred routes takes nearly as long as its SQL.
 */
export class NarrowBuilds {
  readonly #build: ServerBuild;
  readonly #tree: RouteObject[];
  readonly #leafByPath = new Map<string, string>();
  readonly #builds = new Map<string, ServerBuild>();

  constructor(build: ServerBuild) {
    this.#build = build;
    this.#tree = childrenOf(build, undefined);
  }

  /** The same object for addresses of the same route. An address without a route gets the whole. */
  for(pathname: string): ServerBuild {
    const leaf = this.#leafOf(pathname);
    if (leaf === "") return this.#build;
    const narrow = this.#builds.get(leaf) ?? narrowed(this.#build, leaf);
    this.#builds.set(leaf, narrow);
    return narrow;
  }

  /** Remix's own matching, remembered by address, so that both can never differ. */
  #leafOf(pathname: string): string {
    const known = this.#leafByPath.get(pathname);
    if (known !== undefined) return known;
    const leaf = matchRoutes(this.#tree, pathname, this.#build.basename)?.at(-1)?.route.id ?? "";
    if (this.#leafByPath.size >= MOST_ADDRESSES) this.#leafByPath.clear();
    this.#leafByPath.set(pathname, leaf);
    return leaf;
  }
}

function childrenOf({ routes }: Pick<ServerBuild, "routes">, parentId: string | undefined): RouteObject[] {
  const children = Object.values(routes).filter((route) => route.parentId === parentId);
  return children.map(({ id, path, index, caseSensitive }): RouteObject =>
    index ? { id, path, caseSensitive, index } : { id, path, caseSensitive, children: childrenOf({ routes }, id) },
  );
}

function narrowed(build: ServerBuild, leaf: string): ServerBuild {
  const ids: string[] = [];
  for (let id: string | undefined = leaf; id !== undefined; id = build.routes[id]?.parentId) ids.push(id);
  const only = <T>(all: Record<string, T>) =>
    Object.fromEntries(ids.flatMap((id) => (id in all ? [[id, all[id] as T]] : [])));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}
