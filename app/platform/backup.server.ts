import { existsSync } from "node:fs";
import { copyFile, link, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { packArchive, unpackArchive } from "~/platform/archive.server";
import { lockDatabase } from "~/platform/database-lock.server";
import { isPostgresql, sqliteFile } from "~/platform/db.server";
import { migrateSqlite } from "~/platform/migrate.server";
import { dumpPostgresql, restorePostgresql } from "~/platform/postgresql-dump.server";

class RestoreRefused extends Error {}

export interface BackupOptions {
  /**
   * Folder of the uploaded files; null when they are kept elsewhere and not saved here. Default: `uploads` beside the
   * database file, `data/uploads` for PostgreSQL.
   */
  uploads?: string | null;
}

export interface RestoreOptions extends BackupOptions {
  /** Replace a database that already holds something. */
  replace?: boolean;
}

const SQLITE_COPY = "database.db";
const POSTGRESQL_COPY = "database.dump";
const UPLOADS = "uploads";

/** Files that are still arriving; nothing refers to them. */
const INCOMING = "incoming";

/**
 * Saves the database and the uploaded files as one file, while the server may be running: everything acknowledged
 * before the call is in it.
 */
export async function backupDatabase(url: string, file: string, options: BackupOptions = {}): Promise<void> {
  const uploads = uploadsOf(url, options);
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await withStaging(uploads, async (staging) => {
    // The database first: a file is kept before the row that names it is written.
    if (isPostgresql(url)) await dumpPostgresql(url, path.join(staging, POSTGRESQL_COPY));
    else copySqlite(sqliteFile(url), path.join(staging, SQLITE_COPY));
    if (options.uploads !== null) await linkFiles(uploads, path.join(staging, UPLOADS));
    const engine = isPostgresql(url) ? "postgresql" : "sqlite";
    await packArchive(staging, path.resolve(file), { engine, madeAt: new Date().toISOString() });
  });
}

/** Puts back what `backupDatabase` saved. Nothing is touched before the whole archive has been checked. */
export async function restoreDatabase(file: string, url: string, options: RestoreOptions = {}): Promise<void> {
  const uploads = uploadsOf(url, options);
  await withStaging(uploads, async (staging) => {
    const { engine } = await unpackArchive(file, staging);
    if ((engine === "postgresql") !== isPostgresql(url)) {
      throw new RestoreRefused(`The backup is of ${engine}, and DATABASE_URL names the other engine`);
    }
    if (engine === "postgresql") await restorePostgresql(path.join(staging, POSTGRESQL_COPY), url, options);
    else await replaceSqlite(path.join(staging, SQLITE_COPY), sqliteFile(url), options);
    if (options.uploads !== null) await replace(path.join(staging, UPLOADS), uploads);
  });
}

function uploadsOf(url: string, { uploads }: BackupOptions): string {
  if (uploads) return path.resolve(uploads);
  return path.resolve(isPostgresql(url) ? "data" : path.dirname(sqliteFile(url)), UPLOADS);
}

/** A folder beside the uploads, so that files are linked and moved there without being copied. */
async function withStaging(uploads: string, work: (staging: string) => Promise<void>): Promise<void> {
  await mkdir(path.dirname(uploads), { recursive: true });
  const staging = await mkdtemp(path.join(path.dirname(uploads), ".backup-"));
  try {
    await work(staging);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** VACUUM INTO reads one state of the database, however many others write meanwhile. */
function copySqlite(file: string, copy: string): void {
  const connection = new BetterSqlite3(file, { fileMustExist: true });
  try {
    connection.prepare("VACUUM INTO ?").run(copy);
  } finally {
    connection.close();
  }
  checkSqlite(copy);
}

function checkSqlite(file: string): void {
  const connection = new BetterSqlite3(file, { readonly: true });
  try {
    const found = connection.pragma("integrity_check", { simple: true });
    if (found !== "ok") throw new RestoreRefused(`The database in the backup is damaged: ${String(found)}`);
  } finally {
    connection.close();
  }
}

async function replaceSqlite(
  copy: string,
  file: string,
  { replace: mayReplace = false }: RestoreOptions,
): Promise<void> {
  checkSqlite(copy);
  migrateSqlite(copy);
  await mkdir(path.dirname(file), { recursive: true });
  const unlock = lockDatabase(file);
  try {
    if (!mayReplace && holdsRows(file)) {
      throw new RestoreRefused(`The database ${file} is not empty. Say --replace to lose what is in it.`);
    }
    await replace(copy, file, ["", "-wal", "-shm"]);
  } finally {
    unlock();
  }
}

function holdsRows(file: string): boolean {
  if (!existsSync(file)) return false;
  const connection = new BetterSqlite3(file);
  try {
    const tables = connection
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    return tables.some((name) => name !== "Migration" && connection.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get());
  } finally {
    connection.close();
  }
}

/** Moves the new to the place of the old. Should this be interrupted, the old stands beside it as `….replaced`. */
async function replace(next: string, current: string, endings = [""]): Promise<void> {
  const aside = (ending: string) => `${current}.replaced${ending}`;
  for (const ending of endings) {
    await rm(aside(ending), { recursive: true, force: true });
    if (existsSync(current + ending)) await rename(current + ending, aside(ending));
  }
  if (existsSync(next)) await rename(next, current);
  for (const ending of endings) await rm(aside(ending), { recursive: true, force: true });
}

async function linkFiles(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  if (!existsSync(from)) return;
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const name = path.relative(from, path.join(entry.parentPath, entry.name));
    if (!entry.isFile() || name.split(path.sep)[0] === INCOMING) continue;
    await mkdir(path.dirname(path.join(to, name)), { recursive: true });
    await linkOrCopy(path.join(from, name), path.join(to, name));
  }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to)
    .catch(() => copyFile(from, to))
    .catch((error: NodeJS.ErrnoException) => {
      // Erased since the folder was listed.
      if (error.code !== "ENOENT") throw error;
    });
}
