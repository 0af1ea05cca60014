import type { Guide } from "./material-content";

/** Where a reader stands in "does this apply to me": the next question, or what follows from the answers. */
export type GuidePlace =
  | { kind: "question"; number: number; total: number; question: string; clauses: string[] }
  | { kind: "stopped"; number: number; text: string; clauses: string[] }
  | { kind: "applies"; text: string; clauses: string[] };

/**
 * Walks the guide by the answers given so far, one letter each (y, n). It stops at the first condition that is not met,
 * and tells what holds instead. Null for anything that no page of it leads to.
 */
export function guidePlace(guide: Guide, end: string, answers: string): GuidePlace | null {
  if (guide.length === 0 || !/^[yn]*$/.test(answers) || answers.length > guide.length) return null;
  for (let at = 0; at < answers.length; at += 1) {
    const step = guide[at]!;
    const isMet = (answers.charAt(at) === "y") === (step.needed === "yes");
    if (isMet) continue;
    if (at < answers.length - 1) return null;
    return { kind: "stopped", number: at + 1, text: step.otherwise, clauses: step.clauses };
  }
  const next = guide[answers.length];
  if (!next) return { kind: "applies", text: end, clauses: [...new Set(guide.flatMap(({ clauses }) => clauses))] };
  return {
    kind: "question",
    number: answers.length + 1,
    total: guide.length,
    question: next.question,
    clauses: next.clauses,
  };
}
