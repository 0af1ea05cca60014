import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import { hashOf } from "~/timeline/chain.server";
import type { TimelineRow } from "~/timeline/event";
import { transact } from "~/timeline/transact.server";
import { runVerify, verifyTimeline, type Head } from "~/timeline/verify.server";
import { freshDatabase } from "../../setup/database";

const LENGTH = 12;
const FIELDS = [
  "at",
  "happenedOn",
  "actorKind",
  "actorId",
  "kind",
  "subjectKind",
  "subjectId",
  "payload",
  "previousHash",
  "hash",
] as const;

let db: Database;
let original: TimelineRow[];
let head: Head;

beforeAll(async () => {
  db = await freshDatabase();
  for (let index = 1; index <= LENGTH; index++) {
    const now = new Date(Date.UTC(2026, 10, index));
    await transact({ db, now }, async (_tx, record) =>
      record({
        kind: "notice.sent",
        subject: { kind: "notice", id: String(index) },
        actor: index % 2 ? { kind: "guest" } : { kind: "system", name: "outbox" },
        happenedOn: index % 3 ? undefined : "2026-10-01",
        payload: { attempts: index },
      }),
    );
  }
  original = await db.client.timelineEvent.findMany({ orderBy: { seq: "asc" } });
  head = { seq: LENGTH, hash: original[LENGTH - 1]!.hash };
});
afterAll(async () => {
  await db.close();
});

async function write(rows: TimelineRow[], stored: Head = head): Promise<void> {
  await db.client.timelineEvent.deleteMany();
  await db.client.timelineEvent.createMany({ data: rows });
  await db.client.timelineHead.update({ where: { id: 1 }, data: stored });
}

function copy(): TimelineRow[] {
  return original.map((row) => ({ ...row }));
}

/** Gives all events from `seq` on new hashes, as somebody with full access to the database could. */
function rehash(rows: TimelineRow[], from: number): TimelineRow[] {
  for (const row of rows.slice(from - 1)) {
    if (row.seq > 1) row.previousHash = rows[row.seq - 2]!.hash;
    row.hash = hashOf(row.previousHash, row);
  }
  return rows;
}

describe("a whole timeline", () => {
  it("is found in order, alone and beside any head that was kept", async () => {
    await write(copy());
    expect(await verifyTimeline(db)).toEqual({ ok: true, head });
    for (const { seq, hash } of original)
      expect(await verifyTimeline(db, { head: { seq, hash } })).toMatchObject({ ok: true });
  });

  it("is checked while events are being appended", async () => {
    const other = await freshDatabase();
    try {
      const appends = Array.from({ length: 30 }, (_, index) =>
        transact({ db: other, now: new Date(0) }, async (_tx, record) =>
          record({
            kind: "notice.sent",
            subject: { kind: "notice", id: `${index}` },
            actor: { kind: "guest" },
            payload: {},
          }),
        ),
      );
      for (let round = 0; round < 10; round++) expect(await verifyTimeline(other)).toMatchObject({ ok: true });
      await Promise.all(appends);
      expect(await verifyTimeline(other)).toMatchObject({ ok: true, head: { seq: 30 } });
    } finally {
      await other.close();
    }
  });
});

