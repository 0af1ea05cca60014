import { createHash, randomUUID } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll } from "vitest";
import { type Database, openDatabase } from "~/platform/db.server";
import {
  type Migration,
  migratePostgresql,
  migrateSqlite,
  postgresqlMigrations,
  sqliteMigrations,
} from "~/platform/migrate.server";

/** `postgresql://…` of a role that may create databases chooses PostgreSQL; otherwise the tests use SQLite. */
const SERVER = process.env.TEST_DATABASE_URL;

const PREFIX = "yishiting_test_";
const HOUR_MS = 3_600_000;

export const testEngine = SERVER ? "postgresql" : "sqlite";

const undo: (() => Promise<void> | void)[] = [];

afterAll(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** An empty database with the newest schema, which nobody else uses. It is closed with the test file. */
export async function freshDatabase(): Promise<Database> {
  const db = await openDatabase(await freshDatabaseUrl());
  let isOpen = true;
  const close = async () => {
    if (isOpen) await db.close();
    isOpen = false;
  };
  undo.push(close);
  return { ...db, close };
}

/** The same, not yet opened: for tests that hand it to another process. */
export function freshDatabaseUrl(): Promise<string> {
  return SERVER ? freshPostgresql(SERVER) : Promise.resolve(freshSqlite());
}

export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "yishiting-test-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function freshSqlite(): string {
  const file = path.join(freshFolder(), "yishiting.db");
  copyFileSync(sqliteTemplate(), file);
  return `file:${file}`;
}

/** Migrated once for each state of the migrations, by whichever test process comes first. */
function sqliteTemplate(): string {
  const template = path.join(tmpdir(), `yishiting-template-${digestOf(sqliteMigrations)}.db`);
  if (existsSync(template)) return template;
  const making = `${template}.${randomUUID()}`;
  migrateSqlite(making);
  renameSync(making, template);
  return template;
}

async function freshPostgresql(server: string): Promise<string> {
  const template = `yishiting_template_${digestOf(postgresqlMigrations)}`;
  const name = `${PREFIX}${Date.now()}_${randomUUID().slice(0, 8)}`;
  await asAdministrator(server, async (admin) => {
    await makePostgresqlTemplate(admin, server, template);
    await dropOldDatabases(admin);
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  return urlOf(server, name);
}

/**
 * Dropping a database takes PostgreSQL about ten times as long as making one. The cluster of a test run goes away as a
 * whole; on a lasting server the next run removes what this one leaves.
 */
async function dropOldDatabases(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE datname LIKE $1 AND split_part(datname, '_', 3)::bigint < $2",
    [`${PREFIX}%`, Date.now() - HOUR_MS],
  );
  for (const { name } of rows) await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

async function makePostgresqlTemplate(admin: pg.Client, server: string, template: string): Promise<void> {
  const isMade = async () =>
    (await admin.query("SELECT FROM pg_database WHERE datname = $1", [template])).rowCount === 1;
  if (await isMade()) return;
  await admin.query("SELECT pg_advisory_lock(hashtext('yishiting.test'))");
  if (await isMade()) return;
  const making = `${template}_making`;
  await admin.query(`DROP DATABASE IF EXISTS ${making}`);
  await admin.query(`CREATE DATABASE ${making} TEMPLATE template0 ENCODING 'UTF8'`);
  await migratePostgresql(urlOf(server, making));
  await admin.query(`ALTER DATABASE ${making} RENAME TO ${template}`);
  await admin.query("SELECT pg_advisory_unlock(hashtext('yishiting.test'))");
}

async function asAdministrator(server: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

function digestOf(migrations: Migration[]): string {
  return createHash("sha256").update(JSON.stringify(migrations)).digest("hex").slice(0, 16);
}
