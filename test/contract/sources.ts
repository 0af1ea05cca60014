import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

const GENERATED = /^app\/platform\/prisma[\w-]*\.server\//;

/** The text of every file of ours below the given folders that matches, by its path from the root. */
export function sources(folders: string[], pattern: RegExp): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const file of filesBelow(folder)) {
      if (pattern.test(file) && !GENERATED.test(file)) found.set(file, readFileSync(path.join(root, file), "utf8"));
    }
  }
  return found;
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}
