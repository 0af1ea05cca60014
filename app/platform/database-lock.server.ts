import BetterSqlite3 from "better-sqlite3";
import type { Database } from "~/platform/db.server";

export class DatabaseInUse extends Error {}

interface Holder {
  pid: number;
  since: string;
}

/**
 * Keeps a second process off the file: two servers writing would block each other, and each would serve kept pages that
 * the other has changed. Returns the function that gives the lock back.
 *
 * The lock is SQLite's own, on a small file beside the database that also tells who holds it. The operating system
 * drops it with the process, so that nothing stale stays behind after a kill, and no process id has to be believed.
 */
export function lockDatabase(file: string): () => void {
  const connection = new BetterSqlite3(`${file}.lock`, { timeout: 0 });
  try {
    connection.exec("BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER, since TEXT); DELETE FROM holder");
    const since = new Date(performance.timeOrigin).toISOString();
    connection.prepare("INSERT INTO holder VALUES (?, ?)").run(process.pid, since);
    // Committed, so that others can read it; the second transaction is the one that lasts.
    connection.exec("COMMIT; BEGIN IMMEDIATE");
  } catch (error) {
    const holder = isBusy(error) ? readHolder(connection) : undefined;
    connection.close();
    throw isBusy(error) ? inUse(file, holder) : error;
  }
  return () => connection.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

function readHolder(connection: BetterSqlite3.Database): Holder | undefined {
  try {
    return connection.prepare<[], Holder>("SELECT pid, since FROM holder").get();
  } catch {
    return undefined;
  }
}

function inUse(file: string, holder: Holder | undefined): DatabaseInUse {
  const who = holder ? `process ${holder.pid}, which started at ${holder.since}` : "another process";
  return new DatabaseInUse(`The database ${file} is in use by ${who}. Stop it first.`);
}

/** Lets one process at a time do the work on a PostgreSQL database; on SQLite there is no other process. */
export async function whileOthersWait<T>({ engine, url }: Database, work: () => Promise<T>): Promise<T> {
  if (engine !== "postgresql") return work();
  const { default: pg } = await import("pg");
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  try {
    await connection.query("SELECT pg_advisory_lock(hashtext('yishiting.alone'))");
    return await work();
  } finally {
    await connection.end();
  }
}
