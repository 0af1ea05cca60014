import { bigramsOf, normalise } from "./bigrams";
import { splitSentences } from "./sentences";

export interface ComparedSentence {
  text: string;
  /** The passage it is taken from, by its place in the list; null when it is in the writer's own words. */
  passage: number | null;
}

export interface Lifted {
  /** The sentences long enough to be compared. */
  sentences: ComparedSentence[];
  lifted: number;
  /** Of a hundred sentences; 0 when there is none to compare. */
  share: number;
}

/** Shorter ones ("主要内容如下") say nothing of where they come from. */
const LEAST_CHARACTERS = 8;
/** From nine tenths of its pairs of neighbouring characters in one passage, a sentence is a copy with a word changed. */
const COPIED = 0.9;

/** Which sentences of a text are lifted from these passages: 解读 is not 摘抄, and a count is easier to talk about. */
export function liftedSentences(text: string, passages: readonly string[]): Lifted {
  const sources = passages.map((passage) => bigramsOf(normalise(passage)));
  const sentences = splitSentences(text)
    .map((sentence) => sentence.trim())
    .filter((sentence) => normalise(sentence).length >= LEAST_CHARACTERS)
    .map((sentence) => ({ text: sentence, passage: sourceOf(sentence, sources) }));
  const lifted = sentences.filter(({ passage }) => passage !== null).length;
  return { sentences, lifted, share: sentences.length === 0 ? 0 : Math.round((100 * lifted) / sentences.length) };
}

function sourceOf(sentence: string, sources: readonly ReadonlySet<number>[]): number | null {
  const pairs = [...bigramsOf(normalise(sentence))];
  const found = sources.findIndex((source) => pairs.filter((pair) => source.has(pair)).length >= COPIED * pairs.length);
  return found < 0 ? null : found;
}
