import { bigramsOf, normalise } from "./bigrams";

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
  const isTaken = new Set<Wording>();
  const nearest = yield* nearWordings(wordings, isTaken);
  const clusters: Cluster[] = [];
  for (const wording of wordings) {
    if (isTaken.has(wording)) continue;
    const near = yield* nearest(wording);
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
 * Finds the wordings near a given one, of those that no cluster has, without comparing all with all. Two sets that
 * share four fifths must share one of the rarest fifth of each (prefix filtering), so only wordings that meet there are
 * compared; none is missed.
 */
function* nearWordings(
  wordings: readonly Wording[],
  isTaken: ReadonlySet<Wording>,
): Generator<void, (wording: Wording) => Generator<void, Near[]>> {
  const pairs = yield* rarestFirst(wordings);
  const index = new Map<number, Wording[]>();
  for (const [wording, ranks] of pairs) {
    for (const rank of prefixOf(ranks)) {
      const holders = index.get(rank);
      if (holders) holders.push(wording);
      else index.set(rank, [wording]);
    }
    yield;
  }
  return function* (wording) {
    const own = pairs.get(wording)!;
    const candidates = new Set([wording]);
    for (const rank of prefixOf(own)) {
      for (const other of index.get(rank)!) if (!isTaken.has(other)) candidates.add(other);
    }
    const near: Near[] = [];
    let compared = 0;
    for (const other of candidates) {
      const score = other === wording ? 1 : similarity(own, pairs.get(other)!);
      if (score >= SIMILARITY_THRESHOLD) near.push({ wording: other, similarity: score });
      if ((compared += 1) % COMPARED_AT_ONCE === 0) yield;
    }
    yield;
    return near;
  };
}

/** The pairs of characters of each wording by their place among all, the rarest first. */
function* rarestFirst(wordings: readonly Wording[]): Generator<void, Map<Wording, Uint32Array>> {
  const frequency = new Map<number, number>();
  for (const { bigrams } of wordings) {
    for (const bigram of bigrams) frequency.set(bigram, (frequency.get(bigram) ?? 0) + 1);
    yield;
  }
  const inOrder = [...frequency].sort(([a, often], [b, oftener]) => often - oftener || a - b);
  const ranks = new Map(inOrder.map(([bigram], rank) => [bigram, rank]));
  const pairs = new Map<Wording, Uint32Array>();
  for (const wording of wordings) {
    pairs.set(wording, Uint32Array.from(wording.bigrams, (bigram) => ranks.get(bigram)!).sort());
    yield;
  }
  return pairs;
}

function prefixOf(ranks: Uint32Array): Uint32Array {
  return ranks.subarray(0, ranks.length - Math.ceil(SIMILARITY_THRESHOLD * ranks.length) + 1);
}

/** Jaccard's measure of two wordings, both rarest first; 0 as soon as it cannot reach the threshold. */
function similarity(one: Uint32Array, other: Uint32Array): number {
  const total = one.length + other.length;
  const least = Math.floor((SIMILARITY_THRESHOLD / (1 + SIMILARITY_THRESHOLD)) * total);
  let shared = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    if (shared + Math.min(one.length - a, other.length - b) < least) return 0;
    const difference = one[a]! - other[b]!;
    if (difference === 0) shared += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return shared / (total - shared);
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
