import { isHeading, readArabicNumber, readMarker } from "./clause-marker";
import { readMarkdown } from "./markdown-blocks";

/** From the outermost to the innermost: 编 or 一、, 章, 条, a paragraph without number, 项 or (一). */
export const CLAUSE_LEVELS = ["part", "chapter", "article", "paragraph", "item"] as const;

export type ClauseLevel = (typeof CLAUSE_LEVELS)[number];

/** A clause before it has its permanent id. The number stands as printed; paragraphs in `text` are parted by newlines. */
export interface CutClause {
  position: number;
  level: ClauseLevel;
  number: string;
  heading: string;
  text: string;
}

export interface Clause extends CutClause {
  id: string;
}

export interface CutDraft {
  title: string;
  clauses: CutClause[];
}

/** A line of the source. Depth is that of a marked-up heading; a verbatim line (of a table or code) opens no clause. */
export interface Block {
  kind: "heading" | "line" | "verbatim";
  depth: number;
  text: string;
}

/** Cuts Markdown into clauses. Front matter is left out; a single heading above all others is the title. */
export function cutMarkdown(source: string): CutDraft {
  return cutBlocks(readMarkdown(source));
}

/** Cuts plain text into clauses, line by line. */
export function cutPlainText(source: string): CutDraft {
  return cutBlocks(linesOf(source));
}

/**
 * Cuts a draft into clauses: each numbered heading or article opens one, and what follows stands under it. Text above
 * the first of them is a paragraph clause for each line. Nothing is lost: every character that is not a space comes
 * back, in order, in the title or in a number, heading or text.
 */
export function cutBlocks(blocks: readonly Block[]): CutDraft {
  const lines = blocks.map((block) => ({ ...block, text: block.text.trim() })).filter((block) => block.text !== "");
  const hasTitle = isTitle(lines);
  const clauses: CutClause[] = [];
  for (const block of hasTitle ? lines.slice(1) : lines) {
    const opened = openClause(block, clauses.at(-1));
    if (opened) clauses.push({ ...opened, position: clauses.length + 1 });
    else appendLine(clauses.at(-1), block.text);
  }
  return { title: hasTitle ? (lines[0]?.text ?? "") : "", clauses };
}

/** The words before the text of a clause, as one reads them: 第三条 总则, (九)健全机制. */
export function clauseLabel(clause: Pick<Clause, "number" | "heading">): string {
  const gap = /[、）)㈠-㈩]$/.test(clause.number) ? "" : " ";
  return `${clause.number}${gap}${clause.heading}`.trim();
}

function linesOf(source: string): Block[] {
  return source.split(/\r\n|[\n\r\u2028\u2029]/).map((text) => ({ kind: "line", depth: 0, text }));
}

type Opened = Omit<CutClause, "position">;

function openClause(block: Block, current: CutClause | undefined): Opened | undefined {
  if (block.kind === "verbatim") return current ? undefined : paragraph("", block.text);
  const marked = readMarker(block.text);
  if (block.kind === "heading") {
    if (marked) return { level: marked.level, number: marked.number, heading: marked.rest, text: "" };
    return { level: levelOfDepth(block.depth), number: "", heading: block.text, text: "" };
  }
  if (marked) {
    const heading = isHeading(marked.rest) && marked.level !== "article" ? marked.rest : "";
    return { level: marked.level, number: marked.number, heading, text: heading ? "" : marked.rest };
  }
  const standsUnder = current !== undefined && current.level !== "paragraph";
  if (standsUnder) return undefined;
  const { number, rest } = readArabicNumber(block.text);
  return paragraph(number, rest);
}

function paragraph(number: string, text: string): Opened {
  return { level: "paragraph", number, heading: "", text };
}

function levelOfDepth(depth: number): ClauseLevel {
  if (depth <= 2) return "part";
  return depth === 3 ? "chapter" : "article";
}

function appendLine(clause: CutClause | undefined, line: string): void {
  if (clause) clause.text = clause.text === "" ? line : `${clause.text}\n${line}`;
}

/** The first line is the title when it is the one top heading without number, or a short line above a numbered draft. */
function isTitle(lines: readonly Block[]): boolean {
  const [first, ...others] = lines;
  if (first === undefined || others.length === 0 || readMarker(first.text)) return false;
  if (first.kind === "heading") return !others.some((block) => isRival(block, first.depth));
  const isNumbered = others.some((block) => block.kind !== "verbatim" && readMarker(block.text) !== undefined);
  return first.kind === "line" && isNumbered && isHeading(first.text);
}

function isRival(block: Block, depth: number): boolean {
  return block.kind === "heading" && block.depth <= depth && readMarker(block.text) === undefined;
}
