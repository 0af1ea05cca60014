import { describe, expect, it } from "vitest";
import { isStaff } from "~/accounts/actor";
import {
  ACTS,
  PUBLIC_STATES,
  SHOWN_STATES,
  TRANSITIONS,
  changesBy,
  closesAt,
  isPublic,
  refusals,
  shownState,
  storedState,
  turnOf,
  waitingProposal,
  type Act,
  type ShownState,
} from "~/consultations/consultation";
import {
  approver,
  at,
  codes,
  everyRole,
  guest,
  handler,
  lifts,
  neighbour,
  platform,
  resident,
  reviewer,
} from "./consultation-examples";

const noon = at("2026-11-10T12:00:00");
const afterwards = at("2026-12-03T09:00:00");
const inReview = lifts({ state: "in_review", passedById: null, approvedById: null, approvedAt: null });
const passed = lifts({ state: "in_review", approvedById: null, approvedAt: null });
const outcomeInReview = lifts({ state: "outcome_in_review", outcomeSubmittedById: "handler" });
const outcomePassed = lifts({ ...outcomeInReview, outcomePassedById: "reviewer" });
const extension = { act: "extend", closesOn: "2026-12-10", reason: "来函较多", proposedById: "handler" } as const;
const withdrawal = { act: "withdraw", closesOn: null, reason: "上位法将修订", proposedById: "handler" } as const;

describe("opening and closing", () => {
  it.each([
    ["one millisecond before the first day", "2026-11-01T23:59:59.999", "approved"],
    ["the first instant of the first day", "2026-11-02T00:00:00", "open"],
    ["noon of a day between", "2026-11-10T12:00:00", "open"],
    ["23:59:59 of the last day", "2026-12-02T23:59:59", "open"],
    ["the last millisecond of the last day", "2026-12-02T23:59:59.999", "open"],
    ["00:00:00 of the day after", "2026-12-03T00:00:00", "closed"],
  ])("at %s it is %s: %s", (_, instant, state) => {
    expect(shownState(lifts(), at(instant))).toBe(state);
  });

  it("closes at 24:00 in Asia/Shanghai whatever the server's zone", () => {
    expect(closesAt(lifts())?.toISOString()).toBe("2026-12-02T16:00:00.000Z");
  });

  it("opens at the approval when that came on or after the first day", () => {
    const late = lifts({ approvedAt: at("2026-11-03T15:30:00") });
    expect(shownState(late, at("2026-11-03T15:29:59"))).toBe("approved");
    expect(shownState(late, at("2026-11-03T15:30:00"))).toBe("open");
  });

  it("keeps every other state whatever the clock says", () => {
    for (const state of ["preparing", "in_review", "outcome_in_review", "decided", "withdrawn", "imported"] as const)
      expect(shownState(lifts({ state }), afterwards)).toBe(state);
  });

  it("refuses to read a state that does not exist", () => {
    expect(storedState("approved")).toBe("approved");
    expect(() => storedState("open")).toThrow(RangeError);
  });

  it("tells nobody outside of what is prepared or in review", () => {
    const hidden = SHOWN_STATES.filter((state) => !(PUBLIC_STATES as readonly string[]).includes(state));
    expect(hidden).toEqual(["preparing", "in_review"]);
    expect(isPublic(inReview, noon)).toBe(false);
    expect(isPublic(lifts(), at("2026-10-31T12:00:00"))).toBe(true);
  });
});

describe("sending a comment", () => {
  it("is taken at 23:59:59 of the last day and refused at 00:00:00 with the day", () => {
    expect(refusals("post", lifts(), guest, at("2026-12-02T23:59:59"))).toEqual([]);
    expect(refusals("post", lifts(), guest, at("2026-12-03T00:00:00"))).toEqual([
      { code: "comments_closed", params: { closesOn: "2026-12-02" } },
    ]);
  });

  it("is refused before opening with the first day", () => {
    expect(refusals("post", lifts(), guest, at("2026-11-01T23:59:59"))).toEqual([
      { code: "comments_not_yet_open", params: { opensOn: "2026-11-02" } },
    ]);
  });

  it.each([
    ["preparing", "comments_not_taken"],
    ["in_review", "comments_not_taken"],
    ["imported", "comments_not_taken"],
    ["withdrawn", "comments_withdrawn"],
  ] as const)("is refused while %s", (state, code) => {
    expect(codes(refusals("post", lifts({ state }), guest, noon))).toEqual([code]);
  });

  it("that arrived in time is taken even when the outcome went to review meanwhile, which brings the outcome back", () => {
    const arrived = at("2026-12-02T23:59:59");
    expect(refusals("post", outcomePassed, guest, arrived)).toEqual([]);
    expect(changesBy("post", outcomePassed, guest, arrived)).toMatchObject({
      state: "approved",
      outcomeSubmittedById: null,
      outcomePassedById: null,
    });
    expect(codes(refusals("post", outcomePassed, guest, at("2026-12-03T00:00:00")))).toEqual(["comments_closed"]);
  });

  it("needs no account, but the platform itself never comments", () => {
    expect(refusals("post", lifts(), resident, noon)).toEqual([]);
    expect(codes(refusals("post", lifts(), platform, noon))).toEqual(["no_right"]);
  });
});

