import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import { dailyHeads, eventsSince, historyOf, lastRecordedAt, timelineHead } from "~/timeline/queries.server";
import { transact } from "~/timeline/transact.server";
import { freshDatabase } from "../../setup/database";

let db: Database;

beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(async () => {
  await db.close();
});

async function record(at: string, id: string): Promise<void> {
  await transact({ db, now: new Date(at) }, async (_tx, note) =>
    note({ kind: "notice.sent", subject: { kind: "notice", id }, actor: { kind: "guest" }, payload: { id } }),
  );
}

describe("the head of each day", () => {
  it("is the last event of the day in Asia/Shanghai, newest day first", async () => {
    await record("2026-11-30T23:59:59.999+08:00", "1");
    await record("2026-12-01T00:00:00.000+08:00", "2");
    await record("2026-12-01T12:00:00.000+08:00", "3");
    await record("2026-12-04T08:00:00.000+08:00", "4");
    const { items, total } = await dailyHeads({ db }, { page: 1, pageSize: 2 });
    expect(total).toBe(3);
    expect(items.map(({ day, seq }) => [day, seq])).toEqual([
      ["2026-12-04", 4],
      ["2026-12-01", 3],
    ]);
    const older = await dailyHeads({ db }, { page: 2, pageSize: 2 });
    expect(older.items.map(({ day, seq }) => [day, seq])).toEqual([["2026-11-30", 1]]);
    expect((await dailyHeads({ db }, { page: 3, pageSize: 2 })).items).toEqual([]);
  });

  it("moves with today's events and leaves the days before as they were", async () => {
    await record("2026-12-01T10:00:00+08:00", "1");
    await record("2026-12-02T10:00:00+08:00", "2");
    const before = await dailyHeads({ db }, { page: 1, pageSize: 10 });
    await record("2026-12-02T11:00:00+08:00", "3");
    const after = await dailyHeads({ db }, { page: 1, pageSize: 10 });
    expect(after.items[0]).toMatchObject({ day: "2026-12-02", seq: 3, hash: (await timelineHead({ db })).hash });
    expect(after.items[1]).toEqual(before.items[1]);
    expect(after.total).toBe(2);
  });

  it("is nowhere while nothing has happened", async () => {
    expect(await dailyHeads({ db }, { page: 1, pageSize: 10 })).toEqual({ items: [], total: 0 });
    expect(await lastRecordedAt({ db })).toBeNull();
    expect((await timelineHead({ db })).seq).toBe(0);
  });
});

describe("history", () => {
  it("of one subject tells its events only, oldest first", async () => {
    await record("2026-12-01T10:00:00+08:00", "1");
    await record("2026-12-01T11:00:00+08:00", "2");
    await record("2026-12-01T12:00:00+08:00", "1");
    const history = await historyOf({ db }, { kind: "notice", id: "1" });
    expect(history.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(history[0]).toMatchObject({
      kind: "notice.sent",
      subject: { kind: "notice", id: "1" },
      payload: { id: "1" },
    });
  });

  it("since an event is read in bounded portions", async () => {
    for (const id of ["1", "2", "3", "4"]) await record("2026-12-01T10:00:00+08:00", id);
    expect((await eventsSince({ db }, 1, 2)).map(({ seq }) => seq)).toEqual([2, 3]);
    expect((await eventsSince({ db }, 4)).map(({ seq }) => seq)).toEqual([]);
    expect(await lastRecordedAt({ db })).toEqual(new Date("2026-12-01T10:00:00+08:00"));
  });
});
