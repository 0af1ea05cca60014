import { z } from "zod";
import { isPlainDate } from "~/calendar/plain-date";
import { choice, optionalNumeral, optionalText, repeated, requiredText } from "~/forms/fields";
import { isBlank } from "~/forms/words";
import type { Reason } from "~/platform/refusal";
import { readClauseNames } from "./clause-names";
import { MAX_LINE, MAX_REASON, MAX_TITLE } from "./forms";
import type { MaterialKind } from "./material";
import { CHART_FORMS, type ContentOf, type MaterialContent } from "./material-content";

export const MAX_BODY = 20_000;
const MAX_TABLE = 50_000;
export const MOST_TABLE_BYTES = 5 * 1024 * 1024;
const MAX_ROWS = 60;
const MAX_STEPS = 12;

const words = (maximum = MAX_BODY) => optionalText(maximum).transform((text) => text ?? "");
const many = (maximum = MAX_REASON) => repeated(words(maximum), MAX_ROWS);
const day = optionalText(20).transform((text, context) => {
  if (text !== null && !isPlainDate(text)) context.addIssue({ code: "custom", message: "day_invalid" });
  return text ?? "";
});

const common = {
  act: z.literal("edit", { error: "choice_unknown" }),
  version: optionalNumeral(),
  title: requiredText(MAX_TITLE, "title_missing", "title_too_long"),
  titleEn: optionalText(MAX_TITLE, "title_too_long"),
  summary: words(MAX_LINE),
};
const clauses = words(MAX_REASON);

const FIELDS = {
  text: { body: words(), clauses },
  qa: { question: many(MAX_LINE), answer: many(), questionClauses: many(MAX_LINE) },
  chart: {
    form: choice(CHART_FORMS),
    table: words(MAX_TABLE),
    note: words(MAX_REASON),
    clauses,
  },
  case: {
    situation: words(MAX_REASON),
    rule: words(MAX_REASON),
    result: words(MAX_REASON),
    clauses,
    guideQuestion: repeated(words(MAX_LINE), MAX_STEPS),
    guideNeeded: repeated(choice(["yes", "no"]), MAX_STEPS),
    guideOtherwise: repeated(words(MAX_REASON), MAX_STEPS),
    guideClauses: repeated(words(MAX_LINE), MAX_STEPS),
    guideEnd: words(MAX_REASON),
  },
  expert: {
    speaker: words(MAX_LINE),
    role: words(MAX_LINE),
    saidOn: day,
    source: words(MAX_LINE),
    body: words(),
    clauses,
  },
  media: {
    speaker: words(MAX_LINE),
    role: words(MAX_LINE),
    saidOn: day,
    source: words(MAX_LINE),
    body: words(),
    clauses,
  },
  audio_video: { body: words(), clauses },
  animation: { body: words(), clauses },
  press_conference: { heldOn: day, place: words(MAX_LINE), speakers: words(MAX_LINE), body: words(), clauses },
};

/** Fields of a material's form that stand once for each question or step. */
export const MATERIAL_REPEATABLE = [
  ...["question", "answer", "questionClauses"],
  ...["guideQuestion", "guideNeeded", "guideOtherwise", "guideClauses"],
];

/** POST /desk/policies/:slug/materials/:material: the words of the material's own kind and no others. */
export function materialForm<K extends MaterialKind>(kind: K) {
  return z.strictObject({ ...common, ...FIELDS[kind] } as typeof common & (typeof FIELDS)[K]);
}

type Posted = Record<string, unknown>;

interface Named {
  clauseId: string;
  number: string;
  heading: string;
}

/** The content as it is kept, with the clauses that the officer named found in the text; `table` as it was read. */
export function contentFrom(
  kind: MaterialKind,
  posted: Posted,
  clauses: readonly Named[],
  table: readonly (readonly string[])[] = [],
): { content: MaterialContent; reasons: Reason[] } {
  const reasons: Reason[] = [];
  const text = (name: string) => String(posted[name] ?? "");
  const list = (name: string) => posted[name] as string[];
  const named = (typed: string, field: string) => {
    const read = readClauseNames(typed, clauses, field);
    reasons.push(...read.reasons.filter(() => !reasons.some((one) => one.field === field)));
    return read.ids;
  };
  return { content: read(), reasons };

  function read(): MaterialContent {
    switch (kind) {
      case "qa": {
        const items = list("question").map((question, at) => ({
          question,
          answer: list("answer")[at] ?? "",
          clauses: named(list("questionClauses")[at] ?? "", "questionClauses"),
        }));
        return { kind, items: items.filter(({ question, answer }) => !isBlank(question) || !isBlank(answer)) };
      }
      case "chart":
        return {
          kind,
          form: posted.form as ContentOf<"chart">["form"],
          table: table.map((row) => [...row]),
          note: text("note"),
          clauses: named(text("clauses"), "clauses"),
        };
      case "case": {
        const guide = list("guideQuestion").map((question, at) => ({
          question,
          needed: list("guideNeeded")[at] === "no" ? ("no" as const) : ("yes" as const),
          otherwise: list("guideOtherwise")[at] ?? "",
          clauses: named(list("guideClauses")[at] ?? "", "guideClauses"),
        }));
        return {
          kind,
          ...{ situation: text("situation"), rule: text("rule"), result: text("result"), guideEnd: text("guideEnd") },
          clauses: named(text("clauses"), "clauses"),
          guide: guide.filter(({ question, otherwise }) => !isBlank(question) || !isBlank(otherwise)),
        };
      }
      case "text":
      case "audio_video":
      case "animation":
        return { kind, body: text("body"), clauses: named(text("clauses"), "clauses") };
      case "expert":
      case "media":
        return {
          kind,
          ...{ speaker: text("speaker"), role: text("role"), saidOn: text("saidOn"), source: text("source") },
          ...{ body: text("body"), clauses: named(text("clauses"), "clauses") },
        };
      case "press_conference":
        return {
          kind,
          ...{ heldOn: text("heldOn"), place: text("place"), speakers: text("speakers"), body: text("body") },
          clauses: named(text("clauses"), "clauses"),
        };
    }
  }
}
