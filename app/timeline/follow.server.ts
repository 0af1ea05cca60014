import type { Database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { listenOn } from "~/platform/postgresql-listener.server";
import { eventsSince, timelineHead } from "./queries.server";
import { announce, CHANNEL, onCommitted, THIS_PROCESS, type CommittedEvent } from "./transact.server";

/** Longer than this process takes to announce what it has committed. */
const OWN_AFTER_MS = 1_000;
const AGAIN_AFTER_MS = 1_000;
const PORTION = 500;

interface Following {
  /** From now on something recorded elsewhere may be missed: nothing kept from before may be believed. */
  lost(): void;
  /** Everything recorded meanwhile has been announced. */
  back(): void;
}

/**
 * Announces in this process what others record in the same PostgreSQL database, so that `onCommitted` hears of
 * everything once, wherever it happened. Returns what ends it. On SQLite there are no others.
 */
export async function followTimeline(db: Database, following: Following): Promise<() => Promise<void>> {
  if (db.engine !== "postgresql") return () => Promise.resolve();
  const follower = new Follower(db, following);
  const stopNoting = onCommitted((events) => follower.note(events));
  const stopListening = await listenOn(db.url, CHANNEL, {
    heard: (told) => follower.hear(told),
    up: () => follower.up(),
    down: () => follower.down(),
  });
  return () => {
    stopNoting();
    follower.stop();
    return stopListening();
  };
}

class Follower {
  readonly #db: Database;
  readonly #following: Following;
  /** Everything up to this event was announced here; null before the first look. */
  #seen: number | null = null;
  /** Announced here before something that was recorded earlier. */
  readonly #ahead = new Set<number>();
  #isUp = false;
  #isLost = false;
  #isStopped = false;
  #isReading = false;
  #mustReadAgain = false;

  constructor(db: Database, following: Following) {
    this.#db = db;
    this.#following = following;
  }

  note(events: CommittedEvent[]): void {
    for (const { seq } of events) this.#ahead.add(seq);
    this.#moveOn();
  }

  up(): void {
    this.#isUp = true;
    this.#read();
  }

  down(): void {
    this.#isUp = false;
    this.#lose();
  }

  /** Its own commits it announces by itself; only when the answer to a commit was lost are they found here. */
  hear(told: string): void {
    const [process, seq] = told.split(" ");
    if (process !== THIS_PROCESS) return this.#read();
    setTimeout(() => {
      if (Number(seq) > (this.#seen ?? 0)) this.#read();
    }, OWN_AFTER_MS).unref();
  }

  stop(): void {
    this.#isStopped = true;
  }

  #read(): void {
    this.#mustReadAgain = true;
    if (this.#isReading || this.#isStopped) return;
    this.#isReading = true;
    this.#readAll()
      .then(
        () => this.#regain(),
        (error: unknown) => this.#fail(error),
      )
      .finally(() => (this.#isReading = false));
  }

  async #readAll(): Promise<void> {
    while (this.#mustReadAgain) {
      this.#mustReadAgain = false;
      this.#seen ??= (await timelineHead({ db: this.#db })).seq;
      const events = await eventsSince({ db: this.#db }, this.#seen, PORTION);
      this.#mustReadAgain ||= events.length === PORTION;
      const news = events.filter(({ seq }) => seq > this.#seen! && !this.#ahead.has(seq));
      if (news.length > 0) announce(news);
    }
  }

  #moveOn(): void {
    if (this.#seen === null) return;
    while (this.#ahead.delete(this.#seen + 1)) this.#seen += 1;
  }

  #lose(): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#following.lost();
  }

  #regain(): void {
    if (!this.#isLost || !this.#isUp) return;
    this.#isLost = false;
    this.#following.back();
  }

  #fail(error: unknown): void {
    if (this.#isStopped) return;
    log().error({ err: error }, "what other processes recorded could not be read");
    this.#lose();
    setTimeout(() => this.#read(), AGAIN_AFTER_MS).unref();
  }
}
