import { readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { stageUploads } from "~/attachments/keep-attachments.server";
import type { Database } from "~/platform/db.server";
import { readForm } from "~/platform/posted-form.server";
import { freshDatabase, freshFolder } from "../../setup/database";

const NOW = new Date("2026-07-10T04:00:00Z");
/** STORAGE_URL is read once; what stands there changes between the tests. */
const uploads = path.join(freshFolder(), "uploads");

let db: Database;

beforeAll(async () => {
  process.env.LOG_LEVEL = "silent";
  process.env.STORAGE_URL = `file:${uploads}`;
  db = await freshDatabase();
});

beforeEach(() => rmSync(uploads, { recursive: true, force: true }));

/** As a browser posts it: words before and after two files. */
function posted(): Request {
  const form = new FormData();
  form.append("body", "建议增加座椅。");
  form.append("attachment", new File(["第一份"], "一.txt"));
  form.append("attachment", new File(["x".repeat(300_000)], "二.txt"));
  form.append("suggestion", "改为：每百米一处。");
  return new Request("http://127.0.0.1/", { method: "POST", body: form });
}

const LIMITS = { files: { max: 5, maxBytes: 1_000_000 } };

it("keeps every word that was typed when files cannot be written where they arrive, and names each file", async () => {
  writeFileSync(uploads, "a file stands where the folder should be");
  const form = await readForm(posted(), LIMITS);
  expect(form.fields).toEqual({ body: ["建议增加座椅。"], suggestion: ["改为：每百米一处。"] });
  expect(form.files).toEqual([]);
  expect(form.reasons.map(({ code, params }) => [code, params?.name])).toEqual([
    ["file_not_kept", "一.txt"],
    ["file_not_kept", "二.txt"],
  ]);
});

it("gives back the files that the store does not take by name, and no row says that they are there", async () => {
  const form = await readForm(posted(), LIMITS);
  blockEveryPlace();
  const { staged, reasons } = await stageUploads({ db, now: NOW }, form.files);
  expect(staged).toEqual([]);
  expect(reasons.map(({ code, params }) => [code, params?.name])).toEqual([
    ["file_not_kept", "一.txt"],
    ["file_not_kept", "二.txt"],
  ]);
  expect(await db.client.attachment.count()).toBe(0);
  expect(readdirSync(path.join(uploads, "incoming"))).toEqual([]);
});

/** Files spread over folders by the first two characters of their ids; a file stands where each would be. */
function blockEveryPlace(): void {
  const characters = "0123456789abcdefghjkmnpqrstvwxyz";
  for (const first of characters) {
    for (const second of characters) writeFileSync(path.join(uploads, first + second), "");
  }
}
