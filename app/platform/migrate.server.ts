import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import { openWriter } from "~/platform/sqlite-adapter.server";

export interface Migration {
  name: string;
  sql: string;
}

export class MigrationRefused extends Error {}

interface Applied {
  name: string;
  checksum: string;
}

const SQLITE = import.meta.glob<string>("/prisma/migrations/sqlite/*/migration.sql", {
  query: "?raw",
  import: "default",
  eager: true,
});
const POSTGRESQL = import.meta.glob<string>("/prisma/migrations/postgresql/*/migration.sql", {
  query: "?raw",
  import: "default",
  eager: true,
});

export const sqliteMigrations = migrationsOf(SQLITE);
export const postgresqlMigrations = migrationsOf(POSTGRESQL);

const TABLE = `CREATE TABLE IF NOT EXISTS "Migration" ("name" TEXT PRIMARY KEY, "checksum" TEXT NOT NULL)`;
const APPLIED = `SELECT "name", "checksum" FROM "Migration"`;

/** Several processes may start on one server at once: the first migrates, the others wait for it. */
const POSTGRESQL_LOCK = "SELECT pg_advisory_xact_lock(hashtext('yishiting.migration'))";

/** Brings the file to the newest schema; all of it or nothing. Returns the names of the migrations it applied. */
export function migrateSqlite(file: string, migrations = sqliteMigrations): string[] {
  const connection = openWriter(file);
  // A table is changed by making it anew, which foreign keys would hinder; they are checked before the commit instead.
  connection.pragma("foreign_keys = OFF");
  try {
    connection.exec("BEGIN IMMEDIATE");
    connection.exec(TABLE);
    const pending = pendingOf(migrations, connection.prepare<[], Applied>(APPLIED).all());
    const insert = connection.prepare(`INSERT INTO "Migration" VALUES (?, ?)`);
    for (const migration of pending) {
      connection.exec(migration.sql);
      insert.run(migration.name, checksumOf(migration));
    }
    if (pending.length > 0) refuseBrokenReferences(connection);
    connection.exec("COMMIT");
    return pending.map(({ name }) => name);
  } finally {
    connection.close();
  }
}

function refuseBrokenReferences(connection: Database): void {
  const broken = connection.pragma("foreign_key_check") as unknown[];
  if (broken.length > 0)
    throw new MigrationRefused(`The migration would leave ${broken.length} rows without what they refer to`);
}

/** The same for a PostgreSQL database. */
export async function migratePostgresql(url: string, migrations = postgresqlMigrations): Promise<string[]> {
  const { default: pg } = await import("pg");
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  try {
    await connection.query("BEGIN");
    await connection.query(POSTGRESQL_LOCK);
    await connection.query(TABLE);
    const pending = pendingOf(migrations, (await connection.query<Applied>(APPLIED)).rows);
    for (const migration of pending) {
      await connection.query(migration.sql);
      await connection.query(`INSERT INTO "Migration" VALUES ($1, $2)`, [migration.name, checksumOf(migration)]);
    }
    await connection.query("COMMIT");
    return pending.map(({ name }) => name);
  } finally {
    await connection.end();
  }
}

function pendingOf(migrations: Migration[], applied: Applied[]): Migration[] {
  for (const { name, checksum } of applied) {
    const known = migrations.find((migration) => migration.name === name);
    if (!known) {
      throw new MigrationRefused(
        `The database has the migration ${name}, which this version does not know: it was made by a newer one`,
      );
    }
    if (checksumOf(known) !== checksum) {
      throw new MigrationRefused(`The migration ${name} was changed after it had been applied to this database`);
    }
  }
  return migrations.filter(({ name }) => !applied.some((done) => done.name === name));
}

function checksumOf({ sql }: Migration): string {
  return createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex");
}

function migrationsOf(files: Record<string, string>): Migration[] {
  return Object.entries(files)
    .map(([file, sql]) => ({ name: file.split("/").at(-2)!, sql }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
