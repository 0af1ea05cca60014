import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import { listUnits, unitByCode } from "~/units/queries.server";
import { unitName } from "~/units/units";
import { freshDatabase } from "../../setup/database";

let db: Database;

beforeAll(async () => {
  db = await freshDatabase();
  await db.client.unit.createMany({
    data: [
      { code: "justice", name: "区司法局", nameEn: "Justice Bureau", kind: "department", position: 2 },
      { code: "office", name: "区政务公开办", nameEn: "Openness Office", kind: "office", position: 1 },
      { code: "old", name: "旧局", nameEn: "Old Bureau", kind: "department", position: 3, abolishedOn: "2024-01-01" },
    ],
  });
});
afterAll(async () => {
  await db.close();
});

describe("units", () => {
  it("stand in their official order, abolished ones with the day", async () => {
    const units = await listUnits({ db });
    expect(units.map(({ code, abolishedOn }) => [code, abolishedOn])).toEqual([
      ["office", null],
      ["justice", null],
      ["old", "2024-01-01"],
    ]);
  });

  it("are named in the reader's language", async () => {
    const justice = await unitByCode({ db }, "justice");
    expect(justice && unitName(justice, "zh-CN")).toBe("区司法局");
    expect(justice && unitName(justice, "en")).toBe("Justice Bureau");
  });

  it.each([["nowhere"], [""], ["\u0000"], ["JUSTICE"], ["justice "], ["'--"], ["a".repeat(10_000)]])(
    "are not found by %j",
    async (code) => {
      expect(await unitByCode({ db }, code)).toBeNull();
    },
  );
});
