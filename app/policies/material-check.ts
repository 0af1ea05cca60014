import type { PlainDate } from "~/calendar/plain-date";
import { countCharacters, isBlank } from "~/forms/words";
import type { Reason } from "~/platform/refusal";
import { chartRefusals } from "./chart-table";
import { clausesIn, type ContentOf, type MaterialContent } from "./material-content";
import { mediaReasons, type ShownMedia } from "./material-media";
import { because } from "./reasons";

/** House policy: fewer words, or fewer questions, explain nothing. */
const LEAST_WORDS = 80;
const LEAST_QUESTIONS = 3;

export interface CheckContext {
  /** The ids of the text's clauses as they are now. */
  clauses: ReadonlySet<string>;
  today: PlainDate;
  /** The file that it shows, if it shows one. */
  media: ShownMedia | null;
}

/**
 * What is missing in a material, by its kind; [] means complete. Each is bound to the clauses that it explains
 * (逐条说明具体做法、制定依据): a clause that is not in the text any more has to be named anew.
 */
export function contentRefusals(content: MaterialContent, { clauses, today, media }: CheckContext): Reason[] {
  const named = clausesIn(content);
  const gone = named.filter((id) => !clauses.has(id));
  return [
    ...kindRefusals(content, today, media),
    ...(named.length === 0 ? [because("material_clauses_missing", "clauses")] : []),
    ...(gone.length > 0 ? [because("material_clause_unknown", "clauses", { clauses: gone.join("、") })] : []),
  ];
}

function kindRefusals(content: MaterialContent, today: PlainDate, media: ShownMedia | null): Reason[] {
  switch (content.kind) {
    case "text":
      return wordsRefusals(content.body);
    case "qa":
      return questionRefusals(content);
    case "chart":
      return content.form === "picture" ? pictureRefusals(content, media) : chartRefusals(content.table, content.form);
    case "audio_video":
    case "animation":
      return mediaReasons(content.kind, media);
    case "case":
      return caseRefusals(content);
    case "expert":
    case "media":
      return [
        ...(isBlank(content.speaker) ? [because("speaker_missing", "speaker")] : []),
        ...wordsRefusals(content.body),
      ];
    case "press_conference":
      return [
        ...(content.heldOn === "" ? [because("held_on_missing", "heldOn")] : []),
        ...(content.heldOn > today ? [because("held_in_future", "heldOn", { today })] : []),
        ...(isBlank(content.speakers) ? [because("speaker_missing", "speakers")] : []),
        ...wordsRefusals(content.body),
      ];
  }
}

function wordsRefusals(body: string): Reason[] {
  if (isBlank(body)) return [because("material_words_missing", "body")];
  return countCharacters(body) < LEAST_WORDS
    ? [because("material_words_too_few", "body", { minimum: LEAST_WORDS })]
    : [];
}

function questionRefusals({ items }: ContentOf<"qa">): Reason[] {
  const isHalf = items.some(({ question, answer }) => isBlank(question) || isBlank(answer));
  return [
    ...(items.length < LEAST_QUESTIONS ? [because("questions_missing", "question", { minimum: LEAST_QUESTIONS })] : []),
    ...(isHalf ? [because("question_half", "question")] : []),
  ];
}

/** A picture may have its table beside it, and then the table is whole. */
function pictureRefusals({ kind, table }: ContentOf<"chart">, media: ShownMedia | null): Reason[] {
  return [...mediaReasons(kind, media), ...(table.length > 0 ? chartRefusals(table, "table") : [])];
}

function caseRefusals({ situation, rule, result, guide, guideEnd }: ContentOf<"case">): Reason[] {
  const parts = { situation, rule, result };
  const missing = Object.entries(parts).filter(([, words]) => isBlank(words));
  const isHalf = guide.some(({ question, otherwise }) => isBlank(question) || isBlank(otherwise));
  return [
    ...missing.map(([name]) => because("case_part_missing", name)),
    ...(isHalf ? [because("guide_half", "guideQuestion")] : []),
    ...(guide.length > 0 && isBlank(guideEnd) ? [because("guide_end_missing", "guideEnd")] : []),
  ];
}
