import { findInPath, isExecutable } from "./find-in-path.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** The same browser without the window around the page, which takes half of the work of a test that nobody watches. */
const WITHOUT_WINDOW = "chromium-headless-shell";

/** Path of the browser that people have: CHROMIUM_PATH, else the first known name; undefined when there is none. */
export function findChromium(env = process.env) {
  return firstOf(NAMES, env);
}

/** Path of a browser for the tests, best without a window; undefined when there is none. */
export function findTestBrowser(env = process.env) {
  return firstOf([WITHOUT_WINDOW, ...NAMES], env);
}

function firstOf(names, env) {
  if (env.CHROMIUM_PATH) return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  return names.map((name) => findInPath(name, env)).find((found) => found !== undefined);
}
