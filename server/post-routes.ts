import type { ActionFunction, ServerBuild } from "@remix-run/node";

interface PostRoute {
  pattern: RegExp;
  parameters: string[];
  action: ActionFunction;
  /** It has no page of its own: whatever it answers is the answer. */
  isPageless: boolean;
}

export interface FoundPostRoute {
  action: ActionFunction;
  params: Record<string, string>;
  isPageless: boolean;
}

/** The routes that take posts, by address. Remix would walk through all routes for each post, twice. */
export class PostRoutes {
  readonly #routes: PostRoute[];

  constructor({ routes }: ServerBuild) {
    const found = Object.values(routes).flatMap(({ id, module }) => {
      const path = fullPath(routes, id);
      return module.action && !path.includes("*") ? [{ path, action: module.action, isPageless: !module.default }] : [];
    });
    // An address in full goes before one with a parameter in the same place.
    found.sort((a, b) => (sortKey(a.path) < sortKey(b.path) ? -1 : 1));
    this.#routes = found.map(({ path, ...route }) => ({ ...route, ...patternOf(path) }));
  }

  /** `path` as it stands in the address. Null for what no route takes, and for routes that take whatever is left. */
  find(path: string): FoundPostRoute | null {
    for (const { pattern, parameters, action, isPageless } of this.#routes) {
      const values = pattern.exec(path)?.slice(1);
      if (!values) continue;
      const params = Object.fromEntries(
        parameters.map((name, index) => [name, decodeURIComponent(values[index] ?? "")]),
      );
      return { action, params, isPageless };
    }
    return null;
  }
}

function fullPath(routes: ServerBuild["routes"], id: string): string {
  const route = routes[id];
  if (!route) return "";
  const above = route.parentId ? fullPath(routes, route.parentId) : "";
  return route.path ? `${above}/${route.path}` : above;
}

/** Sorts a segment that is written out before one that is a parameter. */
function sortKey(path: string): string {
  return path.replace(/:/g, "\uffff");
}

function patternOf(path: string): { pattern: RegExp; parameters: string[] } {
  const parameters: string[] = [];
  const source = path.split("/").map((segment) => {
    if (!segment.startsWith(":")) return segment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    parameters.push(segment.slice(1));
    return "([^/]+)";
  });
  return { pattern: new RegExp(`^${source.join("/")}/?$`, "i"), parameters };
}
