import { describe, expect, it } from "vitest";
import { attributeRefusals, readAttribute, textRefusals } from "~/disclosure/attribute";
import { readTypedTable } from "~/platform/table-file.server";
import { chartRefusals, numberIn, writeTable } from "~/policies/chart-table";
import { readClauseNames, writeClauseNames } from "~/policies/clause-names";
import { gateRefusals, type GateFacts } from "~/policies/gate";
import { guidePlace } from "~/policies/guide";
import { contentRefusals } from "~/policies/material-check";
import type { MaterialContent, TableForm } from "~/policies/material-content";
import type { ShownMedia } from "~/policies/material-media";
import { releaseClock } from "~/policies/release-clock";
import { stalenessOf } from "~/policies/staleness";
import { successorRefusals, validityOn, validityRefusals } from "~/policies/validity";
import { builtInCalendar } from "~/calendar/holidays";

const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);

describe("whether a document holds", () => {
  const never = { effectiveFrom: null, validUntil: null, amendedOn: null, repealedOn: null };
  it.each([
    ["without any day", {}, "2026-06-01", "in_force"],
    ["on the last day of its period", { validUntil: "2026-06-01" }, "2026-06-01", "in_force"],
    ["on the day after", { validUntil: "2026-06-01" }, "2026-06-02", "expired"],
    ["the day before it takes effect", { effectiveFrom: "2026-06-02" }, "2026-06-01", "upcoming"],
    ["once amended", { amendedOn: "2026-06-01" }, "2026-06-01", "amended"],
    [
      "repealed, though its period is over too",
      { repealedOn: "2026-05-01", validUntil: "2026-04-01" },
      "2026-06-01",
      "repealed",
    ],
    ["repealed from a day to come", { repealedOn: "2026-07-01" }, "2026-06-01", "in_force"],
  ])("is told %s", (_when, days, today, validity) => {
    expect(validityOn({ ...never, ...days }, today)).toBe(validity);
  });

  it("is refused for a period that ends before it starts", () => {
    const period = { signedOn: "2026-01-01", effectiveFrom: "2026-03-01", validUntil: "2026-02-28" };
    expect(codes(validityRefusals(period))).toEqual(["validity_ends_before"]);
    expect(codes(validityRefusals({ ...period, effectiveFrom: null, validUntil: "2025-12-31" }))).toEqual([
      "validity_ends_before",
    ]);
  });

  it("passes to no document that is itself, unknown, unreleased, or replaced by this one", () => {
    const known = new Map([
      ["new", { slug: "new", isReleased: true, successorSlug: null }],
      ["draft", { slug: "draft", isReleased: false, successorSlug: null }],
      ["older", { slug: "older", isReleased: true, successorSlug: "oldest" }],
      ["oldest", { slug: "oldest", isReleased: true, successorSlug: "old" }],
    ]);
    const ask = (successor: string) => codes(successorRefusals("old", successor, (slug) => known.get(slug)));
    expect([ask("new"), ask("old"), ask("nowhere"), ask("draft"), ask("older")]).toEqual([
      ...[[], ["successor_itself"], ["successor_unknown"], ["successor_unknown"], ["successor_circle"]],
    ]);
  });
});

describe("the clock of twenty working days", () => {
  it.each([
    ["2026-12-01", "2026-12-14", 9, "none"],
    ["2026-12-01", "2026-12-15", 10, "early"],
    ["2026-12-01", "2026-12-22", 15, "urgent"],
    ["2026-12-01", "2026-12-29", 20, "urgent"],
    ["2026-12-01", "2026-12-30", 21, "overdue"],
  ])("signed %s, seen %s: day %i, %s", (signedOn, today, day, warning) => {
    const clock = releaseClock(signedOn, today, builtInCalendar);
    expect(clock).toMatchObject({ dueOn: "2026-12-29", day, warning });
  });

  it("counts make-up workdays and leaves holidays out", () => {
    expect(releaseClock("2026-09-30", "2026-10-08", builtInCalendar)).toMatchObject({ dueOn: "2026-11-03", day: 1 });
  });
});

