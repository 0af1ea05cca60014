import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { reasonText } from "~/i18n/reasons";
import { consultationReasons as english } from "~/i18n/en/consultations-reasons";
import { consultationReasons as chinese } from "~/i18n/zh-CN/consultations-reasons";
import * as forms from "~/consultations/forms";
import { CONSULTATION_REASONS } from "~/consultations/reasons";

const { clausesForm, decideForm, enterCommentForm, extendForm, prepareForm, publicCommentForm, REPEATABLE_FIELDS } =
  forms;

function refusalsOf(schema: z.ZodType, fields: Record<string, unknown>): string[] {
  const parsed = schema.safeParse(fields);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0] ?? "")}:${issue.message}`);
}

describe("the public comment form", () => {
  it("needs nothing but the words; no answer on publication is no", () => {
    expect(publicCommentForm.parse({ body: " 建议写明补偿标准。\r\n谢谢 " })).toEqual({
      body: "建议写明补偿标准。\n谢谢",
      clause: null,
      from: null,
      to: null,
      stance: null,
      suggestion: null,
      submitter: "person",
      name: null,
      contact: null,
      publish: false,
      attachment: [],
      kept: [],
      key: null,
    });
  });

  it("reads every field of the contract", () => {
    const posted = {
      clause: "c3",
      from: "1",
      to: "2",
      stance: "oppose",
      body: "建议",
      suggestion: "改为",
      submitter: "company",
      name: "某公司",
      contact: "13800138000",
      publish: "yes",
      key: "abcdefghijklmnop",
    };
    expect(publicCommentForm.parse(posted)).toMatchObject({
      ...posted,
      from: 1,
      to: 2,
      publish: true,
    });
  });

  it("takes empty fields as left out, as browsers post them", () => {
    const empty = { clause: "", from: "", to: "", stance: "", suggestion: "", submitter: "", publish: "", key: "" };
    expect(refusalsOf(publicCommentForm, { body: "好", attachment: [""], ...empty })).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ["no words", {}, ["body:body_missing"]],
    ["blank words", { body: " \n" }, ["body:body_missing"]],
    ["10,001 characters", { body: "字".repeat(10_001) }, ["body:body_too_long"]],
    ["a name of 51", { body: "好", name: "名".repeat(51) }, ["name:name_too_long"]],
    ["an unknown stance", { body: "好", stance: "like" }, ["stance:stance_unknown"]],
    ["an unknown submitter", { body: "好", submitter: "robot" }, ["submitter:submitter_unknown"]],
    ["another answer on publication", { body: "好", publish: "true" }, ["publish:publish_unknown"]],
    ["full-width digits", { body: "好", clause: "c3", from: "１" }, ["from:number_invalid"]],
    ["a number with letters", { body: "好", clause: "c3", from: "1a" }, ["from:number_invalid"]],
    ["a negative number", { body: "好", clause: "c3", from: "-1" }, ["from:number_invalid"]],
    ["a number of ten digits", { body: "好", clause: "c3", to: "1234567890" }, ["to:number_invalid"]],
    ["a key that is too short", { body: "好", key: "short" }, ["key:key_invalid"]],
    ["a key with other characters", { body: "好", key: "abcdefghijklmno/" }, ["key:key_invalid"]],
    ["a clause id that is none", { body: "好", clause: "../c3" }, ["clause:clause_unknown"]],
    ["a text where a file belongs", { body: "好", attachment: ["a.pdf"] }, ["attachment:attachment_not_a_file"]],
    [
      "sentences that are not neighbours",
      { body: "好", clause: "c3", sentence: ["1", "3"] },
      ["sentence:sentences_not_adjacent"],
    ],
  ])("refuses %s", (_, fields, expected) => {
    expect(refusalsOf(publicCommentForm, fields)).toEqual(expected);
  });

  it("refuses fields that it does not know", () => {
    for (const field of ["state", "outcome", "review", "unitCode", "act"])
      expect(publicCommentForm.safeParse({ body: "好", [field]: "x" }).success).toBe(false);
  });

  it("reads the sentences ticked without script as a range", () => {
    const ticked = publicCommentForm.parse({ body: "好", clause: "c3", sentence: ["3", "2", "2"] });
    expect([ticked.from, ticked.to, "sentence" in ticked]).toEqual([2, 3, false]);
  });

  it("says the limit that was passed", () => {
    const parsed = publicCommentForm.safeParse({ body: "字".repeat(10_001) });
    expect(parsed.error?.issues[0]).toMatchObject({ code: "too_big", maximum: 10_000 });
  });
});

describe("staff forms", () => {
  it("give one outcome to one comment or to many, with the versions the page showed", () => {
    const fields = { act: "decide", outcome: "explained", reason: "另有规定", comments: ["12", "13:2"] };
    expect(decideForm.parse(fields)).toMatchObject({
      outcome: "explained",
      comments: [
        { number: 12, version: null },
        { number: 13, version: 2 },
      ],
    });
    expect(decideForm.parse({ ...fields, comments: undefined }).comments).toEqual([]);
    expect(refusalsOf(decideForm, { act: "decide", comments: ["１２"] })).toEqual([
      "outcome:outcome_missing",
      "comments:number_invalid",
    ]);
    expect(refusalsOf(decideForm, { ...fields, outcome: "rejected" })).toEqual(["outcome:outcome_unknown"]);
  });

  it("do not take the form of one act for another", () => {
    expect(refusalsOf(extendForm, { act: "withdraw", closesOn: "2026-12-10", reason: "来函较多" })).toHaveLength(1);
  });

  it.each([
    ["", ["closesOn:closes_missing"]],
    ["2026-02-29", ["closesOn:day_invalid"]],
    ["10/12/2026", ["closesOn:day_invalid"]],
    ["2026-12-10", []],
  ])("read the day %j", (closesOn, expected) => {
    expect(refusalsOf(extendForm, { act: "extend", closesOn, reason: "来函较多" })).toEqual(expected);
  });

  it("save half a consultation, but with a title, a kind and when comments appear", () => {
    const half = { act: "edit", version: "3", title: "办法", decisionKind: "other", showComments: "during" };
    expect(prepareForm.parse(half)).toMatchObject({ version: 3, opensOn: null, explanatoryNote: "", askStance: false });
    expect(refusalsOf(prepareForm, { act: "edit" }).sort()).toEqual([
      "decisionKind:decision_kind_missing",
      "showComments:choice_missing",
      "title:title_missing",
    ]);
  });

  it("take a comment that came on paper with its channel and day", () => {
    const letter = { act: "enter_comment", channel: "letter", statedOn: "2026-11-20", body: "来信意见" };
    expect(enterCommentForm.parse(letter)).toMatchObject({ channel: "letter", submitter: "person", publish: false });
    expect(refusalsOf(enterCommentForm, { ...letter, channel: "online" })).toEqual(["channel:channel_unknown"]);
    expect(refusalsOf(enterCommentForm, { ...letter, statedOn: undefined })).toEqual(["statedOn:stated_missing"]);
  });

  it("read clauses column by column and refuse uneven columns", () => {
    const columns = {
      clauseId: ["c1", "c2"],
      clauseLevel: ["chapter", "article"],
      clauseNumber: ["第一章", "第一条"],
      clauseHeading: ["总则", ""],
      clauseText: ["", "业主可以协商。"],
      clauseNote: ["", ""],
    };
    expect(clausesForm.parse({ act: "edit", ...columns }).clauses[1]).toEqual({
      clauseId: "c2",
      level: "article",
      number: "第一条",
      heading: "",
      text: "业主可以协商。",
      note: null,
    });
    expect(refusalsOf(clausesForm, { act: "edit", ...columns, clauseText: ["只有一条"] })).toEqual([
      "clauseId:clauses_uneven",
    ]);
  });
});

describe("all forms", () => {
  const named = Object.entries<unknown>(forms);
  const families = named.filter(([name]) => name.endsWith("Forms"));
  const schemas = [
    ...named.filter(([name]) => name.endsWith("Form")),
    ...families.flatMap(([family, members]) =>
      Object.entries(members as object).map(([name, schema]) => [`${family}.${name}`, schema] as const),
    ),
  ].map(([name, schema]) => [name, schema as z.ZodType] as const);
  const anyValue = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "yes", "12", "１２", "2026-12-02", "adopted", "__proto__", "字".repeat(60)),
  );

  it("never fail on what is posted, and refuse with codes that have a text", () => {
    const known = new Set<string>([...CONSULTATION_REASONS]);
    const names = ["act", "version", "body", "clause", "from", "reason", "outcome", "closesOn", "statedOn", "key", "x"];
    const posted = fc.dictionary(
      fc.oneof(fc.constantFrom(...names), fc.constantFrom(...REPEATABLE_FIELDS), fc.string()),
      anyValue,
    );
    fc.assert(
      fc.property(fc.constantFrom(...schemas.map(([name]) => name)), posted, (name, fields) => {
        const schema = Object.fromEntries(schemas)[name]!;
        const flat = Object.entries(fields).map(([name, value]) => {
          return [name, (REPEATABLE_FIELDS as readonly string[]).includes(name) ? [value] : value];
        });
        const parsed = schema.safeParse(Object.fromEntries(flat));
        const odd = parsed.error?.issues.filter(
          (issue) => issue.code !== "unrecognized_keys" && !known.has(issue.message),
        );
        expect(odd ?? []).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("list every field that may stand several times", () => {
    const repeatable = schemas.flatMap(([, schema]) => arrayFieldsOf(schema));
    expect(new Set(repeatable)).toEqual(new Set(REPEATABLE_FIELDS));
  });
});

describe("the text of a refusal", () => {
  it("exists for every code in both languages and leaves no place open", () => {
    const params = { count: 2, numbers: "1, 2", maximum: 50, minimum: 7, days: 5, sentences: 3 };
    const days = { today: "2026-12-02", opensOn: "2026-12-02", closesOn: "2026-12-02", earliest: "2026-12-02" };
    const more = {
      happenedOn: "2026-12-02",
      reviewedOn: "2026-12-02",
      askedOn: "2026-12-02",
      by: "林嘉敏",
      at: "2026-12-02",
    };
    const codes = { act: "decide", state: "closed", unit: "working_days", basis: "house_policy" };
    const all = { ...params, ...days, ...more, ...codes };
    for (const table of [chinese, english])
      for (const code of CONSULTATION_REASONS) {
        const text = table[code];
        const said =
          typeof text === "function"
            ? text(all)
            : text.replace(/\{(\w+)\}/g, (_, name) => String(all[name as keyof typeof all]));
        expect(said).not.toMatch(/undefined|\{|\}/);
      }
  });

  it("says in Chinese why a period is too short, with the article", () => {
    const text = chinese.period_too_short;
    const said =
      typeof text === "function" &&
      text({
        days: 10,
        minimum: 30,
        unit: "calendar_days",
        basis: "regulation_713_article_15",
        earliest: "2026年12月2日",
      });
    expect(said).toContain("重大行政决策程序暂行条例（国务院令第713号）第十五条");
    expect(reasonText({ code: "comments_closed", params: { closesOn: "2026-12-02" } }, "zh-CN")).toContain(
      "2026年12月2日",
    );
  });
});

function arrayFieldsOf(schema: z.ZodType): string[] {
  const definition = schema.def as unknown as { in?: z.ZodType; shape?: Record<string, z.ZodType> };
  if (definition.in) return arrayFieldsOf(definition.in);
  return Object.entries(definition.shape ?? {})
    .filter(([, field]) => field.safeParse([]).success)
    .map(([name]) => name);
}
