import { expect, test } from "vitest";
import { inTransaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma.server/client";
import { inSqlTransaction, type SqlTx } from "~/platform/sql-transaction.server";
import { freshDatabase } from "../../setup/database";

const AT = new Date("2026-11-22T16:00:00.007Z");

function insertRemark(tx: SqlTx, text: string): Promise<{ id: number }[]> {
  return tx.$queryRaw<{ id: number }[]>`
    INSERT INTO "Remark" ("authorId", "act", "text", "at") VALUES (${"a1"}, ${"return"}, ${text}, ${AT}) RETURNING "id"`;
}

test("values come back as through the client", async () => {
  const { client, ...db } = await freshDatabase();
  await client.calendarYear.create({ data: { year: 2026, isPublished: true, source: "国办发明电", changedAt: AT } });
  const select = (tx: SqlTx) => tx.$queryRaw<unknown[]>`
    SELECT "year", "isPublished", "source", "changedById", "changedAt", (SELECT count(*) FROM "CalendarYear") AS "years"
    FROM "CalendarYear" WHERE "isPublished" = ${true} AND "changedAt" = ${AT} AND "year" IN (${Prisma.join([2026, 2027])})`;
  const direct = await inSqlTransaction({ client, ...db }, select);
  expect(direct).toEqual([
    { year: 2026, isPublished: true, source: "国办发明电", changedById: null, changedAt: AT, years: 1n },
  ]);
  expect(direct).toEqual(await inTransaction({ client, ...db }, select));
});

test("a store written in SQL serves both kinds of transaction", async () => {
  const db = await freshDatabase();
  const [first] = await inSqlTransaction(db, (tx) => insertRemark(tx, "请补充说明"));
  const [second] = await inTransaction(db, (tx) => insertRemark(tx, "同意"));
  expect(second.id).toBe(first.id + 1);
  expect(await db.client.remark.count({ where: { at: AT } })).toBe(2);
});

test("a failing one leaves nothing while its neighbours stay", async () => {
  const db = await freshDatabase();
  const endings = await Promise.allSettled(
    ["first", "second", "third"].map((text) =>
      inSqlTransaction(db, async (tx) => {
        await insertRemark(tx, text);
        if (text === "second") throw new Error("abandoned");
      }),
    ),
  );
  expect(endings.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  const texts = await db.client.remark.findMany({ select: { text: true }, orderBy: { text: "asc" } });
  expect(texts).toEqual([{ text: "first" }, { text: "third" }]);
});

test("a statement after the end is refused instead of running inside the transaction of another", async () => {
  const db = await freshDatabase();
  let kept: SqlTx | undefined;
  await inSqlTransaction(db, async (tx) => void (kept = tx));
  await expect(insertRemark(kept!, "too late")).rejects.toThrow();
  expect(await db.client.remark.count()).toBe(0);
});
