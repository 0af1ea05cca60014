import type { OutcomeStrings } from "~/i18n/zh-CN/outcome";
import type { ConsultationTerms } from "~/i18n/zh-CN/consultations-terms";
import type { Channel, Display, ErasureGround, Outcome, WithheldGround } from "./comment";

/** A row as the files hold it: what is public of one comment, with the names of its clauses. */
export interface FileRow {
  position: number;
  number: number;
  channel: Channel;
  display: Display;
  words: { body: string; suggestion: string | null; name: string | null } | null;
  erasure: { at: Date; ground: ErasureGround | null } | null;
  withheldGround: WithheldGround | null;
  outcome: Outcome | null;
  reason: string | null;
  gist: string | null;
  clauseName: string | null;
  outcomeClauseName: string | null;
}

export interface FileTexts {
  outcome: OutcomeStrings;
  terms: ConsultationTerms;
  formatInstant: (at: Date) => string;
}

/** The columns of the table in a file: those of the page, and the comment's number, channel and clauses by themselves. */
export function tableHeader({ outcome: { rows, files } }: FileTexts): string[] {
  const { position, name, words, outcome, reason } = rows;
  return [position, files.number, name, files.channel, files.clause, words, outcome, files.place, reason];
}

export function tableRow(row: FileRow, texts: FileTexts): (string | number)[] {
  const { rows } = texts.outcome;
  return [
    row.position,
    row.number,
    row.words ? (row.words.name ?? rows.unnamed) : rows.hiddenName,
    texts.terms.channels[row.channel],
    row.clauseName ?? "",
    wordsOf(row, texts),
    row.outcome ? texts.terms.outcomes[row.outcome] : rows.undecided,
    row.outcomeClauseName ?? "",
    row.reason ?? (row.outcome ? rows.noReason : ""),
  ];
}

/** The words when they are public; else the mark of erasure, the office's gist, or a neutral sentence. */
function wordsOf({ words, erasure, gist, display, withheldGround }: FileRow, texts: FileTexts): string {
  const { rows } = texts.outcome;
  if (words) return words.suggestion ? `${words.body}\n${rows.suggestion}${words.suggestion}` : words.body;
  if (erasure) {
    const ground = erasure.ground ? texts.terms.erasureGrounds[erasure.ground] : "";
    return `${rows.hidden.erased} ${rows.erased(texts.formatInstant(erasure.at), ground)}`;
  }
  const parts = [
    gist && `${rows.gist}${gist}`,
    rows.hidden[display],
    withheldGround && rows.withheldOn(texts.terms.withheldGrounds[withheldGround]),
  ];
  return parts.filter(Boolean).join("\n");
}
