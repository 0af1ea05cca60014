import { describe, expect, it } from "vitest";
import { Clock } from "~/ui/clock";
import { markup, tag, text } from "./rendering";

describe("a date that runs", () => {
  it("shows day, weekday and how long is left", () => {
    const html = markup(<Clock label="征集截止" day="2026-12-02" left={12} past="closed" />);
    expect(text(html)).toBe("征集截止2026年12月2日 星期三还剩 12 天");
    expect(tag(html, "time")).toContain('dateTime="2026-12-02"');
  });

  it.each([
    [{ left: 0, past: "closed" as const }, "今天 24:00 截止", "badge-due"],
    [{ left: -35, past: "closed" as const }, "已截止 35 天", "badge-ended"],
    [{ left: 3, unit: "working_day" as const }, "还剩 3 个工作日", "badge-due"],
    [{ left: 4, unit: "working_day" as const }, "还剩 4 个工作日", "badge-working"],
    [{ left: -1, unit: "working_day" as const }, "已超期 1 个工作日", "badge-overdue"],
    [{ left: -1, doneOn: "2026-12-01" }, "已于 2026年12月1日 星期二 办结", "badge-settled"],
  ])("tells by words and not by colour alone where it stands (%o)", (props, words, tone) => {
    const html = markup(<Clock label="期限" day="2026-12-02" {...props} />);
    expect(text(html)).toContain(words);
    expect(html).toContain(tone);
  });

  it("counts in English", () => {
    expect(text(markup(<Clock label="Due" day="2026-12-02" left={1} unit="working_day" />, "en"))).toContain(
      "1 working day left",
    );
  });

  it("says that a date is provisional, and why", () => {
    const html = markup(<Clock label="结果公布" day="2027-01-15" left={30} unit="working_day" isProvisional />);
    expect(text(html)).toContain("暂定");
    expect(text(html)).toContain("放假调休安排尚未公布");
  });

  it("opens to its count without a script", () => {
    const html = markup(
      <Clock label="征集截止" day="2026-12-02" left={12}>
        <p>公告当日不计</p>
      </Clock>,
    );
    expect(html).toMatch(/<details[^>]*><summary>怎么算出来的<\/summary><p>公告当日不计<\/p><\/details>/);
  });

  it("only names the day when nothing runs any more", () => {
    expect(text(markup(<Clock label="截止" day="2026-12-02" />))).toBe("截止2026年12月2日 星期三");
  });
});
