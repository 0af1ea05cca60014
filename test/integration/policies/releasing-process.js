// Another process for the test of kills: packages go from the first word to their release, several at a time, until it is
// killed. A line on standard output names a document whose release was acknowledged.
import { writeSync } from "node:fs";
import path from "node:path";
import { createServer } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

const [, , url] = process.argv;
const LANES = 4;
const root = path.resolve(import.meta.dirname, "../../..");
const vite = await createServer({
  configFile: false,
  root,
  appType: "custom",
  logLevel: "error",
  plugins: [tsconfigPaths({ projects: [path.join(root, "tsconfig.json")] })],
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { openDatabase } = await vite.ssrLoadModule("/app/platform/db.server.ts");
const { createStaff } = await vite.ssrLoadModule("/test/factories/desk.ts");
const { createReleased } = await vite.ssrLoadModule("/test/factories/policies.ts");

const db = await openDatabase(url);
const staff = await createStaff(db);
await Promise.all(Array.from({ length: LANES }, lane));

async function lane() {
  for (;;) writeSync(1, `${await createReleased(db, staff)}\n`);
}
