import { findInPath, isExecutable } from "./find-in-path.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Path of a browser for the tests: CHROMIUM_PATH, else the first known name; undefined when there is none. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  return NAMES.map((name) => findInPath(name, env)).find((found) => found !== undefined);
}
