const HARD_ENDS = "。！？…；";
const ASCII_ENDS = "!?;.";
const CLOSERS = "”’」』）)】》〉〕]\"'";
const BRACKETS: Readonly<Record<string, string>> = {
  "（": "）",
  "(": ")",
  "《": "》",
  "〈": "〉",
  "【": "】",
  "〔": "〕",
  "[": "]",
};
/** Further than this, an opening bracket is taken for a slip and does not hold the sentence together. */
const BRACKET_REACH = 120;
const LONGEST_WORD = 16;
const ABBREVIATIONS = new Set(
  "art arts no nos para paras sec e.g i.e cf vs approx mr mrs ms dr st rd co ltd inc p pp vol fig".split(" "),
);

/**
 * Cuts the text of a clause into sentences, Chinese or English. The sentences joined are the text again: closing
 * quotes and the space after a sentence belong to it. A line break ends a sentence; a full stop inside a number
 * (3.5, 第1.2条), after an abbreviation or inside brackets does not. The same text always gives the same sentences,
 * because comments refer to them by number.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at)) {
    const bracketEnd = skipBracket(text, at);
    if (bracketEnd > at) {
      at = bracketEnd;
      continue;
    }
    const end = sentenceEnd(text, start, at);
    if (end > at) {
      sentences.push(text.slice(start, end));
      start = end;
    }
    at = Math.max(end, at + 1);
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}

/** The words of the sentences from one number to another, counted from 1; undefined when they are not there. */
export function quoteSentences(text: string, from: number, to: number): string | undefined {
  const sentences = splitSentences(text);
  const isRange = Number.isInteger(from) && Number.isInteger(to) && from >= 1 && from <= to && to <= sentences.length;
  return isRange
    ? sentences
        .slice(from - 1, to)
        .join("")
        .trim()
    : undefined;
}

const MOST_CHOSEN = 1000;

/** The numbers of the sentences an address names (`from`, `to`): none when it names no range. */
export function sentencesBetween(from: number | null, to: number | null): number[] {
  const last = to ?? from;
  if (from === null || last === null || last < from || last - from >= MOST_CHOSEN) return [];
  return Array.from({ length: last - from + 1 }, (_, index) => from + index);
}

const MARK = /[\n。！？…；!?;.（(《〈【〔[]/g;

/** Where the next character stands that can end a sentence or open a bracket. */
function nextMark(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.exec(text)?.index ?? text.length;
}

/** Where the sentence ends that the character at `at` closes; `at` itself when it closes none. */
function sentenceEnd(text: string, start: number, at: number): number {
  const char = text.charAt(at);
  if (char === "\n") return skipSpace(text, at);
  if (HARD_ENDS.includes(char)) return skipSpace(text, skipMarks(text, at));
  if (!ASCII_ENDS.includes(char)) return at;
  const end = skipMarks(text, at);
  if (!endsInText(text, end, char)) return at;
  if (char === "." && isPartOfName(text.slice(Math.max(start, at - LONGEST_WORD), at))) return at;
  return skipSpace(text, end);
}

/** "3.5" or "a?b=c" goes on at once; a sentence is followed by space, Chinese or nothing. */
function endsInText(text: string, end: number, char: string): boolean {
  const next = text.charAt(end);
  if (next === "" || isSpace(next)) return true;
  return char !== "." && next > "\u2000";
}

/** Whether a full stop here belongs to an abbreviation, an initial, or the number of a list. */
function isPartOfName(sentence: string): boolean {
  const word = sentence.slice(sentence.search(/[^\s("'“‘]*$/)).toLowerCase();
  const isEnumerator = /^[\da-z]{1,3}$/i.test(sentence);
  return isEnumerator || ABBREVIATIONS.has(word) || /^[a-z]$/.test(word);
}

function skipMarks(text: string, at: number): number {
  while (at < text.length && (HARD_ENDS + ASCII_ENDS + CLOSERS).includes(text.charAt(at))) at += 1;
  return at;
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && isSpace(text.charAt(at))) at += 1;
  return at;
}

function skipBracket(text: string, at: number): number {
  const close = BRACKETS[text.charAt(at)];
  if (close === undefined) return at;
  const inside = text.slice(at, at + BRACKET_REACH);
  const length = inside.indexOf(close);
  return length < 0 || inside.slice(0, length).includes("\n") ? at : at + length + 1;
}

function isSpace(char: string): boolean {
  return char.trim() === "";
}
