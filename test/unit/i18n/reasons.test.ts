import { describe, expect, it } from "vitest";
import { reasonsByField, reasonText } from "~/i18n/reasons";

describe("why something was refused", () => {
  it("is said in the reader's language with what the text needs", () => {
    const reason = { code: "too_long", params: { maximum: 10000 } };
    expect(reasonText(reason, "zh-CN")).toBe("最多 10,000 字，请删减。");
    expect(reasonText(reason, "en")).toBe("Use at most 10,000 characters.");
  });

  it("writes out days and instants", () => {
    const reason = { code: "stale", params: { by: "陈审核", at: "2026-12-02T09:30:00+08:00" } };
    expect(reasonText(reason, "zh-CN")).toContain("陈审核 已于 2026年12月2日 09:30 改动过这一项");
  });

  it("counts in English", () => {
    expect(reasonText({ code: "too_many_files", params: { maximum: 1 } }, "en")).toBe("Attach at most 1 file.");
  });

  it.each(["no_such_code", "constructor", "__proto__"])("has a plain sentence even for %s", (code) => {
    expect(reasonText({ code }, "zh-CN")).toBe("这一操作没有完成。请检查填写的内容后再试一次。");
  });

  it("leaves the place of a missing value in sight", () => {
    expect(reasonText({ code: "too_long" }, "zh-CN")).toBe("最多 {maximum} 字，请删减。");
  });

  it("stands at each field once, with its first reason", () => {
    const reasons = [
      { code: "required", field: "body" },
      { code: "too_long", field: "body", params: { maximum: 5 } },
      { code: "form_too_large" },
    ];
    expect(reasonsByField(reasons, "zh-CN")).toEqual({ body: "请填写这一项。" });
  });
});
