import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import { GENESIS_HASH, hashOf } from "~/timeline/chain.server";
import type { CommittedEvent, NewEvent } from "~/timeline/event";
import { onCommitted, transact } from "~/timeline/transact.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { freshDatabase } from "../../setup/database";

const NOW = new Date("2026-12-02T01:00:00.000Z");

let db: Database;

beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(async () => {
  await db.close();
});

function event(id: string, more: Partial<NewEvent> = {}): NewEvent {
  return {
    kind: "calendar.changed",
    subject: { kind: "calendar", id },
    actor: { kind: "guest" },
    payload: { id },
    ...more,
  };
}

describe("one act", () => {
  it("writes its state and its event together, by the time of the request in Asia/Shanghai", async () => {
    const result = await transact({ db, now: NOW }, async (tx, record) => {
      await tx.setting.create({ data: { key: "a", value: "1", changedAt: NOW } });
      record(event("2026", { happenedOn: "2026-11-30", actor: { kind: "system", name: "seed" } }));
      return "done";
    });
    expect(result).toBe("done");
    const [row] = await db.client.timelineEvent.findMany();
    expect(row).toMatchObject({
      seq: 1,
      at: "2026-12-02T09:00:00.000+08:00",
      happenedOn: "2026-11-30",
      actorKind: "system",
      actorId: "seed",
      payload: '{"id":"2026"}',
      previousHash: GENESIS_HASH,
    });
    expect(row?.hash).toBe(hashOf(GENESIS_HASH, row!));
    expect(await db.client.timelineHead.findMany()).toEqual([{ id: 1, seq: 1, hash: row?.hash }]);
  });

  it("leaves neither state nor event when it fails, and the next one takes the next number", async () => {
    await transact({ db, now: NOW }, async (_tx, record) => record(event("1")));
    const failing = transact({ db, now: NOW }, async (tx, record) => {
      await tx.setting.create({ data: { key: "a", value: "1", changedAt: NOW } });
      record(event("2"));
      throw new Error("refused");
    });
    await expect(failing).rejects.toThrow("refused");
    expect(await db.client.setting.count()).toBe(0);
    await transact({ db, now: NOW }, async (_tx, record) => record(event("3")));
    expect((await db.client.timelineEvent.findMany()).map(({ subjectId }) => subjectId)).toEqual(["1", "3"]);
    expect(await verifyTimeline(db)).toMatchObject({ ok: true, head: { seq: 2 } });
  });

  it("leaves no state when its event cannot be written", async () => {
    const failing = transact({ db, now: NOW }, async (tx, record) => {
      await tx.setting.create({ data: { key: "a", value: "1", changedAt: NOW } });
      record(event("1", { payload: { words: undefined } as never }));
    });
    await expect(failing).rejects.toThrow("cannot hold");
    expect(await db.client.setting.count()).toBe(0);
  });

  it("may record many events at once, in the order they were reported", async () => {
    await transact({ db, now: NOW }, async (_tx, record) => {
      for (let index = 1; index <= 1201; index++) record(event(String(index)));
    });
    const rows = await db.client.timelineEvent.findMany({
      orderBy: { seq: "asc" },
      select: { seq: true, subjectId: true },
    });
    expect(rows.every(({ seq, subjectId }) => subjectId === String(seq))).toBe(true);
    expect(await verifyTimeline(db)).toMatchObject({ ok: true, head: { seq: 1201 } });
  });

  it("that changes nothing worth recording adds no event", async () => {
    await transact({ db, now: NOW }, async () => "read only");
    expect(await db.client.timelineEvent.count()).toBe(0);
  });
});

describe("the recorded instant", () => {
  it("never goes back behind the last event, even if the clock does", async () => {
    const later = new Date("2026-12-31T15:59:59.500Z");
    await transact({ db, now: later }, async (_tx, record) => record(event("1")));
    await transact({ db, now: NOW }, async (_tx, record) => record(event("2")));
    const instants = (await db.client.timelineEvent.findMany({ orderBy: { seq: "asc" } })).map(({ at }) => at);
    expect(instants).toEqual(["2026-12-31T23:59:59.500+08:00", "2026-12-31T23:59:59.500+08:00"]);
  });
});

describe("many acts at once", () => {
  it("form one chain without a gap, each failure rolled back alone", async () => {
    const acts = Array.from({ length: 50 }, (_, index) =>
      transact({ db, now: new Date(NOW.getTime() + ((index * 37) % 50)) }, async (tx, record) => {
        await tx.setting.create({ data: { key: `k${index}`, value: "1", changedAt: NOW } });
        record(event(String(index)));
        if (index % 10 === 9) throw new Error("refused");
      }),
    );
    const ended = await Promise.allSettled(acts);
    expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(5);
    expect(await db.client.setting.count()).toBe(45);
    expect(await db.client.timelineEvent.count()).toBe(45);
    expect(await verifyTimeline(db)).toMatchObject({ ok: true, head: { seq: 45 } });
    const instants = (await db.client.timelineEvent.findMany({ orderBy: { seq: "asc" } })).map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted());
  });
});

describe("those who listen", () => {
  it("hear of events after they are durable, and their failure is nobody else's", async () => {
    const heard: CommittedEvent[] = [];
    const stopFailing = onCommitted(() => {
      throw new Error("socket is gone");
    });
    const stop = onCommitted((events) => void heard.push(...events));
    try {
      await transact({ db, now: NOW }, async (_tx, record) => {
        record(event("1", { payload: { consultation: "plan" } }));
        expect(heard).toEqual([]);
      });
      await expect(
        transact({ db, now: NOW }, async (_tx, record) => {
          record(event("2"));
          throw new Error("refused");
        }),
      ).rejects.toThrow("refused");
    } finally {
      stop();
      stopFailing();
    }
    await transact({ db, now: NOW }, async (_tx, record) => record(event("3")));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      seq: 1,
      subject: { kind: "calendar", id: "1" },
      payload: { consultation: "plan" },
    });
  });
});