describe("the gate", () => {
  const facts: GateFacts = {
    documentKind: "other",
    documentNumber: null,
    isInterpreted: true,
    notInterpretedReason: null,
    planOutline: "提纲",
    planChannels: "网站",
    planOwner: "负责人",
    forms: [{ kind: "qa", dueOn: null }],
    materials: [{ kind: "qa", title: "问答", reasons: [] }],
    exception: null,
  };
  it.each([
    ["opens for a whole package", {}, []],
    [
      "lets another document go without interpretation, for a reason",
      { isInterpreted: false, notInterpretedReason: "一看就懂" },
      [],
    ],
    ["asks for that reason", { isInterpreted: false }, ["not_interpreted_reason_missing"]],
    [
      "asks more of a ××规",
      { isInterpreted: false, documentKind: "normative_document" },
      ["interpretation_compulsory"],
    ],
    [
      "knows a ××规 by its number",
      { isInterpreted: false, documentNumber: "穗府规〔2026〕1号" },
      ["interpretation_compulsory"],
    ],
    [
      "counts no case as written material",
      {
        documentKind: "government_order",
        forms: [{ kind: "case", dueOn: null }],
        materials: [{ kind: "case", title: "案例", reasons: [] }],
      },
      ["written_material_missing"],
    ],
    [
      "does not wait for a form of a later day",
      { forms: [...[{ kind: "qa" as const, dueOn: null }], { kind: "animation", dueOn: "2026-09-01" }] },
      [],
    ],
    ["waits for an exception that nobody signed", { exception: { isSigned: false } }, ["exception_waits"]],
    [
      "keeps the plan even with an exception",
      { exception: { isSigned: true }, planOwner: null, materials: [] },
      ["plan_owner_missing"],
    ],
  ] as [string, Partial<GateFacts>, string[]][])("%s", (_title, change, expected) => {
    expect(codes(gateRefusals({ ...facts, ...change }))).toEqual(expected);
  });
});

describe("a disclosure attribute", () => {
  const cleared = { ground: null, reason: null, secrecyReview: "cleared" as const };
  it("needs a reason when it is not 主动公开, and a ground when it is 不予公开", () => {
    expect(codes(attributeRefusals({ ...cleared, attribute: "proactive" }))).toEqual([]);
    expect(codes(attributeRefusals({ ...cleared, attribute: "on_request" }))).toEqual(["attribute_reason_missing"]);
    expect(codes(attributeRefusals({ ...cleared, attribute: "withheld" }))).toEqual([
      ...["attribute_ground_missing", "attribute_reason_missing"],
    ]);
    expect(codes(attributeRefusals({ ...cleared, attribute: "withheld", secrecyReview: "state_secret" }))).toEqual([
      "state_secret",
    ]);
  });

  it("other than 主动公开, or not cleared yet, takes in no text", () => {
    expect(codes(textRefusals({ attribute: "on_request", secrecyReview: "cleared" }, "text"))).toEqual([
      "register_entry_only",
    ]);
    expect(codes(textRefusals({ attribute: "proactive", secrecyReview: null }, "text"))).toEqual([
      "secrecy_review_missing",
    ]);
    expect(textRefusals({ attribute: "proactive", secrecyReview: "cleared" }, "text")).toEqual([]);
  });

  it("is read in the spelling of older records too", () => {
    expect(["免予公开", "不予公开", " 主动公开 ", "proactive", "公开"].map(readAttribute)).toEqual([
      ...["withheld", "withheld", "proactive", "proactive", null],
    ]);
  });
});

