import { describe, expect, it } from "vitest";
import { OUTCOMES, WITHHELD_GROUNDS } from "~/consultations/comment";
import { composeNotice } from "~/i18n/notices";
import { channelFor, digitsOf, NOTICE_KINDS } from "~/notifications/notice";

describe("the way to reach a person", () => {
  it.each([
    ["lan@example.org", "email"],
    [" lan@example.org ", "email"],
    ["13800138000", "sms"],
    ["+86 138-0013-8000", "sms"],
    ["１３８００１３８０００", "sms"],
    ["020-84120000", "phone"],
    ["微信 lan_2026", "phone"],
    ["a@b", "phone"],
    ["lan@example.org, other@example.org", "phone"],
    ["", null],
    ["   ", null],
    [null, null],
  ])("%j is %s where a gateway for short messages is set", (contact, channel) => {
    expect(channelFor(contact, true)).toBe(channel);
  });

  it("is a call to a mobile number where no gateway is set", () => {
    expect(channelFor("13800138000", false)).toBe("phone");
  });

  it("to a gateway is plain digits", () => {
    expect(digitsOf("＋８６ 138-0013 8000")).toBe("13800138000");
  });
});

const params = {
  number: 7,
  title: "绿道建设方案",
  unit: "区住房建设局",
  slug: "lanes",
  code: "0123456789abcdef",
  site: "https://x.example",
};

describe("a notice", () => {
  it("has no place left open, in either language", () => {
    for (const language of ["zh-CN", "en"] as const) {
      for (const kind of NOTICE_KINDS) {
        const texts = Object.values(composeNotice(language, kind, params)).join("\n");
        expect(texts, `${kind} ${language}`).not.toMatch(/[{}]|undefined|\[object/);
      }
    }
  });

  it("says outcomes and grounds in the words of its language, never in codes", () => {
    for (const language of ["zh-CN", "en"] as const) {
      for (const outcome of OUTCOMES.filter((code) => code.includes("_"))) {
        expect(composeNotice(language, "outcome_published", { ...params, outcome }).text).not.toContain(outcome);
      }
      for (const ground of WITHHELD_GROUNDS.filter((code) => code.includes("_"))) {
        expect(composeNotice(language, "comment_withheld", { ...params, ground }).text).not.toContain(ground);
      }
    }
    expect(composeNotice("zh-CN", "outcome_published", { ...params, outcome: "partly_adopted" }).text).toContain(
      "部分采纳",
    );
    expect(composeNotice("en", "comment_withheld", { ...params, ground: "indecent" }).text).toContain("public morals");
  });

  it("writes days out", () => {
    const { text, sms } = composeNotice("zh-CN", "consultation_extended", { ...params, closesOn: "2026-12-02" });
    expect(text).toContain("2026年12月2日 星期三");
    expect(sms).toContain("2026年12月2日");
  });

  it("as a short message carries neither title nor words of the person", () => {
    for (const kind of NOTICE_KINDS) expect(composeNotice("zh-CN", kind, params).sms).not.toContain(params.title);
  });

  it("takes a title as text, whatever signs are in it", () => {
    const { subject } = composeNotice("zh-CN", "comment_received", { ...params, title: "$& {code} $1" });
    expect(subject).toBe("已收到您的意见：$& {code} $1");
  });
});
