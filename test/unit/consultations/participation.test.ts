import { describe, expect, it } from "vitest";
import { participation } from "~/consultations/participation";
import { at } from "../../setup/clock";

type Counted = Parameters<typeof participation>[0][number];

function comment(changes: Partial<Counted> = {}): Counted {
  return {
    channel: "online",
    clauseId: "c2",
    stance: "support",
    consentsToPublish: true,
    consentWithdrawnAt: null,
    review: "published",
    publishedAt: at("2026-07-11"),
    publishedBody: "建议增加座椅。",
    erasedAt: null,
    receivedAt: at("2026-07-10"),
    ...changes,
  };
}

const CLAUSES = ["c1", "c2", "c3"];

describe("participation", () => {
  it("counts by clause in the order of the draft, the whole draft first", () => {
    const found = participation(
      [comment({ clauseId: "c3" }), comment(), comment(), comment({ clauseId: null }), comment({ clauseId: "gone" })],
      CLAUSES,
    );
    expect(found.clauses).toEqual([
      { id: null, count: 2 },
      { id: "c2", count: 2 },
      { id: "c3", count: 1 },
    ]);
    expect(found.clauses.reduce((sum, { count }) => sum + count, 0)).toBe(found.shown);
  });

  it.each([
    ["was sent without consent", { consentsToPublish: false }],
    ["lost its consent", { consentWithdrawnAt: at("2026-07-12") }],
    ["is withheld", { review: "withheld" as const }],
    ["was erased", { erasedAt: at("2026-07-12") }],
    ["waits for review", { review: "pending" as const, publishedAt: null, publishedBody: null }],
  ])("tells neither clause nor stance of a comment that %s, and still counts it", (_title, changes) => {
    const found = participation([comment({ stance: "oppose" }), comment({ clauseId: "c3", ...changes })], CLAUSES);
    expect(found).toMatchObject({ shown: 1, hidden: 1, clauses: [{ id: "c2", count: 1 }] });
    expect(found.stances).toEqual({ support: 0, oppose: 1, neutral: 0, none: 0 });
    expect(found.days).toEqual([{ day: "2026-07-10", count: 2 }]);
  });

  it("leaves out bodies asked in writing", () => {
    expect(participation([comment({ channel: "written_inquiry" })], CLAUSES)).toMatchObject({
      shown: 0,
      hidden: 0,
      days: [],
    });
  });

  it("has every day between the first and the last, by the clock of Shanghai", () => {
    const late = comment({ receivedAt: new Date("2026-07-12T16:30:00Z") });
    expect(participation([late, comment()], CLAUSES).days).toEqual([
      { day: "2026-07-10", count: 1 },
      { day: "2026-07-11", count: 0 },
      { day: "2026-07-12", count: 0 },
      { day: "2026-07-13", count: 1 },
    ]);
  });

  it("of nothing is nothing", () => {
    expect(participation([], CLAUSES)).toMatchObject({ clauses: [], shown: 0, hidden: 0, days: [] });
  });
});
