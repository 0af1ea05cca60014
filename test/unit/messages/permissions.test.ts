import { describe, expect, it } from "vitest";
import type { Actor } from "~/accounts/actor";
import {
  assignmentRefusals,
  mergeRefusals,
  officerReasons,
  proposalRefusals,
  standAsideRefusals,
  type StandingAside,
} from "~/messages/dispatch";
import { isSealed, type MessageFacts } from "~/messages/message";
import { mayAct, maySee, maySeeSender } from "~/messages/permissions";
import { refusals } from "~/messages/refusals";
import { displayRefusals, replyRefusals } from "~/messages/reply";
import { at, bothRoles, guest, handler, leader, neighbour, noise, office, person, reviewer } from "./message-examples";

const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);
const assigned = noise({ state: "assigned", leadUnitCode: "housing", assistingUnits: ["streets"] });
const streets = person("streets", { role: "handling_officer", unit: "streets" });
const admin = person("admin", { role: "system_admin", unit: "office" });

describe("who sees a message at a desk", () => {
  it.each([
    ["the handling officer of the lead unit", handler, true],
    ["its reviewer", reviewer, true],
    ["an officer of an assisting unit", streets, true],
    ["the open-government office", office, true],
    ["an officer of another unit", neighbour, false],
    ["the system administrator", admin, false],
    ["a guest", guest, false],
  ])("%s", (_who, actor, expected) => {
    expect(maySee(actor, assigned)).toBe(expected);
  });

  it("nobody of the unit it is about, whatever their post, even when it leads or assists", () => {
    const about = { ...assigned, recusedUnits: ["housing", "streets"] };
    expect([handler, reviewer, bothRoles, streets].map((actor) => maySee(actor, about))).toEqual(Array(4).fill(false));
    expect(maySee(office, about)).toBe(true);
  });

  it("a message about the office itself is dispatched by a district leader, and seen by nobody of the office", () => {
    const about = noise({ recusedUnits: ["office"] });
    expect([maySee(office, about), maySee(admin, about)]).toEqual([false, false]);
    expect(mayAct(leader, "assign", about)).toBe(true);
    expect(mayAct(leader, "assign", noise())).toBe(false);
  });

  it("an officer it is about does not see it, a colleague does", () => {
    const about = { ...assigned, recusedIds: ["handler"] };
    expect([maySee(handler, about), maySee(reviewer, about)]).toEqual([false, true]);
  });
});

