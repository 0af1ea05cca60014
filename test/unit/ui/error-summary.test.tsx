import { describe, expect, it } from "vitest";
import { ErrorSummary } from "~/ui/error-summary";
import { markup, missingIds, tag, text } from "./rendering";

describe("the summary of a refused form", () => {
  const reasons = [{ code: "required", field: "body" }, { code: "form_too_large" }];

  it("is announced, can be focused, and counts what is wrong", () => {
    const html = markup(<ErrorSummary reasons={reasons} />);
    expect(tag(html, "div")).toContain('role="alert"');
    expect(tag(html, "div")).toContain('tabindex="-1"');
    expect(text(html)).toContain("有 2 处需要修改");
    expect(missingIds(html)).toEqual([]);
    expect(text(markup(<ErrorSummary reasons={reasons.slice(0, 1)} />, "en"))).toContain("One thing to correct");
  });

  it("does not speak of corrections where no field is at fault", () => {
    expect(text(markup(<ErrorSummary reasons={reasons.slice(1)} />))).toContain("这一步没有完成");
  });

  it("leads from each line to its field; what belongs to no field is plain text", () => {
    const html = markup(<ErrorSummary reasons={reasons} labels={{ body: "意见" }} />);
    expect(html).toContain('<a href="#body"><strong>意见</strong> 请填写这一项。</a>');
    expect(html.match(/<a /g)).toHaveLength(1);
  });

  it("is not there when nothing was refused", () => {
    expect(markup(<ErrorSummary reasons={[]} />)).toBe("");
  });
});
