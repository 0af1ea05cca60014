import { describe, expect, it } from "vitest";
import {
  OUTCOMES,
  decideObjectionRefusals,
  decideRefusals,
  displayOf,
  eraseRefusals,
  objectionRefusals,
  postRefusals,
  publicView,
  publishRefusals,
  statedDayRefusals,
  withdrawConsentRefusals,
  withholdRefusals,
  type NewComment,
  type PublicStage,
} from "~/consultations/comment";
import { SHOWN_STATES, type ShownState } from "~/consultations/consultation";
import { countCharacters, isBlank } from "~/words/words";
import { at, codes, comment, office, person } from "./consultation-examples";

const draft = new Map([
  ["c3", 4],
  ["c4", 1],
]);
const post: NewComment = {
  body: "建议写明补偿标准。",
  suggestion: null,
  name: null,
  contact: null,
  clause: null,
  from: null,
  to: null,
};

describe("the words of a comment", () => {
  it.each<[string, Partial<NewComment>, string[]]>([
    ["one character", { body: "好" }, []],
    ["10,000 characters", { body: "字".repeat(10_000) }, []],
    ["10,000 characters outside the basic plane", { body: "𠮷".repeat(10_000) }, []],
    ["10,001 characters", { body: "字".repeat(10_001) }, ["body_too_long"]],
    ["line breaks as browsers post them, 10,000 once normalised", { body: "字\r\n".repeat(4_999) + "字字" }, []],
    ["nothing", { body: "" }, ["body_missing"]],
    ["white space and zero-width characters", { body: " \n\u3000\u200b\ufeff" }, ["body_missing"]],
    ["a suggestion of 10,001", { suggestion: "字".repeat(10_001) }, ["suggestion_too_long"]],
    ["a name of 51", { name: "名".repeat(51) }, ["name_too_long"]],
    ["a name of 50", { name: "名".repeat(50) }, []],
    ["a contact of 201", { contact: "1".repeat(201) }, ["contact_too_long"]],
  ])("%s", (_, change, expected) => {
    expect(codes(postRefusals({ ...post, ...change }, draft))).toEqual(expected);
  });

  it("are counted as people count them", () => {
    expect(countCharacters("𠮷野家🙂")).toBe(4);
    expect(isBlank("🙂")).toBe(false);
  });
});

describe("the place a comment names", () => {
  it.each<[string, { clause?: string | null; from?: number | null; to?: number | null }, string[]]>([
    ["the whole draft", {}, []],
    ["a clause", { clause: "c3" }, []],
    ["all its sentences", { clause: "c3", from: 1, to: 4 }, []],
    ["one sentence without an end", { clause: "c3", from: 4 }, []],
    ["a clause of another draft", { clause: "c9" }, ["clause_unknown"]],
    ["a property every object has", { clause: "constructor" }, ["clause_unknown"]],
    ["sentences without a clause", { from: 1, to: 2 }, ["sentences_without_clause"]],
    ["sentence zero", { clause: "c3", from: 0, to: 1 }, ["sentences_out_of_range"]],
    ["a sentence too many", { clause: "c3", from: 1, to: 5 }, ["sentences_out_of_range"]],
    ["sentences backwards", { clause: "c3", from: 3, to: 2 }, ["sentences_out_of_range"]],
    ["an end without a beginning", { clause: "c3", to: 2 }, ["sentences_out_of_range"]],
  ])("%s", (_, place, expected) => {
    expect(codes(postRefusals({ ...post, ...place }, draft))).toEqual(expected);
  });

  it("gives all reasons at once", () => {
    expect(codes(postRefusals({ ...post, body: "", clause: "c9" }, draft))).toEqual(["body_missing", "clause_unknown"]);
  });

  it("of a letter carries a day that has come", () => {
    expect(statedDayRefusals("2026-11-02", "2026-11-02")).toEqual([]);
    expect(codes(statedDayRefusals("2026-11-03", "2026-11-02"))).toEqual(["stated_in_future"]);
    expect(codes(statedDayRefusals(null, "2026-11-02"))).toEqual(["stated_missing"]);
  });
});

