import { describe, expect, it } from "vitest";
import { MOST_REQUESTS, requestsIn } from "~/messages/requests";

const asked = (body: string, title = "来信") => requestsIn({ title, body }).map(({ text }) => text);

describe("the requests found in a message", () => {
  it.each<[string, string, string[]]>([
    ["one question", "全季酒店门口频繁施工，什么时候结束？", ["全季酒店门口频繁施工，什么时候结束？"]],
    [
      "two questions in one sentence",
      "请问路灯什么时候修好，由哪个单位负责？",
      ["请问路灯什么时候修好", "由哪个单位负责？"],
    ],
    ["a question without its mark", "想了解老旧小区加装电梯有没有补贴。", ["想了解老旧小区加装电梯有没有补贴"]],
    ["a lead-in that stands apart", "请问，医保断缴后能否补缴？", ["请问，医保断缴后能否补缴？"]],
    ["a polite request", "楼下堆满杂物。请尽快派人清理，把通道让出来。", ["请尽快派人清理，把通道让出来"]],
    ["a demand", "施工到凌晨两点，我们强烈要求停止夜间施工。", ["施工到凌晨两点，我们强烈要求停止夜间施工"]],
    ["a wish", "希望贵局能公开监测数据。", ["希望贵局能公开监测数据"]],
    ["a proposal", "我建议在地铁口增设盲道。", ["我建议在地铁口增设盲道"]],
    ["an obligation held up to the office", "你们应当依法公开收费标准。", ["你们应当依法公开收费标准"]],
    ["an account demanded", "请给业主一个说法。", ["请给业主一个说法"]],
    ["a rhetorical question", "难道就没有人管了吗？", ["难道就没有人管了吗？"]],
    [
      "a numbered list of questions",
      "请问：\n1. 学位如何划分？\n2. 什么时候报名？\n3. 租房可以吗？",
      ["学位如何划分？", "什么时候报名？", "租房可以吗？"],
    ],
    [
      "a list of things asked for, without marks of their own",
      "我的诉求如下：\n（一）退还押金。\n（二）书面道歉。\n谢谢。",
      ["退还押金。", "书面道歉。"],
    ],
    [
      "a list inside a line",
      "请公开以下材料：1.规划方案；2.环评批复；3.施工许可。",
      ["规划方案；", "环评批复；", "施工许可。"],
    ],
    ["a list that only tells", "情况如下：\n1. 上周停水两天。\n2. 昨天又停。", []],
    ["the same request twice", "请修路灯。真的很暗。请修路灯！", ["请修路灯"]],
    ["asking for an answer", "路面青苔易滑倒。请尽快回复，谢谢。", []],
    ["hoping for understanding", "以上情况属实，望领导予以答复为盼。", []],
    ["the word 申请", "我去年申请了公租房，已经排到第三轮。", []],
    ["asking for leave", "我请假去办的。", []],
    ["what does not meet requirements", "消防设施不符合要求，按要求整改过一次。", []],
  ])("are right for %s", (_title, body, expected) => {
    expect(asked(body)).toEqual(expected);
  });

  it("come from the title when the message itself asks nothing", () => {
    expect(asked("小区已经停水三天。", "什么时候恢复供水？")).toEqual(["什么时候恢复供水？"]);
    expect(asked("小区已经停水三天。", "停水")).toEqual([]);
  });

  it("each have their kind and the sentence in which they stand", () => {
    const [question, demand] = requestsIn({ title: "", body: "费用多少钱，请列明细。" });
    expect(question).toEqual({ number: 1, kind: "question", text: "费用多少钱", sentence: "费用多少钱，请列明细。" });
    expect(demand).toMatchObject({ number: 2, kind: "demand", text: "请列明细" });
  });

  it("are bounded, and found in a moment even in the longest message", () => {
    const many = Array.from({ length: 400 }, (_, n) => `请问第${n}栋什么时候修？`).join("");
    expect(asked(many)).toHaveLength(MOST_REQUESTS);
    for (const hostile of ["请".repeat(10_000), "1.".repeat(5_000), "（一".repeat(3_000), "，望".repeat(5_000)]) {
      expect(asked(hostile).length).toBeLessThanOrEqual(MOST_REQUESTS);
    }
  });
});
