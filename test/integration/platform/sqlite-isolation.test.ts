import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "~/platform/db.server";
import { PrismaClient } from "~/platform/prisma.server/client";
import { freshFolder } from "../../setup/database";

const UNIT = { code: "justice", name: "司法局", nameEn: "Justice Bureau", kind: "department", position: 1 };

async function openOurs(): Promise<Db> {
  const db = await openDatabase(`file:${path.join(freshFolder(), "ours.db")}`);
  return db.client;
}

async function openStock(): Promise<Db> {
  const url = `file:${path.join(freshFolder(), "stock.db")}`;
  await (await openDatabase(url)).close();
  return new PrismaClient({ adapter: new PrismaBetterSqlite3({ url }) });
}

// Prisma's own adapter stands here so that the reason for ours stays proven: should it become safe, this test says so.
describe.each([
  { adapter: "our adapter", open: openOurs, isSafe: true },
  { adapter: "Prisma's own adapter", open: openStock, isSafe: false },
])("with $adapter", ({ open, isSafe }) => {
  let client: Db;

  beforeAll(async () => {
    client = await open();
  });

  afterAll(() => client.$disconnect());

  test(`a request ${isSafe ? "does not read" : "reads"} what another has not committed`, async () => {
    let seen = 0;
    const abandoned = client.$transaction(async (tx) => {
      await tx.unit.create({ data: UNIT });
      seen = await client.unit.count();
      throw new Error("abandoned");
    });
    await expect(abandoned).rejects.toThrow("abandoned");
    expect(seen).toBe(isSafe ? 0 : 1);
  });

  test(`an acknowledged write ${isSafe ? "stays" : "is lost"} when another's transaction is rolled back`, async () => {
    let enter = () => {};
    const inside = new Promise<void>((resolve) => (enter = resolve));
    const acknowledged = inside.then(() => client.unit.create({ data: UNIT }));
    const abandoned = client.$transaction(async (tx) => {
      await tx.unit.create({ data: { ...UNIT, code: "water" } });
      enter();
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw new Error("abandoned");
    });
    await expect(abandoned).rejects.toThrow("abandoned");
    await expect(acknowledged).resolves.toMatchObject({ code: "justice" });
    expect(await client.unit.count()).toBe(isSafe ? 1 : 0);
  });
});

test("one who gave up waiting for his turn does not keep it from those who come later", async () => {
  const client = await openOurs();
  const slow = client.$transaction(async (tx) => {
    await tx.unit.create({ data: UNIT });
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
  const impatient = client.$transaction((tx) => tx.unit.create({ data: { ...UNIT, code: "water" } }), { maxWait: 50 });
  await expect(impatient).rejects.toMatchObject({ code: "P2028" });
  await slow;
  await client.unit.create({ data: { ...UNIT, code: "culture" } });
  expect(await client.unit.findMany({ select: { code: true }, orderBy: { code: "asc" } })).toEqual([
    { code: "culture" },
    { code: "justice" },
  ]);
  await client.$disconnect();
});
