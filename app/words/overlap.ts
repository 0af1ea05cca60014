import { bigramsOf, normalise } from "./bigrams";

/** A text, cut once for many comparisons. */
export interface CutText {
  bigrams: ReadonlySet<number>;
}

/** Weighs a pair of characters by how few of the texts have it: 您好 says nothing, 垂直绿化 nearly everything. */
export type Weigh = (bigram: number) => number;

export function cut(text: string): CutText {
  return { bigrams: bigramsOf(normalise(text)) };
}

export function weighing(texts: readonly CutText[]): Weigh {
  const holders = new Map<number, number>();
  for (const { bigrams } of texts) for (const bigram of bigrams) holders.set(bigram, (holders.get(bigram) ?? 0) + 1);
  return (bigram) => Math.log((texts.length + 1) / (holders.get(bigram) ?? 1));
}

/** How much of what `subject` speaks of also stands in `text`, from 0 to 1. */
export function coverage(subject: CutText, text: CutText, weigh: Weigh): number {
  let shared = 0;
  let all = 0;
  for (const bigram of subject.bigrams) {
    const weight = weigh(bigram);
    all += weight;
    if (text.bigrams.has(bigram)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}
