// Writes the database clients of both engines. Cheap to call before every build, check and test: it does nothing while
// the schema is the one that the clients were made from.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { postgresqlSchema } from "./postgresql-schema.js";

const root = path.resolve(import.meta.dirname, "..");
const cli = path.join(root, "node_modules/prisma/build/index.js");
const prismaVersion = JSON.parse(readFileSync(path.join(root, "node_modules/prisma/package.json"), "utf8")).version;

const source = readFileSync(path.join(root, "prisma/schema.prisma"), "utf8");
const derived = postgresqlSchema(source);
writeIfDifferent(path.join(root, "prisma/postgresql/schema.prisma"), derived);

await Promise.all([
  generate("prisma/schema.prisma", source, "app/platform/prisma.server"),
  generate("prisma/postgresql/schema.prisma", derived, "app/platform/prisma-postgresql.server"),
]);

async function generate(schemaFile, schema, output) {
  const stampFile = path.join(root, output, ".made-from");
  const stamp = createHash("sha256").update(`${prismaVersion}\n${schema}`).digest("hex");
  if (readOrEmpty(stampFile) === stamp) return;
  await runPrisma("generate", "--no-hints", "--schema", schemaFile);
  writeFileSync(stampFile, stamp);
}

async function runPrisma(...args) {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    // The command refuses to start without an engine binary that generating never runs; naming any executable spares
    // the download. The other variable keeps it from asking a server for newer versions.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1", ...process.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.on("data", (chunk) => (printed += chunk));
  child.stderr.on("data", (chunk) => (printed += chunk));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`prisma ${args.join(" ")} failed:\n${printed}`);
}

function writeIfDifferent(file, text) {
  if (readOrEmpty(file) === text) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
