import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hasValidIdChecksum, maskName, maskPersonalData } from "~/privacy/masking";
import { cpuTimeOf } from "../../setup/cpu-time";

describe("personal data in a comment", () => {
  it.each([
    ["a mobile number", "请回电13812345678。", "请回电138******78。", ["phone"]],
    ["a mobile number with spaces", "138 1234 5678", "138********78", ["phone"]],
    ["a mobile number with dashes", "138-1234-5678联系", "138********78联系", ["phone"]],
    ["a mobile number in full-width digits", "电话１３８１２３４５６７８", "电话１３８******７８", ["phone"]],
    ["a mobile number with digits apart", "1 3 8 1 2 3 4 5 6 7 8", "1 3" + "*".repeat(16) + " 8", ["phone"]],
    ["a mobile number with the country code", "+86 13812345678", "+86**********78", ["phone"]],
    ["a landline number", "020-83123456", "020*******56", ["phone"]],
    ["a landline number in brackets", "（020）83123456", "（02********56", ["phone"]],
    ["a local number where the words say so", "联系电话：83123456", "联系电话：831****56", ["phone"]],
    ["an identity number", "身份证440105199001011234", "身份证440*************34", ["id_number"]],
    ["an identity number that ends in X", "44010519900101123X", "440*************3X", ["id_number"]],
    ["an identity number in groups", "440105 19900101 1234", "440***************34", ["id_number"]],
    ["an old identity number of 15 digits", "440105900101123", "440**********23", ["id_number"]],
    ["a bank card", "6222 0212 3456 7890 123", "622" + "*".repeat(18) + "23", ["bank_card"]],
    ["a plate", "车牌粤A·12345", "车牌粤A******", ["plate"]],
    ["a plate without dot", "粤A12345堵住了消防通道", "粤A*****堵住了消防通道", ["plate"]],
    ["a plate of a new-energy car", "粤AD12345", "粤A******", ["plate"]],
    ["a plate for Hong Kong", "粤Z1234港", "粤Z*****", ["plate"]],
    ["a mail address", "写信到zhang.san@example.com.cn谢谢", "写信到z***@example.com.cn谢谢", ["email"]],
    ["an address", "我住新港中路125号3栋502房", "我住新港中路***", ["address"]],
    [
      "an address with building and unit",
      "海珠区江南大道中路8号之一2单元301室的住户",
      "海珠区江南大道中路***的住户",
      ["address"],
    ],
    ["an address on a part of a long road", "住在江南大道中180号302房", "住在江南大道中***", ["address"]],
    ["an address in a lane", "同福东路龙庆里12号旁", "同福东路龙庆里***旁", ["address"]],
  ])("is masked: %s", (_name, text, masked, kinds) => {
    const result = maskPersonalData(text);
    expect(result.masked).toBe(masked);
    expect(result.found.map((one) => one.kind)).toEqual(kinds);
  });

  it.each([
    "2026年11月2日至2026-12-02",
    "穗府办函〔2017〕313号",
    "国办发〔2019〕54号第八条",
    "请拨打12345热线",
    "网站标识码4401050003",
    "索引号11440105007499334H/2025-00044",
    "预算100 200 300 400 500 600元",
    "费用为1234567.89元",
    "2021、2022、2023、2024、2025年",
    "地铁8号线新港东站",
    "在这里12号开会",
    "共有20260101份",
    "新Energy车",
    "第3.5款第12条",
    "江南中街道办事处第5号文",
  ])("is not seen where there is none: %s", (text) => {
    expect(maskPersonalData(text)).toEqual({ masked: text, found: [] });
  });

  it("is found with its place in the text that was given", () => {
    const text = "甲13812345678乙a@b.cn丙";
    expect(maskPersonalData(text).found).toEqual([
      { kind: "phone", from: 1, to: 12 },
      { kind: "email", from: 13, to: 19 },
    ]);
  });

  it("does not survive in whatever words it stands among", () => {
    const words = fc
      .array(fc.constantFrom("我", "请", "，", "。", " ", "\n", "路", "号", "在", "ab", "-", "（"), { maxLength: 8 })
      .map((all) => all.join(""));
    const secret = fc.constantFrom("13812345678", "44010519900101123X", "6222021234567890123");
    fc.assert(
      fc.property(words, secret, words, (before, number, after) => {
        const { masked } = maskPersonalData(`${before}。${number}。${after}`);
        return !masked.includes(number);
      }),
    );
  });

  it("leaves everything around it as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { masked, found } = maskPersonalData(text);
        return found.length > 0 || masked === text;
      }),
    );
  });

  it("is searched in linear time in a megabyte of hostile text", () => {
    const pieces = [
      "1",
      "1 ",
      "１-",
      "a",
      "a.",
      "a@",
      "@",
      "路",
      "路1",
      "一路",
      "路巷",
      "粤A",
      "粤AA",
      "路一号一",
      "0",
      "020-",
      "电话",
      "4401051990",
      "这里",
      "路号",
    ];
    const text = pieces.map((piece) => piece.repeat(50_000 / piece.length)).join("\n");
    expect(cpuTimeOf(() => maskPersonalData(text))).toBeLessThan(6000);
  });
});

describe("a name in public", () => {
  it.each([
    ["张伟", "张*"],
    ["张祥祥", "张**"],
    ["欧阳明日", "欧***"],
    ["李", "李*"],
    [" 王 芳 ", "王*"],
    ["Smith", "S***"],
    ["John Smith", "J***"],
    ["𠮷田", "𠮷*"],
    ["", ""],
  ])("of %s is %s", (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it("of an organisation is shown in full", () => {
    expect(maskName("广州市某某有限公司", { isOrganisation: true })).toBe("广州市某某有限公司");
  });
});

describe("the check character of an identity number", () => {
  it("is right or wrong, and both are masked", () => {
    expect(hasValidIdChecksum("11010519491231002X")).toBe(true);
    expect(hasValidIdChecksum("110105 19491231 002x")).toBe(true);
    expect(hasValidIdChecksum("110105194912310021")).toBe(false);
    expect(hasValidIdChecksum("123")).toBe(false);
    expect(maskPersonalData("110105194912310021").found).toHaveLength(1);
  });
});
