import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { runTool } from "~/platform/archive.server";

const OTHERS = `
  SELECT count(*)::int AS others FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`;

export async function dumpPostgresql(url: string, file: string): Promise<void> {
  const { address, env } = withoutPassword(url);
  await runTool("pg_dump", ["--format=custom", "--no-owner", `--file=${file}`, `--dbname=${address}`], env);
}

/** Replaces all tables in one transaction: a restore that fails leaves the database as it was. */
export async function restorePostgresql(file: string, url: string, { replace = false }): Promise<void> {
  await refuseUnlessFree(url, replace);
  const { address, env } = withoutPassword(url);
  const options = ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"];
  await runTool("pg_restore", [...options, `--dbname=${address}`, file], env);
}

async function refuseUnlessFree(url: string, replace: boolean): Promise<void> {
  const { default: pg } = await import("pg");
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  try {
    await refuseWhileInUse(connection);
    if (!replace && (await holdsRows(connection))) {
      throw new Error("The database is not empty. Say --replace to lose what is in it.");
    }
  } finally {
    await connection.end();
  }
}

/** A connection that was just closed may be listed for a moment longer. */
async function refuseWhileInUse(connection: Client): Promise<void> {
  for (let patience = 10; ; patience--) {
    const { rows } = await connection.query<{ others: number }>(OTHERS);
    if (rows[0].others === 0) return;
    if (patience === 0)
      throw new Error(`The database is in use by ${rows[0].others} connections. Stop the server first.`);
    await sleep(100);
  }
}

async function holdsRows(connection: Client): Promise<boolean> {
  const { rows: tables } = await connection.query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'Migration'",
  );
  for (const { name } of tables) {
    const { rowCount } = await connection.query(`SELECT 1 FROM ${name} LIMIT 1`);
    if (rowCount) return true;
  }
  return false;
}

/** The password goes through the environment: arguments of a program can be read by everyone on the machine. */
function withoutPassword(url: string): { address: string; env: Record<string, string> } {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = "";
  return { address: address.href, env: password ? { PGPASSWORD: password } : {} };
}
