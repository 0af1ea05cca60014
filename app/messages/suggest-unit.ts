import { normalise } from "~/words/bigrams";
import { coverage, cut, weighing } from "~/words/overlap";

export const UNIT_WORD_SORTS = ["topic", "street"] as const;
export type UnitWordSort = (typeof UNIT_WORD_SORTS)[number];

/** A word that speaks for a unit: what it is in charge of, or a place on its ground. Words are data of the district. */
export interface UnitWord {
  unit: string;
  sort: UnitWordSort;
  word: string;
  /** The word counts only in messages of this kind; null for any. */
  messageKind: string | null;
}

/** A message that the office sent to a unit before, and that the unit kept. */
export interface PastDispatch {
  unit: string;
  number: string;
  text: string;
}

export type SuggestionReason =
  | { because: "topic" | "street"; words: string[] }
  | { because: "kind"; words: string[] }
  | { because: "past"; numbers: string[] };

export interface UnitSuggestion {
  unit: string;
  score: number;
  reasons: SuggestionReason[];
}

interface Asked {
  kind: string;
  title: string;
  body: string;
  /** Units that the message is about: never suggested. */
  recusedUnits: readonly string[];
}

const WEIGHT = { topic: 3, kind: 4, street: 3, past: 2 };
const MOST_SUGGESTIONS = 3;
/** From a fifth of what it speaks of in common, an earlier message speaks of the same. */
const SAME_MATTER = 0.2;
const MOST_PAST = 3;

/**
 * Which units may be in charge, the likeliest first, at most three, each with every reason: words of its field, words
 * that count in this kind of message, places on its ground, and earlier messages on the same matter that it took. It
 * only suggests: the office dispatches. Nothing is suggested without a reason.
 */
export function suggestUnits(
  message: Asked,
  words: readonly UnitWord[],
  past: readonly PastDispatch[],
): UnitSuggestion[] {
  const found = new Map<string, Found>();
  const text = normalise(`${message.title}\n${message.body}`);
  for (const { unit, sort, word, messageKind } of words) {
    const plain = normalise(word);
    if (plain === "" || !text.includes(plain) || (messageKind !== null && messageKind !== message.kind)) continue;
    foundOf(found, unit)[messageKind === null ? sort : "kind"].add(word);
  }
  for (const { unit, number } of sameMatter(message, past)) foundOf(found, unit).past.add(number);
  return [...found]
    .filter(([unit]) => !message.recusedUnits.includes(unit))
    .map(([unit, reasons]) => ({ unit, score: scoreOf(reasons), reasons: reasonsOf(reasons) }))
    .sort((a, b) => b.score - a.score || (a.unit < b.unit ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS);
}

type Found = Record<keyof typeof WEIGHT, Set<string>>;

function foundOf(found: Map<string, Found>, unit: string): Found {
  const known = found.get(unit) ?? { topic: new Set(), kind: new Set(), street: new Set(), past: new Set() };
  found.set(unit, known);
  return known;
}

function sameMatter(message: Asked, past: readonly PastDispatch[]): PastDispatch[] {
  const asked = cut(`${message.title}\n${message.body}`);
  const cuts = past.map(({ text }) => cut(text));
  const weigh = weighing([asked, ...cuts]);
  return past.filter((_, index) => {
    const other = cuts[index];
    return other !== undefined && coverage(asked, other, weigh) >= SAME_MATTER;
  });
}

function scoreOf(found: Found): number {
  const past = Math.min(found.past.size, MOST_PAST) * WEIGHT.past;
  return found.topic.size * WEIGHT.topic + found.kind.size * WEIGHT.kind + found.street.size * WEIGHT.street + past;
}

function reasonsOf(found: Found): SuggestionReason[] {
  const byWord = (["topic", "kind", "street"] as const)
    .filter((because) => found[because].size > 0)
    .map((because) => ({ because, words: [...found[because]] }));
  return found.past.size > 0 ? [...byWord, { because: "past", numbers: [...found.past].slice(0, MOST_PAST) }] : byWord;
}
