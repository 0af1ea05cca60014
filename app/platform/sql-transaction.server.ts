import {
  type ArgScalarType,
  type ArgType,
  type ColumnType,
  ColumnTypeEnum,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import { againWhenBrokenOff } from "~/platform/broken-off.server";
import type { Database } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma.server/client";

/** The part of a transaction that speaks SQL. Prisma's own transactions have it too, so a store may ask for no more. */
export interface SqlTx {
  $queryRaw<T = unknown>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T>;
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number>;
}

const TIMEOUT_MS = 10_000;

/**
 * All of the work or nothing, as `inTransaction`, for the few verbs that many people call at once: it passes SQL to the
 * database without Prisma's client, which costs several times as much as the statements themselves.
 */
export function inSqlTransaction<T>(db: Database, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  return againWhenBrokenOff(() => inOneSqlTransaction(db, work));
}

async function inOneSqlTransaction<T>(db: Database, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  const transaction = new SqlTransaction(await db.adapter.startTransaction(), db.engine);
  const timer = setTimeout(() => void transaction.rollback(), TIMEOUT_MS);
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Reads what is committed, for the few pages whose rows cost Prisma's client several times what they cost the database. */
export async function readSql<T>(db: Database, query: Prisma.Sql): Promise<T[]> {
  return objectsOf(await db.adapter.queryRaw(queryOf(query, [], db.engine))) as T[];
}

class SqlTransaction implements SqlTx {
  readonly #transaction: Transaction;
  readonly #engine: Database["engine"];
  #isOpen = true;

  constructor(transaction: Transaction, engine: Database["engine"]) {
    this.#transaction = transaction;
    this.#engine = engine;
  }

  async $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T> {
    this.#mustBeOpen();
    return objectsOf(await this.#transaction.queryRaw(queryOf(query, values, this.#engine))) as T;
  }

  async $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number> {
    this.#mustBeOpen();
    return this.#transaction.executeRaw(queryOf(query, values, this.#engine));
  }

  async commit(): Promise<void> {
    this.#mustBeOpen();
    this.#isOpen = false;
    try {
      await this.#send("COMMIT");
    } catch (error) {
      await this.#transaction.rollback();
      throw error;
    }
    await this.#transaction.commit();
  }

  /** What led here is what the caller is told, whether or not the database can still be asked to roll back. */
  async rollback(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#send("ROLLBACK").catch(() => {});
    await this.#transaction.rollback().catch(() => {});
  }

  /** Our adapter ends its transactions by itself; that of PostgreSQL wants to be sent the word. */
  async #send(sql: "COMMIT" | "ROLLBACK"): Promise<void> {
    if (this.#transaction.options.usePhantomQuery) return;
    await this.#transaction.executeRaw({ sql, args: [], argTypes: [] });
  }

  /** Its connection may serve somebody else by now. */
  #mustBeOpen(): void {
    if (!this.#isOpen) throw new Error(`The transaction has ended, or took longer than ${TIMEOUT_MS} ms`);
  }
}

function queryOf(query: TemplateStringsArray | Prisma.Sql, values: unknown[], engine: Database["engine"]): SqlQuery {
  if (!(query instanceof Prisma.Sql) && !values.some((value) => value instanceof Prisma.Sql)) {
    return { sql: textOf(query, engine), args: values, argTypes: values.map(argTypeOf) };
  }
  const { sql, text, values: args } = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
  return { sql: engine === "sqlite" ? sql : text, args, argTypes: args.map(argTypeOf) };
}

/** By template, so that a statement asked a thousand times a second is put together once. */
const texts = {
  sqlite: new WeakMap<TemplateStringsArray, string>(),
  postgresql: new WeakMap<TemplateStringsArray, string>(),
};

function textOf(template: TemplateStringsArray, engine: Database["engine"]): string {
  const known = texts[engine].get(template);
  if (known !== undefined) return known;
  const text = template.reduce((before, part, index) => `${before}${engine === "sqlite" ? "?" : `$${index}`}${part}`);
  texts[engine].set(template, text);
  return text;
}

const ARG_TYPES = {
  datetime: { scalarType: "datetime", arity: "scalar" },
  boolean: { scalarType: "boolean", arity: "scalar" },
  int: { scalarType: "int", arity: "scalar" },
  float: { scalarType: "float", arity: "scalar" },
  string: { scalarType: "string", arity: "scalar" },
  unknown: { scalarType: "unknown", arity: "scalar" },
} as const satisfies Partial<Record<ArgScalarType, ArgType>>;

function argTypeOf(value: unknown): ArgType {
  if (typeof value === "string") return ARG_TYPES.string;
  if (typeof value === "number") return Number.isInteger(value) ? ARG_TYPES.int : ARG_TYPES.float;
  if (typeof value === "boolean") return ARG_TYPES.boolean;
  return value instanceof Date ? ARG_TYPES.datetime : ARG_TYPES.unknown;
}

function objectsOf({ columnNames, columnTypes, rows }: SqlResultSet): Record<string, unknown>[] {
  return rows.map((row) => {
    const read: Record<string, unknown> = {};
    for (let column = 0; column < row.length; column++) {
      read[columnNames[column]!] = asRead(row[column], columnTypes[column]!);
    }
    return read;
  });
}

function asRead(value: unknown, type: ColumnType): unknown {
  if (value === null) return null;
  if (type === ColumnTypeEnum.DateTime) return new Date(value as string);
  if (type === ColumnTypeEnum.Boolean) return Boolean(value);
  if (type === ColumnTypeEnum.Int64) return BigInt(value as string);
  return value;
}
