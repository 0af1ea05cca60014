import { describe, expect, it } from "vitest";
import { NarrowBuilds } from "../../../server/narrow-build";
import { buildOf, type TestRoute } from "../../setup/pages";

const page = (path: string, parent?: string): TestRoute => ({ path, module: {}, ...(parent ? { parent } : {}) });

const build = buildOf({
  list: page("consultations"),
  one: page("consultations/:slug"),
  new: page("consultations/new"),
  file: page("consultations/:slug/outcome.csv"),
  desk: page("desk"),
  inbox: page("messages", "desk"),
  rest: page("*"),
});

const idsFor = (path: string) => Object.keys(new NarrowBuilds(build).for(path).routes).sort();

describe("the routes that Remix is given for an address", () => {
  it.each([
    ["/consultations", ["list", "root"]],
    ["/consultations/", ["list", "root"]],
    ["/consultations/new", ["new", "root"]],
    ["/consultations/plan", ["one", "root"]],
    ["/consultations/%E6%B5%B7", ["one", "root"]],
    ["/consultations/plan/outcome.csv", ["file", "root"]],
    ["/desk/messages", ["desk", "inbox", "root"]],
    ["/nothing/here", ["rest", "root"]],
  ])("for %s are those it leads through", (path, ids) => {
    expect(idsFor(path)).toEqual(ids);
  });

  it("are named to the page as well, and nothing else is lost", () => {
    const narrow = new NarrowBuilds(build).for("/desk/messages");
    expect(Object.keys(narrow.assets.routes).sort()).toEqual(["desk", "inbox", "root"]);
    expect({ ...narrow, routes: null, assets: null }).toEqual({ ...build, routes: null, assets: null });
  });

  it("are one build for all addresses of a route, however many are asked for", () => {
    const builds = new NarrowBuilds(build);
    const first = builds.for("/consultations/a");
    for (let number = 0; number < 5000; number++) expect(builds.for(`/consultations/${number}`)).toBe(first);
  });

  it("are all of them where no route answers", () => {
    const { rest: _rest, ...routes } = build.routes;
    const without = { ...build, routes };
    expect(new NarrowBuilds(without).for("/nothing/here")).toBe(without);
  });
});
