import { z } from "zod";
import type { MaterialKind } from "./material";

// What a material of each kind holds, as it is kept. Clauses are named by their permanent ids. A file that it shows is
// tied to it by the media themselves.

const clauses = z.array(z.string());

/**
 * 图表图解: a table; bars, parts of a whole, a line over days, months or years, before and after in numbers or in wording, or
 * steps, each drawn from its table; or a picture that is shown with its words.
 */
export const CHART_FORMS = ["table", "bars", "share", "course", "pairs", "wording", "steps", "picture"] as const;
/** What is drawn or shown from the table alone. */
export type TableForm = Exclude<(typeof CHART_FORMS)[number], "picture">;

const text = z.object({ body: z.string(), clauses });
const qa = z.object({ items: z.array(z.object({ question: z.string(), answer: z.string(), clauses })) });
const chart = z.object({
  form: z.enum(CHART_FORMS),
  table: z.array(z.array(z.string())),
  note: z.string(),
  clauses,
});
const caseStory = z.object({
  situation: z.string(),
  rule: z.string(),
  result: z.string(),
  clauses,
  guide: z.array(z.object({ question: z.string(), needed: z.enum(["yes", "no"]), otherwise: z.string(), clauses })),
  guideEnd: z.string(),
});
const statement = z.object({
  speaker: z.string(),
  role: z.string(),
  saidOn: z.string(),
  source: z.string(),
  body: z.string(),
  clauses,
});
const pressConference = z.object({
  heldOn: z.string(),
  place: z.string(),
  speakers: z.string(),
  body: z.string(),
  clauses,
});

const SCHEMAS = {
  text,
  qa,
  chart,
  case: caseStory,
  expert: statement,
  media: statement,
  press_conference: pressConference,
  audio_video: text,
  animation: text,
};

export type MaterialContent = { [K in MaterialKind]: { kind: K } & z.output<(typeof SCHEMAS)[K]> }[MaterialKind];
export type ContentOf<K extends MaterialKind> = Extract<MaterialContent, { kind: K }>;
export type Guide = ContentOf<"case">["guide"];

/** Reads what is kept; anything else there is a fault, not a refusal. */
export function readContent(kind: MaterialKind, json: string): MaterialContent {
  return { kind, ...SCHEMAS[kind].parse(JSON.parse(json)) } as MaterialContent;
}

export function writeContent({ kind, ...content }: MaterialContent): string {
  return JSON.stringify(SCHEMAS[kind].parse(content));
}

/** A material that was just begun. */
export function emptyContent(kind: MaterialKind): MaterialContent {
  switch (kind) {
    case "text":
    case "audio_video":
    case "animation":
      return { kind, body: "", clauses: [] };
    case "qa":
      return { kind, items: [] };
    case "chart":
      return { kind, form: "table", table: [], note: "", clauses: [] };
    case "case":
      return { kind, situation: "", rule: "", result: "", clauses: [], guide: [], guideEnd: "" };
    case "expert":
    case "media":
      return { kind, speaker: "", role: "", saidOn: "", source: "", body: "", clauses: [] };
    case "press_conference":
      return { kind, heldOn: "", place: "", speakers: "", body: "", clauses: [] };
  }
}

/** Every clause that the material explains, each once, in the order in which it names them. */
export function clausesIn(content: MaterialContent): string[] {
  const own = "clauses" in content ? content.clauses : [];
  const inner = content.kind === "qa" ? content.items : content.kind === "case" ? content.guide : [];
  return [...new Set([...own, ...inner.flatMap((part) => part.clauses)])];
}

/** All its words in one text, for likeness with the document and for searching. */
export function wordsIn(content: MaterialContent): string {
  switch (content.kind) {
    case "qa":
      return content.items.map(({ question, answer }) => `${question}\n${answer}`).join("\n");
    case "chart":
      return [...content.table.map((row) => row.join(" ")), content.note].join("\n");
    case "case":
      return [
        ...[content.situation, content.rule, content.result, content.guideEnd],
        ...content.guide.map(({ question, otherwise }) => `${question}\n${otherwise}`),
      ].join("\n");
    default:
      return content.body;
  }
}