describe("the outcome of a comment", () => {
  const clauses = new Set(["c3", "c4"]);

  it.each(["adopted", "partly_adopted"] as const)("%s names the clause", (outcome) => {
    expect(decideRefusals({ outcome, clause: "c3", reason: null }, clauses)).toEqual([]);
    expect(codes(decideRefusals({ outcome, clause: null, reason: "有道理" }, clauses))).toEqual([
      "outcome_clause_missing",
    ]);
    expect(codes(decideRefusals({ outcome, clause: "c9", reason: null }, clauses))).toEqual(["clause_unknown"]);
  });

  it.each(OUTCOMES.filter((outcome) => !outcome.includes("adopted") || outcome === "not_adopted"))(
    "%s gives a reason",
    (outcome) => {
      expect(decideRefusals({ outcome, clause: null, reason: "另有规定" }, clauses)).toEqual([]);
      expect(codes(decideRefusals({ outcome, clause: null, reason: " \u200b" }, clauses))).toEqual([
        "outcome_reason_missing",
      ]);
    },
  );
});

describe("review before publication", () => {
  const pending = comment({ review: "pending", publishedAt: null, publishedBody: null, outcome: null });
  const waiting = { decidedAt: null, isUpheld: null };
  const upheld = { decidedAt: at("2026-11-06T09:00:00"), isUpheld: true };

  it("publishes masked words with the author's consent only", () => {
    expect(publishRefusals(pending, { body: "建议" })).toEqual([]);
    expect(codes(publishRefusals({ ...pending, consentsToPublish: false }, { body: "建议" }))).toEqual(["no_consent"]);
    const withdrawn = { ...pending, consentWithdrawnAt: at("2026-11-06T09:00:00") };
    expect(codes(publishRefusals(withdrawn, { body: "建议" }))).toEqual(["no_consent"]);
    expect(codes(publishRefusals(pending, { body: " " }))).toEqual(["published_words_missing"]);
    expect(codes(publishRefusals(comment({ erasedAt: at("2026-11-06T09:00:00") }), { body: "建议" }))).toEqual([
      "comment_erased",
    ]);
  });

  it("withholds on one of the four grounds only, and says why when the ground is the office's own judgement", () => {
    expect(withholdRefusals(pending, { ground: "secret_or_private", reason: null })).toEqual([]);
    expect(codes(withholdRefusals(pending, { ground: null, reason: "批评过多" }))).toEqual(["ground_missing"]);
    expect(codes(withholdRefusals(pending, { ground: "unsuitable", reason: null }))).toEqual([
      "withheld_reason_missing",
    ]);
  });

  it("hears one objection of the author of a withheld comment", () => {
    const withheld = comment({ review: "withheld", withheldGround: "indecent" });
    expect(objectionRefusals(withheld, "并无不当")).toEqual([]);
    expect(codes(objectionRefusals(comment(), "并无不当"))).toEqual(["not_withheld"]);
    expect(codes(objectionRefusals({ ...withheld, objection: waiting }, "再次"))).toEqual(["objected_before"]);
    expect(codes(objectionRefusals(withheld, ""))).toEqual(["objection_text_missing"]);
  });

  it("leaves the objection to the office, and to another person than the one who withheld", () => {
    const objected = { objection: waiting, reviewedById: "handler" };
    expect(decideObjectionRefusals(objected, { isUpheld: true, reason: null }, office)).toEqual([]);
    expect(codes(decideObjectionRefusals(objected, { isUpheld: true, reason: null }, person("handler")))).toEqual([
      "same_person_withheld",
    ]);
    expect(codes(decideObjectionRefusals(objected, { isUpheld: false, reason: "" }, office))).toEqual([
      "objection_reason_missing",
    ]);
    expect(
      codes(decideObjectionRefusals({ ...objected, objection: upheld }, { isUpheld: true, reason: null }, office)),
    ).toEqual(["objection_decided_before"]);
    expect(
      codes(decideObjectionRefusals({ ...objected, objection: null }, { isUpheld: true, reason: null }, office)),
    ).toEqual(["no_objection"]);
  });

  it("does not withhold again what the office found publishable, nor publish while it decides", () => {
    expect(codes(withholdRefusals({ ...pending, objection: upheld }, { ground: "indecent", reason: null }))).toEqual([
      "objection_upheld",
    ]);
    expect(codes(publishRefusals({ ...pending, objection: waiting }, { body: "建议" }))).toEqual(["objection_waits"]);
  });

  it("lets consent be taken back once, and content be erased once, on a ground", () => {
    expect(withdrawConsentRefusals(comment())).toEqual([]);
    expect(codes(withdrawConsentRefusals(comment({ consentsToPublish: false })))).toEqual(["no_consent"]);
    expect(codes(withdrawConsentRefusals(comment({ consentWithdrawnAt: at("2026-11-06T09:00:00") })))).toEqual([
      "consent_already_withdrawn",
    ]);
    expect(eraseRefusals(comment(), "personal_data")).toEqual([]);
    expect(codes(eraseRefusals(comment({ erasedAt: at("2026-11-06T09:00:00") }), null))).toEqual([
      "comment_erased",
      "ground_missing",
    ]);
  });
});

