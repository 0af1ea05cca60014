// Writes the next migration of both engines from the change since the last one:
//   npm run db:migration -- name_of_the_change
// Needs no database: it compares the schema with the copy kept beside the migrations. Read the SQL before committing.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { postgresqlSchema } from "./postgresql-schema.js";
import { startSchemaEngine } from "./schema-engine.js";

const here = import.meta.dirname;
const lastSchemaFile = path.join(here, "migrations/last-schema.prisma");

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error("Usage: npm run db:migration -- name_in_lower_case");

const schema = readFileSync(path.join(here, "schema.prisma"), "utf8");
const lastSchema = readLastSchema() ?? withoutModels(schema);
const scripts = {
  sqlite: await difference("sqlite", lastSchema, schema),
  postgresql: await difference("postgresql", postgresqlSchema(lastSchema), postgresqlSchema(schema)),
};

if (Object.values(scripts).every((script) => isEmpty(script))) {
  console.log("The schema has not changed since the last migration.");
} else {
  const folder = `${String(migrationCount() + 1).padStart(4, "0")}_${name}`;
  for (const [engine, script] of Object.entries(scripts)) writeMigration(engine, folder, script);
  writeFileSync(lastSchemaFile, schema);
}

async function difference(engineName, from, to) {
  const engine = await startSchemaEngine(engineName, to);
  const { stdout } = await engine.diff({
    from: datamodel(from),
    to: datamodel(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout;
}

function datamodel(content) {
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}

function isEmpty(script) {
  return script.replace(/^\s*--.*$/gm, "").trim() === "";
}

function writeMigration(engine, folder, script) {
  const file = path.join(here, "migrations", engine, folder, "migration.sql");
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${script.trim()}\n`);
  console.log(path.relative(process.cwd(), file));
}

function migrationCount() {
  try {
    return readdirSync(path.join(here, "migrations/sqlite")).length;
  } catch {
    return 0;
  }
}

function readLastSchema() {
  try {
    return readFileSync(lastSchemaFile, "utf8");
  } catch {
    return undefined;
  }
}

/** The first migration starts from a schema that has an engine and no tables. */
function withoutModels(text) {
  return text.replace(/^(model|enum) \w+ \{[^]*?^\}/gm, "");
}
