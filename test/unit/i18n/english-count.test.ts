import { describe, expect, it } from "vitest";
import { counted } from "~/i18n/english-count";
import { formatCount } from "~/i18n/format";
import { reasonText } from "~/i18n/reasons";
import { strings } from "~/i18n/strings";

const COUNTS = [0, 1, 2, 1_000];
/** More than any text of the site takes. */
const MOST_PARAMETERS = 6;
const OF_MANY =
  /\b1 (?:working |more |other |adopted )*(?!is\b|was\b|has\b|needs\b|s\b)[a-z]+s\b|\b1 (?:are|were|have)\b/;
const OF_ONE =
  /\b(?:0|2|1,000) (?:working |more |other |adopted )*(?:day|comment|answer|change|explanation|draft|consultation|clause|row|file|character|question|time|interpretation|thing)\b/;

/** Every sentence of the English tables that takes values, with the count for each of them. */
function sentences(table: unknown, count: number, path: string): [string, string][] {
  if (typeof table === "function") {
    const formatted = formatCount(count, "en");
    const say = table as (...values: unknown[]) => unknown;
    return [count, formatted].flatMap((value) => {
      try {
        const said = say(...Array<unknown>(MOST_PARAMETERS).fill(value));
        return typeof said === "string" ? [[path, said] as [string, string]] : [];
      } catch {
        return []; // it takes something else than a count
      }
    });
  }
  if (!table || typeof table !== "object") return [];
  return Object.entries(table).flatMap(([key, value]) => sentences(value, count, `${path}.${key}`));
}

describe("an English count", () => {
  it.each([
    [0, "0 comments"],
    [1, "1 comment"],
    [2, "2 comments"],
    [1_000, "1,000 comments"],
  ])("of %i stands with the right noun", (count, said) => {
    expect(counted(formatCount(count, "en"), "comment")).toBe(said);
    expect(strings("en").site.thread.counts.comment(formatCount(count, "en"))).toBe(said);
  });

  it.each(COUNTS)("of %i is never said of one and many at once, in any sentence of the site", (count) => {
    const said = sentences(strings("en"), count, "en");
    expect(said.length).toBeGreaterThan(200);
    const wrong = count === 1 ? OF_MANY : OF_ONE;
    expect(said.filter(([, sentence]) => wrong.test(sentence))).toEqual([]);
  });

  it.each([
    [1, "1 question has neither an answer nor a reason. Every question needs one."],
    [2, "2 questions have neither an answer nor a reason. Every question needs one."],
  ])("of %i is right in a reason too", (count, said) => {
    expect(reasonText({ code: "questions_without_end", params: { count } }, "en")).toBe(said);
  });
});
