import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction, type Database } from "~/platform/db.server";
import { inSqlTransaction, type SqlTx } from "~/platform/sql-transaction.server";
import { freshDatabase, testEngine } from "../../setup/database";

let db: Database;

beforeAll(async () => {
  db = await freshDatabase();
  const changedAt = new Date("2026-12-02T01:00:00Z");
  await db.client.setting.createMany({ data: ["a", "b"].map((key) => ({ key, value: "", changedAt })) });
});
afterAll(() => db.close());

type Transaction = (work: (tx: SqlTx) => Promise<void>) => Promise<void>;

const kinds: [string, Transaction][] = [
  ["by the client", (work) => inTransaction(db, work)],
  ["in plain SQL", (work) => inSqlTransaction(db, work)],
];

describe.each(kinds)("Two transactions %s that take the same rows in opposite order", (_kind, transaction) => {
  it("are both done, once each", async () => {
    await db.client.setting.updateMany({ data: { value: "" } });
    const meeting = meetingOf(2);
    let attempts = 0;
    const takeBoth = (first: string, second: string) =>
      transaction(async (tx) => {
        attempts += 1;
        await append(tx, first, first);
        // On SQLite the other waits for its turn to begin: nobody comes.
        if (testEngine === "postgresql" && attempts <= 2) await meeting();
        await append(tx, second, first);
      });
    await Promise.all([takeBoth("a", "b"), takeBoth("b", "a")]);
    const values = (await db.client.setting.findMany()).map(({ value }) => [...value].sort().join(""));
    expect(values).toEqual(["ab", "ab"]);
    expect(attempts).toBe(testEngine === "postgresql" ? 3 : 2);
  });
});

describe("A transaction that fails for a reason of its own", () => {
  it.each(kinds)("is not done again %s", async (_kind, transaction) => {
    let attempts = 0;
    const failing = transaction(async () => {
      attempts += 1;
      throw new Error("refused");
    });
    await expect(failing).rejects.toThrow("refused");
    expect(attempts).toBe(1);
  });
});

async function append(tx: SqlTx, key: string, letter: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Setting" SET value = value || ${letter} WHERE key = ${key}`;
}

/** Whoever calls it waits until that many have. */
function meetingOf(count: number): () => Promise<void> {
  let missing = count;
  let open: () => void;
  const complete = new Promise<void>((resolve) => (open = resolve));
  return () => {
    missing -= 1;
    if (missing === 0) open();
    return complete;
  };
}