describe("a table behind a chart", () => {
  it("is written into the form so that it is read as it was", () => {
    const table = [
      ["一；二；三；四", 'b"c', "全角，逗号"],
      ["1", "2,3", "两行\n文字"],
    ];
    expect(readTypedTable(writeTable(table), "table")).toEqual(table);
  });

  it.each<[string, TableForm, string[][], string[]]>([
    [
      "parts of a whole",
      "share",
      [
        ["甲", "数"],
        ["一", "1"],
        ["二", "3"],
      ],
      [],
    ],
    [
      "more parts than can be told apart",
      "share",
      [["甲", "数"], ...Array<string[]>(9).fill(["一", "1"])],
      ["table_parts_too_many"],
    ],
    [
      "less than nothing",
      "bars",
      [
        ["甲", "数"],
        ["一", "-1"],
      ],
      ["table_cell_negative"],
    ],
    [
      "a line over days",
      "course",
      [
        ["日", "数"],
        ["2026-11-27", "1"],
      ],
      [],
    ],
    [
      "a line over months, as people write them",
      "course",
      [
        ["月", "数"],
        ["2025年12月", "1"],
        ["2026-01", "2"],
        ["２０２６／３", "0"],
      ],
      [],
    ],
    [
      "a line over years",
      "course",
      [
        ["年", "数"],
        ["2025年", "1"],
        ["2027", "2"],
      ],
      [],
    ],
    [
      "a line without days",
      "course",
      [
        ["月", "数"],
        ["一月", "1"],
      ],
      ["table_cell_no_time"],
    ],
    [
      "a line with a month that no year has",
      "course",
      [
        ["月", "数"],
        ["2026-13", "1"],
      ],
      ["table_cell_no_time"],
    ],
    [
      "a line over days and months",
      "course",
      [
        ["月", "数"],
        ["2026-01", "1"],
        ["2026-02-01", "1"],
      ],
      ["table_times_mixed"],
    ],
    [
      "a line that goes back, or stays",
      "course",
      [
        ["月", "数"],
        ["2026-02", "1"],
        ["2026年2月", "1"],
      ],
      ["table_times_unordered"],
    ],
    [
      "old and new words",
      "wording",
      [
        ["哪一处", "原来", "现在"],
        ["第二条", "十日内答复", "七日内答复"],
        ["第三条", "", "新增一条"],
      ],
      [],
    ],
    [
      "words of no side",
      "wording",
      [
        ["哪一处", "原来", "现在"],
        ["第二条", "", ""],
      ],
      ["table_wording_half"],
    ],
    [
      "words with one side only",
      "wording",
      [
        ["哪一处", "原来"],
        ["第二条", "十日"],
      ],
      ["table_needs_three_columns"],
    ],
    [
      "more sentences than anybody compares",
      "wording",
      [["哪一处", "原来", "现在"], ...Array<string[]>(41).fill(["一", "甲", "乙"])],
      ["table_too_large"],
    ],
    [
      "before and after",
      "pairs",
      [
        ["项", "前", "后"],
        ["补贴", "1", "2"],
      ],
      [],
    ],
    [
      "before without after",
      "pairs",
      [
        ["项", "前"],
        ["补贴", "1"],
      ],
      ["table_needs_three_columns"],
    ],
    [
      "steps",
      "steps",
      [
        ["步骤", "时候", "间隔"],
        ["申请", "随时", ""],
        ["受理", "当天", "1 天"],
      ],
      [],
    ],
    [
      "a step without its time",
      "steps",
      [
        ["步骤", "时候", "间隔"],
        ["申请", "", ""],
      ],
      ["table_step_half"],
    ],
  ])("that shows %s is drawn from the right columns only", (_what, form, table, expected) => {
    expect(codes(chartRefusals(table, form))).toEqual(expected);
  });

  it("needs numbers for bars, rows of one length and at least one row", () => {
    expect(codes(chartRefusals([["甲", "乙"]], "bars"))).toEqual(["table_missing"]);
    expect(codes(chartRefusals([["甲", "乙"], ["1"]], "table"))).toEqual(["table_uneven"]);
    expect(
      codes(
        chartRefusals(
          [
            ["甲", "乙"],
            ["街道", "三"],
          ],
          "bars",
        ),
      ),
    ).toEqual(["table_cell_no_number"]);
    expect(
      chartRefusals(
        [
          ["甲", "数"],
          ["街道", "1"],
          ["社区", "无"],
        ],
        "bars",
      ),
    ).toMatchObject([{ code: "table_cell_no_number", params: { row: 3, column: "数", cell: "无" } }]);
    expect(codes(chartRefusals([["甲"], ["1"]], "bars"))).toEqual(["table_without_numbers"]);
    expect(
      chartRefusals(
        [
          ["甲", "乙"],
          ["街道", "1,234"],
        ],
        "bars",
      ),
    ).toEqual([]);
    expect(["12.5%", "１２", "三"].map(numberIn)).toEqual([12.5, 12, null]);
  });
});

describe("clauses named by an officer", () => {
  const clauses = [
    { clauseId: "c1", number: "第一条", heading: "目标" },
    { clauseId: "c2", number: "(九)", heading: "机制" },
    { clauseId: "c3", number: "（一）", heading: "" },
    { clauseId: "c4", number: "(一)", heading: "" },
  ];
  it("are found by number, heading or id, whatever the brackets", () => {
    expect(readClauseNames("第一条、（九），目标 c3", clauses, "clauses").ids).toEqual(["c1", "c2", "c3"]);
  });
  it("are refused when they are not there or not clear", () => {
    const { reasons } = readClauseNames("第二条 (一)", clauses, "clauses");
    expect(reasons).toMatchObject([{ code: "material_clause_unknown", params: { clauses: "第二条、(一)" } }]);
  });
  it("are written so that they are read again", () => {
    const written = writeClauseNames(["c2", "c3", "c1"], clauses);
    expect(readClauseNames(written, clauses, "clauses").ids).toEqual(["c2", "c3", "c1"]);
  });
});

