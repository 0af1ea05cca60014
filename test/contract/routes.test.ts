import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { examplesOf, ROUTES } from "../e2e/route-list";
import { root, sources } from "./sources";

describe("The list of routes", () => {
  it("has an entry with an example address for every route, and none for what is gone", () => {
    expect(Object.keys(ROUTES).sort()).toEqual(routesOf(path.join(root, "app/routes")));
  });

  it.each(Object.entries(ROUTES))("gives addresses that lead to %s", (route, entry) => {
    for (const address of examplesOf(entry)) expect(address).toMatch(patternOf(route));
  });

  it("knows which routes take posts", () => {
    const takers = [...sources(["app/routes"], /\.tsx?$/)]
      .filter(([, text]) => /export (async )?(function|const) action\b|export \{[^}]*\baction\b/.test(text))
      .map(([file]) => routeOf(file.slice("app/routes/".length)));
    const listed = Object.entries(ROUTES).filter(([, { takesPosts }]) => takesPosts);
    expect(listed.map(([route]) => route).sort()).toEqual(takers.sort());
  });
});

/** A route is a file, or a folder with a file `route`. */
function routesOf(folder: string): string[] {
  return readdirSync(folder).map(routeOf).sort();
}

function routeOf(file: string): string {
  return file.replace(/\/.*$/, "").replace(/\.tsx?$/, "");
}

/** The addresses a flat route file answers: `$slug` one part, `$` the rest, `_index` the folder itself, `[.]` a dot. */
function patternOf(route: string): RegExp {
  const parts = route
    .replaceAll("[.]", "\u0000")
    .split(".")
    .filter((part) => part !== "_index")
    .map((part) => part.replace(/_$/, ""))
    .map((part) => (part === "$" ? ".+" : part.startsWith("$") ? part.replace(/^\$[a-z]+/i, "[^/?]+") : part))
    .map((part) => part.replaceAll("\u0000", "\\."));
  return new RegExp(`^/${parts.join("/")}(\\?.*)?$`);
}
