import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHANNELS, OUTCOMES, REVIEWS, STANCES, WITHHELD_GROUNDS } from "~/consultations/comment";
import {
  completionAdvice,
  completionRefusals,
  isInquirySettled,
  outcomesByWithdrawal,
  placeOfClause,
  tallies,
  tally,
  type Completion,
} from "~/consultations/outcome";
import { at, codes, comment, lifts } from "./consultation-examples";

const afterwards = at("2026-12-03T09:00:00");
const today = "2026-12-03";
const consulted = new Set(["c1", "c3"]);
const undecided = { decidedAt: null, isUpheld: null };

function completion(change: Partial<Completion> = {}): Completion {
  return {
    consultation: lifts(),
    comments: [comment()],
    inquiries: [],
    clauses: { consulted, revised: null },
    ...change,
  };
}

const anyComment = fc
  .record({
    channel: fc.constantFrom(...CHANNELS),
    stance: fc.option(fc.constantFrom(...STANCES)),
    outcome: fc.option(fc.constantFrom(...OUTCOMES)),
    review: fc.constantFrom(...REVIEWS),
    ground: fc.constantFrom(...WITHHELD_GROUNDS),
    consentsToPublish: fc.boolean(),
    consentWithdrawnAt: fc.option(fc.constant(afterwards)),
    erasedAt: fc.option(fc.constant(afterwards)),
    publishedBody: fc.option(fc.constant("建议")),
  })
  .map(({ ground, ...rest }) => comment({ ...rest, withheldGround: rest.review === "withheld" ? ground : null }));

describe("the figures of an outcome", () => {
  it("add up, whatever the comments are", () => {
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);
    fc.assert(
      fc.property(fc.array(anyComment, { maxLength: 40 }), (comments) => {
        const counted = tally(comments);
        for (const split of [counted.outcomes, counted.channels, counted.stances, counted.displays])
          expect(sum(split)).toBe(comments.length);
        expect(sum(counted.withheld)).toBe(counted.displays.withheld);
        const apart = tallies(comments);
        expect(apart.public.received + apart.inquiries.received).toBe(comments.length);
        expect(apart.public.channels.written_inquiry).toBe(0);
      }),
    );
  });

  it("of no comment at all are zeros", () => {
    expect(tally([])).toMatchObject({ received: 0, outcomes: { adopted: 0, undecided: 0 }, displays: { shown: 0 } });
  });

  it("keep the opinions of bodies asked in writing apart", () => {
    const { public: people, inquiries } = tallies([comment(), comment({ channel: "written_inquiry", stance: null })]);
    expect([people.received, inquiries.received]).toEqual([1, 1]);
  });

  it("are not given for a withheld comment that has no ground", () => {
    expect(() => tally([comment({ review: "withheld", withheldGround: null })])).toThrow(RangeError);
  });
});

