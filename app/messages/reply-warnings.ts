import type { Reason } from "~/platform/refusal";
import { bigramsOf, likeness, normalise } from "~/words/bigrams";
import { coverage, cut, weighing } from "~/words/overlap";
import { splitSentences } from "~/words/sentences";
import { CONTACT, DAY, FORMULAS, MEASURE, PROMISE, PROMISED, RUDE, UNIT } from "./reply-phrases";

export interface WordsOf {
  number: string;
  text: string;
}

/** What a reply is held against: its own message, replies to others, and messages that are open at the same time. */
export interface ReplySurroundings {
  message: WordsOf;
  earlierReplies: readonly WordsOf[];
  otherMessages: readonly WordsOf[];
}

/** From here on two replies are one wording with a name changed. */
const SAME_REPLY = 0.8;
/** One neighbour asks the same as another; the same words to three different letters are a template. */
const MANY_REPLIES = 3;
/** What a reply must have in common with another letter, and how much more than with its own, to be called mistaken. */
const OTHER_COVERAGE = 0.12;
const OTHER_AHEAD = 1.5;
/** Fewer characters than these, without formulas, hold no answer. */
const LEAST_SUBSTANCE = 15;
const MOST_EXAMPLES = 3;

/**
 * What a careful colleague would ask about a reply before it goes out; [] when there is nothing. Warnings never block.
 * They answer the complaints that made the news: one reply for six hundred letters, the reply to another letter, a
 * promise without a day, a phone number instead of an answer, a rude word.
 */
export function replyWarnings(reply: string, { message, earlierReplies, otherMessages }: ReplySurroundings): Reason[] {
  if (normalise(reply) === "") return [];
  return [
    ...formulaWarnings(reply),
    ...repeatedWarnings(reply, message, earlierReplies),
    ...mistakenWarnings(reply, message, otherMessages),
    ...promiseWarnings(reply),
    ...missingWarnings(reply),
    ...(RUDE.test(reply) ? [warn("reply_rude", { words: RUDE.exec(reply)?.[0] ?? "" })] : []),
  ];
}

function formulaWarnings(reply: string): Reason[] {
  const substance = sentencesOf(reply).filter((sentence) => !isFormula(sentence));
  return [...normalise(substance.join(""))].length < LEAST_SUBSTANCE ? [warn("reply_formula")] : [];
}

/** A sentence is a formula, or two in one: 您好，我们会尽快为您处理的. */
function isFormula(sentence: string): boolean {
  return (
    isFormulaText(sentence) || sentence.split(/[，,：:]/).every((part) => part.trim() === "" || isFormulaText(part))
  );
}

function isFormulaText(text: string): boolean {
  const words = text.replace(/^[\s，,：:]+|[\s，,。：:！!；;的]+$/g, "");
  return words === "" || (!DAY.test(words) && FORMULAS.some((formula) => formula.test(words)));
}

function repeatedWarnings(reply: string, message: WordsOf, earlier: readonly WordsOf[]): Reason[] {
  const own = bigramsOf(normalise(reply));
  const same = earlier.filter(
    ({ number, text }) => number !== message.number && likeness(own, bigramsOf(normalise(text))) >= SAME_REPLY,
  );
  const numbers = [...new Set(same.map(({ number }) => number))];
  if (numbers.length < MANY_REPLIES) return [];
  return [warn("reply_like_many", { count: numbers.length, numbers: numbers.slice(0, MOST_EXAMPLES).join("、") })];
}

function mistakenWarnings(reply: string, message: WordsOf, others: readonly WordsOf[]): Reason[] {
  const letters = [message, ...others.filter(({ number }) => number !== message.number)];
  const cuts = letters.map(({ text }) => cut(text));
  const weigh = weighing(cuts);
  const words = cut(reply);
  const [own = 0, ...rest] = cuts.map((letter) => coverage(letter, words, weigh));
  const best = rest.reduce((top, value, index) => (value > (rest[top] ?? 0) ? index : top), 0);
  const ahead = rest[best] ?? 0;
  if (ahead < OTHER_COVERAGE || ahead < OTHER_AHEAD * own) return [];
  return [warn("reply_fits_other", { number: letters[best + 1]?.number ?? "" })];
}

function promiseWarnings(reply: string): Reason[] {
  return sentencesOf(reply)
    .filter((sentence) => PROMISE.test(sentence) && PROMISED.test(sentence) && !DAY.test(sentence))
    .slice(0, MOST_EXAMPLES)
    .map((sentence) => warn("promise_without_day", { sentence: sentence.trim() }));
}

function missingWarnings(reply: string): Reason[] {
  const missing: [RegExp, string][] = [
    [DAY, "reply_no_day"],
    [UNIT, "reply_no_unit"],
    [MEASURE, "reply_no_measure"],
    [CONTACT, "reply_no_contact"],
  ];
  return missing.filter(([pattern]) => !pattern.test(reply)).map(([, code]) => warn(code));
}

function sentencesOf(text: string): string[] {
  return splitSentences(text).filter((sentence) => normalise(sentence) !== "");
}

function warn(code: string, params?: Reason["params"]): Reason {
  return params === undefined ? { code } : { code, params };
}
