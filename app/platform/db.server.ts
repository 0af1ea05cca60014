import { mkdirSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { lockDatabase } from "~/platform/database-lock.server";
import { migratePostgresql, migrateSqlite } from "~/platform/migrate.server";
import { type Prisma, PrismaClient } from "~/platform/prisma.server/client";
import { openSqliteAdapter } from "~/platform/sqlite-adapter.server";

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;
export type Client = Db | Tx;

export interface Database {
  readonly client: Db;
  /** What the client stands on: `inSqlTransaction` goes to it directly. */
  readonly adapter: SqlDriverAdapter;
  readonly engine: "sqlite" | "postgresql";
  readonly url: string;
  close(): Promise<void>;
}

/** Handed to every verb and query. */
export interface Deps {
  db: Database;
  now: Date;
}

/** Handed to queries that also run inside a transaction, which must read through it. */
export interface Reading {
  db: { client: Client };
}

export interface OpenOptions {
  /** SQLite only: refuse while another process has the database open, and keep others out. */
  lock?: boolean;
}

/** Waiting for the turn, and holding it: on SQLite a transaction keeps every other writer waiting. */
const TRANSACTION = { maxWait: 10_000, timeout: 10_000 };

const MOST_CONNECTIONS = 10;
const MOST_NAMED_STATEMENTS = 500;

/** Opens `file:PATH` (relative to the working directory) or `postgresql://…` and brings it to the newest schema. */
export function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  if (isPostgresql(url)) return openPostgresql(url);
  return openSqlite(url, options);
}

async function openSqlite(url: string, { lock = false }: OpenOptions): Promise<Database> {
  const file = sqliteFile(url);
  mkdirSync(path.dirname(file), { recursive: true });
  const release = lock ? lockDatabase(file) : () => {};
  try {
    migrateSqlite(file);
    const adapter = openSqliteAdapter(file);
    const client = new PrismaClient({ adapter: factoryOf(adapter) });
    await client.$connect();
    return { client, adapter, engine: "sqlite", url, close: () => client.$disconnect().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

/** The client of PostgreSQL is generated from the same schema; only what it can do beyond SQLite differs in its type. */
async function openPostgresql(url: string): Promise<Database> {
  await migratePostgresql(url);
  const generated = await import("~/platform/prisma-postgresql.server/client");
  const pool = { connectionString: url, max: MOST_CONNECTIONS, options: "-c TimeZone=UTC" };
  const adapter = await new PrismaPg(pool, { statementNameGenerator: statementNames() }).connect();
  const client = new generated.PrismaClient({ adapter: factoryOf(adapter) }) as unknown as PrismaClient;
  await client.$connect();
  return { client, adapter, engine: "postgresql", url, close: () => client.$disconnect() };
}

/** Prisma wants to connect by itself; it gets the connections that `inSqlTransaction` uses too. */
function factoryOf(adapter: SqlDriverAdapter): SqlDriverAdapterFactory {
  return { provider: adapter.provider, adapterName: adapter.adapterName, connect: async () => adapter };
}

/** Named statements are planned once per connection. They live as long as it does, so their number is bounded. */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    if (!names.has(sql)) names.set(sql, names.size < MOST_NAMED_STATEMENTS ? `s${names.size}` : "");
    return names.get(sql)!;
  };
}

export function isPostgresql(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

export function sqliteFile(url: string): string {
  if (!url.startsWith("file:"))
    throw new Error(`Not a database: ${url.split("://")[0]}. Give file:PATH or postgresql://…`);
  return path.resolve(url.slice("file:".length));
}

/** All of the work or nothing. Inside, write and read through `tx` only: the client outside would wait for itself. */
export function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.client.$transaction(work, TRANSACTION);
}

// Development evaluates changed modules again; the open database must outlive that.
const shared = globalThis as typeof globalThis & { yishitingDatabase?: Database };

export function setDatabase(db: Database): void {
  shared.yishitingDatabase = db;
}

export function getDatabase(): Database {
  if (!shared.yishitingDatabase) throw new Error("The database is not open yet");
  return shared.yishitingDatabase;
}
