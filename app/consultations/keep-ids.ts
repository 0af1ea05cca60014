import { bigramsOf, likeness, normalise } from "~/words/bigrams";
import { CLAUSE_LEVELS, type Clause, type CutClause } from "~/consultations/clauses";

/** Shared pairs of characters by all pairs: about a quarter of the words may have changed. */
const NEAR = 0.6;
/** The second candidate must be clearly worse, or it would be a guess. */
const CLEARLY = 0.1;
/** A number alone proves little, because an inserted article shifts all that follow: some of the words must be left. */
const SAME_NUMBER = 0.4;
/** Pairs of characters in more clauses than this (规定, 单位) tell nothing apart. */
const COMMON = 40;

/**
 * Gives the clauses of a new version the permanent ids of the old, because comments hang on them. In this order: same
 * words at the same place; same words; same place and heading, or same place and kindred words; one clear near match;
 * else a new id. It never chooses between two that are equal: both get new ids, and the drafter decides.
 *
 * @param newId makes an id that no clause of the consultation has
 */
export function keepIds(previous: readonly Clause[], next: readonly CutClause[], newId: () => string): Clause[] {
  const old = describe(previous);
  const now = describe(next);
  const ids = new Map<number, number>();
  const keys: ((clause: Described) => string | undefined)[] = [
    (clause) => `${clause.place}\n${clause.words}`,
    (clause) => (clause.hasText ? clause.words : undefined),
    (clause) => (clause.heading ? `${clause.place}\n${clause.heading}` : undefined),
  ];
  for (const key of keys) matchUnique(old, now, ids, key, () => true);
  matchUnique(
    old,
    now,
    ids,
    (clause) => clause.place,
    (a, b) => likeness(a.bigrams, b.bigrams) >= SAME_NUMBER,
  );
  matchNear(old, now, ids);
  return next.map((clause, index) => ({ ...clause, id: previous[ids.get(index) ?? -1]?.id ?? newId() }));
}

interface Described {
  index: number;
  place: string;
  heading: string;
  words: string;
  hasText: boolean;
  bigrams: Set<number>;
}

function describe(clauses: readonly CutClause[]): Described[] {
  const places = placesOf(clauses);
  return clauses.map((clause, index) => {
    const words = normalise(`${clause.heading}\n${clause.text}`);
    return {
      index,
      place: places[index] ?? "",
      heading: normalise(clause.heading),
      words,
      hasText: clause.text !== "",
      bigrams: bigramsOf(words),
    };
  });
}

/** The place of a clause is its number below the numbers it stands under: 第三条（一） is not 第四条（一）. */
function placesOf(clauses: readonly CutClause[]): string[] {
  let above: { rank: number; number: string }[] = [];
  return clauses.map((clause) => {
    const rank = CLAUSE_LEVELS.indexOf(clause.level);
    above = [...above.filter((one) => one.rank < rank), { rank, number: normalise(clause.number) }];
    return clause.number === "" ? "" : above.map((one) => one.number).join("/");
  });
}

type Ids = Map<number, number>;

/** Joins those whose key is found once among the old and once among the new that are still free. */
function matchUnique(
  old: readonly Described[],
  now: readonly Described[],
  ids: Ids,
  key: (clause: Described) => string | undefined,
  agrees: (a: Described, b: Described) => boolean,
): void {
  const taken = new Set(ids.values());
  const before = groupBy(
    old.filter((clause) => !taken.has(clause.index)),
    key,
  );
  const after = groupBy(
    now.filter((clause) => !ids.has(clause.index)),
    key,
  );
  for (const [value, [one, ...more]] of after) {
    const candidates = before.get(value) ?? [];
    const [other] = candidates;
    if (one && other && more.length === 0 && candidates.length === 1 && agrees(one, other))
      ids.set(one.index, other.index);
  }
}

function groupBy(
  clauses: readonly Described[],
  key: (clause: Described) => string | undefined,
): Map<string, Described[]> {
  const groups = new Map<string, Described[]>();
  for (const clause of clauses) {
    const value = key(clause);
    if (value === undefined || value === "") continue;
    const group = groups.get(value);
    if (group) group.push(clause);
    else groups.set(value, [clause]);
  }
  return groups;
}

/** Joins each pair that are each other's one clear near match. */
function matchNear(old: readonly Described[], now: readonly Described[], ids: Ids): void {
  const taken = new Set(ids.values());
  const before = old.filter((clause) => !taken.has(clause.index));
  const after = now.filter((clause) => !ids.has(clause.index));
  const forward = clearMatches(after, before);
  const backward = clearMatches(before, after);
  for (const [one, other] of forward) if (backward.get(other) === one) ids.set(one, other);
}

function clearMatches(from: readonly Described[], to: readonly Described[]): Map<number, number> {
  const index = new Map<number, Described[]>();
  for (const clause of to) {
    for (const bigram of clause.bigrams) {
      const holders = index.get(bigram);
      if (holders) holders.push(clause);
      else index.set(bigram, [clause]);
    }
  }
  const matches = new Map<number, number>();
  for (const clause of from) {
    const match = clearMatch(clause, index);
    if (match) matches.set(clause.index, match.index);
  }
  return matches;
}

function clearMatch(clause: Described, index: ReadonlyMap<number, readonly Described[]>): Described | undefined {
  const candidates = new Set<Described>();
  for (const bigram of clause.bigrams) {
    const holders = index.get(bigram) ?? [];
    if (holders.length <= COMMON) for (const holder of holders) candidates.add(holder);
  }
  const ranked = [...candidates]
    .map((other) => ({ other, score: likeness(clause.bigrams, other.bigrams) }))
    .sort((a, b) => b.score - a.score || a.other.index - b.other.index);
  const [best, second] = ranked;
  const isClear = best !== undefined && best.score >= NEAR && best.score - (second?.score ?? 0) >= CLEARLY;
  return isClear ? best.other : undefined;
}
