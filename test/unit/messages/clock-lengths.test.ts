import { describe, expect, it } from "vitest";
import { changedLengths, lengthRefusals, lengthsOf } from "~/messages/clock-lengths";
import { readClockSettings } from "~/messages/clocks";

const usual = lengthsOf(readClockSettings({}));

describe("the lengths of the clocks", () => {
  it.each<[string, Record<string, number>, string[]]>([
    ["fewer days for complaints are taken", { "answerDays.complaint": 5 }, []],
    ["no days at all are none", { "answerDays.help": 0 }, ["clock_length_invalid", "clock_dispatch_long"]],
    ["an extension must give more than the answer has", { "extendedDays.enquiry": 7 }, ["clock_extension_short"]],
    ["dispatch takes less than the answer", { "dispatchDays.enquiry": 7 }, ["clock_dispatch_long"]],
    ["the office is not told before the leader", { leaderAfter: 5 }, ["clock_office_first"]],
    ["a pause of a hundred days is none", { pauseDays: 100 }, ["clock_length_invalid"]],
    ["the same again is no change", {}, ["clocks_unchanged"]],
  ])("%s", (_rule, change, codes) => {
    expect(lengthRefusals(usual, { ...usual, ...change }).map(({ code }) => code)).toEqual(codes);
  });

  it("tell what was changed, from which number to which", () => {
    expect(changedLengths(usual, { ...usual, pauseDays: 3 })).toEqual([
      { name: "pauseDays", kind: null, field: "pauseDays", before: 5, after: 3 },
    ]);
  });
});
