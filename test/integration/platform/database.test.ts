import { expect, test } from "vitest";
import { inTransaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma.server/client";
import { freshDatabase } from "../../setup/database";

const UNIT = { code: "justice", name: "司法局", nameEn: "Justice Bureau", kind: "department", position: 1 };

test("what is written is read back, with its instants to the millisecond", async () => {
  const { client } = await freshDatabase();
  const createdAt = new Date("2026-11-22T16:00:00.007Z");
  await client.account.create({
    data: { id: "a1", username: "li", name: "李梅", passwordHash: "x", createdAt, suspendedAt: null },
  });
  const [account] = await client.account.findMany({ where: { createdAt: { lte: createdAt } } });
  expect(account).toMatchObject({ name: "李梅", createdAt, suspendedAt: null });
  const rows = await client.$queryRaw<
    { createdAt: Date }[]
  >`SELECT "createdAt" FROM "Account" WHERE "createdAt" >= ${createdAt}`;
  expect(rows).toEqual([{ createdAt }]);
});

test("fifty increments at the same time count fifty", async () => {
  const db = await freshDatabase();
  await db.client.timelineHead.create({ data: { id: 1, seq: 0, hash: "" } });
  const increment = () =>
    inTransaction(db, (tx) => tx.timelineHead.update({ where: { id: 1 }, data: { seq: { increment: 1 } } }));
  await Promise.all(Array.from({ length: 50 }, increment));
  expect(await db.client.timelineHead.findUnique({ where: { id: 1 } })).toMatchObject({ seq: 50 });
});

test("a transaction that fails leaves nothing, and one that violates a unique column says so", async () => {
  const db = await freshDatabase();
  await db.client.unit.create({ data: UNIT });
  const failing = inTransaction(db, async (tx) => {
    await tx.unit.create({ data: { ...UNIT, code: "water" } });
    await tx.unit.create({ data: UNIT });
  });
  await expect(failing).rejects.toMatchObject({ code: "P2002" });
  await expect(failing).rejects.toBeInstanceOf(Prisma.PrismaClientKnownRequestError);
  expect(await db.client.unit.count()).toBe(1);
});

test("a row that refers to nothing is refused", async () => {
  const { client } = await freshDatabase();
  const right = client.right.create({ data: { accountId: "nobody", role: "reviewer", unitCode: "nowhere" } });
  await expect(right).rejects.toMatchObject({ code: "P2003" });
});

test("a transaction that takes too long is rolled back and lets the next one write", async () => {
  const { client } = await freshDatabase();
  const slow = client.$transaction(
    async (tx) => {
      await tx.unit.create({ data: UNIT });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.unit.create({ data: { ...UNIT, code: "water" } });
    },
    { timeout: 100 },
  );
  await expect(slow).rejects.toMatchObject({ code: "P2028" });
  await client.unit.create({ data: { ...UNIT, code: "culture" } });
  expect(await client.unit.findMany({ select: { code: true } })).toEqual([{ code: "culture" }]);
});
