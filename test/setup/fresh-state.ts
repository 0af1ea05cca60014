// Test files of one worker share its process, so that libraries are loaded once for all of them. What is ours begins
// anew with each file: its modules, with all they keep, and the environment they read.
import { vi } from "vitest";

const worker = globalThis as { environment?: NodeJS.ProcessEnv };
worker.environment ??= { ...process.env };

for (const name of Object.keys(process.env)) {
  if (!(name in worker.environment)) delete process.env[name];
}
Object.assign(process.env, worker.environment);
vi.resetModules();
