import { describe, expect, it } from "vitest";
import { liftedSentences } from "~/wording/lifted";

const CLAUSES = [
  "每台补贴十二万元，验收后三十日内发放。低层住户有不同意见的，由街道组织协商。",
  "设立专区，逐条答复。",
];

describe("sentences lifted from a document", () => {
  it.each([
    ["a sentence taken as it stands", "低层住户有不同意见的，由街道组织协商。", 0],
    ["one with other punctuation and spaces", "每台补贴十二万元 —— 验收后三十日内发放！", 0],
    ["one in the writer's own words", "一台电梯能领十二万，验收完一个月之内到账。", null],
    ["one that shares single words only", "补贴由街道发放，住户可以向专区提意见。", null],
  ])("%s", (_case, text, passage) => {
    expect(liftedSentences(text, CLAUSES).sentences).toEqual([{ text, passage }]);
  });

  it("count by the hundred, and short sentences do not count", () => {
    const text = "主要内容如下。每台补贴十二万元，验收后三十日内发放。哪些楼能领，看下面这张表就知道。";
    expect(liftedSentences(text, CLAUSES)).toMatchObject({ lifted: 1, share: 50 });
    expect(liftedSentences("", CLAUSES)).toEqual({ sentences: [], lifted: 0, share: 0 });
    expect(liftedSentences("每台补贴十二万元，验收后三十日内发放。", []).share).toBe(0);
  });
});
