import { describe, expect, it } from "vitest";
import { csvCell, storable } from "~/forms/csv";

describe("a cell of a CSV file", () => {
  it.each([
    "=1+1",
    "+86",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "\u200b=1",
    "\ufeff=1",
  ])("keeps %j a text", (text) => expect(csvCell(text).replace(/^"/, "").startsWith("'")).toBe(true));

  it("leaves ordinary words as they are", () => {
    expect(csvCell("建议增加座椅。")).toBe("建议增加座椅。");
    expect(csvCell("a=b")).toBe("a=b");
  });

  it("leaves numbers numbers", () => expect(csvCell(-5)).toBe("-5"));

  it("keeps commas, quotes and line ends inside the cell", () => {
    expect(csvCell('甲,"乙"\n丙')).toBe('"甲,""乙""\n丙"');
  });
});

describe("text for a file", () => {
  it("holds nothing that XML cannot hold, and keeps whole characters", () => {
    expect(storable("a\u0000\u0008b\u001f\ufffe")).toBe("ab");
    expect(storable("𠮷\ud842x\udfb7")).toBe("𠮷x");
    expect(storable("行\t一\n二")).toBe("行\t一\n二");
  });
});
