import type { Client } from "pg";
import { log } from "~/platform/log.server";

const LOOK_EVERY_MS = 2_000;
const ANSWER_WITHIN_MS = 3_000;
const AGAIN_AFTER_MS = 500;

export interface Listening {
  /** What other connections tell on the channel. */
  heard(payload: string): void;
  /** The connection stands: whatever is told from now on is heard. */
  up(): void;
  /** It is gone, or does not answer: something may be missed until it is up again. */
  down(): void;
}

/**
 * Keeps a connection of its own that hears what is told on a channel of this PostgreSQL database, and makes it anew when
 * it is lost. A connection may die without a word, so it is asked every two seconds. Returns what ends it.
 */
export async function listenOn(url: string, channel: string, listening: Listening): Promise<() => Promise<void>> {
  const listener = new Listener(url, channel, listening);
  await listener.connect();
  return () => listener.close();
}

class Listener {
  readonly #url: string;
  readonly #channel: string;
  readonly #listening: Listening;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(url: string, channel: string, listening: Listening) {
    this.#url = url;
    this.#channel = channel;
    this.#listening = listening;
  }

  async connect(): Promise<void> {
    const { default: pg } = await import("pg");
    const limits = { connectionTimeoutMillis: ANSWER_WITHIN_MS, query_timeout: ANSWER_WITHIN_MS };
    const named = { connectionString: this.#url, application_name: this.#channel };
    const client = new pg.Client({ ...named, keepAlive: true, ...limits });
    client.on("error", () => this.#lose(client));
    client.on("end", () => this.#lose(client));
    client.on("notification", ({ payload = "" }) => this.#listening.heard(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.#channel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    if (this.#isClosed) return client.end();
    this.#client = client;
    this.#lookLater(client);
    this.#listening.up();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  #lookLater(client: Client): void {
    this.#timer = setTimeout(() => {
      client.query("SELECT 1").then(
        () => this.#client === client && this.#lookLater(client),
        () => this.#lose(client),
      );
    }, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    clearTimeout(this.#timer);
    log().warn("the connection that hears of other processes is lost");
    this.#listening.down();
    client.end().catch(() => undefined);
    this.#again();
  }

  #again(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void this.connect().catch(() => this.#again()), AGAIN_AFTER_MS);
    this.#timer.unref();
  }
}
