import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/calendar/plain-date";
import { countWorkingDays } from "~/calendar/working-days";
import {
  answerClock,
  answerDueOn,
  daysToThreeMonths,
  extensionRefusals,
  mostUrgent,
  nearestDueOn,
  readClockSettings,
  runningClocks,
  threeMonthLine,
} from "~/messages/clocks";
import { KINDS, OFFICE_HELD, UNIT_HELD } from "~/messages/message";
import { at, calendar, noise } from "./message-examples";

const received = (day: string, change = {}) => noise({ clockFrom: day, receivedAt: at(`${day}T09:00:00`), ...change });

describe("the day by which a message is to be answered", () => {
  it.each([
    ["2026-02-13", 7, "2026-03-02", "the make-up Saturday counts, the Spring Festival does not"],
    ["2026-04-30", 3, "2026-05-08", "the Labour Day holiday does not count"],
    ["2026-09-30", 20, "2026-11-03", "the make-up Saturday in October counts"],
    ["2026-12-01", 20, "2026-12-29", "the day received is day zero"],
  ])("received on %s with %i working days is %s: %s", (day, clockDays, due) => {
    expect(answerDueOn(received(day, { clockDays }), calendar)).toBe(due);
  });

  it("a message received on a make-up Saturday and answered the Wednesday after took three working days", () => {
    expect(countWorkingDays("2026-02-28", "2026-03-04", calendar)).toBe(3);
  });

  it("an extension counts its fifteen working days from the same day zero", () => {
    const extended = received("2026-11-27", { extendedAt: at("2026-12-04T10:00:00") });
    expect(answerDueOn(extended, calendar)).toBe("2026-12-18");
  });

  it("an extension from before a reopening does not lengthen the new clock", () => {
    const reopened = received("2026-11-27", { clockFrom: "2026-12-21", extendedAt: at("2026-12-04T10:00:00") });
    expect(answerDueOn(reopened, calendar)).toBe("2026-12-30");
  });

  it("days on which a question waits at the sender are not counted, and say so", () => {
    const question = { askedOn: "2026-12-01", endsOn: "2026-12-08", answeredOn: "2026-12-03" };
    const asked = received("2026-11-27", { questions: [question] });
    expect(answerDueOn(asked, calendar)).toBe("2026-12-10");
    const { rows } = answerClock(asked, at("2026-12-04T09:00:00"), calendar);
    expect(rows.filter(({ kind }) => kind === "paused").map(({ day }) => day)).toEqual(["2026-12-02", "2026-12-03"]);
    expect(rows.at(-1)).toMatchObject({ day: "2026-12-10", number: 7 });
  });

  it("an unanswered question stops the clock no longer than it said", () => {
    const question = { askedOn: "2026-12-01", endsOn: "2026-12-08", answeredOn: null };
    const waiting = received("2026-11-27", { state: "waiting", leadUnitCode: "housing", questions: [question] });
    expect(answerClock(waiting, at("2026-12-08T23:59:59"), calendar).isPaused).toBe(true);
    expect(answerClock(waiting, at("2026-12-09T00:00:00"), calendar).isPaused).toBe(false);
    expect(answerDueOn(waiting, calendar)).toBe("2026-12-15");
  });

  it("is provisional when it runs into a year whose holidays are not published", () => {
    const december = received("2026-12-28", { clockDays: 7, state: "assigned", leadUnitCode: "housing" });
    expect(answerClock(december, at("2026-12-28T10:00:00"), calendar).isProvisional).toBe(true);
  });
});