describe("does this apply to me", () => {
  const guide = [
    { question: "一", needed: "yes" as const, otherwise: "不适用一", clauses: ["c1"] },
    { question: "二", needed: "no" as const, otherwise: "不适用二", clauses: ["c2"] },
  ];
  it("asks, stops where a condition is not met, and tells the end when all are", () => {
    expect(guidePlace(guide, "适用", "")).toMatchObject({ kind: "question", number: 1, total: 2 });
    expect(guidePlace(guide, "适用", "n")).toMatchObject({ kind: "stopped", text: "不适用一", clauses: ["c1"] });
    expect(guidePlace(guide, "适用", "yy")).toMatchObject({ kind: "stopped", text: "不适用二" });
    expect(guidePlace(guide, "适用", "yn")).toMatchObject({ kind: "applies", text: "适用", clauses: ["c1", "c2"] });
  });
  it.each(["ny", "ynn", "x", "y ", "Y"])("has no page for the answers %j", (answers) => {
    expect(guidePlace(guide, "适用", answers)).toBeNull();
  });
});

describe("a material", () => {
  const context = { clauses: new Set(["c1"]), today: "2026-06-01", media: null };
  it("is complete only with every part of its kind, bound to a clause that is there", () => {
    const check = (content: Parameters<typeof contentRefusals>[0]) => codes(contentRefusals(content, context));
    expect(check({ kind: "qa", items: [{ question: "问", answer: "", clauses: ["c9"] }] })).toEqual([
      ...["questions_missing", "question_half", "material_clause_unknown"],
    ]);
    expect(
      check({ kind: "case", situation: "情况", rule: "", result: "结果", clauses: [], guide: [], guideEnd: "" }),
    ).toEqual([...["case_part_missing", "material_clauses_missing"]]);
    const press = {
      kind: "press_conference" as const,
      place: "",
      speakers: "发言人",
      body: "长".repeat(80),
      clauses: ["c1"],
    };
    expect(check({ ...press, heldOn: "2026-06-02" })).toEqual(["held_in_future"]);
    expect(check({ ...press, heldOn: "2026-06-01" })).toEqual([]);
  });

  it.each<[MaterialContent["kind"], ShownMedia["kind"] | null, boolean, string[]]>([
    ["audio_video", "video", false, []],
    ["audio_video", "audio", false, []],
    ["audio_video", "picture", false, ["material_media_unfit"]],
    ["audio_video", null, false, ["material_media_missing"]],
    ["animation", "video", false, []],
    ["animation", "picture", true, []],
    ["animation", "picture", false, ["material_media_unfit"]],
    ["animation", "audio", false, ["material_media_unfit"]],
    ["chart", "picture", false, []],
    ["chart", "video", false, ["material_media_unfit"]],
    ["chart", null, false, ["material_media_missing"]],
  ])("of the kind %s shows a file of the kind %s (moving: %s)", (kind, shown, isAnimated, expected) => {
    const media = shown && { kind: shown, isAnimated, reasons: [] };
    const words = kind === "chart" ? { form: "picture", table: [], note: "" } : { body: "" };
    const content = { kind, ...words, clauses: ["c1"] } as MaterialContent;
    expect(codes(contentRefusals(content, { ...context, media }))).toEqual(expected);
  });

  it("is not complete while its film lacks captions, or the table beside its picture a row", () => {
    const captions = { kind: "video" as const, isAnimated: false, reasons: [{ code: "captions_missing" }] };
    const film = { kind: "audio_video" as const, body: "", clauses: ["c1"] };
    expect(codes(contentRefusals(film, { ...context, media: captions }))).toEqual(["captions_missing"]);
    const picture = { kind: "picture" as const, isAnimated: false, reasons: [] };
    const chart = { kind: "chart" as const, form: "picture" as const, table: [["甲"]], note: "", clauses: ["c1"] };
    expect(codes(contentRefusals(chart, { ...context, media: picture }))).toEqual(["table_missing"]);
  });

  it("is stale when a clause it explains reads differently, or the document lapsed", () => {
    const facts = {
      ...{ effectiveFrom: null, validUntil: null, amendedOn: null, repealedOn: null, successorSlug: "new" },
      ...{ textNumber: 2, materialTextNumber: 1, changedClauses: ["c1"] },
    };
    expect(stalenessOf(facts, "2026-06-01")).toEqual({ kind: "text_changed", clauses: ["c1"] });
    expect(stalenessOf({ ...facts, changedClauses: [] }, "2026-06-01")).toBeNull();
    expect(stalenessOf({ ...facts, repealedOn: "2026-06-01" }, "2026-06-01")).toMatchObject({
      ...{ kind: "lapsed", validity: "repealed", successorSlug: "new" },
    });
  });
});
