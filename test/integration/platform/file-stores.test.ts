import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileStore } from "~/platform/file-store.server";
import { folderStore } from "~/platform/folder-store.server";
import { randomId } from "~/platform/ids.server";
import { s3Place, s3Store } from "~/platform/s3-store.server";
import { freshFolder } from "../../setup/database";

const KEYS = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };

const folder = freshFolder();
const server = new S3rver({
  ...{ address: "127.0.0.1", port: 0, silent: true },
  directory: freshFolder(),
  configureBuckets: [{ name: "uploads", configs: [] }],
});
const stores: Record<string, FileStore> = { folder: folderStore(path.join(folder, "kept")) };
let endpoint: string;

beforeAll(async () => {
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
  stores.bucket = s3Store(s3Place(`s3://uploads/yishiting?endpoint=${endpoint}`, KEYS));
});

afterAll(() => server.close());

function arrived(bytes: Buffer): string {
  const file = path.join(mkdtempSync(path.join(folder, "incoming-")), "file");
  writeFileSync(file, bytes);
  return file;
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const digestOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

describe.each(["folder", "bucket"])("a %s", (kind) => {
  const store = () => stores[kind]!;

  it("gives back what it was given, and the file no longer waits where it arrived", async () => {
    const bytes = randomBytes(3_000_000);
    const file = arrived(bytes);
    const id = randomId();
    await store().keep(file, id);
    expect(digestOf(await bytesOf(await store().open(id)))).toBe(digestOf(bytes));
    expect(existsSync(file)).toBe(false);
  });

  it("reads a part of a file, both ends included", async () => {
    const id = randomId();
    await store().keep(arrived(Buffer.from("0123456789")), id);
    expect((await bytesOf(await store().open(id, { start: 3, end: 6 }))).toString()).toBe("3456");
    expect((await bytesOf(await store().open(id, { start: 9, end: 9 }))).toString()).toBe("9");
  });

  it("fails before the first byte of what is not there, and forgets it quietly", async () => {
    const id = randomId();
    await expect(store().open(id)).rejects.toThrow();
    await expect(store().remove(id)).resolves.toBeUndefined();
  });

  it("no longer has what was removed", async () => {
    const id = randomId();
    await store().keep(arrived(Buffer.from("x")), id);
    await store().remove(id);
    await expect(store().open(id)).rejects.toThrow();
  });

  it("takes no id that could lead elsewhere", async () => {
    for (const id of ["../../etc/passwd", "", "ABCDEFGHIJKLMNOP", "0000000000000000/../x"]) {
      await expect((async () => store().open(id))()).rejects.toThrow("not a file id");
    }
  });
});

describe("a bucket", () => {
  it("that refuses the keys or does not answer is an error, and the file still waits where it arrived", async () => {
    const unknownKey = s3Place(`s3://uploads?endpoint=${endpoint}`, { ...KEYS, accessKeyId: "nobody" });
    const nowhere = s3Place("s3://uploads?endpoint=http://127.0.0.1:9", KEYS);
    const unknown = s3Place(`s3://no-such-bucket?endpoint=${endpoint}`, KEYS);
    for (const place of [unknownKey, nowhere, unknown]) {
      const file = arrived(Buffer.from("x"));
      await expect(s3Store(place).keep(file, randomId())).rejects.toThrow();
      expect(existsSync(file)).toBe(true);
    }
  });

  it.each([
    ["s3://b?endpoint=https://s3.example.org", "https://s3.example.org/b/"],
    ["s3://b/p/q/?endpoint=https://s3.example.org", "https://s3.example.org/b/p/q/"],
    ["s3://b/p?endpoint=https://s3.example.org:9000&style=host", "https://b.s3.example.org:9000/p/"],
  ])("%s stands at %s", (url, address) => {
    expect(s3Place(url, KEYS).address).toBe(address);
  });

  it("is not taken without an endpoint or without keys", () => {
    expect(() => s3Place("s3://b", KEYS)).toThrow("endpoint");
    expect(() => s3Place("s3://b?endpoint=https://s3.example.org", {})).toThrow("S3_ACCESS_KEY_ID");
  });
});

describe("a folder", () => {
  it("that cannot be written is an error, and nothing half stands in it", async () => {
    const place = path.join(folder, "not-a-folder");
    writeFileSync(place, "");
    const file = arrived(Buffer.from("x"));
    await expect(folderStore(place).keep(file, randomId())).rejects.toThrow();
    expect(existsSync(file)).toBe(true);
    expect(readdirSync(path.dirname(file))).toEqual(["file"]);
  });
});
