import type { Reason } from "~/platform/refusal";
import { CLAUSE_LEVELS, type ClauseLevel } from "./clauses";
import { MAX_DRAFT_CLAUSES } from "./limits";

/** A clause as the drafter writes it. Without an id it is new and gets one when it is saved. */
export interface WrittenClause {
  clauseId: string | null;
  level: ClauseLevel;
  number: string;
  heading: string;
  text: string;
  note: string | null;
}

/** The levels as drafters call them, the written word first; they are part of the format. */
const LEVEL_WORDS: Record<ClauseLevel, readonly [string, ...string[]]> = {
  part: ["部分", "编", "篇"],
  chapter: ["章", "节"],
  article: ["条"],
  paragraph: ["款", "段"],
  item: ["项"],
};

/** How many unreadable lines are named at once. */
const NAMED = 10;

/**
 * Writes clauses as one text for a form field, because a form of thousands of fields is of no use to anybody: a line
 * `# level | number | heading | id` opens a clause, `> ` begins a line of the editor's note, all other lines are its
 * text. A line of the text that begins with one of these signs has a backslash before it.
 */
export function writeDraftText(clauses: readonly WrittenClause[]): string {
  return clauses.map(writeClause).join("\n\n");
}

/** Reads the same format. Refusals: `draft_line_unreadable` with the line, `clause_unknown` for what is no id. */
export function readDraftText(source: string): { clauses: WrittenClause[]; reasons: Reason[] } {
  const clauses: WrittenClause[] = [];
  const reasons: Reason[] = [];
  source.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    if (line === "") return;
    const clause = line.startsWith("#") ? readHead(line) : clauses.at(-1);
    if (!clause) reasons.push({ code: "draft_line_unreadable", field: "clauses", params: { line: index + 1 } });
    else if (line.startsWith("#")) clauses.push(clause);
    else addLine(clause, line);
  });
  if (clauses.length > MAX_DRAFT_CLAUSES) {
    reasons.push({ code: "too_many_clauses", field: "clauses", params: { maximum: MAX_DRAFT_CLAUSES } });
  }
  return { clauses, reasons: reasons.slice(0, NAMED) };
}

function writeClause({ clauseId, level, number, heading, text, note }: WrittenClause): string {
  const head = `# ${LEVEL_WORDS[level][0]} | ${oneLine(number).replaceAll("|", "｜")} | ${oneLine(heading)} | ${clauseId ?? ""}`;
  const lines = text === "" ? [] : text.split("\n").map((line) => line.trim().replace(/^([#>\\])/, "\\$1"));
  const notes = note ? note.split("\n").map((line) => `> ${line.trim()}`) : [];
  return [head.trimEnd(), ...lines, ...notes].join("\n");
}

function readHead(line: string): WrittenClause | undefined {
  const [word = "", number = "", ...rest] = line
    .slice(1)
    .split(line.includes("|") ? "|" : "｜")
    .map((part) => part.trim());
  const level = CLAUSE_LEVELS.find((one) => one === word.toLowerCase() || LEVEL_WORDS[one].includes(word));
  const id = rest.length > 1 ? (rest.pop() ?? "") : "";
  if (!level || (id !== "" && !/^[A-Za-z0-9._-]{1,100}$/.test(id))) return undefined;
  return { clauseId: id || null, level, number, heading: rest.join("|"), text: "", note: null };
}

function addLine(clause: WrittenClause, line: string): void {
  const note = /^>\s?(.*)$/.exec(line);
  if (note) clause.note = clause.note === null ? note[1]!.trim() : `${clause.note}\n${note[1]!.trim()}`;
  else {
    const words = line.replace(/^\\([#>\\])/, "$1");
    clause.text = clause.text === "" ? words : `${clause.text}\n${words}`;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