describe("three different people", () => {
  it("lets officer, reviewer and approver take a draft to approval", () => {
    const draft = lifts({ state: "preparing", submittedById: null, passedById: null, approvedById: null });
    expect(refusals("submit", draft, handler, noon)).toEqual([]);
    expect(changesBy("submit", draft, handler, noon)).toMatchObject({ state: "in_review", submittedById: "handler" });
    expect(refusals("pass", inReview, reviewer, noon)).toEqual([]);
    expect(changesBy("pass", inReview, reviewer, noon)).toEqual({ passedById: "reviewer" });
    expect(refusals("approve", passed, approver, noon)).toEqual([]);
    expect(changesBy("approve", passed, approver, noon)).toEqual({
      state: "approved",
      approvedById: "approver",
      approvedAt: noon,
    });
  });

  it("refuses one person with all three roles", () => {
    const own = { submittedById: "everyone" };
    expect(codes(refusals("pass", { ...inReview, ...own }, everyRole, noon))).toEqual(["same_person_submitted"]);
    expect(codes(refusals("approve", { ...passed, ...own }, everyRole, noon))).toEqual(["same_person_submitted"]);
    expect(codes(refusals("return", { ...inReview, ...own }, everyRole, noon))).toEqual(["same_person_submitted"]);
    expect(codes(refusals("approve", { ...passed, passedById: "everyone" }, everyRole, noon))).toEqual([
      "same_person_passed",
    ]);
  });

  it("asks for three people again for the outcome, whoever signed the draft", () => {
    const own = { ...outcomeInReview, outcomeSubmittedById: "everyone" };
    expect(codes(refusals("pass", own, everyRole, afterwards))).toEqual(["same_person_submitted"]);
    expect(refusals("pass", outcomeInReview, everyRole, afterwards)).toEqual([]);
    expect(
      codes(refusals("approve", { ...outcomePassed, outcomePassedById: "everyone" }, everyRole, afterwards)),
    ).toEqual(["same_person_passed"]);
  });

  it("asks for the pass before the approval, and for one pass only", () => {
    expect(codes(refusals("approve", inReview, approver, noon))).toEqual(["not_yet_passed"]);
    expect(codes(refusals("pass", passed, reviewer, noon))).toEqual(["already_passed"]);
    expect([turnOf(inReview), turnOf(passed), turnOf(lifts())]).toEqual(["reviewer", "approver", null]);
  });

  it("returns a draft to preparing and an outcome to closed, and forgets the signatures", () => {
    expect(refusals("return", passed, approver, noon)).toEqual([]);
    expect(changesBy("return", passed, approver, noon)).toEqual({
      state: "preparing",
      submittedById: null,
      passedById: null,
      approvedById: null,
    });
    const changes = changesBy("return", outcomePassed, reviewer, afterwards);
    expect(changes).toMatchObject({ state: "approved", outcomeSubmittedById: null, outcomePassedById: null });
    expect(shownState({ ...outcomePassed, ...changes }, afterwards)).toBe("closed");
  });
});

