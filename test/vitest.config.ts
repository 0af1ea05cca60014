import { fileURLToPath } from "node:url";
import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Far from Asia/Shanghai, with summer time: code that leans on the machine's zone fails here first.
process.env.TZ = "America/Los_Angeles";

const SECOND = 1000;

interface Folder {
  timeout: number;
  /** What test files of one worker share: nothing, what is not ours, or all modules, as those of pure rules may. */
  share: "nothing" | "libraries" | "modules";
}

/** One project for each folder under test/, so that a run is named by --project or by a path such as test/unit/calendar. */
const folders: Record<string, Folder> = {
  unit: { timeout: 10 * SECOND, share: "modules" },
  contract: { timeout: 20 * SECOND, share: "libraries" },
  integration: { timeout: 30 * SECOND, share: "libraries" },
  routes: { timeout: 30 * SECOND, share: "libraries" },
  e2e: { timeout: 120 * SECOND, share: "nothing" },
};

/** About files, addresses or SQLite itself: on PostgreSQL they would only say the same again. */
const WITHOUT_POSTGRESQL = [
  "platform/file-stores",
  "platform/outward",
  "platform/second-process",
  "platform/sqlite-isolation",
  "server/narrow-build",
].map((name) => `test/integration/${name}.test.ts`);

/** Begun first, the longest first, so that no worker is left alone with one of them at the end. */
const LONGEST = ["accessibility", "kill", "fuzz", "reading-conditions", "comfort"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(`/e2e/${name}.test.ts`));
  return rank === -1 ? LONGEST.length : rank;
}

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  plugins: [tsconfigPaths({ projects: ["./tsconfig.json"] })],
  test: {
    pool: "forks",
    maxWorkers: 2,
    fileParallelism: true,
    sequence: { sequencer: LongestFirst },
    restoreMocks: true,
    unstubEnvs: true,
    projects: Object.entries(folders).map(([name, { timeout, share }]) => ({
      extends: true as const,
      test: {
        name,
        isolate: share === "nothing",
        include: [`test/${name}/**/*.test.{ts,tsx}`],
        exclude: process.env.TEST_DATABASE_URL ? WITHOUT_POSTGRESQL : [],
        setupFiles: [...(share === "libraries" ? ["test/setup/fresh-state.ts"] : []), "test/setup/console-guard.ts"],
        testTimeout: timeout,
        hookTimeout: 2 * timeout,
      },
    })),
  },
});