describe("completing", () => {
  it("is possible after closing when every comment has its end", () => {
    expect(completionRefusals(completion(), afterwards, today)).toEqual([]);
  });

  it("is possible with zero comments", () => {
    expect(completionRefusals(completion({ comments: [] }), afterwards, today)).toEqual([]);
  });

  it("waits for the last day to end", () => {
    expect(codes(completionRefusals(completion(), at("2026-12-02T23:59:59"), "2026-12-02"))).toEqual([
      "not_closed_yet",
    ]);
    expect(completionRefusals(completion(), at("2026-12-03T00:00:00"), "2026-12-03")).toEqual([]);
  });

  const shownWithout = { outcome: null, outcomeClauseId: null };
  it.each<[string, Parameters<typeof comment>[0], string[]]>([
    ["without outcome", shownWithout, ["comments_undecided"]],
    ["adopted without a clause", { outcomeClauseId: null }, ["adopted_without_clause"]],
    [
      "partly adopted in a clause of neither draft",
      { outcome: "partly_adopted", outcomeClauseId: "c9" },
      ["adopted_clause_unknown"],
    ],
    ["not adopted without a reason", { outcome: "not_adopted", outcomeClauseId: null }, ["outcomes_without_reason"]],
    ["not reviewed", { review: "pending" }, ["reviews_waiting"]],
    ["not reviewed and without consent", { review: "pending", consentsToPublish: false }, []],
    ["without consent and without gist", { consentsToPublish: false, gist: " " }, []],
    ["withheld without gist", { review: "withheld", withheldGround: "indecent", gist: null }, []],
    ["with an objection not decided", { objection: { decidedAt: null, isUpheld: null } }, ["objections_waiting"]],
    [
      "of a body asked in writing, without outcome",
      { ...shownWithout, channel: "written_inquiry" },
      ["comments_undecided"],
    ],
  ])("with a comment %s", (_, change, expected) => {
    const refused = completionRefusals(completion({ comments: [comment(change)] }), afterwards, today);
    expect(codes(refused)).toEqual(expected);
  });

  it("names how many comments are concerned and the first of their numbers", () => {
    const silent = Array.from({ length: 12 }, (_, index) => comment({ ...shownWithout, number: index + 1 }));
    expect(completionRefusals(completion({ comments: silent }), afterwards, today)).toEqual([
      { code: "comments_undecided", params: { count: 12, numbers: "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 …" } },
    ]);
  });

  it("waits for a written inquiry until it is answered or its deadline has passed", () => {
    const inquiries = (dueOn: string, repliedOn: string | null) => completion({ inquiries: [{ dueOn, repliedOn }] });
    expect(codes(completionRefusals(inquiries(today, null), afterwards, today))).toEqual(["inquiries_waiting"]);
    expect(completionRefusals(inquiries("2026-12-02", null), afterwards, today)).toEqual([]);
    expect(completionRefusals(inquiries("2026-12-10", "2026-12-01"), afterwards, today)).toEqual([]);
    expect(isInquirySettled({ dueOn: today, repliedOn: null }, "2026-12-04")).toBe(true);
  });

  it("accepts a comment that was adopted by taking its clause out", () => {
    const clauses = { consulted, revised: new Set(["c1", "c4"]) };
    expect(completionRefusals(completion({ clauses }), afterwards, today)).toEqual([]);
    expect(["c1", "c3", "c4", "c9"].map((id) => placeOfClause(id, clauses))).toEqual([
      "kept",
      "removed",
      "kept",
      "unknown",
    ]);
  });

  it("is asked again when the outcome is passed and signed: an objection that came meanwhile is seen", () => {
    const consultation = lifts({ state: "outcome_in_review" });
    const objected = comment({ review: "withheld", withheldGround: "indecent", objection: undecided });
    expect(codes(completionRefusals(completion({ consultation, comments: [objected] }), afterwards, today))).toEqual([
      "objections_waiting",
    ]);
  });

  it.each<[string, Parameters<typeof comment>[0], string[]]>([
    ["without consent and without gist", { consentsToPublish: false, gist: " " }, ["gists_missing"]],
    ["whose consent was taken back, without gist", { consentWithdrawnAt: afterwards, gist: null }, ["gists_missing"]],
    ["withheld without gist", { review: "withheld", withheldGround: "indecent", gist: null }, ["gists_missing"]],
    ["withheld with gist", { review: "withheld", withheldGround: "indecent" }, []],
    ["shown without gist", { gist: null }, []],
    ["erased without gist", { erasedAt: afterwards, gist: null }, []],
  ])("is advised on, not held up, by a comment %s", (_, change, expected) => {
    const comments = [comment(change)];
    expect(codes(completionAdvice({ comments }))).toEqual(expected);
    expect(completionRefusals(completion({ comments }), afterwards, today)).toEqual([]);
  });
});

describe("withdrawing", () => {
  it("gives every comment without outcome the explanation, and leaves the others", () => {
    const comments = [
      comment({ number: 1 }),
      comment({ number: 2, outcome: null }),
      comment({ number: 3, outcome: null }),
    ];
    expect(outcomesByWithdrawal(comments)).toEqual([
      { number: 2, outcome: "explained" },
      { number: 3, outcome: "explained" },
    ]);
  });
});
