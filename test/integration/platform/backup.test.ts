import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { ArchiveRefused } from "~/platform/archive.server";
import { backupDatabase, restoreDatabase } from "~/platform/backup.server";
import { type Database, openDatabase } from "~/platform/db.server";
import { freshDatabase, freshDatabaseUrl, freshFolder, testEngine } from "../../setup/database";

// Other programs are started, which takes long on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

interface Place {
  url: string;
  uploads: string;
  file: string;
}

async function freshPlace(url: string | Promise<string> = freshDatabaseUrl()): Promise<Place> {
  const folder = freshFolder();
  return { url: await url, uploads: path.join(folder, "uploads"), file: path.join(folder, "backup.tar.gz") };
}

function setting(key: string) {
  return { data: { key, value: "v", changedAt: new Date("2026-11-22T16:00:00Z") } };
}

async function keysIn(url: string): Promise<string[]> {
  const db = await openDatabase(url);
  const rows = await db.client.setting.findMany({ select: { key: true } });
  await db.close();
  return rows.map(({ key }) => key);
}

async function savedPlace(): Promise<Place> {
  const db = await freshDatabase();
  const place = await freshPlace(db.url);
  await db.client.setting.create(setting("kept"));
  await db.close();
  mkdirSync(path.join(place.uploads, "ab"), { recursive: true });
  mkdirSync(path.join(place.uploads, "incoming"));
  writeFileSync(path.join(place.uploads, "ab", "abc"), "附件");
  writeFileSync(path.join(place.uploads, "incoming", "half"), "…");
  await backupDatabase(place.url, place.file, { uploads: place.uploads });
  return place;
}

/** Writes one row after another until it is stopped; `acknowledged` grows by each that was confirmed. */
function writeOn(db: Database): { acknowledged: string[]; stop(): Promise<void> } {
  const acknowledged: string[] = [];
  let isStopping = false;
  const lane = async (name: number) => {
    for (let index = 0; !isStopping; index++) {
      const { key } = await db.client.setting.create(setting(`${name}-${index}`));
      acknowledged.push(key);
    }
  };
  const lanes = [1, 2, 3, 4].map(lane);
  return {
    acknowledged,
    stop: async () => {
      isStopping = true;
      await Promise.all(lanes);
    },
  };
}

test("a backup taken while people write holds everything acknowledged before it began", async () => {
  const db = await freshDatabase();
  const writer = writeOn(db);
  const saved: { place: Place; before: string[] }[] = [];
  for (let round = 0; round < 2; round++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const place = await freshPlace();
    const before = [...writer.acknowledged];
    await backupDatabase(db.url, place.file, { uploads: place.uploads });
    saved.push({ place, before });
  }
  await writer.stop();
  for (const { place, before } of saved) {
    expect(before.length).toBeGreaterThan(0);
    await restoreDatabase(place.file, place.url, { uploads: place.uploads });
    expect(await keysIn(place.url)).toEqual(expect.arrayContaining(before));
  }
});

test("a restored backup has the rows and the uploaded files, but not those still arriving", async () => {
  const { file } = await savedPlace();
  const target = await freshPlace();
  await restoreDatabase(file, target.url, { uploads: target.uploads });
  expect(await keysIn(target.url)).toEqual(["kept"]);
  expect(readFileSync(path.join(target.uploads, "ab", "abc"), "utf8")).toBe("附件");
  expect(readdirSync(target.uploads)).toEqual(["ab"]);
});

test("a database that holds something is replaced only when told so", async () => {
  const { file } = await savedPlace();
  const other = await savedPlace();
  const db = await openDatabase(other.url);
  await db.client.setting.create(setting("newer"));
  await db.close();
  writeFileSync(path.join(other.uploads, "ab", "newer"), "");
  await expect(restoreDatabase(file, other.url, { uploads: other.uploads })).rejects.toThrow("is not empty");
  expect(await keysIn(other.url)).toEqual(["kept", "newer"]);
  await restoreDatabase(file, other.url, { uploads: other.uploads, replace: true });
  expect(await keysIn(other.url)).toEqual(["kept"]);
  expect(readdirSync(path.join(other.uploads, "ab"))).toEqual(["abc"]);
});

test("nothing is restored while the server runs", async () => {
  const { file } = await savedPlace();
  const target = await freshPlace();
  const server = await openDatabase(target.url, { lock: true });
  await server.client.setting.create(setting("served"));
  const restored = restoreDatabase(file, target.url, { uploads: target.uploads, replace: true });
  await expect(restored).rejects.toThrow("in use by");
  expect(await server.client.setting.count()).toBe(1);
  await server.close();
});

test("a damaged or foreign file is refused before anything is touched", async () => {
  const { file } = await savedPlace();
  const target = await savedPlace();
  const options = { uploads: target.uploads, replace: true };
  const half = `${file}.half`;
  writeFileSync(half, readFileSync(file).subarray(0, statSync(file).size / 2));
  await expect(restoreDatabase(half, target.url, options)).rejects.toThrow(ArchiveRefused);
  const foreign = `${file}.txt`;
  appendFileSync(foreign, "not an archive");
  await expect(restoreDatabase(foreign, target.url, options)).rejects.toThrow(ArchiveRefused);
  await expect(restoreDatabase(`${file}.absent`, target.url, options)).rejects.toThrow(ArchiveRefused);
  expect(await keysIn(target.url)).toEqual(["kept"]);
  expect(existsSync(path.join(target.uploads, "ab", "abc"))).toBe(true);
});

test("a backup of the other engine is refused", async () => {
  const { file } = await savedPlace();
  const url = testEngine === "sqlite" ? "postgresql://127.0.0.1:1/none" : `file:${path.join(freshFolder(), "x.db")}`;
  await expect(restoreDatabase(file, url, { uploads: path.join(freshFolder(), "uploads") })).rejects.toThrow(
    "names the other engine",
  );
});

test("files that stand in a bucket are neither saved nor touched with the database", async () => {
  const place = await savedPlace();
  await backupDatabase(place.url, place.file, { uploads: null });
  const target = await freshPlace();
  mkdirSync(path.join(path.dirname(target.file), "uploads"));
  writeFileSync(path.join(target.uploads, "other"), "untouched");
  await restoreDatabase(place.file, target.url, { uploads: null, replace: true });
  expect(await keysIn(target.url)).toEqual(["kept"]);
  expect(readdirSync(target.uploads)).toEqual(["other"]);
});