describe("extension and withdrawal", () => {
  it("are proposed by the handling officer and signed by another person", () => {
    expect(refusals("extend", lifts(), handler, noon)).toEqual([]);
    expect(refusals("sign_proposal", lifts({ proposal: extension }), approver, noon)).toEqual([]);
    const own = { ...extension, proposedById: "everyone" };
    expect(codes(refusals("sign_proposal", lifts({ proposal: own }), everyRole, noon))).toEqual([
      "same_person_proposed",
    ]);
  });

  it("of the period is possible only until it closes", () => {
    expect(changesBy("sign_proposal", lifts({ proposal: extension }), approver, noon)).toEqual({
      closesOn: "2026-12-10",
    });
    expect(codes(refusals("extend", lifts(), handler, afterwards))).toEqual(["not_possible_in_state"]);
    expect(codes(refusals("sign_proposal", lifts({ proposal: extension }), approver, afterwards))).toEqual([
      "not_possible_in_state",
    ]);
    expect(waitingProposal(lifts({ proposal: extension }), afterwards)).toBeNull();
  });

  it.each(["approved", "outcome_in_review"] as const)("withdrawal is possible while %s", (state) => {
    const facts = lifts({ state, proposal: withdrawal });
    expect(refusals("withdraw", lifts({ state }), handler, afterwards)).toEqual([]);
    expect(refusals("sign_proposal", facts, approver, afterwards)).toEqual([]);
    expect(changesBy("sign_proposal", facts, approver, afterwards)).toEqual({
      state: "withdrawn",
      withdrawnReason: "上位法将修订",
      withdrawnAt: afterwards,
    });
  });

  it.each(["preparing", "in_review", "outcome_published", "decided", "withdrawn"] as const)(
    "withdrawal is not possible while %s",
    (state) => {
      expect(codes(refusals("withdraw", lifts({ state }), handler, afterwards))).toContain("not_possible_in_state");
    },
  );

  it("one proposal waits at a time, and the outcome is not published over a waiting withdrawal", () => {
    expect(codes(refusals("withdraw", lifts({ proposal: extension }), handler, noon))).toEqual(["proposal_waits"]);
    expect(codes(refusals("approve", { ...outcomePassed, proposal: withdrawal }, approver, afterwards))).toEqual([
      "proposal_waits",
    ]);
    expect(codes(refusals("sign_proposal", lifts(), approver, noon))).toEqual(["no_proposal"]);
    expect(codes(refusals("refuse_proposal", lifts(), approver, noon))).toEqual(["no_proposal"]);
  });
});

describe("the table of transitions", () => {
  it("names every act", () => {
    expect(ACTS.filter((act) => !TRANSITIONS.some((row) => row.act === act))).toEqual([]);
  });

  it("lets nothing happen to an imported consultation but erasure by law", () => {
    const history = lifts({ state: "imported" });
    const possible = ACTS.filter((act) =>
      codes(refusals(act, history, everyRole, noon)).every((code) => code === "no_right"),
    );
    expect(possible).toEqual(["erase"]);
  });

  it.each<[ShownState, Act[]]>([
    ["open", ["decide", "publish", "withhold", "enter_comment", "extend"]],
    ["closed", ["decide", "publish", "withhold", "enter_comment", "complete"]],
  ])("while %s the officer may %j", (state, acts) => {
    const now = state === "open" ? noon : afterwards;
    for (const act of acts) expect(refusals(act, lifts(), handler, now)).toEqual([]);
  });

  it("takes no outcome and no entry after the outcome went to review", () => {
    expect(codes(refusals("decide", outcomeInReview, handler, afterwards))).toEqual(["not_possible_in_state"]);
    expect(codes(refusals("enter_comment", outcomeInReview, handler, afterwards))).toEqual(["not_possible_in_state"]);
  });

  it("completes only after closing", () => {
    expect(codes(refusals("complete", lifts(), handler, noon))).toEqual(["not_possible_in_state"]);
    expect(refusals("complete", lifts(), handler, at("2026-12-03T00:00:00"))).toEqual([]);
  });

  it("records one decision, and one next round, after the outcome", () => {
    const published = lifts({ state: "outcome_published" });
    expect(refusals("record_decision", published, handler, afterwards)).toEqual([]);
    expect(changesBy("record_decision", published, handler, afterwards)).toEqual({
      state: "decided",
      decidedAt: afterwards,
    });
    expect(refusals("next_round", published, handler, afterwards)).toEqual([]);
    const followed = { ...published, hasNextRound: true };
    expect(codes(refusals("next_round", followed, handler, afterwards))).toEqual(["next_round_exists"]);
    expect(codes(refusals("record_decision", followed, handler, afterwards))).toEqual([
      "decision_belongs_to_next_round",
    ]);
  });

  it("gives every reason at once", () => {
    const reasons = refusals("approve", lifts({ state: "preparing" }), neighbour, noon);
    expect(codes(reasons)).toEqual(["no_right", "not_possible_in_state"]);
    expect(isStaff(neighbour)).toBe(true);
  });
});
