import { describe, expect, it } from "vitest";
import { replyWarnings, type ReplySurroundings } from "~/messages/reply-warnings";

const NOISE = { number: "20260228006", text: "全季酒店门口频繁施工，噪音很大，多久能结束？" };
const TAX = { number: "20261101001", text: "我开的小店被税务所多收了税款，请核查退税的办法和期限。" };
const MARKET = { number: "20261101002", text: "华联超市门口占道经营，影响行人通过，请城管部门清理。" };
const SCHOOL = { number: "20261101003", text: "小学学位怎么划分？租房的家庭可以报名吗？" };

const GOOD_REPLY =
  "您好。酒店门口是雨污水管网改造工程，区住建局已于3月2日现场检查，责令施工单位每天22时以后停止作业。工程预计3月20日前完工。联系人陈工，电话020-00000000转34567890。";

function codesOf(reply: string, surroundings: Partial<ReplySurroundings> = {}): string[] {
  const all = { message: NOISE, earlierReplies: [], otherMessages: [], ...surroundings };
  return replyWarnings(reply, all).map(({ code }) => code);
}

describe("the warnings of a reply", () => {
  it("are none for a reply with facts, days and a name to turn to", () => {
    expect(codesOf(GOOD_REPLY, { otherMessages: [TAX, MARKET, SCHOOL] })).toEqual([]);
    expect(codesOf("")).toEqual([]);
  });

  it.each([
    "您好，我们会尽快为您处理的。",
    "您的来信收悉。请向区教育局电话咨询。",
    "您好！您反映的问题已转有关部门处理，感谢您的关注。",
    "已阅",
    "我局高度重视。将按照有关规定执行。祝您生活愉快！",
  ])("call a reply that says nothing a formula: %s", (reply) => {
    expect(codesOf(reply)).toContain("reply_formula");
  });

  it.each([GOOD_REPLY, "经核实，您家符合公租房申请条件，可到昌岗街道办事处3号窗口办理。"])(
    "do not call an answer one: %s",
    (reply) => {
      expect(codesOf(reply)).not.toContain("reply_formula");
    },
  );

  it("tell that the same words went to many, from the third letter on", () => {
    const sent = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        number: `2026110100${n}`,
        text: GOOD_REPLY.replace("您好", "陈女士"),
      }));
    expect(codesOf(GOOD_REPLY, { earlierReplies: sent(2) })).not.toContain("reply_like_many");
    expect(codesOf(GOOD_REPLY, { earlierReplies: sent(3) })).toContain("reply_like_many");
    const own = [NOISE, NOISE, NOISE].map(({ number }) => ({ number, text: GOOD_REPLY }));
    expect(codesOf(GOOD_REPLY, { earlierReplies: own })).not.toContain("reply_like_many");
  });

  it("tell that the reply speaks of another letter", () => {
    const mistaken = "您好，华联超市门口的占道经营，城管部门已于11月5日清理，行人通过已经恢复。电话12345。";
    const [warning] = replyWarnings(mistaken, {
      message: TAX,
      earlierReplies: [],
      otherMessages: [NOISE, MARKET, SCHOOL],
    });
    expect(warning).toEqual({ code: "reply_fits_other", params: { number: MARKET.number } });
    expect(codesOf(mistaken, { message: MARKET, otherMessages: [NOISE, TAX, SCHOOL] })).not.toContain(
      "reply_fits_other",
    );
  });

  it.each<[string, boolean]>([
    ["我局将尽快组织修复。", true],
    ["下一步，我街将加强巡查，抓紧落实整改。", true],
    ["我局将于12月10日前修复。", false],
    ["我局将在五个工作日内答复您。", false],
    ["路灯已于11月20日修复。", false],
    ["业主大会通过后方可安装。", false],
  ])("ask for the day of a promise: %s %s", (reply, isWarned) => {
    expect(codesOf(reply).includes("promise_without_day")).toBe(isWarned);
  });

  it.each<[string, string]>([
    ["reply_no_day", GOOD_REPLY.replace("于3月2日", "").replace("每天22时以后", "").replace("预计3月20日前", "即将")],
    ["reply_no_unit", GOOD_REPLY.replace("区住建局", "我们")],
    ["reply_no_measure", "酒店门口是雨污水管网改造工程，由区住建局负责，3月20日完工。电话34567890。"],
    ["reply_no_contact", GOOD_REPLY.replace(/联系人.*$/, "")],
  ])("say what is missing: %s", (code, reply) => {
    expect(codesOf(reply)).toContain(code);
  });

  it.each(["办事流程请自己去百度。", "没时间跟你闲扯。", "不满意，建议另谋高就。"])("see a rude word: %s", (reply) => {
    expect(codesOf(reply)).toContain("reply_rude");
  });

  it("are found in a moment whatever stands in the reply", () => {
    const others = Array.from({ length: 200 }, (_, n) => ({ number: String(n), text: `${n}`.repeat(500) }));
    for (const reply of ["将".repeat(10_000), "已于".repeat(5_000), "1".repeat(10_000), "请向".repeat(5_000)]) {
      expect(Array.isArray(codesOf(reply, { otherMessages: others, earlierReplies: others }))).toBe(true);
    }
  });
});
