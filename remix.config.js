// This file is the Vite configuration. Remix reads its options from its Vite plugin below, and every command names the
// file (`--config remix.config.js`), so that one configuration stands where the product's layout asks for it.
import { vitePlugin as remix } from "@remix-run/dev";
import tsconfigPaths from "vite-tsconfig-paths";

const { BASE_PATH = "", NODE_ENV } = process.env;
if (!/^(\/[A-Za-z0-9._~-]+)*\/?$/.test(BASE_PATH)) throw new Error("BASE_PATH: a path such as /yishiting");

export default {
  // Below which path of the host the site is served; development always serves it at the top.
  base: NODE_ENV === "development" ? "/" : `${BASE_PATH.replace(/\/$/, "")}/`,
  plugins: [
    remix({
      appDirectory: "app",
      buildDirectory: "build",
      ignoredRouteFiles: ["**/.*"],
      serverModuleFormat: "esm",
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    serverEntry(),
    tsconfigPaths(),
  ],
  server: { watch: { ignored: ["**/data/**", "**/build/**"] } },
  build: {
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Comments inside libraries, and routes that have nothing for the browser, are no news.
    rollupOptions: {
      onwarn: (warning, warn) => {
        if (warning.code !== "INVALID_ANNOTATION" && warning.code !== "EMPTY_BUNDLE") warn(warning);
      },
    },
  },
};

/** Server and app are one bundle, and so one module graph: one database client, one event bus. */
function serverEntry() {
  return {
    name: "yishiting:server-entry",
    // Made for browsers, the private fields of every class would be weak maps, which each request pays for.
    config: (_config, { isSsrBuild }) =>
      isSsrBuild ? { build: { target: "node20", rollupOptions: { input: "./server/index.ts" } } } : undefined,
  };
}
