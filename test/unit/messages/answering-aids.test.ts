import { describe, expect, it } from "vitest";
import { deskAids } from "~/i18n/zh-CN/desk-aids";
import { checklistReasons, paragraphsOf, type RequestTick } from "~/messages/checklist";
import { rankSimilar } from "~/messages/rank-similar";
import { fieldsOf, templateReasons, unfilledReasons } from "~/messages/reply-template";
import { requestsIn } from "~/messages/requests";
import { readUnitWords, writeUnitWords } from "~/messages/unit-words-text";
import { suggestUnits, type UnitWord } from "~/messages/suggest-unit";

const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);

describe("the checklist of requests", () => {
  const requests = requestsIn({ title: "", body: "请问何时完工？能否夜间停工？" });
  const reply = "3月20日完工。\n\n每天22时后停工。";
  const tick = (request: number, paragraph: number | null, reason: string | null = null): RequestTick => ({
    request,
    paragraph,
    reason,
  });

  it.each<[string, RequestTick[], string[]]>([
    ["every request has its paragraph", [tick(1, 1), tick(2, 2)], []],
    ["one paragraph answers both", [tick(1, 2), tick(2, 2)], []],
    ["one is left out with a reason", [tick(1, 1), tick(2, null, "由市住建局统一答复")], []],
    ["one has no tick", [tick(1, 1)], ["request_unticked"]],
    ["none has one", [], ["request_unticked", "request_unticked"]],
    ["a paragraph is not there", [tick(1, 3), tick(2, 0)], ["request_place_missing", "request_place_missing"]],
    ["one is left out without a reason", [tick(1, 1), tick(2, null, "  ")], ["request_reason_missing"]],
    ["the reason is an essay", [tick(1, 1), tick(2, null, "长".repeat(501))], ["too_long"]],
  ])("is right when %s", (_title, ticks, expected) => {
    expect(codes(checklistReasons(requests, ticks, reply))).toEqual(expected);
  });

  it("counts paragraphs as they are read", () => {
    expect(paragraphsOf("一\n \n二\n三\n")).toEqual(["一", "二", "三"]);
  });
});

describe("a template of a reply", () => {
  const template = { body: "您反映的【事项】已于【日期】办结，联系人【姓名】。【日期】" };

  it("has each field once", () => {
    expect(fieldsOf(template.body)).toEqual(["事项", "日期", "姓名"]);
    expect(fieldsOf("【 】【】没有")).toEqual([]);
  });

  it("is not kept without name, words or a field", () => {
    expect(codes(templateReasons({ name: "办结", body: template.body }))).toEqual([]);
    expect(codes(templateReasons({ name: " ", body: "" }))).toEqual(["required", "required"]);
    expect(codes(templateReasons({ name: "办结", body: "我们会尽快处理。" }))).toEqual(["template_without_field"]);
    const many = Array.from({ length: 21 }, (_, n) => `【第${n}项】`).join("");
    expect(codes(templateReasons({ name: "多", body: many }))).toEqual(["template_too_many_fields"]);
  });

  it("leaves no field of its own open in a reply, and other brackets alone", () => {
    const reply = "您反映的路灯已于【日期】办结。【2026】1号文见附件。";
    expect(unfilledReasons(reply, [template], "reply")).toEqual([
      { code: "template_field_unfilled", field: "reply", params: { name: "日期" } },
    ]);
    expect(unfilledReasons(reply, [], "reply")).toEqual([]);
  });
});

describe("the suggested unit", () => {
  const words: UnitWord[] = [
    { unit: "housing", sort: "topic", word: "加装电梯", messageKind: null },
    { unit: "housing", sort: "topic", word: "物业", messageKind: null },
    { unit: "urban", sort: "topic", word: "占道经营", messageKind: null },
    { unit: "urban", sort: "topic", word: "噪音", messageKind: "complaint" },
    { unit: "changgang", sort: "street", word: "昌岗", messageKind: null },
  ];
  const ask = (body: string, kind = "enquiry", recusedUnits: string[] = []) =>
    suggestUnits({ kind, title: "", body, recusedUnits }, words, [
      { unit: "education", number: "20261101001", text: "小学学位怎么划分？租房的家庭可以报名吗？" },
    ]);

  it("comes with each reason", () => {
    expect(ask("昌岗中路小区加装电梯，物业不配合。")).toEqual([
      { unit: "housing", score: 6, reasons: [{ because: "topic", words: ["加装电梯", "物业"] }] },
      { unit: "changgang", score: 3, reasons: [{ because: "street", words: ["昌岗"] }] },
    ]);
  });

  it("counts a word in the kind it belongs to only", () => {
    expect(ask("楼下噪音太大", "complaint")).toMatchObject([{ unit: "urban", reasons: [{ because: "kind" }] }]);
    expect(ask("楼下噪音太大", "enquiry")).toEqual([]);
  });

  it("learns from where a like message went", () => {
    expect(ask("租房家庭的孩子，小学学位怎么划分？")).toEqual([
      { unit: "education", score: 2, reasons: [{ because: "past", numbers: ["20261101001"] }] },
    ]);
  });

  it("is never the unit that the message is about", () => {
    expect(ask("举报城管占道经营收钱", "tip_off", ["urban"])).toEqual([]);
  });

  it("is none without a reason", () => {
    expect(ask("你好")).toEqual([]);
  });
});

describe("the words of units", () => {
  const units = [
    { code: "housing", name: "区住建局" },
    { code: "urban", name: "区城管局" },
  ];
  const { columns } = deskAids.words;
  const text = "区住建局 | 事项 | 加装电梯、物业\nurban ｜ 投诉 ｜ 噪音\n区城管局 | 地点 | 昌岗";

  it("are read line by line and written back the same", () => {
    const { words, reasons } = readUnitWords(text, units, columns);
    expect(reasons).toEqual([]);
    expect(words.map(({ unit, sort, word, messageKind }) => [unit, sort, word, messageKind])).toEqual([
      ["housing", "topic", "加装电梯", null],
      ["housing", "topic", "物业", null],
      ["urban", "topic", "噪音", "complaint"],
      ["urban", "street", "昌岗", null],
    ]);
    expect(readUnitWords(writeUnitWords(words, units, columns), units, columns)).toEqual({ words, reasons: [] });
  });

  it.each(["没有这个单位 | 事项 | 词", "区住建局 | 别的 | 词", "区住建局 | 事项 |", "区住建局", "区住建局|事项|词|多"])(
    "name the line that cannot be read: %s",
    (line) => {
      expect(readUnitWords(`\n${line}`, units, columns).reasons).toMatchObject([{ params: { line: 2 } }]);
    },
  );
});

describe("earlier messages on the same matter", () => {
  const earlier = [
    { number: 1, title: "加装电梯", body: "老旧小区加装电梯补贴多少钱？" },
    { number: 2, title: "路灯", body: "新港路的路灯不亮。" },
    { number: 3, title: "电梯", body: "加装电梯需要多少户同意？补贴怎么申请？" },
  ];

  it("are ranked by what they share, at most as many as asked for", () => {
    const asked = { title: "电梯补贴", body: "小区加装电梯的补贴怎么申请？" };
    expect(rankSimilar(asked, earlier, 5).map(({ number }) => number)).toEqual([3, 1]);
    expect(rankSimilar(asked, earlier, 1).map(({ number }) => number)).toEqual([3]);
    expect(rankSimilar({ title: "公园", body: "公园几点关门？" }, earlier, 5)).toEqual([]);
  });
});
