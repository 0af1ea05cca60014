import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalFields, canonicalJson, formatRecordedAt, type Json } from "~/timeline/event";

describe("the canonical text of a payload", () => {
  it("does not depend on the order in which the keys were written", () => {
    expect(canonicalJson({ b: 1, a: [true, null, "意见"] })).toBe('{"a":[true,null,"意见"],"b":1}');
    expect(canonicalJson({ a: [true, null, "意见"], b: 1 })).toBe('{"a":[true,null,"意见"],"b":1}');
  });

  it("sorts by code unit, not by a language's alphabet", () => {
    expect(canonicalJson({ é: 1, z: 2, A: 3, 乙: 4, 甲: 5 })).toBe('{"A":3,"z":2,"é":1,"乙":4,"甲":5}');
  });

  it("reads back as the same value and is stable, whatever the payload", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value as Json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
      }),
    );
  });

  it.each([
    ["a missing value", { a: undefined }],
    ["not a number", { a: Number.NaN }],
    ["an endless number", [Number.POSITIVE_INFINITY]],
    ["a date object", { at: new Date(0) }],
    ["a big integer", { a: 1n }],
    ["a function", { a: () => 1 }],
    ["a map", new Map()],
  ])("refuses %s instead of dropping it silently", (_, value) => {
    expect(() => canonicalJson(value as unknown as Json)).toThrow(/cannot hold/);
  });

  it("writes characters that a database cannot store as escapes", () => {
    expect(canonicalJson("\u0000\ud800")).toBe('"\\u0000\\ud800"');
  });
});

describe("the text that is hashed", () => {
  it("holds every stored field but the two hashes", () => {
    const text = canonicalFields({
      seq: 7,
      at: "2026-12-02T00:00:00.000+08:00",
      happenedOn: null,
      actorKind: "guest",
      actorId: null,
      kind: "comment.received",
      subjectKind: "comment",
      subjectId: "12",
      payload: '{"consultation":"plan"}',
    });
    expect(text).toBe(
      '{"actorId":null,"actorKind":"guest","at":"2026-12-02T00:00:00.000+08:00","happenedOn":null,' +
        '"kind":"comment.received","payload":"{\\"consultation\\":\\"plan\\"}","seq":7,"subjectId":"12","subjectKind":"comment"}',
    );
  });
});

describe("the recorded instant", () => {
  it("is written in Asia/Shanghai with milliseconds, whatever the server's zone", () => {
    expect(formatRecordedAt(new Date("2026-12-31T16:00:00.005Z"))).toBe("2027-01-01T00:00:00.005+08:00");
  });
});
