import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";

/** What an archive says of itself; `files` are the SHA-256 of everything else in it, by path. */
export interface Manifest {
  format: 1;
  engine: "sqlite" | "postgresql";
  madeAt: string;
  files: Record<string, string>;
}

export class ArchiveRefused extends Error {}

const MANIFEST = "manifest.json";

/** Packs a folder into one file, which is there whole and on the disk when this resolves, or not at all. */
export async function packArchive(
  folder: string,
  file: string,
  about: Pick<Manifest, "engine" | "madeAt">,
): Promise<void> {
  const manifest: Manifest = { format: 1, ...about, files: await digestsIn(folder) };
  await writeFile(path.join(folder, MANIFEST), JSON.stringify(manifest, null, 2));
  const partial = `${file}.partial`;
  try {
    await runTool("tar", ["-czf", partial, "-C", folder, "."]);
    await flush(partial);
    await rename(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
}

/** Unpacks an archive into an empty folder and refuses it unless every file is the one that was packed. */
export async function unpackArchive(file: string, folder: string): Promise<Manifest> {
  await runTool("tar", ["-xzf", path.resolve(file), "-C", folder]).catch((error: Error) => {
    throw new ArchiveRefused(`${file} cannot be unpacked: ${error.message}`);
  });
  const manifest = await readManifest(folder, file);
  await rm(path.join(folder, MANIFEST));
  const found = await digestsIn(folder);
  const paths = new Set([...Object.keys(manifest.files), ...Object.keys(found)]);
  const wrong = [...paths].filter((name) => found[name] !== manifest.files[name]);
  if (wrong.length > 0) throw new ArchiveRefused(`${file} is damaged: ${wrong.slice(0, 5).join(", ")}`);
  return manifest;
}

async function readManifest(folder: string, file: string): Promise<Manifest> {
  try {
    const manifest = JSON.parse(await readFile(path.join(folder, MANIFEST), "utf8")) as Manifest;
    if (manifest.format === 1) return manifest;
  } catch {
    // Refused below like an archive of another kind.
  }
  throw new ArchiveRefused(`${file} is not a backup that this version can read`);
}

async function digestsIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name));
  const digests: Record<string, string> = {};
  for (const file of files.sort()) digests[path.relative(folder, file)] = await digestOf(file);
  return digests;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}

/** Runs a program of the system; says which one is missing or what it complained of. */
export async function runTool(name: string, args: string[], env: Record<string, string> = {}): Promise<void> {
  const child = spawn(name, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...env } });
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ENOENT" ? new Error(`The program ${name} is not installed`) : error),
    );
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${complaint.trim().slice(-2000)}`);
}
