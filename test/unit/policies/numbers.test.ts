import { describe, expect, it } from "vitest";
import {
  documentNumberRefusals,
  isInterpretationCompulsory,
  kindOfNumber,
  normaliseDocumentNumber,
} from "~/policies/document-number";
import { indexNumberRefusals, normaliseIndexNumber } from "~/policies/index-number";

const codes = (typed: string) => documentNumberRefusals(typed, 2026).map(({ code }) => code);

describe("a document number", () => {
  it.each([
    ["穗埔府规〔2021〕18号", "穗埔府规〔2021〕18号"],
    ["增府办规[2020]6号", "增府办规〔2020〕6号"],
    ["穗南府办规（2023）1号", "穗南府办规〔2023〕1号"],
    ["穗府办函【2017】３１３ 号", "穗府办函〔2017〕313号"],
    ["国办发﹝2019﹞第54号", "国办发〔2019〕54号"],
    ["粤府令303号", "粤府令第303号"],
    ["广州市人民政府令第195号", "广州市人民政府令第195号"],
  ])("typed as %s is kept as %s", (typed, kept) => {
    expect(normaliseDocumentNumber(typed)).toBe(kept);
    expect(codes(typed)).toEqual([]);
  });

  it.each([
    ["穗府规〔2021 18号", "number_brackets"],
    ["穗府规2021〕18号", "number_brackets"],
    ["穗府规2021年18号", "number_brackets"],
    ["穗府规〔2021〕〔18〕号", "number_brackets"],
    ["穗府规[2021】18号", "number_brackets"],
    ["穗府规（2021〕18号", "number_brackets"],
    ["穗府规〕2021〔18号", "number_brackets"],
    ["关于绿道的通知", "number_form"],
    ["穗府规〔2021〕号", "number_form"],
    ["穗府规〔2021〕018号", "number_padded"],
    ["穗府规〔2027〕1号", "number_year"],
    ["穗府规〔1848〕1号", "number_year"],
  ])("typed as %s is refused: %s", (typed, code) => {
    expect(codes(typed)).toEqual([code]);
  });

  it("says by 政府令 and ××规 that interpretation is compulsory", () => {
    expect(kindOfNumber("粤府令第303号")).toBe("government_order");
    expect(kindOfNumber("穗埔府规〔2021〕18号")).toBe("normative_document");
    expect(kindOfNumber("穗府办函〔2017〕313号")).toBeNull();
    const other = { documentKind: "other" as const };
    expect(isInterpretationCompulsory({ ...other, documentNumber: "增府办规〔2020〕6号" })).toBe(true);
    expect(isInterpretationCompulsory({ ...other, documentNumber: "穗府办函〔2017〕313号" })).toBe(false);
    expect(isInterpretationCompulsory({ documentKind: "normative_document", documentNumber: null })).toBe(true);
  });
});

describe("an index number", () => {
  it.each([
    ["11440105007499334H/2025-00044", []],
    ["１１４４０１０５００７４９９３３４Ｈ／2025－00044", []],
    ["002564301/2021-00880", []],
    ["11440105007499334J/2025-00044", ["index_number_check"]],
    ["11440105007499334H/2025-44", ["index_number_form"]],
    ["2025-00044", ["index_number_form"]],
  ])("typed as %s gives %j", (typed, reasons) => {
    expect(indexNumberRefusals(typed).map(({ code }) => code)).toEqual(reasons);
  });

  it("is kept in plain characters", () => {
    expect(normaliseIndexNumber("11440105007499334h／2025－00044")).toBe("11440105007499334H/2025-00044");
  });
});
