import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { importConsultations, runImport } from "~/consultations/import-archive.server";
import type { Database } from "~/platform/db.server";
import type { Reason } from "~/platform/refusal";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { addUnits } from "~/units/add-units.server";
import { freshDatabase, freshFolder } from "../../setup/database";

const NOW = new Date("2026-11-22T10:00:00+08:00");

let db: Database;
let folder: string;

beforeEach(async () => {
  db = await freshDatabase();
  folder = freshFolder();
  const unit = {
    code: "justice",
    name: "区司法局",
    nameEn: "Justice Bureau",
    kind: "department" as const,
    abolishedOn: null,
  };
  await addUnits({ kind: "system", name: "test" }, [unit], { db, now: NOW });
});

function line(number: number, changes: object = {}): string {
  return `${JSON.stringify({
    slug: `old-${number}`,
    title: `旧平台第 ${number} 项`,
    unit: number % 2 ? "justice" : "区司法局",
    opensOn: "2019-03-01",
    closesOn: "2019-03-15",
    note: "",
    paragraphs: ["正文"],
    comments: [{ author: "王**", text: `意见 ${number}`, at: "2019-03-02 09:30" }],
    ...changes,
  })}\n`;
}

async function run(file: string) {
  const refused: [number, Reason[]][] = [];
  const onRefused = (number: number, reasons: Reason[]) => void refused.push([number, reasons]);
  const result = await importConsultations(file, { db, now: NOW }, { onRefused, onProgress: () => undefined });
  return { result, refused };
}

describe("importing an old portal", () => {
  it("takes what is right, names what is not, and keeps the history whole", async () => {
    const file = join(folder, "consultations.jsonl");
    const bad = line(7, { unit: "nobody" });
    writeFileSync(file, `${[1, 2, 3, 4, 5].map((number) => line(number)).join("")}${line(3)}not json\n${bad}`);
    const { result, refused } = await run(file);
    expect(result).toEqual({ taken: 5, refused: 3, skipped: 0 });
    expect(refused.map(([number, [reason]]) => [number, reason?.code])).toEqual([
      [6, "slug_taken"],
      [7, "not_json"],
      [8, "unit_unknown"],
    ]);
    expect(await verifyTimeline(db)).toMatchObject({ ok: true });
    const [event] = await historyOf({ db }, { kind: "consultation", id: "old-1" });
    expect(event).toMatchObject({ kind: "consultation.imported", happenedOn: "2019-03-01" });
    expect(event?.at.startsWith("2026-11-22")).toBe(true);
  });

  it("shows the comments as they were published, in a consultation that is history", async () => {
    const file = join(folder, "consultations.jsonl");
    writeFileSync(file, line(1));
    await run(file);
    const found = await db.client.consultation.findUnique({ where: { slug: "old-1" }, include: { comments: true } });
    expect(found).toMatchObject({ state: "imported" });
    expect(found?.comments[0]).toMatchObject({
      publishedBody: "意见 1",
      publishedName: "王**",
      statedOn: "2019-03-02",
    });
  });

  it("goes on where it stopped, and takes nothing twice", async () => {
    const file = join(folder, "consultations.jsonl");
    // Longer than what tells one file from another, so that the file is the same after it grew.
    writeFileSync(file, Array.from({ length: 250 }, (_, index) => line(index + 1)).join(""));
    expect((await run(file)).result).toEqual({ taken: 250, refused: 0, skipped: 0 });
    appendFileSync(file, line(251));
    expect((await run(file)).result).toEqual({ taken: 1, refused: 0, skipped: 250 });
    expect(await db.client.consultation.count()).toBe(251);
  });

  it("says what is missing when it is called wrongly", async () => {
    const lines: string[] = [];
    expect(await runImport({ db, now: NOW }, [], (text) => void lines.push(text))).toBe(2);
    expect(await runImport({ db, now: NOW }, [folder], (text) => void lines.push(text))).toBe(2);
    expect(lines.join("\n")).toContain("consultations.jsonl");
  });
});