describe("any single change is found, and the first bad event named", () => {
  it("when a field is altered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: LENGTH }), fc.constantFrom(...FIELDS), async (seq, field) => {
        const rows = copy();
        rows[seq - 1]![field] = `${rows[seq - 1]![field] ?? ""}0`;
        await write(rows);
        expect(await verifyTimeline(db)).toEqual({ ok: false, seq, damage: "altered" });
      }),
      { numRuns: 60 },
    );
  });

  it("when a field is emptied", async () => {
    const rows = copy();
    rows[2]!.happenedOn = null;
    await write(rows);
    expect(await verifyTimeline(db)).toEqual({ ok: false, seq: 3, damage: "altered" });
  });

  it("when an event is altered and given a fitting hash of its own", async () => {
    for (let seq = 1; seq < LENGTH; seq++) {
      const rows = copy();
      rows[seq - 1]!.payload = '{"attempts":99}';
      rows[seq - 1]!.hash = hashOf(rows[seq - 1]!.previousHash, rows[seq - 1]!);
      await write(rows);
      expect(await verifyTimeline(db)).toEqual({ ok: false, seq, damage: "altered" });
    }
  });

  it("when the last event is altered and given a fitting hash, because the head differs", async () => {
    const rows = copy();
    rows[LENGTH - 1]!.kind = "notice.failed";
    await write(rehash(rows, LENGTH));
    expect(await verifyTimeline(db)).toEqual({ ok: false, seq: LENGTH, damage: "altered" });
  });

  it("when an event is removed", async () => {
    for (let seq = 1; seq < LENGTH; seq++) {
      await write(copy().filter((row) => row.seq !== seq));
      expect(await verifyTimeline(db)).toEqual({ ok: false, seq, damage: "removed" });
    }
  });

  it("when an event is removed and the others moved up", async () => {
    const rows = copy().filter((row) => row.seq !== 4);
    rows.forEach((row, index) => (row.seq = index + 1));
    await write(rows);
    expect(await verifyTimeline(db)).toMatchObject({ ok: false, seq: 4 });
  });

  it("when two events change places", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: LENGTH }), { minLength: 2, maxLength: 2 }),
        async (pair) => {
          const [a, b] = pair.toSorted((x, y) => x - y) as [number, number];
          const rows = copy();
          [rows[a - 1]!.seq, rows[b - 1]!.seq] = [b, a];
          await write(rows);
          expect(await verifyTimeline(db)).toEqual({ ok: false, seq: a, damage: "reordered" });
        },
      ),
      { numRuns: 30 },
    );
  });

  it("when the end is cut and the head left standing", async () => {
    for (let length = 0; length < LENGTH; length++) {
      await write(copy().slice(0, length));
      expect(await verifyTimeline(db)).toEqual({ ok: false, seq: length + 1, damage: "cut" });
    }
  });

  it("when an event stands behind the head", async () => {
    await write(copy(), { seq: LENGTH - 2, hash: original[LENGTH - 3]!.hash });
    expect(await verifyTimeline(db)).toEqual({ ok: false, seq: LENGTH - 1, damage: "added" });
  });
});

describe("a head that was kept outside", () => {
  it("shows an end that was cut off together with the stored head", async () => {
    for (let length = 1; length < LENGTH; length++) {
      await write(copy().slice(0, length), { seq: length, hash: original[length - 1]!.hash });
      expect(await verifyTimeline(db)).toMatchObject({ ok: true });
      expect(await verifyTimeline(db, { head })).toEqual({ ok: false, seq: length + 1, damage: "cut" });
    }
  });

  it("shows a timeline that was written anew from some event on", async () => {
    for (let seq = 1; seq <= LENGTH; seq++) {
      const rows = copy();
      rows[seq - 1]!.payload = '{"attempts":99}';
      rehash(rows, seq);
      await write(rows, { seq: LENGTH, hash: rows[LENGTH - 1]!.hash });
      expect(await verifyTimeline(db)).toMatchObject({ ok: true });
      expect(await verifyTimeline(db, { head })).toEqual({ ok: false, seq: LENGTH, damage: "rewritten" });
    }
  });
});

describe("the command", () => {
  async function run(...args: string[]): Promise<{ code: number; text: string }> {
    const lines: string[] = [];
    const code = await runVerify(db, args, (line) => lines.push(line));
    return { code, text: lines.join("\n") };
  }

  it("ends with 0 for a whole timeline and prints its head, which can be kept", async () => {
    await write(copy());
    const { code, text } = await run();
    expect(code).toBe(0);
    expect(text).toContain(`${LENGTH}:${head.hash}`);
    expect((await run("--head", `${LENGTH}:${head.hash}`)).code).toBe(0);
    expect((await run(`--head=${LENGTH}:${head.hash}`)).code).toBe(0);
  });

  it("ends with 1 and names the first bad event", async () => {
    const rows = copy();
    rows[6]!.actorId = "somebody";
    await write(rows);
    const { code, text } = await run();
    expect(code).toBe(1);
    expect(text).toMatch(/\bseq 7\b/);
  });

  it.each([["--head"], ["--head", "12"], ["--head", "x:y"], ["--head", "1:abc"], ["--heads", "1:2"]])(
    "ends with 1 when it cannot read %s %s",
    async (...args) => {
      await write(copy());
      const { code, text } = await run(...args.filter(Boolean));
      expect(code).toBe(1);
      expect(text).toContain("usage");
    },
  );
});