describe("who sees the sender", () => {
  it("the handling officers of the lead unit and the office, but of a tip-off nobody without opening it", () => {
    expect([handler, office, reviewer, streets].map((actor) => maySeeSender(actor, assigned))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const tipOff = noise({ ...assigned, kind: "tip_off" });
    expect([handler, office, leader].map((actor) => maySeeSender(actor, tipOff))).toEqual([false, false, false]);
    expect([handler, office].map((actor) => mayAct(actor, "open_identity", tipOff))).toEqual([false, true]);
  });
});

describe("sending it on", () => {
  const plan = (code: string, change = {}) => ({
    lead: { code, abolishedOn: null },
    assisting: [],
    officer: null,
    isOfficerKnown: true,
    ...change,
  });

  it("never to the unit it is about, an abolished unit, or one unit twice", () => {
    const about = noise({ recusedUnits: ["housing"] });
    expect(codes(assignmentRefusals(plan("housing"), about))).toEqual(["unit_recused"]);
    expect(codes(assignmentRefusals(plan("justice", { lead: null }), about))).toEqual(["unit_missing"]);
    const gone = { code: "old", abolishedOn: "2025-01-01" };
    expect(codes(assignmentRefusals(plan("justice", { lead: gone }), about))).toEqual(["message_unit_abolished"]);
    const twice = plan("justice", { assisting: [{ code: "justice", abolishedOn: null }] });
    expect(codes(assignmentRefusals(twice, about))).toEqual(["unit_twice"]);
  });

  it("after reopening not to the officer who answered", () => {
    const reopened = noise({ state: "reopened", reopenedAt: at("2026-12-20T09:00:00"), repliedByIds: ["handler"] });
    const officer = { accountId: "handler", units: ["housing"] };
    expect(codes(assignmentRefusals(plan("housing", { officer }), reopened))).toEqual(["officer_answered_before"]);
    const elsewhere = { accountId: "neighbour", units: ["justice"] };
    expect(codes(assignmentRefusals(plan("housing", { officer: elsewhere }), reopened))).toEqual(["officer_unknown"]);
  });

  it("a third return is not possible: the office has decided", () => {
    const facts = { ...assigned, returnCount: 2 };
    expect(codes(refusals("return_assignment", facts, handler, at("2026-12-01T09:00:00")))).toEqual(["returned_twice"]);
  });

  it("the unit that gives it back proposes another than itself", () => {
    const own = { code: "housing", abolishedOn: null };
    expect(codes(proposalRefusals(own, true, "housing"))).toEqual(["proposed_itself"]);
    expect(proposalRefusals(null, false, "housing")).toEqual([]);
  });

  it("a duplicate is merged into what is alive, never in a circle, never past a recusal", () => {
    const target = { number: "2", state: "assigned" as const, recusedUnits: [], recusedIds: [], interestedIds: [] };
    expect(mergeRefusals("1", target, noise())).toEqual([]);
    expect(codes(mergeRefusals("2", target, noise()))).toEqual(["merge_itself"]);
    expect(codes(mergeRefusals("1", { ...target, state: "merged" }, noise()))).toEqual(["merge_not_possible"]);
    expect(codes(mergeRefusals("1", target, noise({ recusedUnits: ["housing"] })))).toEqual(["merge_not_possible"]);
  });
});

describe("an answer", () => {
  const plan = {
    text: "已修补。",
    resolution: "solved" as const,
    promisedOn: null,
    display: "words" as const,
    publicTitle: "井盖",
    publicBody: "井盖松动",
    publicReply: "已修补。",
  };
  const consenting = { ...noise(), consentsToPublish: true, consentWithdrawnAt: null };

  it("shows the sender's words only with consent, and nothing of a tip-off", () => {
    expect(displayRefusals(plan, consenting)).toEqual([]);
    expect(codes(displayRefusals(plan, { ...consenting, consentsToPublish: false }))).toEqual(["no_consent_to_words"]);
    const withdrawn = { ...consenting, consentWithdrawnAt: at("2026-12-01T09:00:00") };
    expect(codes(displayRefusals(plan, withdrawn))).toEqual(["no_consent_to_words"]);
    expect(displayRefusals({ ...plan, display: "typical" }, { ...consenting, consentsToPublish: false })).toEqual([]);
    expect(codes(displayRefusals(plan, { ...consenting, kind: "tip_off" }))).toEqual(["never_public"]);
  });

  it("that promises something names a day to come", () => {
    const promise = { ...plan, resolution: "promised" as const };
    expect(codes(replyRefusals(promise, consenting, "2026-12-01"))).toEqual(["promise_day_missing"]);
    expect(codes(replyRefusals({ ...promise, promisedOn: "2026-12-01" }, consenting, "2026-12-01"))).toEqual([
      "promise_day_past",
    ]);
    expect(replyRefusals({ ...promise, promisedOn: "2026-12-02" }, consenting, "2026-12-01")).toEqual([]);
  });
});

describe("standing aside", () => {
  const own: StandingAside = {
    ...{ officerId: "handler", isOwn: true, mayOrder: false },
    ...{ handlers: ["handler", "handler2"], successorId: null },
  };

  it.each<[string, Partial<StandingAside>, Partial<MessageFacts>, string[]]>([
    ["an officer declares it, and a colleague is left", {}, {}, []],
    ["a colleague who is left takes it over", { successorId: "handler2" }, {}, []],
    ["the officer who stands aside does not take it over", { successorId: "handler" }, {}, ["officer_unknown"]],
    ["nobody is left", { handlers: ["handler"] }, {}, ["nobody_left"]],
    ["whoever is left has a stake too", {}, { interestedIds: ["handler2"] }, ["nobody_left"]],
    ["the message is about whoever is left", {}, { recusedIds: ["handler2"] }, ["nobody_left"]],
    ["it was declared before", {}, { interestedIds: ["handler"] }, ["recused_already"]],
    ["a colleague says it of another", { isOwn: false }, {}, ["aside_not_own"]],
    ["the office orders it", { isOwn: false, mayOrder: true }, {}, []],
    ["nobody knows the officer", { officerId: null }, {}, ["officer_unknown"]],
    ["a reviewer stands aside, and both officers are left", { officerId: "reviewer" }, {}, []],
  ])("%s", (_case, change, facts, codes) => {
    expect(standAsideRefusals({ ...own, ...change }, noise(facts)).map(({ code }) => code)).toEqual(codes);
  });

  it("bars the officer and whoever stands in for the officer, seals nothing, and moves no message to them", () => {
    const message = { ...assigned, interestedIds: ["handler"] };
    const deputy = { ...reviewer, counterparts: ["handler"] } as Actor;
    expect([handler, deputy, reviewer, office].map((actor) => maySee(actor, message))).toEqual([
      ...[false, false, true, true],
    ]);
    expect(mayAct(handler, "draft", message)).toBe(false);
    expect(isSealed(message)).toBe(false);
    const officer = { accountId: "handler", units: ["housing"] };
    expect(officerReasons(officer, message).map(({ code }) => code)).toEqual(["officer_recused"]);
  });
});
