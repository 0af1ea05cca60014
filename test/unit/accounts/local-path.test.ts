import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localPath } from "~/accounts/local-path";

const SITE = "https://hearing.example.gov.cn";

describe("after signing in one goes on to a page of this site only", () => {
  it.each([
    ["/desk", "/desk"],
    ["/desk/comments/12?act=a&b=%20#c", "/desk/comments/12?act=a&b=%20#c"],
    ["/consultations?q=物业", "/consultations?q=%E7%89%A9%E4%B8%9A"],
    ["/desk?next=https://elsewhere.example", "/desk?next=https://elsewhere.example"],
  ])("%s is fine", (path, expected) => {
    expect(localPath(path, "/me")).toBe(expected);
  });

  it.each([
    [null],
    [undefined],
    [""],
    ["desk"],
    ["https://elsewhere.example/desk"],
    ["//elsewhere.example"],
    ["///elsewhere.example"],
    ["/\\elsewhere.example"],
    ["/\\/elsewhere.example"],
    ["\\\\elsewhere.example"],
    ["/.//elsewhere.example"],
    ["/..//elsewhere.example"],
    ["/a/..//elsewhere.example"],
    ["/%2e//elsewhere.example"],
    ["/\t/elsewhere.example"],
    ["/\n/elsewhere.example"],
    ["/\r\nLocation: https://elsewhere.example"],
    ["/\u0000/elsewhere.example"],
    [" //elsewhere.example"],
    ["javascript:alert(1)"],
    ["data:text/html,x"],
    [`/${"a".repeat(3000)}`],
  ])("%j is not", (path) => {
    expect(localPath(path, "/me")).toBe("/me");
  });

  it("whatever is asked for, and a browser would agree", () => {
    const part = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "%2f",
      "%5c",
      "@",
      ":",
      "?",
      "#",
      "\t",
      "a",
      "elsewhere.example",
      "　",
      "／",
    );
    const path = fc.array(part, { maxLength: 12 }).map((parts) => `/${parts.join("")}`);
    fc.assert(
      fc.property(fc.oneof(path, fc.string({ unit: "binary" })), (asked) => {
        const answer = localPath(asked, "/me");
        expect(new URL(answer, SITE).origin).toBe(SITE);
        expect(() => new Headers({ Location: answer })).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});
