import { describe, expect, it } from "vitest";
import { formatCount, formatDate, formatDay, formatFileSize, formatInstant } from "~/i18n/format";

describe("days and times as people read them", () => {
  it("writes a day with its weekday", () => {
    expect(formatDay("2026-12-02", "zh-CN")).toBe("2026年12月2日 星期三");
    expect(formatDay("2026-12-02", "en")).toBe("Wed 2 Dec 2026");
  });

  it("writes a day without its weekday where days stand in a column", () => {
    expect(formatDate("2026-01-31", "zh-CN")).toBe("2026年1月31日");
    expect(formatDate("2026-01-31", "en")).toBe("31 Jan 2026");
  });

  it("writes an instant by the clock of Asia/Shanghai, wherever the server stands", () => {
    expect(formatInstant("2026-12-31T16:05:00Z", "zh-CN")).toBe("2027年1月1日 00:05");
    expect(formatInstant(new Date("2026-12-31T15:59:59.999Z"), "en")).toBe("31 Dec 2026, 23:59");
  });

  it("shows what is no day or instant as it came, rather than a wrong date", () => {
    expect(formatDay("soon", "zh-CN")).toBe("soon");
    expect(formatInstant("soon", "en")).toBe("soon");
  });
});

describe("numbers and sizes", () => {
  it("groups thousands", () => {
    expect(formatCount(20412, "zh-CN")).toBe("20,412");
    expect(formatCount(20412, "en")).toBe("20,412");
  });

  it.each([
    [900, "900 B"],
    [48_123, "47 KB"],
    [20 * 1024 * 1024, "20 MB"],
    [1_500_000, "1.4 MB"],
  ])("says %i bytes as %s", (bytes, text) => {
    expect(formatFileSize(bytes)).toBe(text);
  });
});