describe("what the public may learn of a comment", () => {
  const now = at("2026-11-06T09:00:00");
  const hidden = {
    "without consent": comment({ consentsToPublish: false }),
    "with consent taken back": comment({ consentWithdrawnAt: now }),
    withheld: comment({ review: "withheld", withheldGround: "indecent" }),
    "not reviewed": comment({ review: "pending" }),
    erased: comment({ erasedAt: now, erasedGround: "personal_data", review: "pending" }),
    "published without masked words": comment({ publishedBody: null }),
  };
  const after = SHOWN_STATES.map((state): PublicStage => ({ state, showComments: "after" }));
  const stages = [...after, ...after.map((stage): PublicStage => ({ ...stage, showComments: "during" }))];

  it.each(Object.entries(hidden))("never includes words, name, suggestion, stance or place of one %s", (_, one) => {
    for (const stage of stages) {
      const view = publicView(one, stage);
      const text = JSON.stringify(view);
      for (const secret of ["补偿标准。", "协商", "朱**", "一楼", "support"]) expect(text).not.toContain(secret);
      expect(view?.words ?? null).toBeNull();
    }
  });

  it("of one without consent is number, channel, outcome, reason and gist once the outcome is public", () => {
    const refused = comment({
      consentsToPublish: false,
      outcome: "explained",
      outcomeClauseId: null,
      reason: "另有规定",
    });
    expect(publicView(refused, { state: "outcome_published", showComments: "during" })).toEqual({
      number: 12,
      channel: "online",
      display: "without_consent",
      words: null,
      erasure: null,
      withheldGround: null,
      outcome: "explained",
      outcomeClauseId: null,
      reason: "另有规定",
      gist: "写明补偿标准",
    });
    expect(publicView(refused, { state: "closed", showComments: "during" })).toBeNull();
  });

  it("includes no outcome, reason or gist before the outcome is public", () => {
    for (const state of ["open", "closed", "outcome_in_review"] as const) {
      const view = publicView(comment({ reason: "已写入" }), { state, showComments: "during" });
      expect(view).toMatchObject({ outcome: null, outcomeClauseId: null, reason: null, gist: null });
      expect(view?.words?.body).toBe("建议写明补偿标准。");
    }
  });

  it.each<["during" | "after", ShownState, boolean]>([
    ["during", "open", true],
    ["during", "closed", true],
    ["after", "open", false],
    ["after", "closed", true],
    ["after", "outcome_in_review", true],
    ["during", "preparing", false],
    ["during", "in_review", false],
    ["during", "withdrawn", true],
    ["during", "imported", true],
  ])("when comments appear %s the period, and it is %s: shown is %s", (showComments, state, isShown) => {
    expect(publicView(comment(), { state, showComments }) !== null).toBe(isShown);
  });

  it("of one erased after it was shown keeps the mark with time and ground", () => {
    const erased = comment({ erasedAt: now, erasedGround: "personal_data" });
    expect(publicView(erased, { state: "open", showComments: "during" })).toMatchObject({
      display: "erased",
      words: null,
      erasure: { at: now, ground: "personal_data" },
    });
    expect(publicView(erased, { state: "outcome_published", showComments: "during" })?.gist).toBeNull();
  });

  it("counts each comment in exactly one way", () => {
    const ways = Object.fromEntries(Object.entries(hidden).map(([name, one]) => [name, displayOf(one)]));
    expect({ ...ways, shown: displayOf(comment()) }).toEqual({
      "without consent": "without_consent",
      "with consent taken back": "without_consent",
      withheld: "withheld",
      "not reviewed": "awaiting_review",
      erased: "erased",
      "published without masked words": "awaiting_review",
      shown: "shown",
    });
  });
});
