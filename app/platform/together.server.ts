/** One flush to the disk serves no more transactions either. */
const MOST_ITEMS = 32;

interface Asked<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Does in one go what is asked for within one turn of the event loop: under load many ask at once, and where the work
 * costs much the same for all as for one, each pays a share. Alone, nobody waits. The work tells how it ended for each
 * item, in their order; when it fails as a whole, it failed for all.
 */
export class Together<Item, Result> {
  readonly #work: (items: Item[]) => Promise<PromiseSettledResult<Result>[]>;
  #asked: Asked<Item, Result>[] = [];

  constructor(work: (items: Item[]) => Promise<PromiseSettledResult<Result>[]>) {
    this.#work = work;
  }

  do(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ item, resolve, reject });
      // Requests that have arrived and were not looked at yet may still join; the event loop reaches them first.
      if (this.#asked.length === 1) setImmediate(() => this.#begin());
    });
  }

  #begin(): void {
    const all = this.#asked;
    this.#asked = [];
    for (let from = 0; from < all.length; from += MOST_ITEMS) void this.#run(all.slice(from, from + MOST_ITEMS));
  }

  async #run(asked: Asked<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#work(asked.map(({ item }) => item));
      asked.forEach(({ resolve, reject }, index) => {
        const result = results[index]!;
        if (result.status === "fulfilled") resolve(result.value);
        else reject(result.reason);
      });
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
