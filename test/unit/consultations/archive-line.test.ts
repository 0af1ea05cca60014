import { describe, expect, it } from "vitest";
import { readArchiveLine, statedInstant } from "~/consultations/archive-line";

const LINE = {
  slug: "old-1",
  title: "某路交通组织方案",
  unit: "justice",
  opensOn: "2019-03-01",
  closesOn: "2019-03-15",
  note: "说明",
  paragraphs: ["第一段", "第二段"],
  comments: [{ author: "王**", text: "同意。", at: "2019-03-02 09:30" }],
};

const read = (changes: object) => readArchiveLine(JSON.stringify({ ...LINE, ...changes }));

describe("a line of an old portal's archive", () => {
  it("is read as it stands", () => {
    expect(read({})).toEqual({ ok: true, value: LINE });
  });

  it.each([
    ["a broken line", "{", "not_json"],
    ["an address with a path in it", JSON.stringify({ ...LINE, slug: "../x" }), "slug_form"],
    ["a day that does not exist", JSON.stringify({ ...LINE, opensOn: "2019-02-30" }), "not_a_day"],
    [
      "a period that ends before it starts",
      JSON.stringify({ ...LINE, closesOn: "2019-02-01" }),
      "closes_before_opening",
    ],
    ["a title of blanks", JSON.stringify({ ...LINE, title: "  " }), "required"],
    [
      "a comment without words",
      JSON.stringify({ ...LINE, comments: [{ author: "", text: " ", at: "2019-03-02" }] }),
      "required",
    ],
    [
      "a comment without a time",
      JSON.stringify({ ...LINE, comments: [{ author: "", text: "好", at: "昨天" }] }),
      "not_an_instant",
    ],
  ])("is refused for %s, with the reason", (_what, text, code) => {
    const line = readArchiveLine(text);
    expect(line.ok).toBe(false);
    expect(!line.ok && line.reasons.map((reason) => reason.code)).toContain(code);
  });

  it("refuses a field nobody knows", () => {
    expect(read({ state: "open" }).ok).toBe(false);
  });
});

describe("a stated instant", () => {
  it.each([
    ["2019-03-02", "2019-03-01T16:00:00.000Z"],
    ["2019-03-02 09:30", "2019-03-02T01:30:00.000Z"],
    ["2019-03-02T09:30:15+08:00", "2019-03-02T01:30:15.000Z"],
    ["2019-03-02T01:30:15Z", "2019-03-02T01:30:15.000Z"],
  ])("%s without zone is the time of Asia/Shanghai", (text, instant) => {
    expect(statedInstant(text)?.toISOString()).toBe(instant);
  });

  it.each(["", "2019-13-01", "2019-03-02 25:00", "12:00", "２０１９-03-02"])("%j is none", (text) => {
    expect(statedInstant(text)).toBeNull();
  });
});
