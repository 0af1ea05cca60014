import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import { importPolicies } from "~/policies/import-policies.server";
import { publicPolicy } from "~/policies/public-policies.server";
import { submitPolicy } from "~/policies/sign-policy.server";
import { historyOf } from "~/timeline/queries.server";
import { createStaff, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

let db: Database;
let staff: Staff;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
});

const LINE = {
  slug: "old-street-rules",
  title: "街道保洁规定",
  unit: "区住房建设局",
  documentNumber: "穗海府规(2015)4号",
  signedOn: "2015-04-14",
  publishedOn: "2015-04-20",
  paragraphs: ["第一条 街道每日清扫两次。", "第二条 违反规定的，责令改正。"],
};

function fileOf(...lines: unknown[]): string {
  const file = path.join(freshFolder(), "policies.jsonl");
  writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return file;
}

describe("documents of an old portal", () => {
  it("are kept as they were, with the day on which they were published beside the day they were brought", async () => {
    const now = at("2026-07-01");
    const refused: [number, string[]][] = [];
    const lines = [
      LINE,
      "{",
      { ...LINE, slug: "x", unit: "无此单位" },
      { ...LINE, slug: "late", publishedOn: "2015-04-13" },
      { ...LINE, extra: 1 },
      LINE,
    ];
    const file = fileOf(...lines);
    const result = await importPolicies(file, { db, now }, (line, reasons) =>
      refused.push([line, reasons.map(({ code }) => code)]),
    );
    expect(result).toEqual({ taken: 1, refused: 5, skipped: 0 });
    expect(refused.map(([line]) => line)).toEqual([2, 3, 4, 5, 6]);
    const policy = (await publicPolicy({ db, now }, LINE.slug))!;
    expect(policy).toMatchObject({ isImported: true, documentNumber: "穗海府规〔2015〕4号", releasedOn: "2015-04-20" });
    expect(policy.clauses.map(({ number }) => number)).toEqual(["第一条", "第二条"]);
    const [event] = await historyOf({ db }, { kind: "policy", id: LINE.slug });
    expect(event).toMatchObject({ kind: "policy.imported", happenedOn: "2015-04-20" });
    expect(await importPolicies(file, { db, now }, () => undefined)).toEqual({ taken: 0, refused: 0, skipped: 6 });
  });

  it("are history: nobody works on them", async () => {
    const submission = submitPolicy(staff.handler, { slug: LINE.slug, version: null }, { db, now: at("2026-07-01") });
    expect((await refusalOf(submission)).codes).toContain("imported_is_history");
  });
});
