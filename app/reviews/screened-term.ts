import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

/** `wrong` has a right word beside it, `sensitive` must be looked at, `title` is a name that stands with its title. */
export const TERM_KINDS = ["wrong", "sensitive", "title"] as const;
export type TermKind = (typeof TERM_KINDS)[number];

export interface ScreenedTerm {
  kind: TermKind;
  term: string;
  /** The right word, or the name with its title. */
  instead: string | null;
}

/** `personal` and `outside` come from the platform's own look for personal data and from the outside checker. */
export const HIT_KINDS = [...TERM_KINDS, "personal", "outside"] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/** One term in one part of a text. */
export interface Hit {
  kind: HitKind;
  term: string;
  instead: string | null;
  /** The field it stands in, by its code. */
  place: string;
  count: number;
  /** The words around the first of them. */
  excerpt: string;
}

/** A part of what is to be published, by the code of its field. */
export interface TextPart {
  place: string;
  text: string;
}

export const MAX_TERM = 50;
const MAX_LINES = 500;
const AROUND = 12;

/** Names a hit by what and where it is and how often: one more of the same is another hit and needs its own reason. */
export function hitKey({ kind, term, place, count }: Pick<Hit, "kind" | "term" | "place" | "count">): string {
  return `${kind}:${place}:${count}:${term}`;
}

/** Where terms of the lists stand in the text. A name counts only where its title is missing. */
export function findTerms(parts: readonly TextPart[], terms: readonly ScreenedTerm[]): Hit[] {
  return parts.flatMap(({ place, text }) =>
    terms.flatMap(({ kind, term, instead }) => {
      const right = kind === "title" && instead ? countOf(text, instead) : 0;
      const count = countOf(text, term) - right;
      if (count <= 0) return [];
      return [
        { kind, term, instead, place, count, excerpt: excerptAt(text, firstWrong(text, term, right && instead)) },
      ];
    }),
  );
}

function countOf(text: string, term: string): number {
  return text.split(term).length - 1;
}

function firstWrong(text: string, term: string, title: string | 0 | null): number {
  if (!title) return text.indexOf(term);
  const masked = text.replaceAll(title, (found) => "\0".repeat(found.length));
  return masked.indexOf(term);
}

export function excerptAt(text: string, at: number, length = AROUND): string {
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + length + AROUND);
  return `${from > 0 ? "…" : ""}${text.slice(from, to).replace(/\s+/g, " ")}${to < text.length ? "…" : ""}`;
}

/**
 * Reads lines of a list: `错词 正词`, `敏感词`, `姓名 带职务的写法`, parted by blanks or a tab. Refusals: `terms_missing`,
 * `term_too_long`, `term_without_right`, `title_without_name` when the name does not stand in its title, with the line.
 */
export function readTerms(kind: TermKind, text: string): { terms: ScreenedTerm[]; reasons: Reason[] } {
  const lines = text.split("\n").map((line) => line.trim());
  const filled = lines.flatMap((line, index) => (line ? [{ line: index + 1, words: line.split(/[\s\u3000]+/) }] : []));
  if (filled.length === 0) return { terms: [], reasons: [because("terms_missing", "terms")] };
  if (filled.length > MAX_LINES) {
    return { terms: [], reasons: [because("too_many_terms", "terms", { maximum: MAX_LINES })] };
  }
  const reasons = filled.flatMap(({ line, words }) => lineReasons(kind, words, line));
  const terms = filled.map(({ words: [term = "", ...rest] }) => {
    return { kind, term, instead: kind === "sensitive" ? null : rest.join("") || null };
  });
  return { terms, reasons };
}

function lineReasons(kind: TermKind, [term = "", ...rest]: string[], line: number): Reason[] {
  const instead = rest.join("");
  if (term.length > MAX_TERM || instead.length > MAX_TERM) {
    return [because("term_too_long", "terms", { line, maximum: MAX_TERM })];
  }
  if (kind === "wrong" && (!instead || instead === term)) return [because("term_without_right", "terms", { line })];
  if (kind === "title" && (!instead.includes(term) || instead === term)) {
    return [because("title_without_name", "terms", { line })];
  }
  return [];
}
