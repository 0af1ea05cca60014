import type { ClauseLevel } from "./clauses";

/** How a line begins: the number as printed, with its punctuation, and what stands after it. */
export interface Marked {
  level: ClauseLevel;
  number: string;
  rest: string;
}

const NUMERAL = "[一二三四五六七八九十百千零〇两0-9]{1,8}";
/** 第三条所称…, 第五条第二款 and the like refer to an article; they do not open one. */
const REFERENCE = "(?![所的第、和至中及或与之款项规者,，;；。])";
const ENGLISH = "(?=[\\s.:)]|$)";

const MARKERS: readonly (readonly [ClauseLevel, RegExp])[] = [
  ["part", new RegExp(`^第${NUMERAL}[编篇]${REFERENCE}`)],
  ["chapter", new RegExp(`^第${NUMERAL}[章节]${REFERENCE}`)],
  ["article", new RegExp(`^第${NUMERAL}条(?:之[一二三四五六七八九十]{1,3})?${REFERENCE}`)],
  ["part", /^[一二三四五六七八九十]{1,4}[、．.](?!\d)/],
  ["item", /^[（(][一二三四五六七八九十百]{1,5}[）)]/],
  ["item", /^[㈠-㈩]/],
  ["part", new RegExp(`^Part [IVX\\d]{1,6}${ENGLISH}\\.?`, "i")],
  ["chapter", new RegExp(`^Chapter [IVX\\d]{1,6}${ENGLISH}\\.?`, "i")],
  ["article", new RegExp(`^Article \\d{1,4}${ENGLISH}\\.?`, "i")],
];

const ARABIC = /^\d{1,3}(?:[、．)）]|\.(?!\d))/;

/** Recognises 第一章, 一、, (一), 第一条 and their English forms at the beginning of a line. */
export function readMarker(line: string): Marked | undefined {
  for (const [level, pattern] of MARKERS) {
    const number = pattern.exec(line)?.[0];
    if (number !== undefined) return { level, number, rest: line.slice(number.length).trim() };
  }
  return undefined;
}

/** "1." or "2、": the number of a list, which opens a clause only where there is none to belong to. */
export function readArabicNumber(line: string): { number: string; rest: string } {
  const number = ARABIC.exec(line)?.[0] ?? "";
  return { number, rest: line.slice(number.length).trim() };
}

const LONGEST_HEADING = 50;

/** Whether the words after a number read as a title, and not as the first sentence of the text. */
export function isHeading(words: string): boolean {
  return words.length <= LONGEST_HEADING && !/[。；：！？!?;:]/.test(words) && !/[.，,]$/.test(words);
}
