import { readFileSync } from "node:fs";
import pg from "pg";
import { expect, test } from "vitest";
import { sqliteFile } from "~/platform/db.server";
import {
  type Migration,
  MigrationRefused,
  migratePostgresql,
  migrateSqlite,
  postgresqlMigrations,
  sqliteMigrations,
} from "~/platform/migrate.server";
import { Prisma } from "~/platform/prisma.server/client";
import { postgresqlSchema } from "../../../prisma/postgresql-schema";
import { freshDatabase, freshDatabaseUrl, testEngine } from "../../setup/database";

const ours = testEngine === "sqlite" ? sqliteMigrations : postgresqlMigrations;
const next = { name: "9999_next", sql: `CREATE TABLE "Next" ("id" INTEGER PRIMARY KEY);` };

async function migrate(url: string, migrations: Migration[]): Promise<string[]> {
  return testEngine === "sqlite" ? migrateSqlite(sqliteFile(url), migrations) : migratePostgresql(url, migrations);
}

test("a migration is applied once", async () => {
  const url = await freshDatabaseUrl();
  expect(await migrate(url, ours)).toEqual([]);
  expect(await migrate(url, [...ours, next])).toEqual(["9999_next"]);
  expect(await migrate(url, [...ours, next])).toEqual([]);
});

test("processes that start together migrate once", async () => {
  const url = await freshDatabaseUrl();
  const applied = await Promise.all([1, 2, 3].map(() => migrate(url, [...ours, next])));
  expect(applied.flat()).toEqual(["9999_next"]);
});

test("a database whose migration was changed afterwards is refused", async () => {
  const url = await freshDatabaseUrl();
  const changed = ours.map((migration) => ({ ...migration, sql: `${migration.sql}-- changed\n` }));
  await expect(migrate(url, changed)).rejects.toThrow(MigrationRefused);
  await expect(migrate(url, changed)).rejects.toThrow(`The migration ${ours[0].name} was changed`);
});

test("a database of a newer version is refused", async () => {
  const url = await freshDatabaseUrl();
  await migrate(url, [...ours, next]);
  await expect(migrate(url, ours)).rejects.toThrow("made by a newer one");
});

test("of a migration that fails, nothing remains", async () => {
  const url = await freshDatabaseUrl();
  const failing = { name: "9999_failing", sql: `${next.sql} INSERT INTO "Nowhere" VALUES (1);` };
  await expect(migrate(url, [...ours, failing])).rejects.toThrow(/Nowhere/);
  expect(await migrate(url, [...ours, next])).toEqual(["9999_next"]);
});

test("every table and column of the schema is there", async () => {
  const { client } = await freshDatabase();
  const models = Object.keys(Prisma.ModelName);
  expect(models.length).toBeGreaterThan(10);
  for (const model of models) {
    const delegate = client[(model[0].toLowerCase() + model.slice(1)) as "unit"];
    expect(await delegate.findFirst(), model).toBeNull();
  }
});

test("every change of the schema has its migration, on both engines", () => {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  expect(readFileSync("prisma/migrations/last-schema.prisma", "utf8")).toBe(schema);
  expect(postgresqlMigrations.map(({ name }) => name)).toEqual(sqliteMigrations.map(({ name }) => name));
});

test("the schema of PostgreSQL is that of SQLite but for the engine and the place of the client", () => {
  const schema = readFileSync("prisma/schema.prisma", "utf8").split("\n");
  const derived = postgresqlSchema(schema.join("\n")).split("\n");
  const different = derived.filter((line: string, index: number) => line !== schema[index]);
  expect(derived).toHaveLength(schema.length);
  expect(different.map((line: string) => line.trim().split(/\s+/)[0])).toEqual(["output", "provider"]);
  expect(readFileSync("prisma/postgresql/schema.prisma", "utf8")).toBe(derived.join("\n"));
});

if (testEngine === "postgresql") {
  test("instants are stored in UTC whatever the server's zone", async () => {
    const db = await freshDatabase();
    const changedAt = new Date("2026-11-22T16:00:00.000Z");
    await db.client.setting.create({ data: { key: "k", value: "v", changedAt } });
    const reader = new pg.Client({ connectionString: db.url });
    await reader.connect();
    const { rows } = await reader.query(`SELECT "changedAt"::text AS text FROM "Setting"`);
    await reader.end();
    expect(rows).toEqual([{ text: "2026-11-22 16:00:00" }]);
  });
}
