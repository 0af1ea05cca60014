import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { beforeEach, expect, test } from "vitest";
import { GroupCommit } from "~/platform/group-commit.server";
import { freshFolder } from "../../setup/database";

let statements: string[];
let connection: BetterSqlite3.Database;
let other: BetterSqlite3.Database;
let group: GroupCommit;

beforeEach(() => {
  const file = path.join(freshFolder(), "group.db");
  statements = [];
  connection = new BetterSqlite3(file, { verbose: (sql) => void statements.push(String(sql)) });
  connection.pragma("journal_mode = WAL");
  connection.pragma("foreign_keys = ON");
  connection.exec("CREATE TABLE comment (number INTEGER PRIMARY KEY, answers INTEGER REFERENCES comment (number))");
  other = new BetterSqlite3(file, { readonly: true });
  // A group ends by its members alone, however slow this machine is.
  group = new GroupCommit(connection, Infinity);
  statements.length = 0;
});

async function write(number: number, then: "commit" | "rollback" = "commit"): Promise<void> {
  await group.begin();
  connection.prepare("INSERT INTO comment (number) VALUES (?)").run(number);
  await group[then]();
}

function numbersSeenByOthers(): unknown[] {
  return other.prepare("SELECT number FROM comment ORDER BY number").pluck().all();
}

function outerCommits(): number {
  return statements.filter((sql) => sql === "COMMIT").length;
}

test("writers who wait for each other share one commit, and each finds his own ending", async () => {
  const endings = await Promise.allSettled([write(1), write(2), write(3, "rollback"), write(4)]);
  expect(endings.map(({ status }) => status)).toEqual(Array(4).fill("fulfilled"));
  expect(numbersSeenByOthers()).toEqual([1, 2, 4]);
  expect(outerCommits()).toBe(1);
});

test("nobody is told of his commit before it is on the disk", async () => {
  const told: number[] = [];
  await group.begin();
  connection.prepare("INSERT INTO comment (number) VALUES (1)").run();
  const first = group.commit().then(() => told.push(1));
  await group.begin();
  connection.prepare("INSERT INTO comment (number) VALUES (2)").run();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(told).toEqual([]);
  expect(numbersSeenByOthers()).toEqual([]);
  await Promise.all([first, group.commit().then(() => told.push(2))]);
  expect(told).toEqual([1, 2]);
  expect(numbersSeenByOthers()).toEqual([1, 2]);
});

test("one who saw what is not yet on the disk and rolls back is told after it is", async () => {
  const order: string[] = [];
  await Promise.all([
    write(1).then(() => order.push("first committed")),
    write(2, "rollback").then(() => order.push("second rolled back")),
  ]);
  expect(order).toEqual(["first committed", "second rolled back"]);
  expect(outerCommits()).toBe(1);
});

test("a crowd is committed in groups of a bounded size", async () => {
  await Promise.all(Array.from({ length: 100 }, (_, index) => write(index + 1)));
  expect(numbersSeenByOthers()).toHaveLength(100);
  expect(outerCommits()).toBeGreaterThanOrEqual(100 / 32);
  expect(outerCommits()).toBeLessThan(100);
});

test("when the outer commit fails, everyone in the group is told so and the next group is sound", async () => {
  const breaking = async () => {
    await group.begin();
    connection.pragma("defer_foreign_keys = ON");
    connection.exec("INSERT INTO comment VALUES (2, 99)");
    await group.commit();
  };
  const endings = await Promise.allSettled([write(1), breaking(), write(3)]);
  expect(endings.map(({ status }) => status)).toEqual(Array(3).fill("rejected"));
  expect(endings[0]).toMatchObject({ reason: { code: "SQLITE_CONSTRAINT_FOREIGNKEY" } });
  expect(numbersSeenByOthers()).toEqual([]);
  await write(4);
  expect(numbersSeenByOthers()).toEqual([4]);
});

test("when SQLite gives up the whole transaction, everyone in the group is told so and the next group is sound", async () => {
  const breaking = async () => {
    await group.begin();
    expect(() => connection.exec("INSERT OR ROLLBACK INTO comment (number) VALUES (1)")).toThrow("UNIQUE");
    await group.rollback();
  };
  const endings = await Promise.allSettled([write(1), breaking()]);
  expect(endings.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await write(5);
  expect(numbersSeenByOthers()).toEqual([5]);
});

test("work that must be alone waits for the group and sees it committed", async () => {
  const first = write(1);
  const seen = group.alone(() => ({ inTransaction: connection.inTransaction, numbers: numbersSeenByOthers() }));
  expect(await seen).toEqual({ inTransaction: false, numbers: [1] });
  await first;
});
