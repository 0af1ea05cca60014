import { accessSync, constants } from "node:fs";
import path from "node:path";

const USUAL = ["/usr/local/bin", "/usr/bin", "/bin"];

/** Path of a program in PATH or the usual folders, undefined when it is in none of them. */
export function findInPath(name, env = process.env) {
  const folders = [...(env.PATH ?? "").split(path.delimiter).filter(Boolean), ...USUAL];
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
