// Starts the product: builds it when needed, then hands over to the bundle. Plain JavaScript, because Node 20 reads no
// TypeScript. `npm start` and every other command (import, backup, …) come through here.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const BUNDLE = join(ROOT, "build/server/index.js");
const SOURCES = ["app", "server", "prisma", "public", "remix.config.js", "package.json"];

// Prisma's compiler of queries is WebAssembly. Compiling all of it, and then once more for speed that is not felt, would
// take some 45 MiB that the process never gives back. The limits of the heap must be known before: package.json has them.
for (const flag of ["--wasm-lazy-compilation", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"]) {
  setFlagsFromString(flag);
}
process.env.NODE_ENV ??= "production";

const [command = "serve", ...rest] = process.argv.slice(2);
if (command === "dev") await develop();
else await run(command, rest);

async function run(name, args) {
  if (isStale()) build();
  const product = await import(pathToFileURL(BUNDLE).href);
  try {
    if (name === "serve") await product.serve({ root: ROOT });
    else process.exitCode = await product.runCommand(name, args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}

/** Rebuilds on save; pages load anew, a change in server/ wants a restart. */
async function develop() {
  process.env.NODE_ENV = "development";
  spawnSync(process.execPath, [join(ROOT, "prisma/generate.js")], { stdio: "inherit" });
  const { createServer } = await import("vite");
  const vite = await createServer({
    root: ROOT,
    configFile: join(ROOT, "remix.config.js"),
    server: { middlewareMode: true },
  });
  const product = await vite.ssrLoadModule("/server/index.ts");
  await product.serve({
    root: ROOT,
    development: vite.middlewares,
    loadBuild: () => vite.ssrLoadModule("virtual:remix/server-build"),
  });
}

function isStale() {
  if (!existsSync(BUNDLE)) return true;
  if (!existsSync(join(ROOT, "remix.config.js"))) return false;
  const built = statSync(BUNDLE).mtimeMs;
  return SOURCES.some((source) => newest(join(ROOT, source)) > built);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  if (/prisma(-postgresql)?\.server$|prisma\/postgresql$/.test(path)) return 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function build() {
  process.stdout.write("Building (once, about half a minute) …\n");
  const done = spawnSync("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
