import { bigramsOf, likeness, normalise } from "./bigrams";

/**
 * From four fifths of the pairs of characters in common: a shared letter with a changed name or an added sentence is
 * found, while short opposites stay apart (我同意第三条 and 我不同意第三条 have 0.57).
 */
const SIMILARITY_THRESHOLD = 0.8;

export interface ComparedText {
  number: number;
  text: string;
}

/** Who says nearly the same, and in which wordings: each with its numbers, the representative's own first. */
export interface Cluster {
  fingerprint: string;
  representative: number;
  numbers: number[];
  wordings: number[][];
}

/**
 * Groups near-identical comments, so that they are read and counted together. Nothing is merged: each comment keeps its
 * own number and outcome. The representative has the wording used most often, the earliest when equal, and every member
 * is near it (not only near another member), so a cluster does not drift. Comments without a near one are left out.
 * The same comments give the same clusters in whatever order they come. It goes in small steps: whoever runs it among
 * other work pauses between them, because ten thousand comments that all resemble each other take their time.
 */
export function* clusterTexts(comments: readonly ComparedText[]): Generator<void, Cluster[]> {
  const wordings = yield* wordingsOf(comments);
  const nearest = yield* nearWordings(wordings);
  const isTaken = new Set<Wording>();
  const clusters: Cluster[] = [];
  for (const wording of wordings) {
    if (isTaken.has(wording)) continue;
    const near = (yield* nearest(wording)).filter(({ wording: other }) => !isTaken.has(other));
    for (const { wording: member } of near) isTaken.add(member);
    if (near.length > 1 || wording.numbers.length > 1) clusters.push(clusterOf(wording, near));
  }
  return clusters.sort((a, b) => b.numbers.length - a.numbers.length || a.representative - b.representative);
}

/** The same for comments whose words are the same but for spaces and punctuation: found at once, a first answer. */
export function* groupSameWords(comments: readonly ComparedText[]): Generator<void, Cluster[]> {
  const wordings = yield* wordingsOf(comments);
  const several = wordings.filter(({ numbers }) => numbers.length > 1);
  return several.map((wording) => clusterOf(wording, [{ wording, similarity: 1 }]));
}

/** The same for all comments whose words are the same but for spaces, punctuation, case and width. */
export function fingerprint(text: string): string {
  return hash(normalise(text));
}

interface Wording {
  normalised: string;
  numbers: number[];
  bigrams: Set<number>;
}

interface Near {
  wording: Wording;
  similarity: number;
}

function* wordingsOf(comments: readonly ComparedText[]): Generator<void, Wording[]> {
  const wordings = new Map<string, Wording>();
  for (const { number, text } of [...comments].sort((a, b) => a.number - b.number)) {
    const normalised = normalise(text);
    const known = wordings.get(normalised);
    if (known) known.numbers.push(number);
    else wordings.set(normalised, { normalised, numbers: [number], bigrams: bigramsOf(normalised) });
    yield;
  }
  return [...wordings.values()].sort((a, b) => b.numbers.length - a.numbers.length || first(a) - first(b));
}

/** How many wordings are compared in one step. */
const COMPARED_AT_ONCE = 500;

/**
 * Finds the wordings near a given one without comparing all with all. Two sets that share four fifths must share one of
 * the rarest fifth of each (prefix filtering), so only wordings that meet there are compared; none is missed.
 */
function* nearWordings(wordings: readonly Wording[]): Generator<void, (wording: Wording) => Generator<void, Near[]>> {
  const prefixes = yield* rarePrefixes(wordings);
  const index = new Map<number, Wording[]>();
  for (const [wording, prefix] of prefixes) {
    for (const bigram of prefix) {
      const holders = index.get(bigram);
      if (holders) holders.push(wording);
      else index.set(bigram, [wording]);
    }
    yield;
  }
  return function* (wording) {
    const candidates = new Set<Wording>([wording]);
    for (const bigram of prefixes.get(wording) ?? [])
      for (const other of index.get(bigram) ?? []) candidates.add(other);
    const near: Near[] = [];
    let compared = 0;
    for (const other of candidates) {
      const score = other === wording ? 1 : similarity(wording, other);
      if (score >= SIMILARITY_THRESHOLD) near.push({ wording: other, similarity: score });
      if ((compared += 1) % COMPARED_AT_ONCE === 0) yield;
    }
    yield;
    return near;
  };
}

function* rarePrefixes(wordings: readonly Wording[]): Generator<void, Map<Wording, number[]>> {
  const frequency = new Map<number, number>();
  for (const { bigrams } of wordings) {
    for (const bigram of bigrams) frequency.set(bigram, (frequency.get(bigram) ?? 0) + 1);
    yield;
  }
  const rank = (bigram: number) => frequency.get(bigram) ?? 0;
  const prefixes = new Map<Wording, number[]>();
  for (const wording of wordings) {
    const rarestFirst = [...wording.bigrams].sort((a, b) => rank(a) - rank(b) || a - b);
    const length = rarestFirst.length - Math.ceil(SIMILARITY_THRESHOLD * rarestFirst.length) + 1;
    prefixes.set(wording, rarestFirst.slice(0, length));
    yield;
  }
  return prefixes;
}

function similarity(one: Wording, other: Wording): number {
  const [small, large] = [one.bigrams.size, other.bigrams.size].sort((a, b) => a - b) as [number, number];
  return small < SIMILARITY_THRESHOLD * large ? 0 : likeness(one.bigrams, other.bigrams);
}

function clusterOf(representative: Wording, near: readonly Near[]): Cluster {
  const ordered = [...near].sort((a, b) => b.similarity - a.similarity || first(a.wording) - first(b.wording));
  const wordings = ordered.map(({ wording }) => wording.numbers);
  return {
    fingerprint: hash(representative.normalised),
    representative: first(representative),
    numbers: wordings.flat().sort((a, b) => a - b),
    wordings,
  };
}

function first(wording: Wording): number {
  return wording.numbers[0] ?? 0;
}

/** FNV-1a over two halves, 64 bits: a label for grouping, not a digest to rely on against forgery. */
function hash(text: string): string {
  let high = 0x811c9dc5;
  let low = 0xcbf29ce4;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ (unit + at), 0x01000193);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
