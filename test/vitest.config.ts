import { fileURLToPath } from "node:url";
import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

// Far from Asia/Shanghai, with summer time: code that leans on the machine's zone fails here first.
process.env.TZ = "America/Los_Angeles";

const SECOND = 1000;

/**
 * One project for each folder under test/, so that a run is named by --project or by a path such as test/unit/calendar.
 * What is pure keeps no state between files, so that those of unit/ share their modules.
 */
const folders: Record<string, { timeout: number; isolate?: boolean }> = {
  unit: { timeout: 10 * SECOND, isolate: false },
  contract: { timeout: 20 * SECOND },
  integration: { timeout: 30 * SECOND },
  routes: { timeout: 30 * SECOND },
  e2e: { timeout: 120 * SECOND },
};

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  plugins: [tsconfigPaths({ projects: ["./tsconfig.json"] })],
  test: {
    pool: "forks",
    maxWorkers: 2,
    fileParallelism: true,
    restoreMocks: true,
    unstubEnvs: true,
    projects: Object.entries(folders).map(([name, { timeout, isolate = true }]) => ({
      extends: true as const,
      test: {
        name,
        isolate,
        include: [`test/${name}/**/*.test.{ts,tsx}`],
        setupFiles: ["test/setup/console-guard.ts"],
        testTimeout: timeout,
        hookTimeout: 2 * timeout,
      },
    })),
  },
});
