import { describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { enterPaperRefusals, isOfSubmission, settlePaperRefusals, type PaperAct } from "~/reviews/paper-signature";
import { failureKey, sheetRefusals, type SheetFacts } from "~/reviews/release-sheet";
import { hitKey, type Hit } from "~/reviews/screened-term";

function person(accountId: string): Person {
  return { kind: "person", accountId, username: accountId, name: accountId, rights: [] };
}

const HIT: Hit = { kind: "wrong", term: "按装", instead: "安装", place: "draft", count: 1, excerpt: "按装" };

const COMPLETE: SheetFacts = {
  textDigest: "d",
  submittedById: "handler",
  checks: [
    { kind: "secrecy", isCleared: true, textDigest: "d", byId: "reviewer" },
    { kind: "personal", isCleared: true, textDigest: "d", byId: "handler" },
  ],
  hits: [],
  overridden: new Set(),
  outside: null,
  waitingPapers: 0,
};

function secrecy(change: Partial<SheetFacts["checks"][number]>): SheetFacts["checks"] {
  return [{ ...COMPLETE.checks[0]!, ...change }, COMPLETE.checks[1]!];
}

describe("a release sheet", () => {
  it.each<[string, Partial<SheetFacts>, string[]]>([
    ["that is complete may be signed", {}, []],
    ["without any review", { checks: [] }, ["secrecy_check_missing", "personal_check_missing"]],
    [
      "whose text changed after the secrecy review",
      { checks: secrecy({ textDigest: "old" }) },
      ["secrecy_check_outdated"],
    ],
    ["whose secrecy review found something", { checks: secrecy({ isCleared: false }) }, ["secrecy_not_cleared"]],
    ["whose sender did the secrecy review", { checks: secrecy({ byId: "handler" }) }, ["secrecy_check_same_person"]],
    ["with a wrong word", { hits: [HIT] }, ["hits_open"]],
    ["with a wrong word that may stand", { hits: [HIT], overridden: new Set([hitKey(HIT)]) }, []],
    [
      "with one more of a word that may stand",
      { hits: [{ ...HIT, count: 2 }], overridden: new Set([hitKey(HIT)]) },
      ["hits_open"],
    ],
    ["that the outside checker has not read", { outside: { last: null } }, ["outside_check_missing"]],
    [
      "whose text changed since",
      { outside: { last: { textDigest: "old", failure: null } } },
      ["outside_check_missing"],
    ],
    [
      "that the outside checker could not read",
      { outside: { last: { textDigest: "d", failure: "timeout" } } },
      ["outside_check_failed"],
    ],
    [
      "that goes on without the outside checker, with a reason",
      { outside: { last: { textDigest: "d", failure: "timeout" } }, overridden: new Set([failureKey("d")]) },
      [],
    ],
    ["with a paper that nobody has verified", { waitingPapers: 1 }, ["paper_waits"]],
  ])("%s", (_what, change, codes) => {
    expect(sheetRefusals({ ...COMPLETE, ...change }).map(({ code }) => code)).toEqual(codes);
  });
});

describe("a signature on paper", () => {
  const PAPER = {
    act: "approve" as const,
    signerId: "leader",
    number: "海府办签〔2026〕8号",
    statedOn: "2026-06-22",
    scans: 1,
  };
  const SIGNERS = { approve: [{ id: "leader" }, { id: "handler" }] };

  it.each<[string, Partial<Omit<typeof PAPER, "act"> & { act: PaperAct }>, string[]]>([
    ["is entered with number, day and scan", {}, []],
    ["may bear today's date", { statedOn: "2026-06-23" }, []],
    ["is not of tomorrow", { statedOn: "2026-06-24" }, ["paper_stated_in_future"]],
    ["needs its number and its scan", { number: " ", scans: 0 }, ["paper_number_missing", "paper_scan_missing"]],
    ["is not entered by its signer", { signerId: "handler" }, ["paper_own_signature"]],
    ["is signed by somebody who may sign this step", { signerId: "reviewer" }, ["paper_signer_unknown"]],
    ["is of a step that may be signed now", { act: "agree" }, ["paper_act_unknown"]],
  ])("%s", (_what, change, codes) => {
    const reasons = enterPaperRefusals({ ...PAPER, ...change }, SIGNERS, person("handler"), "2026-06-23");
    expect(reasons.map(({ code }) => code)).toEqual(codes);
  });

  it("is not verified by the deputy of whoever entered it", () => {
    const facts = { signerId: "leader", enteredById: "handler", enteredAt: new Date(0), settledAt: null };
    const deputy: Person = { ...person("deputy"), counterparts: ["handler"] };
    expect(settlePaperRefusals(facts, deputy).map(({ code }) => code)).toEqual(["paper_same_person"]);
  });

  it.each<[string, string, Date | null, string[]]>([
    ["is verified by another", "reviewer", null, []],
    ["is not verified by whoever entered it", "handler", null, ["paper_same_person"]],
    ["is not verified by its signer", "leader", null, ["paper_own_signature"]],
    ["is verified once", "reviewer", new Date(0), ["paper_settled"]],
  ])("%s", (_what, actor, settledAt, codes) => {
    const facts = { signerId: "leader", enteredById: "handler", enteredAt: new Date(0), settledAt };
    expect(settlePaperRefusals(facts, person(actor)).map(({ code }) => code)).toEqual(codes);
  });

  it("signs only the text that lay there when it was entered", () => {
    const enteredAt = new Date(1000);
    expect([null, new Date(1000), new Date(1001)].map((sent) => isOfSubmission({ enteredAt }, sent))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
