import { describe, expect, it } from "vitest";
import type { Actor, Role } from "~/accounts/actor";
import { GUEST } from "~/accounts/actor";
import {
  ACTS,
  announceReasons,
  cancelReasons,
  closeReasons,
  refusals,
  shownState,
  transitionOf,
  type Act,
  type InterviewFacts,
  type ShownState,
  type StoredState,
} from "~/interviews/interview";
import { answerReasons, correctReasons, declineReasons, showReasons, type QuestionState } from "~/interviews/question";
import { at } from "../../setup/clock";

const BEGINS = at("2026-12-10", "15:00");
const BEFORE = at("2026-12-10", "14:59:59");

const person = (accountId: string, ...roles: Role[]): Actor => ({
  ...{ kind: "person", accountId, username: accountId, name: accountId },
  rights: roles.map((role) => ({ role, unit: "housing" })),
});

const handler = person("lin", "handling_officer");
const reviewer = person("zhou", "reviewer");
const approver = person("liang", "approver");
const allround = person("fang", "handling_officer", "reviewer", "approver");
const stranger: Actor = { ...person("chen", "approver"), rights: [{ role: "approver", unit: "justice" }] } as Actor;

const facts = (state: StoredState, change: Partial<InterviewFacts> = {}): InterviewFacts => ({
  ...{ unitCode: "housing", state, beginsAt: BEGINS, submittedById: "lin", endedById: "lin" },
  ...change,
});

const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);

describe("the state of an interview", () => {
  it("is live from its first minute on, by the clock alone", () => {
    expect(shownState(facts("announced"), BEFORE)).toBe("announced");
    expect(shownState(facts("announced"), BEGINS)).toBe("live");
    expect(shownState(facts("ended"), BEGINS)).toBe("ended");
  });

  it.each<[ShownState, Act[]]>([
    ["preparing", ["edit", "submit"]],
    ["in_review", ["return", "announce"]],
    ["announced", ["cancel", "post", "show", "decline"]],
    ["live", ["cancel", "post", "show", "decline", "answer", "correct", "end"]],
    ["ended", ["show", "decline", "answer", "correct", "close"]],
    ["closed", ["correct"]],
    ["cancelled", []],
  ])("%s allows these acts and no other", (state, acts) => {
    const stored = state === "live" ? "announced" : state;
    const now = state === "live" ? BEGINS : BEFORE;
    expect(ACTS.filter((act) => transitionOf(act, facts(stored), now))).toEqual(acts);
  });
});

describe("who may act on an interview", () => {
  it.each<[string, Actor, Act[]]>([
    ["the handling officer", handler, ["post", "show", "decline", "answer", "correct", "end"]],
    ["the reviewer", reviewer, ["post"]],
    ["the approver", approver, ["cancel", "post"]],
    ["the approver of another unit", stranger, ["post"]],
    ["a guest", GUEST, ["post"]],
  ])("while it is live: %s", (_title, actor, acts) => {
    const allowed = ACTS.filter((act) => transitionOf(act, facts("announced"), BEGINS)).filter(
      (act) => refusals(act, facts("announced"), actor, BEGINS).length === 0,
    );
    expect([...allowed].sort()).toEqual([...acts].sort());
  });

  it("asks two people for the announcement and for the record", () => {
    expect(codes(refusals("announce", facts("in_review", { submittedById: "fang" }), allround, BEFORE))).toEqual([
      "interview_same_person",
    ]);
    expect(refusals("announce", facts("in_review"), allround, BEFORE)).toEqual([]);
    expect(codes(refusals("close", facts("ended", { endedById: "fang" }), allround, BEGINS))).toEqual([
      "interview_same_person",
    ]);
    expect(refusals("close", facts("ended"), reviewer, BEGINS)).toEqual([]);
  });

  it("leaves a closed record to the second person", () => {
    expect(codes(refusals("correct", facts("closed"), handler, BEGINS))).toEqual(["interview_no_right"]);
    expect(refusals("correct", facts("closed"), reviewer, BEGINS)).toEqual([]);
  });

  it("says why no question is taken", () => {
    expect(codes(refusals("post", facts("closed"), GUEST, BEGINS))).toEqual(["questions_closed"]);
    expect(codes(refusals("post", facts("cancelled"), GUEST, BEGINS))).toEqual(["interview_cancelled"]);
  });
});

describe("an interview", () => {
  it("is closed when every question has its answer or its reason", () => {
    expect(closeReasons({ pending: 1, waiting: 2, answered: 5 })).toEqual([
      { code: "questions_without_end", params: { count: 3 } },
    ]);
    expect(closeReasons({ pending: 0, waiting: 0, answered: 0 })).toEqual([]);
  });

  it("is not called off once something was answered", () => {
    expect(codes(cancelReasons({ pending: 0, waiting: 0, answered: 1 }))).toEqual(["interview_begun"]);
    expect(cancelReasons({ pending: 3, waiting: 1, answered: 0 })).toEqual([]);
  });

  it("is announced for a time to come", () => {
    expect(codes(announceReasons({ beginsAt: BEGINS }, BEGINS))).toEqual(["begins_in_past"]);
    expect(announceReasons({ beginsAt: BEGINS }, BEFORE)).toEqual([]);
  });
});

describe("a question", () => {
  const question = (state: QuestionState, consentsToPublish = true) => ({ state, consentsToPublish });

  it.each<[string, () => { code: string }[], string[]]>([
    ["shown in the sender's words with consent", () => showReasons(question("pending"), null), []],
    ["shown in the officer's words without", () => showReasons(question("pending", false), "问费用"), []],
    ["shown without consent and words", () => showReasons(question("pending", false), " "), ["question_gist_missing"]],
    ["shown again after its answer", () => showReasons(question("answered"), null), ["question_ended"]],
    ["declined with a reason", () => declineReasons(question("shown"), "已经回答过。"), []],
    ["declined without", () => declineReasons(question("pending"), ""), ["decline_reason_missing"]],
    ["declined after its answer", () => declineReasons(question("answered"), "x"), ["question_ended"]],
    ["answered before it is shown", () => answerReasons(question("pending"), "答"), ["question_not_shown"]],
    ["answered with nothing", () => answerReasons(question("shown"), ""), ["answer_missing"]],
    ["answered twice", () => answerReasons(question("answered"), "答"), ["question_ended"]],
    ["corrected with a note", () => correctReasons(question("answered"), "三个", "两个", "数错了"), []],
    [
      "corrected without a note",
      () => correctReasons(question("answered"), "三个", "两个", ""),
      ["correction_note_needed"],
    ],
    ["corrected to the same", () => correctReasons(question("answered"), "三个", "三个", "无"), ["answer_unchanged"]],
    ["corrected without an answer", () => correctReasons(question("shown"), null, "x", "y"), ["question_not_answered"]],
  ])("%s", (_title, reasons, expected) => {
    expect(codes(reasons())).toEqual(expected);
  });
});
