import { DriverAdapterError, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";
import type { Database, Statement } from "better-sqlite3";
import { columnTypesOf, toPrismaError, toRead, toStored } from "~/platform/sqlite-values.server";

const MOST_STATEMENTS = 500;

interface Prepared {
  statement: Statement<unknown[], unknown[]>;
  columnNames: string[];
  declaredTypes: (string | null)[];
}

/** A connection and the statements prepared on it; when there are too many, the oldest is prepared anew the next time. */
export class Statements {
  readonly #connection: Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(connection: Database) {
    this.#connection = connection;
  }

  get inTransaction(): boolean {
    return this.#connection.inTransaction;
  }

  isRead(sql: string): boolean {
    const { statement } = translatedNow(() => this.#prepare(sql));
    return statement.readonly && statement.reader;
  }

  query(query: SqlQuery): SqlResultSet {
    return translatedNow(() => {
      const { statement, columnNames, declaredTypes } = this.#prepare(query.sql);
      const rows = run(statement, query);
      const columnTypes = columnTypesOf(declaredTypes, rows);
      for (const row of rows) toRead(row, columnTypes);
      return { columnNames, columnTypes, rows };
    });
  }

  execute(query: SqlQuery): number {
    return translatedNow(() => {
      const { statement } = this.#prepare(query.sql);
      return statement.reader ? run(statement, query).length : statement.run(argumentsOf(query)).changes;
    });
  }

  script(sql: string): void {
    translatedNow(() => this.#connection.exec(sql));
    this.forget();
  }

  /** A statement prepared before a change of the schema would answer with the old columns. */
  forget(): void {
    this.#prepared.clear();
  }

  close(): void {
    this.#connection.close();
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const prepared = prepare(this.#connection, sql);
    this.#prepared.set(sql, prepared);
    if (this.#prepared.size > MOST_STATEMENTS) this.#prepared.delete(this.#prepared.keys().next().value!);
    return prepared;
  }
}

function prepare(connection: Database, sql: string): Prepared {
  const statement = connection.prepare<unknown[], unknown[]>(sql);
  if (!statement.reader) return { statement, columnNames: [], declaredTypes: [] };
  const columns = statement.raw().columns();
  return {
    statement,
    columnNames: columns.map((column) => column.name),
    declaredTypes: columns.map((column) => column.type),
  };
}

function run(statement: Statement<unknown[], unknown[]>, query: SqlQuery): unknown[][] {
  if (statement.reader) return statement.all(argumentsOf(query));
  statement.run(argumentsOf(query));
  return [];
}

function argumentsOf({ args, argTypes }: SqlQuery): unknown[] {
  return args.map((value, index) => toStored(value, argTypes[index]));
}

/** Runs work on SQLite whose errors Prisma shall understand. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw inPrismaTerms(error);
  }
}

function translatedNow<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw inPrismaTerms(error);
  }
}

function inPrismaTerms(error: unknown): unknown {
  const mapped = toPrismaError(error);
  return mapped ? new DriverAdapterError(mapped) : error;
}
