import type { Database, Statement } from "better-sqlite3";

/** A group is closed when it has this many members, or is this old, although others could join. */
const MOST_MEMBERS = 32;
const OLDEST_MS = 20;

/** SQLite does so by itself after a few errors. */
const GIVEN_UP = "SQLite has given up the whole transaction, as it does when the disk is full";

interface Outcome {
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Lets transactions write one after another, and makes those that wait for each other durable together: each is a
 * savepoint in one outer transaction, so that one flush to the disk serves them all. A member that fails is rolled back
 * alone. Nobody is told how his transaction ended before the outer commit, not even one that was rolled back: it may
 * have seen what members before it wrote.
 */
export class GroupCommit {
  readonly #connection: Database;
  readonly #oldestMs: number;
  readonly #savepoint: Statement;
  readonly #release: Statement;
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;
  #ended: Outcome[] = [];
  #openedAt = 0;

  constructor(connection: Database, oldestMs = OLDEST_MS) {
    this.#connection = connection;
    this.#oldestMs = oldestMs;
    this.#savepoint = connection.prepare("SAVEPOINT member");
    this.#release = connection.prepare("RELEASE member");
  }

  /** Waits for the turn. Whoever got it must call `commit` or `rollback` once. */
  async begin(): Promise<void> {
    await this.#turn();
    try {
      if (!this.#connection.inTransaction) this.#open();
      this.#savepoint.run();
    } catch (error) {
      this.#abandon(error);
      this.#passOn();
      throw error;
    }
  }

  /** Resolves when the transaction is on the disk. */
  commit(): Promise<void> {
    return this.#end(() => void this.#release.run());
  }

  rollback(): Promise<void> {
    return this.#end(() => void this.#connection.exec("ROLLBACK TO member; RELEASE member"));
  }

  /** Runs work that must not be inside a transaction. */
  async alone<T>(work: () => T): Promise<T> {
    await this.#turn();
    try {
      this.#close();
      return work();
    } finally {
      this.#passOn();
    }
  }

  #open(): void {
    this.#connection.exec("BEGIN IMMEDIATE");
    this.#openedAt = performance.now();
  }

  #end(endMember: () => void): Promise<void> {
    const outcome = new Promise<void>((resolve, reject) => this.#ended.push({ resolve, reject }));
    try {
      endMember();
      if (this.#isFull()) this.#close();
    } catch (error) {
      this.#abandon(this.#connection.inTransaction ? error : new Error(GIVEN_UP, { cause: error }));
    }
    this.#passOn();
    return outcome;
  }

  #isFull(): boolean {
    return this.#ended.length >= MOST_MEMBERS || performance.now() - this.#openedAt >= this.#oldestMs;
  }

  /** Requests that have arrived and were not looked at yet may still join; the event loop reaches them first. */
  #closeSoon(): void {
    setImmediate(() => {
      if (!this.#isTaken) this.#close();
    });
  }

  #close(): void {
    if (!this.#connection.inTransaction) return;
    try {
      this.#connection.exec("COMMIT");
      for (const outcome of this.#ended.splice(0)) outcome.resolve();
    } catch (error) {
      this.#abandon(error);
    }
  }

  #abandon(error: unknown): void {
    if (this.#connection.inTransaction) this.#connection.exec("ROLLBACK");
    for (const outcome of this.#ended.splice(0)) outcome.reject(error);
  }

  #turn(): Promise<void> {
    if (this.#isTaken) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#isTaken = true;
    return Promise.resolve();
  }

  #passOn(): void {
    const next = this.#waiting.shift();
    if (next) return next();
    this.#isTaken = false;
    if (this.#connection.open && this.#connection.inTransaction) this.#closeSoon();
  }
}
