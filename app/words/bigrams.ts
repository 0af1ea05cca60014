/**
 * The text as it is compared: compatibility forms (full-width letters and digits), case, spaces and punctuation make no
 * difference. A text of marks only stays as it is, so that "!!!" and "???" are not the same words.
 */
export function normalise(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, "");
  return words === "" ? plain.trim() : words;
}

/** The distinct pairs of neighbouring characters, each as one number. A single character stands for itself. */
export function bigramsOf(normalised: string): Set<number> {
  const bigrams = new Set<number>();
  if (normalised.length === 1) bigrams.add(normalised.charCodeAt(0));
  for (let at = 0; at + 1 < normalised.length; at += 1) {
    bigrams.add(normalised.charCodeAt(at) * 0x10000 + normalised.charCodeAt(at + 1));
  }
  return bigrams;
}

/** Jaccard's measure: shared pairs by all pairs, from 0 to 1. Two empty texts are alike. */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (large.size === 0) return 1;
  let shared = 0;
  for (const bigram of small) if (large.has(bigram)) shared += 1;
  return shared / (small.size + large.size - shared);
}
