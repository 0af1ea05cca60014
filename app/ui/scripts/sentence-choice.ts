/** Neighbouring sentences of one clause, numbered from 1. */
export interface Choice {
  clause: string;
  from: number;
  to: number;
}

/**
 * What is chosen after a sentence was tapped: nothing yet or another clause starts with it; one outside stretches what
 * is chosen to it; an end is given back; one in the middle is kept alone.
 */
export function afterTap(choice: Choice | null, { clause, sentence }: { clause: string; sentence: number }) {
  const alone: Choice = { clause, from: sentence, to: sentence };
  if (!choice || choice.clause !== clause) return alone;
  const { from, to } = choice;
  if (sentence < from || sentence > to) return { clause, from: Math.min(from, sentence), to: Math.max(to, sentence) };
  if (from === to) return null;
  if (sentence === from) return { clause, from: from + 1, to };
  if (sentence === to) return { clause, from, to: to - 1 };
  return alone;
}

/** One sentence more at the end, or at the beginning when the end is reached; the same when the whole clause is chosen. */
export function oneMore({ clause, from, to }: Choice, count: number): Choice {
  if (to < count) return { clause, from, to: to + 1 };
  return { clause, from: Math.max(1, from - 1), to };
}

/** One sentence less at the end; nothing when the last one goes. */
export function oneFewer({ clause, from, to }: Choice): Choice | null {
  return to > from ? { clause, from, to: to - 1 } : null;
}

/** From the sentence where it began to the one now reached, in either direction. */
export function between(clause: string, anchor: number, reached: number): Choice {
  return { clause, from: Math.min(anchor, reached), to: Math.max(anchor, reached) };
}
