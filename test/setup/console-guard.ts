import { afterEach, beforeEach } from "vitest";

type Method = "error" | "warn";

const METHODS: Method[] = ["error", "warn"];
const originals = { error: console.error, warn: console.warn };

let unexpected: string[] = [];
let allowed: RegExp[] = [];

beforeEach(() => {
  unexpected = [];
  allowed = [];
  for (const method of METHODS) console[method] = (...values: unknown[]) => note(method, values);
});

afterEach(() => {
  for (const method of METHODS) console[method] = originals[method];
  if (unexpected.length > 0) throw new Error(`Unexpected output on the console:\n${unexpected.join("\n")}`);
});

/** Says that this test, and only this one, writes what the pattern matches to console.error or console.warn. */
export function allowConsole(pattern: RegExp): void {
  allowed.push(pattern);
}

function note(method: Method, values: unknown[]): void {
  const text = values
    .map((value) => (value instanceof Error ? (value.stack ?? value.message) : String(value)))
    .join(" ");
  if (!allowed.some((pattern) => pattern.test(text))) unexpected.push(`console.${method}: ${text}`);
}