describe("the colour of a clock", () => {
  const assigned = received("2026-11-27", { state: "assigned", leadUnitCode: "housing" }); // due on 8 December

  it.each([
    ["2026-12-03T12:00:00", "green", null],
    ["2026-12-04T00:00:00", "yellow", null],
    ["2026-12-08T23:59:59", "yellow", null],
    ["2026-12-09T00:00:00", "red", "unit_leader"],
    ["2026-12-11T09:00:00", "red", "office"],
  ])("at %s is %s, brought before %s", (time, colour, escalation) => {
    expect(answerClock(assigned, at(time), calendar)).toMatchObject({ colour, escalation });
  });

  it("an officer who has time is still hurried by an office that has not handed it on", () => {
    const clocks = runningClocks(received("2026-11-27"), at("2026-12-02T09:00:00"), calendar);
    expect(clocks.map(({ step, colour }) => [step, colour])).toEqual([
      ["dispatch", "red"],
      ["answer", "green"],
    ]);
    expect(mostUrgent(clocks)?.step).toBe("dispatch");
  });

  it("a promise keeps its own clock until it is kept, and an answered message has none", () => {
    const answer = { state: "replied" as const, leadUnitCode: "housing", resolution: "promised" as const };
    const promised = received("2026-11-27", { ...answer, promisedOn: "2026-12-18" });
    expect(runningClocks(promised, at("2026-12-19T09:00:00"), calendar)).toMatchObject([
      { step: "promise", dueOn: "2026-12-18", colour: "red" },
    ]);
    const kept = { ...promised, promiseKeptAt: at("2026-12-17T09:00:00") };
    expect(runningClocks(kept, at("2026-12-19T09:00:00"), calendar)).toEqual([]);
  });
});

describe("the line of three months", () => {
  it.each([
    ["2026-11-27", "2027-02-27"],
    ["2026-11-30", "2027-02-28"],
    ["2027-11-30", "2028-02-29"],
    ["2026-12-01", "2027-03-01"],
    ["2026-10-15", "2027-01-15"],
  ])("of a message sent on %s is %s", (day, line) => {
    expect(threeMonthLine(at(`${day}T23:00:00`))).toBe(line);
  });

  it("is not moved by pauses, extensions, returns and reopening", () => {
    const question = { askedOn: "2026-12-01", endsOn: "2026-12-08", answeredOn: null };
    const facts = received("2026-11-27", {
      state: "reopened",
      clockFrom: "2027-02-01",
      extendedAt: at("2026-12-02T09:00:00"),
      returnCount: 2,
      questions: [question],
    });
    expect(daysToThreeMonths({ ...facts, receivedAt: at("2026-11-27T09:00:00") }, at("2027-02-25T09:00:00"))).toBe(2);
  });

  it("says nothing any more once there is an end", () => {
    expect(daysToThreeMonths(received("2026-11-27", { state: "declined" }), at("2027-03-25T09:00:00"))).toBeNull();
  });
});

describe("the day that lists are sorted by", () => {
  const day = fc.integer({ min: 0, max: 60 }).map((offset) => addDays("2026-11-02", offset));
  const question = fc.record({ askedOn: day, wait: fc.integer({ min: 0, max: 9 }), answer: fc.option(day) });

  it("is that of the most urgent clock, whatever stands in the message", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OFFICE_HELD, ...UNIT_HELD, "replied" as const),
        fc.constantFrom(...KINDS),
        day,
        fc.option(day),
        fc.array(question, { maxLength: 2 }),
        (state, kind, from, extendedOn, asked) => {
          const facts = received(from, {
            ...{ state, kind, leadUnitCode: "housing", resolution: state === "replied" ? "promised" : null },
            promisedOn: state === "replied" ? "2026-12-18" : null,
            extendedAt: extendedOn && at(`${extendedOn}T10:00:00`),
            questions: asked.map(({ askedOn, wait, answer }) => ({
              ...{ askedOn, endsOn: addDays(askedOn, wait), answeredOn: answer && answer >= askedOn ? answer : null },
            })),
          });
          const clocks = runningClocks(facts, at("2026-12-01T09:00:00"), calendar);
          expect(nearestDueOn(facts, calendar)).toBe(mostUrgent(clocks)?.dueOn);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("an extension", () => {
  it("is refused after the due day, when it would only hide the delay", () => {
    const assigned = received("2026-11-27", { state: "assigned", leadUnitCode: "housing" });
    expect(extensionRefusals(assigned, at("2026-12-08T23:59:59"), calendar)).toEqual([]);
    expect(extensionRefusals(assigned, at("2026-12-09T00:00:00"), calendar)).toMatchObject([
      { code: "extension_too_late" },
    ]);
  });
});

describe("the settings of the clocks", () => {
  it("are kept per kind and step, and fall back to their defaults", () => {
    const kept = {
      "messages.answerDays.complaint": "5",
      "messages.pauseDays": "3",
      "messages.answerDays.help": "soon",
    };
    const settings = readClockSettings(kept);
    expect([settings.answerDays.complaint, settings.answerDays.help, settings.pauseDays]).toEqual([5, 7, 3]);
  });
});
