import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlQueryable,
  type SqlResultSet,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import BetterSqlite3, { type Database } from "better-sqlite3";
import { GroupCommit } from "~/platform/group-commit.server";
import { Statements, translated } from "~/platform/sqlite-statements.server";

const MOST_ARGUMENTS = 32_766;

const identity = { provider: "sqlite", adapterName: "yishiting-sqlite" } as const;

/**
 * Connects Prisma to one SQLite file through two connections: one reads what is committed, the other writes for one
 * transaction at a time. With Prisma's own adapter, which has a single connection, requests read and lose each other's
 * uncommitted writes.
 */
export function openSqliteAdapter(file: string): SqlDriverAdapter {
  return new SqliteAdapter(openWriter(file), openReader(file));
}

/** FULL: what was acknowledged survives a power cut, not only the death of the process. */
export function openWriter(file: string): Database {
  const connection = new BetterSqlite3(file);
  connection.defaultSafeIntegers(true);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  return connection;
}

function openReader(file: string): Database {
  const connection = new BetterSqlite3(file, { readonly: true });
  connection.defaultSafeIntegers(true);
  return connection;
}

class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = identity.provider;
  readonly adapterName = identity.adapterName;
  readonly #writer: Statements;
  readonly #reader: Statements;
  readonly #group: GroupCommit;

  constructor(writer: Database, reader: Database) {
    this.#writer = new Statements(writer);
    this.#reader = new Statements(reader);
    this.#group = new GroupCommit(writer);
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    if (this.#reader.isRead(query.sql)) return this.#reader.query(query);
    return this.#write((writer) => writer.query(query));
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return this.#write((writer) => writer.execute(query));
  }

  async executeScript(script: string): Promise<void> {
    await this.#group.alone(() => this.#writer.script(script));
    this.#reader.forget();
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel && isolationLevel !== "SERIALIZABLE") {
      throw new DriverAdapterError({ kind: "InvalidIsolationLevel", level: isolationLevel });
    }
    await translated(() => this.#group.begin());
    return new SqliteTransaction(this.#writer, this.#group);
  }

  getConnectionInfo() {
    return { maxBindValues: MOST_ARGUMENTS, supportsRelationJoins: false };
  }

  async dispose(): Promise<void> {
    // The last connection to close folds the write-ahead log into the file; a read-only one cannot.
    this.#reader.close();
    await this.#group.alone(() => this.#writer.close());
  }

  async #write<T>(work: (writer: Statements) => T): Promise<T> {
    const transaction = (await this.startTransaction()) as SqliteTransaction;
    let result: T;
    try {
      result = work(this.#writer);
    } catch (error) {
      await transaction.rollback().catch(() => {});
      throw error;
    }
    await transaction.commit();
    return result;
  }
}

class SqliteTransaction implements Transaction, SqlQueryable {
  readonly provider = identity.provider;
  readonly adapterName = identity.adapterName;
  /** Prisma shall not send BEGIN, COMMIT and ROLLBACK: the group does. */
  readonly options = { usePhantomQuery: true };
  readonly #writer: Statements;
  readonly #group: GroupCommit;
  #isOpen = true;

  constructor(writer: Statements, group: GroupCommit) {
    this.#writer = writer;
    this.#group = group;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#whileOpen().query(query);
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return this.#whileOpen().execute(query);
  }

  async commit(): Promise<void> {
    if (!this.#isOpen) throw alreadyClosed();
    this.#isOpen = false;
    await translated(() => this.#group.commit());
  }

  async rollback(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await translated(() => this.#group.rollback());
  }

  async createSavepoint(name: string): Promise<void> {
    this.#whileOpen().script(`SAVEPOINT ${name}`);
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    this.#whileOpen().script(`ROLLBACK TO ${name}`);
  }

  async releaseSavepoint(name: string): Promise<void> {
    this.#whileOpen().script(`RELEASE ${name}`);
  }

  /**
   * A statement that arrives after the end, such as the second of a nested write whose transaction timed out, would run
   * inside the transaction of somebody else; one that arrives after SQLite gave up, outside of any.
   */
  #whileOpen(): Statements {
    if (this.#isOpen && this.#writer.inTransaction) return this.#writer;
    throw alreadyClosed();
  }
}

function alreadyClosed(): DriverAdapterError {
  return new DriverAdapterError({ kind: "TransactionAlreadyClosed", cause: "The transaction has ended." });
}
