import {
  type ArgScalarType,
  type ColumnType,
  ColumnTypeEnum,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from "@prisma/driver-adapter-utils";
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
export async function inSqlTransaction<T>(db: Database, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  const transaction = await db.adapter.startTransaction();
  const end = endOnce(transaction);
  const timer = setTimeout(() => void end("ROLLBACK").catch(() => {}), TIMEOUT_MS);
  try {
    const result = await work(sqlTx(transaction, db.engine));
    await end("COMMIT");
    return result;
  } catch (error) {
    await end("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Ends the transaction the first time it is called. A commit that comes after the time ran out is an error. */
function endOnce(transaction: Transaction): (how: "COMMIT" | "ROLLBACK") => Promise<void> {
  let hasEnded = false;
  return async (how) => {
    if (hasEnded && how === "COMMIT") throw new Error(`The transaction took longer than ${TIMEOUT_MS} ms`);
    if (hasEnded) return;
    hasEnded = true;
    try {
      if (!transaction.options.usePhantomQuery) await transaction.executeRaw({ sql: how, args: [], argTypes: [] });
    } finally {
      await (how === "COMMIT" ? transaction.commit() : transaction.rollback());
    }
  };
}

function sqlTx(transaction: Transaction, engine: Database["engine"]): SqlTx {
  return {
    async $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) {
      return objectsOf(await transaction.queryRaw(queryOf(query, values, engine))) as T;
    },
    $executeRaw: (query, ...values) => transaction.executeRaw(queryOf(query, values, engine)),
  };
}

function queryOf(query: TemplateStringsArray | Prisma.Sql, values: unknown[], engine: Database["engine"]): SqlQuery {
  const { sql, text, values: args } = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
  return {
    sql: engine === "sqlite" ? sql : text,
    args,
    argTypes: args.map((value) => ({ scalarType: scalarTypeOf(value), arity: "scalar" })),
  };
}

function scalarTypeOf(value: unknown): ArgScalarType {
  if (value instanceof Date) return "datetime";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  return typeof value === "string" ? "string" : "unknown";
}

function objectsOf({ columnNames, columnTypes, rows }: SqlResultSet): Record<string, unknown>[] {
  return rows.map((row) =>
    Object.fromEntries(row.map((value, column) => [columnNames[column], asRead(value, columnTypes[column])])),
  );
}

function asRead(value: unknown, type: ColumnType): unknown {
  if (value === null) return null;
  if (type === ColumnTypeEnum.DateTime) return new Date(value as string);
  if (type === ColumnTypeEnum.Boolean) return Boolean(value);
  if (type === ColumnTypeEnum.Int64) return BigInt(value as string);
  return value;
}
